namespace Pathways;

/// <summary>One district's students, partners, opportunities and wishes for one season.</summary>
/// <remarks>A snapshot: what a matching was made from can be kept and looked at again.</remarks>
public sealed record Cohort
{
    /// <summary>The students, also those without wishes.</summary>
    public required ImmutableArray<Student> Students { get; init; }

    /// <summary>The partners.</summary>
    public required ImmutableArray<Partner> Partners { get; init; }

    /// <summary>The opportunities.</summary>
    public required ImmutableArray<Opportunity> Opportunities { get; init; }

    /// <summary>What students want.</summary>
    public required ImmutableArray<Preference> Preferences { get; init; }

    /// <summary>Whom partners want; an opportunity that is not named here is ranked by the program's policy.</summary>
    public ImmutableArray<Priority> Priorities { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A student wants an opportunity.</summary>
/// <param name="Student">Who.</param>
/// <param name="Opportunity">What.</param>
/// <param name="Rank">1 is best; equal ranks are a tie, and gaps mean nothing.</param>
public readonly record struct Preference(StudentId Student, OpportunityId Opportunity, int Rank);

/// <summary>A partner ranks a student for an opportunity.</summary>
/// <param name="Opportunity">For what.</param>
/// <param name="Student">Whom.</param>
/// <param name="Rank">1 is best; equal ranks are a tie, and gaps mean nothing.</param>
public readonly record struct Priority(OpportunityId Opportunity, StudentId Student, int Rank);
