using static Pathways.Curriculum.PlanRequirements;
using static Pathways.Curriculum.PlanState;
using static Pathways.Curriculum.PlanTrigger;

namespace Pathways.Curriculum;

/// <summary>The life of one version of a student's plan: from the first draft to the version that takes its place.</summary>
/// <remarks>
/// Revising a plan makes a new version with a life of its own; the version before holds until then. Whether a plan is complete is no state:
/// <see cref="PlanReport.IsCompleteForGraduation"/> is computed anew from the record.
/// </remarks>
public static class PlanLifecycle
{
    private const string NotEnded = "not ended";

    private static ReadOnlySpan<Role> Advisors => [Role.Counselor, Role.CareerSpecialist, Role.Teacher];

    /// <summary>Every transition there is.</summary>
    public static Lifecycle<PlanState, PlanTrigger, PlanFacts> Table { get; } =
        Lifecycle.Of<PlanState, PlanTrigger, PlanFacts>("plan", start: NotStarted)
            .Group(NotEnded, NotStarted, Draft, Submitted, Reviewed, Acknowledged, Current, ReviewDue)

            // Until it holds. The student writes it; nobody else may begin or submit it.
            .From(NotStarted).On(Begin).By(Role.Student).To(Draft)
                .Requires(TemplateInForce)
            .From(Draft).On(Submit).By(Role.Student).To(Submitted)
                .Requires(StudentSigned)
            .From(Submitted).On(Return).By(Advisors).To(Draft)
                .Requires(CommentGiven)
            .From(Submitted).On(Review).By(Advisors).To(Reviewed)
                .Requires(AdvisorKnown, DiscussedWithStudent)
            .From(Reviewed).On(Acknowledge).By(Role.Guardian, Role.Student).To(Acknowledged)
                .Requires(MayConsent, FamilyUnderstands, AcknowledgementSigned)
            .From(Reviewed).On(RaiseObjection).By(Role.Guardian).To(Draft)
                .Requires(CommentGiven)
            .From(Reviewed).On(ForgoAcknowledgement).By(Role.Counselor).To(Acknowledged)
                .Requires(FamilyTried, ReasonGiven)
            .From(Acknowledged).On(Adopt).By(Role.Counselor, Role.CareerSpecialist, Role.System).To(Current)
                .Requires(TemplateInForce, NextReviewSet)

            // While it holds.
            .From(Current).On(FallDue).By(Role.System).To(ReviewDue)
                .Requires(ReviewDayReached)
            .From(Current).On(CallForReview)
                .By(Role.Student, Role.Guardian, Role.Counselor, Role.CareerSpecialist, Role.Teacher).To(ReviewDue)
                .Requires(ReasonGiven)
            .From(ReviewDue).On(Confirm).By(Role.Counselor, Role.CareerSpecialist).To(Current)
                .Requires(TemplateInForce, ReviewHeld, NextReviewSet)

            // The end.
            .From(Current, ReviewDue).On(Supersede).By(Role.Counselor, Role.CareerSpecialist, Role.System).To(Superseded)
                .Requires(NewerVersionReady)
            .From(NotEnded).On(Close).By(Role.Counselor, Role.Administrator).To(Closed)
                .Requires(ReasonGiven)

            .Ends(Superseded, Closed)
            .Build();
}
