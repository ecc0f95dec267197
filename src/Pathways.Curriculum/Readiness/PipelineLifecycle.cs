using static Pathways.Curriculum.PipelineRequirements;
using static Pathways.Curriculum.PipelineState;
using static Pathways.Curriculum.PipelineTrigger;

namespace Pathways.Curriculum;

/// <summary>A student's way to a placement: from the first visit over readiness and applications to a completed placement.</summary>
/// <remarks>
/// <see cref="PipelineCalculator"/> says where a student stands by what is known; the table says which steps there are and who may take them.
/// A requirement and a state of one name are told apart by where they stand.
/// </remarks>
public static class PipelineLifecycle
{
    private const string UnderWay = "under way";

    /// <summary>Every transition there is.</summary>
    public static Lifecycle<PipelineState, PipelineTrigger, PipelineFacts> Table { get; } =
        Lifecycle.Of<PipelineState, PipelineTrigger, PipelineFacts>("student-pipeline", start: Prospect)
            .Group(
                UnderWay, Prospect, Preparing, Ready, PipelineState.Applying, PipelineState.Offered, PipelineState.Placed,
                PipelineState.Completed, ReadinessExpired)

            // Getting ready, and staying so.
            .From(Prospect).On(Begin).By(Role.Student, Role.Counselor, Role.Teacher, Role.CareerSpecialist, Role.Coordinator, Role.System).To(Preparing)
                .Requires(HasBegun)
            .From(Preparing, ReadinessExpired).On(BecomeReady).By(Role.CareerSpecialist, Role.Coordinator, Role.System).To(Ready)
                .Requires(IsReady)
            .From(Ready, PipelineState.Applying).On(LapseReadiness).By(Role.System).To(ReadinessExpired)
                .Requires(ReadinessLapsed)
            .From(PipelineState.Placed).On(LapseReadiness).By(Role.System).To(ReadinessExpired)
                .Requires(NotPlaced, ReadinessLapsed)
            .From(Ready, PipelineState.Applying, ReadinessExpired).On(RevokeReadiness).By(Role.CareerSpecialist, Role.Coordinator).To(Preparing)
                .Requires(ReasonGiven)

            // Finding a place.
            .From(Ready, PipelineState.Completed).On(Apply).By(Role.Student, Role.Coordinator).To(PipelineState.Applying)
                .Requires(IsReady, PipelineRequirements.Applying)
            .From(PipelineState.Applying).On(EndApplications).By(Role.Student, Role.Coordinator, Role.System).To(Ready)
                .Requires(NotApplying)
            .From(Ready, PipelineState.Applying, PipelineState.Completed).On(ReceiveOffer).By(Role.PartnerContact, Role.Coordinator, Role.System)
                .To(PipelineState.Offered)
                .Requires(PipelineRequirements.Offered)
            .From(PipelineState.Offered).On(LoseOffer).By(Role.Student, Role.Guardian, Role.PartnerContact, Role.Coordinator, Role.System)
                .To(PipelineState.Applying)
                .Requires(NotOffered)
            .From(Ready, PipelineState.Applying, PipelineState.Offered, PipelineState.Completed).On(Place).By(Role.Coordinator, Role.System)
                .To(PipelineState.Placed)
                .Requires(PipelineRequirements.Placed)

            // After it.
            .From(PipelineState.Placed).On(ReturnToPool).By(Role.Coordinator).To(Ready)
                .Requires(NotPlaced, IsReady)
            .From(PipelineState.Placed).On(Complete).By(Role.Coordinator, Role.System).To(PipelineState.Completed)
                .Requires(NotPlaced, PipelineRequirements.Completed)
            .From(PipelineState.Completed).On(Graduate).By(Role.Counselor, Role.Coordinator, Role.System).To(Alumni)
                .Requires(Graduated)

            // Beside the way.
            .From(UnderWay).On(Pause).By(Role.Student, Role.Guardian, Role.Counselor, Role.CareerSpecialist, Role.Coordinator).To(Paused)
                .Requires(ReasonGiven)
            .From(UnderWay).On(Withdraw).By(Role.Student, Role.Guardian, Role.Coordinator).To(Withdrawn)
                .Requires(ReasonGiven)
            .From(Paused).On(Withdraw).By(Role.Student, Role.Guardian, Role.Coordinator).To(Withdrawn)
                .Requires(ReasonGiven)
            .From(Paused, Withdrawn).On(Resume).By(Role.Student, Role.Guardian, Role.Counselor, Role.CareerSpecialist, Role.Coordinator).To(Preparing)
                .Requires(ReasonGiven)

            .Ends(Alumni)
            .Build();
}
