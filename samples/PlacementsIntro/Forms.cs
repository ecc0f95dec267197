using PlacementsIntro.Host;

namespace PlacementsIntro;

/// <summary>Who judges what, by which rubric and when.</summary>
internal static class Forms
{
    private static readonly Rubric OfSite = new(
        RubricId.From("worksite@1"), "The worksite",
        [new(CriterionId.From("safety"), "Safety", ["Not safe", "Safe", "Looks after everybody"]), new(CriterionId.From("learning"), "Learning", ["Nothing", "Something", "A lot"])]);

    private static readonly ImmutableArray<(string Id, EvaluationFormKind Kind, Rubric Rubric, Actor By, LocalDate Opens)> All =
    [
        ("baseline", EvaluationFormKind.SupervisorBaseline, Rubrics.Employability, Cast.Supervisor, new(2026, 9, 14)),
        ("baseline-2", EvaluationFormKind.SupervisorBaseline, Rubrics.Employability, Cast.Supervisor, new(2026, 9, 16)),
        ("final", EvaluationFormKind.SupervisorFinal, Rubrics.Employability, Cast.Supervisor, new(2027, 1, 11)),
        ("self", EvaluationFormKind.StudentSelf, Rubrics.Employability, Cast.Student, new(2027, 1, 11)),
        ("site", EvaluationFormKind.StudentOfSite, OfSite, Cast.Student, new(2027, 1, 11)),
    ];

    public static Task PlanAsync(Walk walk, PlacementId id) => PlanAsync(walk, id, "baseline", "final", "self", "site");

    public static async Task PlanAsync(Walk walk, PlacementId id, params string[] names)
    {
        foreach (var (form, kind, rubric, by, opens) in All.Where(form => names.Contains(form.Id)))
        {
            await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.PlanEvaluation, new PlacementEntry.FormPlanned(
                new() { Id = EvaluationFormId.From(form), Kind = kind, Rubric = rubric.Id, Evaluator = by.Id, OpensOn = opens }));
        }
    }

    /// <summary>Fills a form in: the level of each criterion, in the order of the rubric.</summary>
    public static async Task SubmitAsync(Walk walk, PlacementId id, string name, params int[] levels)
    {
        var form = All.Single(form => form.Id == name);
        var step = new FormStep(EvaluationFormId.From(name), EvaluationFormTrigger.Submit)
        {
            Rubric = form.Rubric,
            Ratings = [.. form.Rubric.Criteria.Zip(levels, (criterion, level) => new Rating(criterion.Id, level))],
        };
        await walk.PlacementAsync(
            form.By, id, form.Kind == EvaluationFormKind.SupervisorBaseline ? PlacementTrigger.BaselineReview : PlacementTrigger.Evaluate, new PlacementEntry.FormMoved(step));
    }

    public static void TellGains(Walk walk, Placement placement)
    {
        var forms = placement.Record.Evaluations;
        var gains = SkillGain.Of(
            forms.First(form => form is { Kind: EvaluationFormKind.SupervisorBaseline, IsIn: true }), forms.First(form => form.Kind == EvaluationFormKind.SupervisorFinal), Rubrics.Employability);
        foreach (var gain in gains.Criteria)
        {
            walk.Note($"{gain.Criterion}: {gain.Baseline} -> {gain.Final} ({gain.Levels:+0;-0;0})");
        }
    }
}
