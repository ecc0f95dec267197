namespace Pathways;

/// <summary>An entry of the hours log: work on one day.</summary>
public sealed record HoursEntry : IStoredOfStudent
{
    /// <summary>Which entry.</summary>
    public required HoursEntryId Id { get; init; }

    /// <summary>Of which placement.</summary>
    public required PlacementId Placement { get; init; }

    /// <summary>Whose work.</summary>
    public required StudentId Student { get; init; }

    /// <summary>At which opportunity.</summary>
    public required OpportunityId Opportunity { get; init; }

    /// <summary>The day of the work.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Minutes after midnight when it began, 0 to 1439.</summary>
    public required int Start { get; init; }

    /// <summary>Minutes after midnight when it ended, at most 1440: work past midnight is two entries.</summary>
    public required int End { get; init; }

    /// <summary>How many minutes of it were breaks.</summary>
    public int BreakMinutes { get; init; }

    /// <summary>How many minutes of work.</summary>
    public int Minutes => End - Start - BreakMinutes;

    /// <summary>What was done.</summary>
    public Note? Text { get; init; }

    /// <summary>The codes of the work rules it breaks, as found when it was handed in; what happened is logged, lawful or not.</summary>
    public ImmutableArray<string> Violations { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who answered these violations, and how; <see langword="null"/> while nobody did.</summary>
    public ViolationAnswer? Answer { get; init; }

    /// <summary>The entry it takes the place of; <see langword="null"/> for a first one.</summary>
    public HoursEntryId? Replaces { get; init; }

    /// <summary>Where it stands.</summary>
    public HoursEntryState State { get; init; }

    /// <summary>How often it was changed, from 1; grows by one with every change.</summary>
    public int Version { get; init; } = 1;

    /// <inheritdoc/>
    public string Subject => $"hours-entry/{Id}";

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>Somebody looked at work that broke a rule.</summary>
/// <param name="By">Who.</param>
/// <param name="On">When.</param>
/// <param name="Reason">What follows, in the words of the district's list.</param>
public sealed record ViolationAnswer(ActorId By, LocalDate On, ReasonCode Reason);
