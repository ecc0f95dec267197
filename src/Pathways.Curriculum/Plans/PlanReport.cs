namespace Pathways.Curriculum;

/// <summary>How one student's plan stands on a day, element by element.</summary>
public sealed record PlanReport
{
    /// <summary>By which template.</summary>
    public required PlanTemplate Template { get; init; }

    /// <summary>Whose plan.</summary>
    public required StudentId Student { get; init; }

    /// <summary>The grade the student was in.</summary>
    public required GradeLevel Grade { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Every element that the student needs, in the order of the template.</summary>
    public ImmutableArray<PlanElementResult> Elements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Every reason why the plan does not serve for graduation today; empty when it does.</summary>
    public ImmutableArray<Refusal> AgainstGraduation { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// Whether the template is in force, every required element is settled and none returns in a later grade. A fact that is computed,
    /// not a state of the plan.
    /// </summary>
    public bool IsCompleteForGraduation => AgainstGraduation.IsEmpty;

    /// <summary>The required elements that are overdue.</summary>
    public IEnumerable<PlanElementResult> Overdue => Elements.Where(result => result.IsOverdue && result.Element.IsRequired);

    /// <summary>The next day, today or later, on which something required is due; <see langword="null"/> when nothing is.</summary>
    public LocalDate? NextDue => Elements.Where(result => result.Element.IsRequired && result.NextDueOn >= On).Min(result => result.NextDueOn);

    /// <summary>How the student stands with an element.</summary>
    /// <param name="element">Which element.</param>
    /// <returns><see langword="null"/> when the template has no such element, or the student does not need it.</returns>
    public PlanElementResult? Find(PlanElementId element) => Elements.FirstOrDefault(result => result.Element.Id == element);

    /// <summary>How many elements have a status.</summary>
    /// <param name="status">The status.</param>
    public int Count(PlanElementStatus status) => Elements.Count(result => result.Status == status);

    /// <summary>The template, whose plan and when.</summary>
    public override string ToString() => $"{Template} of {Student} on {DayWord.Of(On)}";
}
