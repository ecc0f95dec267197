namespace Pathways;

/// <summary>A form on which somebody judges somebody or something by a rubric.</summary>
public sealed record EvaluationForm
{
    /// <summary>Which form.</summary>
    public required EvaluationFormId Id { get; init; }

    /// <summary>Who judges what, and when in the placement.</summary>
    public required EvaluationFormKind Kind { get; init; }

    /// <summary>By which rubric.</summary>
    public required RubricId Rubric { get; init; }

    /// <summary>Who is to fill it in.</summary>
    public required ActorId Evaluator { get; init; }

    /// <summary>The first day on which it can be filled in.</summary>
    public required LocalDate OpensOn { get; init; }

    /// <summary>The day by which it is to be filled in; <see langword="null"/> for no such day.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>The day from which on it stays as it is; <see langword="null"/> for no such day.</summary>
    public LocalDate? LocksOn { get; init; }

    /// <summary>Where it stands.</summary>
    public EvaluationFormState State { get; init; }

    /// <summary>How each criterion was judged.</summary>
    public ImmutableArray<Rating> Ratings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What else the evaluator says.</summary>
    public Note? Comment { get; init; }

    /// <summary>The form it takes the place of; <see langword="null"/> for the first.</summary>
    public EvaluationFormId? Replaces { get; init; }

    /// <summary>Whether somebody filled it in, and it counts.</summary>
    public bool IsIn => State is EvaluationFormState.Submitted or EvaluationFormState.Acknowledged or EvaluationFormState.Locked;

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>How one criterion was judged.</summary>
/// <param name="Criterion">Which criterion.</param>
/// <param name="Level">The level reached, from 1 for the lowest of its criterion; <see langword="null"/> when the criterion does not apply.</param>
/// <param name="Note">Why.</param>
public sealed record Rating(CriterionId Criterion, int? Level, Note? Note = null);

/// <summary>Who judges what, and when in the placement.</summary>
public enum EvaluationFormKind
{
    /// <summary>The supervisor judges the student's skills at the beginning.</summary>
    SupervisorBaseline,

    /// <summary>The supervisor judges the student's skills half-way.</summary>
    SupervisorMid,

    /// <summary>The supervisor judges the student's skills at the end.</summary>
    SupervisorFinal,

    /// <summary>The student judges their own work.</summary>
    StudentSelf,

    /// <summary>The student judges the worksite.</summary>
    StudentOfSite,

    /// <summary>The partner judges the program, and how prepared the student was.</summary>
    PartnerOfProgram,

    /// <summary>A coordinator judges what a visit showed.</summary>
    CoordinatorVisit,

    /// <summary>A board judges a pathway.</summary>
    BoardOfPathway,

    /// <summary>The audience judges the presentation.</summary>
    PresentationScore,
}
