namespace Pathways;

/// <summary>Something that a plan must, or should, have.</summary>
public sealed record PlanElement
{
    /// <summary>Which element; unique within the template.</summary>
    public required PlanElementId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The part of the plan it belongs to, where the plan has parts.</summary>
    public string? Section { get; init; }

    /// <summary>What a student's record must show.</summary>
    public required PlanCriterion Criterion { get; init; }

    /// <summary>When.</summary>
    public required PlanDue Due { get; init; }

    /// <summary>Whether the plan is incomplete without it; otherwise it is recommended.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>
    /// The circumstance in which a student needs it, such as <c>iep</c>; <see langword="null"/> when every student does. Whether it is given is
    /// said when a plan is judged, and never kept.
    /// </summary>
    public string? OnlyIf { get; init; }

    /// <summary>Who may waive it; empty when nobody may.</summary>
    public ImmutableArray<Role> WaivedBy { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who may say that student or guardian opted out; empty when opting out is not possible.</summary>
    public ImmutableArray<Role> OptOutBy { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether its source was read; otherwise a number or a detail of it is unconfirmed, and reports say so.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>The law, framework or need it comes from.</summary>
    public ImmutableArray<string> Sources { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
