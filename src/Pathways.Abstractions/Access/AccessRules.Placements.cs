using static Pathways.AccessConditions;
using static Pathways.AccessPurposes;
using static Pathways.AccessView;
using static Pathways.Operation;

namespace Pathways;

internal static partial class AccessRules
{
    public static ImmutableArray<AccessRule> Placements { get; } =
    [
        new("placement.student-records", [Role.Student],
            [SignOutcome, LogHours, AddReflection, ReportIncident, RecordThanks],
            [OwnRecord], ForPlacement, Full),
        new("placement.coordinator-runs", [Role.Coordinator],
            [
                ArrangePlacement, AssignCoordinator, AgreeOutcome, SignOutcome, AgreePeriods, AgreePay, RecordOrientation, PlanTransport,
                CheckSupervisor, ClearPlacementToStart, StartPlacement, PausePlacement, ResumePlacement, LogHours, WaiveHours, RecordVisit,
                ReviseOutcome, MarkOutcome, ChangeSupervisor, ReportIncident, SettleIncident, FinishWork, RecordThanks, PostCredit,
                RequestPartnerReview, CompletePlacement, ClosePlacementIncomplete, CancelPlacement, TerminatePlacement, GiveNotice,
                WithdrawNotice,
            ],
            [OwnProgram], ForPlacement, Full),
        new("placement.coordinator-undoes", [Role.Coordinator], [UndoPlacementStep], [OwnProgram], ForPlacement, Full),
        new("placement.specialist-accompanies", [Role.CareerSpecialist],
            [RecordOrientation, RecordVisit, RecordPresentation, SkipPresentation, RecordDebrief, RecordThanks],
            [OwnProgram, SameSchool], ForPlacement, Full),
        new("placement.counselor-posts-credit", [Role.Counselor], [PostCredit], [OnCaseload, SameSchool], ForPlacement, Full),
        new("placement.teacher-accompanies", [Role.Teacher],
            [RecordOrientation, RecordVisit, RecordPresentation, SkipPresentation],
            [Enrolled, Active], ForPlacement, Course),
        new("placement.supervisor-directs", [Role.Supervisor],
            [AgreeOutcome, SignOutcome, RecordOrientation, StartPlacement, LogHours, RecordBaselineReview, RecordMidReview, MarkOutcome],
            [OwnSite, OwnPlacement, Active, Consented], ForPlacement, ForPartner),
        new("placement.partner-changes-supervisor", [Role.PartnerContact], [ChangeSupervisor],
            [OwnSite, Active, Consented], ForPlacement, ForPartner),

        // A warning must always come through: it needs no consent and no rights, and shows nothing.
        new("placement.guardian-warns", [Role.Guardian], [ReportIncident], [OwnChild], ForPlacement, Nothing),
        new("placement.teacher-warns", [Role.Teacher], [ReportIncident], [Enrolled], ForPlacement, Nothing),
        new("placement.partner-warns", [Role.PartnerContact, Role.Supervisor], [ReportIncident], [OwnSite], ForPlacement, Nothing),

        new("placement.platform", [Role.System], [PausePlacement, CloseEvaluations, RequestPartnerReview, TerminatePlacement], [], ForPlacement, Nothing),

        // Who looks after whom is a matter of running the platform; the student behind the identifier is not shown for it.
        new("placement.administrator-assigns", [Role.Administrator], [AssignCoordinator], [], [Purpose.Placement, Purpose.Oversight], Codes),
    ];

    public static ImmutableArray<AccessRule> Opportunities { get; } =
    [
        new("opportunity.coordinator-decides", [Role.Coordinator],
            [
                WriteOpportunity, SubmitOpportunity, ReturnOpportunity, ApproveOpportunity, RejectOpportunity, PublishOpportunity,
                SuspendOpportunity, ReinstateOpportunity, CloseOpportunity, ArchiveOpportunity, CancelOpportunity, HoldSlot, WithdrawSlot,
            ],
            [OwnProgram], ForPlacement, Full),
        new("opportunity.partner-offers", [Role.PartnerContact],
            [WriteOpportunity, SubmitOpportunity, CancelOpportunity, WithdrawSlot],
            [OwnSite], ForPlacement, Full),
        new("opportunity.partner-holds", [Role.PartnerContact], [HoldSlot], [OwnSite, Active], ForPlacement, Nothing),
        new("opportunity.district-suspends", [Role.DistrictSignatory], [SuspendOpportunity],
            [], [Purpose.Placement, Purpose.Oversight], Full),
        new("opportunity.platform", [Role.System],
            [
                FillOpportunity, ReleaseOpportunitySeat, CloseOpportunity, ArchiveOpportunity,
                HoldSlot, FillSlot, ReleaseSlot, ExpireSlotHold, VacateSlot,
            ],
            [], ForPlacement, Nothing),
    ];
}
