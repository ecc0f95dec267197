using static Pathways.EvaluationFormState;
using static Pathways.Placements.EvaluationFormRequirements;
using static Pathways.Placements.EvaluationFormTrigger;

namespace Pathways.Placements;

/// <summary>The life of an evaluation form: opened on its day, handed in, read, and locked.</summary>
/// <remarks>What is locked is amended by a newer version. Being overdue is no state: see <see cref="IsOverdue"/>.</remarks>
public static class EvaluationFormLifecycle
{
    /// <summary>Every transition there is.</summary>
    public static Lifecycle<EvaluationFormState, EvaluationFormTrigger, EvaluationFormFacts> Table { get; } =
        Lifecycle.Of<EvaluationFormState, EvaluationFormTrigger, EvaluationFormFacts>("evaluation", start: Scheduled)
            .From(Scheduled).On(EvaluationFormTrigger.Open).ByClock().To(EvaluationFormState.Open)
                .Requires(OpeningReached)
            .From(EvaluationFormState.Open).On(Submit)
                .By(Role.Student, Role.Supervisor, Role.PartnerContact, Role.Coordinator, Role.CareerSpecialist, Role.Teacher, Role.BoardMember).To(Submitted)
                .Requires(ActorIsEvaluator, EveryCriterionRated)
            .From(Submitted).On(Acknowledge).By(Role.Student, Role.PartnerContact, Role.Coordinator, Role.CareerSpecialist).To(Acknowledged)
            .From(Submitted, Acknowledged).On(EvaluationFormTrigger.Lock).ByClock().To(Locked)
                .Requires(LockReached)
            .From(Submitted, Acknowledged).On(Reopen).By(Role.Coordinator).To(EvaluationFormState.Open)
                .Requires(ReasonGiven)
            .From(Locked).On(Supersede).By(Role.Coordinator).To(Superseded)
                .Requires(NewVersionBegun, ReasonGiven)
            .From(Scheduled, EvaluationFormState.Open).On(Cancel).By(Role.Coordinator, Role.System).To(Cancelled)
                .Requires(ReasonGiven)
            .Ends(Superseded, Cancelled)
            .Build();

    /// <summary>Whether a form should have been handed in before today.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="facts">What is known; a form without a due day is never overdue.</param>
    public static bool IsOverdue(EvaluationFormState state, EvaluationFormFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return state is Scheduled or EvaluationFormState.Open && facts.DueOn < facts.Today;
    }
}
