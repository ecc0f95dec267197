namespace Pathways.Placements;

/// <summary>What both sides say of a placement: whether the student, the partner and the program were judged.</summary>
/// <param name="Placement">Which placement.</param>
/// <param name="Student">Whether the supervisor judged the student at the end.</param>
/// <param name="Partner">Whether the student judged the partner's worksite.</param>
/// <param name="Program">Whether the partner judged the program.</param>
public sealed record PlacementAccount(PlacementId Placement, AccountPart Student, AccountPart Partner, AccountPart Program)
{
    /// <summary>Whether all three are there.</summary>
    public bool IsComplete => Missing.IsEmpty;

    /// <summary>The forms that are not there, in the order student, partner, program.</summary>
    public ImmutableArray<EvaluationFormKind> Missing =>
    [
        .. new[] { (Student, EvaluationFormKind.SupervisorFinal), (Partner, EvaluationFormKind.StudentOfSite), (Program, EvaluationFormKind.PartnerOfProgram) }
            .Where(part => part.Item1 != AccountPart.There).Select(part => part.Item2),
    ];

    /// <summary>The account of one placement.</summary>
    /// <param name="placement">The placement.</param>
    /// <param name="today">The day, by which an open form is overdue or not.</param>
    public static PlacementAccount Of(Placement placement, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(placement);
        AccountPart Part(EvaluationFormKind kind)
        {
            var forms = placement.Record.Evaluations.Where(form => form.Kind == kind).ToList();
            return forms switch
            {
                _ when forms.Any(form => form.IsIn) => AccountPart.There,
                _ when forms.Any(form => EvaluationFormLifecycle.IsOverdue(form.State, new() { Today = today, DueOn = form.DueOn })) => AccountPart.Overdue,
                _ when forms.Any(form => form.State is EvaluationFormState.Scheduled or EvaluationFormState.Open) => AccountPart.Awaited,
                _ => AccountPart.NotAsked,
            };
        }

        return new(placement.Id, Part(EvaluationFormKind.SupervisorFinal), Part(EvaluationFormKind.StudentOfSite), Part(EvaluationFormKind.PartnerOfProgram));
    }
}

/// <summary>How far one side's word about a placement is.</summary>
public enum AccountPart
{
    /// <summary>Nobody was asked for it.</summary>
    NotAsked,

    /// <summary>Somebody was asked, and there is time.</summary>
    Awaited,

    /// <summary>Somebody was asked, and the day is past.</summary>
    Overdue,

    /// <summary>It is there.</summary>
    There,
}
