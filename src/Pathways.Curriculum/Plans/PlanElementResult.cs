namespace Pathways.Curriculum;

/// <summary>How one student stands with one element of a plan.</summary>
public sealed record PlanElementResult
{
    /// <summary>Which element.</summary>
    public required PlanElement Element { get; init; }

    /// <summary>How far the student is; of an element that returns each year, in the year that counts now.</summary>
    public required PlanElementStatus Status { get; init; }

    /// <summary>The entries that count for it, by day; also those that are not yet enough, and whatever there is of a waived element.</summary>
    public ImmutableArray<EntryId> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Everything that is missing; empty when the element is settled.</summary>
    public ImmutableArray<Refusal> Missing { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What should be known beside the verdict: years gone by without it, excuses that nobody could give, unconfirmed sources.</summary>
    public ImmutableArray<Refusal> Remarks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>By whom and why it was waived or opted out of; <see langword="null"/> when it was not, or when it is met all the same.</summary>
    public PlanExcuse? Excuse { get; init; }

    /// <summary>The day from which it was met; <see langword="null"/> when it is not.</summary>
    public LocalDate? MetOn { get; init; }

    /// <summary>The last day in time; <see langword="null"/> when the student's grade has no number, so that no day follows from it.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>The day by which something must happen next: now, or in a coming year; <see langword="null"/> when nothing is left to do.</summary>
    public LocalDate? NextDueOn { get; init; }

    /// <summary>Whether it is not settled and the last day in time has passed.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>The grades in which it returns, lowest first.</summary>
    public ImmutableArray<GradeLevel> Ahead { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether nothing more is asked for now: it is met, waived or opted out of.</summary>
    public bool IsSettled => Status is PlanElementStatus.Met or PlanElementStatus.Waived or PlanElementStatus.OptedOut;

    /// <summary>Whether it was met, but after the last day in time.</summary>
    public bool IsLate => MetOn > DueOn;

    /// <summary>The element and the status.</summary>
    public override string ToString() => $"{Element.Id}: {Status}";
}

/// <summary>Why an element is not asked for.</summary>
/// <param name="Entry">The entry that says so.</param>
/// <param name="On">The day.</param>
/// <param name="By">Who says so.</param>
/// <param name="Reason">Why; may be personal.</param>
public sealed record PlanExcuse(EntryId Entry, LocalDate On, Actor By, string Reason)
{
    /// <summary>Who and when; nothing of the reason.</summary>
    public override string ToString() => $"{By} on {DayWord.Of(On)}";
}
