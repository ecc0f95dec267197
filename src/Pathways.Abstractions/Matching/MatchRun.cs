namespace Pathways;

/// <summary>One run of a matching: from what, how, what came of it, and how far it got on its way to offers.</summary>
/// <remarks>It is kept whole, so that years later anybody can see what was decided and repeat it from the same inputs.</remarks>
public sealed record MatchRun : IStored
{
    /// <summary>Which run.</summary>
    public required MatchRunId Id { get; init; }

    /// <summary>
    /// What it was made from, as 64 lower-case hexadecimal digits: SHA-256 over the problem, the pairs kept and the pairs declined. Equal for equal inputs
    /// in any order, but where ties are broken by the order itself.
    /// </summary>
    public required string Digest { get; init; }

    /// <summary>The rule it was matched by, such as <c>student-optimal</c>.</summary>
    public required string Mechanism { get; init; }

    /// <summary>Whether students of equal priority traded seats afterwards.</summary>
    public bool Improve { get; init; }

    /// <summary>Whether the largest matching was searched for exactly.</summary>
    public bool Exact { get; init; }

    /// <summary>How equal priorities were put in order, such as <c>lottery</c>.</summary>
    public required string Ties { get; init; }

    /// <summary>Where lottery numbers came from.</summary>
    public required Seed Seed { get; init; }

    /// <summary>Who has which seat, kept and new, in the order of the problem.</summary>
    public required ImmutableArray<MatchRunSeat> Seats { get; init; }

    /// <summary>Who has none, and why, in the order of the problem.</summary>
    public ImmutableArray<MatchRunUnmatched> Unmatched { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the check from the definition found.</summary>
    public MatchRunVerdict Verdict { get; init; }

    /// <summary>The run before, whose answers it builds on; <see langword="null"/> for a first one.</summary>
    public MatchRunId? Follows { get; init; }

    /// <summary>Those of <see cref="Seats"/> that were kept in place: accepted, or offered and not answered yet.</summary>
    public ImmutableArray<MatchRunSeat> Kept { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was declined or expired before, so that it could not be given again.</summary>
    public ImmutableArray<MatchRunSeat> Declined { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who proposed it; <see langword="null"/> until it is proposed.</summary>
    public ActorId? ProposedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public MatchRunState State { get; init; }

    /// <summary>How often it was changed, from 1; grows by one with every change.</summary>
    public int Version { get; init; } = 1;

    /// <inheritdoc/>
    public string Subject => $"match-run/{Id}";

    /// <summary>The seats that are to be offered once it is published: those that were not kept.</summary>
    public IEnumerable<MatchRunSeat> New
    {
        get
        {
            var kept = Kept.Select(seat => seat.Student).ToHashSet();
            return Seats.Where(seat => !kept.Contains(seat.Student));
        }
    }

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>A student has a seat in a run.</summary>
/// <param name="Student">Who.</param>
/// <param name="Opportunity">Where.</param>
/// <param name="Rank">The place in the student's list, from 1; <see langword="null"/> when it is not on it.</param>
public readonly record struct MatchRunSeat(StudentId Student, OpportunityId Opportunity, int? Rank = null);

/// <summary>A student has no seat in a run.</summary>
/// <param name="Student">Who.</param>
/// <param name="Reason">Why, as a code such as <c>no-seat-left</c>.</param>
public readonly record struct MatchRunUnmatched(StudentId Student, string Reason);

/// <summary>What the check of a run from the definition found.</summary>
public enum MatchRunVerdict
{
    /// <summary>It was not checked.</summary>
    NotChecked,

    /// <summary>It breaks a condition, or a promise of its mechanism.</summary>
    Failed,

    /// <summary>It keeps every condition. Its mechanism promises no stable matching, or it could not be judged whether this is one.</summary>
    Feasible,

    /// <summary>It keeps every condition, and no student and opportunity who were still free to would both rather have each other.</summary>
    Stable,
}
