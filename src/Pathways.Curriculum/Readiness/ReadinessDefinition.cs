namespace Pathways.Curriculum;

/// <summary>What it means to be ready, said in advance and the same for everybody: the criteria, in one version.</summary>
/// <remarks>
/// Nothing here can look at the scores of an interest profile, at demographics or at free text: a criterion asks whether something was done,
/// and never how much somebody likes a thing.
/// </remarks>
public sealed record ReadinessDefinition
{
    /// <summary>Which definition, through all its versions.</summary>
    public required ReadinessDefinitionId Id { get; init; }

    /// <summary>Which version of it, from 1. A grant by an earlier version counts no more once a later one applies.</summary>
    public required int Version { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What it is readiness for.</summary>
    public required ReadinessDimension Dimension { get; init; }

    /// <summary>The first day on which it applies.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>Whether somebody must say that the student is ready; otherwise meeting the criteria is enough.</summary>
    public bool NeedsGrant { get; init; }

    /// <summary>For how many days a grant is good, 1 or more, the day of the grant not counted; <see langword="null"/> for no such limit.</summary>
    public int? GrantDays { get; init; }

    /// <summary>Whether a grant ends with the school year in which it was given.</summary>
    public bool GrantEndsWithYear { get; init; }

    /// <summary>The first day of school years.</summary>
    public AnnualDate YearStarts { get; init; } = SchoolYear.DefaultStart;

    /// <summary>What must hold, in the order in which it is shown.</summary>
    public required ImmutableArray<ReadinessCriterion> Criteria { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Where it comes from.</summary>
    public ImmutableArray<string> Sources { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The last day of a grant given on a day, by the definition alone; <see langword="null"/> when it does not expire.</summary>
    /// <param name="granted">The day of the grant.</param>
    public LocalDate? LastDayOf(LocalDate granted)
    {
        LocalDate? last = GrantDays is { } days ? granted.PlusDays(days) : null;
        return GrantEndsWithYear ? Validity.Earlier(last, YearStarts.InYear(SchoolYear.Of(granted, YearStarts).StartsIn + 1).PlusDays(-1)) : last;
    }

    /// <summary>Such as <c>marlborough-career@1</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}");
}
