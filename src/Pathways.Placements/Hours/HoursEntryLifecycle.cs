using static Pathways.HoursEntryState;
using static Pathways.Placements.HoursEntryRequirements;
using static Pathways.Placements.HoursEntryTrigger;

namespace Pathways.Placements;

/// <summary>The life of an entry of the hours log: the student submits, the supervisor confirms, the coordinator approves.</summary>
/// <remarks>What was approved is never changed: it is voided, and another entry says what is true.</remarks>
public static class HoursEntryLifecycle
{
    /// <summary>Every transition there is.</summary>
    public static Lifecycle<HoursEntryState, HoursEntryTrigger, HoursEntryFacts> Table { get; } =
        Lifecycle.Of<HoursEntryState, HoursEntryTrigger, HoursEntryFacts>("hours-entry", start: Draft)
            .From(Draft).On(Submit).By(Role.Student).To(Submitted)
                .Requires(TimeGiven, DayReached, WithinPlacement, NoOverlap)
            .From(Submitted).On(Confirm).By(Role.Supervisor).To(Confirmed)
            .From(Confirmed).On(Approve).By(Role.Coordinator).To(Approved)
                .Requires(WithinPlacement, NoOverlap, ViolationsAnswered)
            .From(Submitted).On(Reject).By(Role.Supervisor, Role.Coordinator).To(Rejected)
                .Requires(ReasonGiven)
            .From(Confirmed).On(Reject).By(Role.Coordinator).To(Rejected)
                .Requires(ReasonGiven)
            .From(Rejected).On(Revise).By(Role.Student).To(Draft)
            .From(Approved).On(Correct).By(Role.Coordinator).To(Voided)
                .Requires(CorrectionPermitted, ReplacementWritten, ReasonGiven)
            .From(Draft).On(HoursEntryTrigger.Void).By(Role.Student, Role.Coordinator).To(Voided)
            .From(Submitted, Confirmed, Rejected).On(HoursEntryTrigger.Void).By(Role.Student, Role.Coordinator).To(Voided)
                .Requires(ReasonGiven)
            .Ends(Voided)
            .Build();
}
