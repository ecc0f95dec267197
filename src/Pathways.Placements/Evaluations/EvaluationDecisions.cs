using static Pathways.Placements.EvaluationFormTrigger;

namespace Pathways.Placements;

/// <summary>Decides about evaluation forms: pure, by <see cref="EvaluationFormLifecycle"/> and the rubric of the form.</summary>
public static class EvaluationDecisions
{
    /// <summary>A new form that takes the place of a locked one, whose ratings it begins with.</summary>
    /// <param name="id">What the new form is called.</param>
    /// <param name="form">The form to amend; it is superseded only when the new one is planned.</param>
    /// <param name="opensOn">From when on it can be filled in.</param>
    /// <param name="locksOn">From when on it stays as it is; <see langword="null"/> for no such day.</param>
    public static EvaluationForm Amend(EvaluationFormId id, EvaluationForm form, LocalDate opensOn, LocalDate? locksOn = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form with { Id = id, OpensOn = opensOn, DueOn = null, LocksOn = locksOn, State = EvaluationFormLifecycle.Table.Start, Replaces = form.Id };
    }

    /// <summary>Moves a form, or says everything that stands in the way.</summary>
    /// <param name="form">The form.</param>
    /// <param name="step">What happens.</param>
    /// <param name="today">The day of the decision.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="newVersionBegun">Whether a form that takes its place is planned.</param>
    /// <param name="reason">Why, where a row asks for a reason.</param>
    /// <returns>
    /// Beside the codes of the life cycle: <c>evaluation.rating-unknown</c>, <c>evaluation.rating-twice</c> and <c>evaluation.rating-level</c> for
    /// ratings that the rubric does not have.
    /// </returns>
    /// <exception cref="ArgumentException">The step is of another form; ratings or a comment go with another trigger than <see cref="Submit"/>; the rubric is left out there, or is another one.</exception>
    public static FormOutcome Advance(EvaluationForm form, FormStep step, LocalDate today, Actor actor, bool newVersionBegun = false, ReasonCode? reason = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(step);
        Check(form, step);
        var faults = step.Trigger == Submit ? Faults(step.Rubric!, step.Ratings) : [];
        return EvaluationFormLifecycle.Table.Advance(form.State, step.Trigger, FactsOf(form, step, today, actor, newVersionBegun, reason), actor) switch
        {
            LifecycleOutcome<EvaluationFormState>.Refused { Refusals: [{ Code: "evaluation.not-possible" }] alone } => new FormOutcome.Refused(alone),
            LifecycleOutcome<EvaluationFormState>.Refused refused => new FormOutcome.Refused([.. refused.Refusals, .. faults]),
            LifecycleOutcome<EvaluationFormState>.Advanced when !faults.IsEmpty => new FormOutcome.Refused(faults),
            LifecycleOutcome<EvaluationFormState>.Advanced advanced => new FormOutcome.Changed(
                step.Trigger == Submit ? form with { State = advanced.To, Ratings = step.Ratings, Comment = step.Comment } : form with { State = advanced.To }),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>What the clock should do with a form today: open it, or lock it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="today">The day.</param>
    public static ImmutableArray<EvaluationFormTrigger> ClockDue(EvaluationForm form, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(form);
        return EvaluationFormLifecycle.Table.DueAt(form.State, new() { Today = today, OpensOn = form.OpensOn, DueOn = form.DueOn, LocksOn = form.LocksOn });
    }

    private static void Check(EvaluationForm form, FormStep step)
    {
        if (step.Form != form.Id)
        {
            throw new ArgumentException($"The step is of form {step.Form}, and this is form {form.Id}.", nameof(step));
        }

        if (step.Trigger != Submit && (!step.Ratings.IsEmpty || step.Comment is not null))
        {
            throw new ArgumentException($"Ratings and a comment go with {Submit} and with nothing else; this is {step.Trigger}.", nameof(step));
        }

        if (step.Trigger == Submit && step.Rubric?.Id != form.Rubric)
        {
            throw new ArgumentException($"Form {form.Id} is filled in by rubric {form.Rubric}, not by {step.Rubric?.Id.ToString() ?? "none"}. Maybe load that rubric first.", nameof(step));
        }
    }

    private static EvaluationFormFacts FactsOf(EvaluationForm form, FormStep step, LocalDate today, Actor actor, bool newVersionBegun, ReasonCode? reason) => new()
    {
        Today = today,
        OpensOn = form.OpensOn,
        DueOn = form.DueOn,
        LocksOn = form.LocksOn,
        EveryCriterionRated = step.Rubric is { } rubric && rubric.Criteria.All(criterion => step.Ratings.Any(rating => rating.Criterion == criterion.Id)),
        ActorIsEvaluator = actor.Id == form.Evaluator,
        NewVersionBegun = newVersionBegun,
        ReasonGiven = reason.HasValue,
    };

    private static ImmutableArray<Refusal> Faults(Rubric rubric, ImmutableArray<Rating> ratings) =>
    [
        .. ratings.GroupBy(rating => rating.Criterion).Where(same => same.Count() > 1).Select(same => new Refusal(
            "evaluation.rating-twice", $"Criterion {same.Key} is rated {same.Count()} times. Keep one.")),
        .. ratings.Where(rating => rubric.Find(rating.Criterion) is null).Select(rating => new Refusal(
            "evaluation.rating-unknown", $"Rubric {rubric.Id} has no criterion {rating.Criterion}. Maybe it is of another version.")),
        .. ratings.Where(rating => rubric.Find(rating.Criterion) is { } criterion && (rating.Level < 1 || rating.Level > criterion.Levels.Length)).Select(rating => new Refusal(
            "evaluation.rating-level", $"Criterion {rating.Criterion} has levels 1 to {rubric.Find(rating.Criterion)!.Levels.Length}, not {rating.Level}.")),
    ];
}
