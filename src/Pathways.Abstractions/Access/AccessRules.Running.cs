using static Pathways.AccessConditions;
using static Pathways.AccessPurposes;
using static Pathways.AccessView;
using static Pathways.Operation;

namespace Pathways;

internal static partial class AccessRules
{
    public static ImmutableArray<AccessRule> Running { get; } =
    [
        new("match-run.coordinator", [Role.Coordinator],
            [ProposeMatchRun, ReviewMatchRun, PublishMatchRun, Rematch, SupersedeMatchRun, DiscardMatchRun],
            [OwnProgram], [Purpose.Eligibility], Full),

        new("guidance.counselor", [Role.Counselor], [EditStudentPlan, ProposeOpportunity], [OnCaseload, SameSchool], [Purpose.Guidance], Full),
        new("guidance.teacher", [Role.Teacher], [AttestCompetency], [Enrolled, Active], [Purpose.Guidance], Course),
        new("guidance.board", [Role.BoardMember], [CommentOnProgram], [OwnProgram], [Purpose.Oversight], Aggregate),

        // A student consents once the rights have passed; a guardian while they have not.
        new("rights.student-consents", [Role.Student], [GiveConsent, RefuseConsent], [OwnRecord, RightsHeld], ForPlacement, Full),
        new("rights.guardian-consents", [Role.Guardian], [GiveConsent, RefuseConsent], [OwnChild, RightsHeld], ForPlacement, Full),
        new("rights.student-asks", [Role.Student], [RequestCorrection, RequestExport], [OwnRecord], [Purpose.Access], Full),
        new("rights.guardian-asks", [Role.Guardian], [RequestCorrection, RequestExport], [OwnChild, RightsHeld], [Purpose.Access], Full),

        new("tenant.configure", [Role.Administrator], [Configure, RunRetention], [], [Purpose.Oversight], Codes),
        new("tenant.erase", [Role.Administrator], [EraseStudent], [], [Purpose.Oversight, Purpose.Access], Nothing),
        new("tenant.export", [Role.Administrator], [ExportTenant], [], [Purpose.Interchange], Full),
    ];
}
