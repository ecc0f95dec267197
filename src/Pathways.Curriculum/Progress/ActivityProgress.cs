namespace Pathways.Curriculum;

/// <summary>Everything there is to say of one student and one activity on one day.</summary>
public sealed record ActivityProgress
{
    /// <summary>Which activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>How far the student is with it.</summary>
    public required ActivityStatus Status { get; init; }

    /// <summary>The day its window opens for the student; <see langword="null"/> when no day is known.</summary>
    public LocalDate? Opens { get; init; }

    /// <summary>The day its window closes for the student; <see langword="null"/> when no day is known.</summary>
    public LocalDate? Closes { get; init; }

    /// <summary>The last day for the first thing outstanding; <see langword="null"/> when nothing is, or no day is known.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>The first day on which it was late; <see langword="null"/> when it is not.</summary>
    public LocalDate? LateSince { get; init; }

    /// <summary>The day with which it was done, or on which it was waived; <see langword="null"/> before.</summary>
    public LocalDate? CompletedOn { get; init; }

    /// <summary>How often the student attended.</summary>
    public int Attended { get; init; }

    /// <summary>How often the student was missing, excused or not.</summary>
    public int Missed { get; init; }

    /// <summary>The hours of what was attended; 0 when hours do not count.</summary>
    public decimal Hours { get; init; }

    /// <summary>The next day for which it is planned; <see langword="null"/> when there is none.</summary>
    public LocalDate? PlannedOn { get; init; }

    /// <summary>How far the student is with each kind of evidence, in the order of the activity.</summary>
    public ImmutableArray<EvidenceProgress> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The prerequisites that it waits for, named directly; empty when it waits for none, or is met.</summary>
    public ImmutableArray<ActivityId> BlockedBy { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The prerequisites before which it was done; empty when everything was in its order.</summary>
    public ImmutableArray<ActivityId> OutOfOrder { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Everything that is missing or stands in the way, and what is odd about what is done; empty when all is well.</summary>
    public ImmutableArray<ProgressReason> Reasons { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it is done or waived.</summary>
    public bool IsMet => Status is ActivityStatus.Done or ActivityStatus.Waived;

    /// <summary>The activity and the status alone.</summary>
    public override string ToString() => $"{Activity.Id}: {Status}";
}

/// <summary>How far a student is with one kind of evidence of an activity, in artifacts.</summary>
/// <param name="Asked">What is asked for.</param>
/// <param name="HandedIn">How many were handed in, whatever became of them: the sum of the next three.</param>
/// <param name="Accepted">How many are good enough.</param>
/// <param name="Waiting">How many wait to be looked at.</param>
/// <param name="Returned">How many must be done again.</param>
/// <param name="Due">The last day for it; <see langword="null"/> when there is enough, or no day is known.</param>
public readonly record struct EvidenceProgress(EvidenceRequirement Asked, int HandedIn, int Accepted, int Waiting, int Returned, LocalDate? Due)
{
    /// <summary>Whether there is enough.</summary>
    public bool IsMet => (Asked.MustBeAccepted ? Accepted : HandedIn) >= Asked.Count;
}
