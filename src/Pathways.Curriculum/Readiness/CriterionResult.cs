namespace Pathways.Curriculum;

/// <summary>What came of one criterion for one student on one day.</summary>
public sealed record CriterionResult
{
    /// <summary>The criterion.</summary>
    public required ReadinessCriterion Criterion { get; init; }

    /// <summary>The entries of the record it rests on, in the order of the record; they show what there is also where it is not enough.</summary>
    public ImmutableArray<EntryId> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Everything that is missing; empty when the criterion is met.</summary>
    public ImmutableArray<Refusal> Missing { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The last day it holds if nothing is added; <see langword="null"/> when nothing of it expires, or when it is not met.
    /// </summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it is met because the student need not do an activity.</summary>
    public bool IsWaived { get; init; }

    /// <summary>The results of a group, in its order; empty for others.</summary>
    public ImmutableArray<CriterionResult> Parts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether nothing is missing.</summary>
    public bool IsMet => Missing.IsEmpty;

    /// <summary>The criterion and the codes of what is missing; nothing of what the record says.</summary>
    public override string ToString() =>
        $"{Criterion.Id}: {(IsMet ? "met" : string.Join(", ", Missing.Select(refusal => refusal.Code)))}";
}
