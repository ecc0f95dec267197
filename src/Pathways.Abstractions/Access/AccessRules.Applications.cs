using static Pathways.AccessConditions;
using static Pathways.AccessPurposes;
using static Pathways.AccessView;
using static Pathways.Operation;

namespace Pathways;

internal static partial class AccessRules
{
    public static ImmutableArray<AccessRule> Applications { get; } =
    [
        new("application.student-acts", [Role.Student],
            [StartApplication, SubmitApplication, AcceptOffer, DeclineOffer, WithdrawApplication],
            [OwnRecord], ForPlacement, Full),
        new("application.guardian-ends", [Role.Guardian], [DeclineOffer, WithdrawApplication], [OwnChild, RightsHeld], ForPlacement, Full),
        new("application.counselor-endorses", [Role.Counselor], [EndorseApplication],
            [OnCaseload, SameSchool], [Purpose.Eligibility, Purpose.Placement], Full),
        new("application.coordinator-decides", [Role.Coordinator],
            [
                StartApplicationOnBehalf, ReturnApplication, EndorseApplication, DeclineApplication, ScheduleInterview, RecordInterview,
                MakeOffer,
            ],
            [OwnProgram], [Purpose.Eligibility, Purpose.Placement], Full),
        new("application.partner-learns-who", [Role.PartnerContact], [ShortlistApplication, MakeOffer],
            [OwnSite, Active, Consented], ForPlacement, ForPartner),
        new("application.partner-meets", [Role.PartnerContact], [ScheduleInterview, RecordInterview],
            [OwnSite, Active, Consented, IdentityRevealed], ForPlacement, ForPartner),

        // Saying no or not yet needs no consent, for it shows nothing.
        new("application.partner-says-no", [Role.PartnerContact], [WaitlistApplication, RejectApplication, RescindOffer],
            [OwnSite, Active], ForPlacement, Nothing),
        new("application.platform", [Role.System], [ShortlistApplication, MakeOffer, ExpireOffer, LapseApplication], [], ForPlacement, Nothing),
    ];
}
