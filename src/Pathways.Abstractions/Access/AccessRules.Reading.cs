using static Pathways.AccessConditions;
using static Pathways.AccessPurposes;
using static Pathways.AccessView;
using static Pathways.Operation;

namespace Pathways;

// The rows of the table, group by group. The order of roles: student's side, school, employer's side, others, the platform.
internal static partial class AccessRules
{
    public static ImmutableArray<AccessRule> Reading { get; } =
    [
        new("read.student-own", [Role.Student],
            [ReadApplication, ReadPlacement, ReadDocument, ReadHours, ReadEvaluation, ReadStudentPlan, ReadStudentRecord],
            [OwnRecord], ByRight, Full),
        new("read.guardian-child", [Role.Guardian],
            [ReadApplication, ReadPlacement, ReadDocument, ReadHours, ReadEvaluation, ReadStudentPlan, ReadStudentRecord],
            [OwnChild, RightsHeld], ByRight, Full),
        new("read.counselor-caseload", [Role.Counselor],
            [ReadApplication, ReadPlacement, ReadHours, ReadEvaluation, ReadStudentPlan, ReadStudentRecord],
            [OnCaseload, SameSchool], ByStaff, Full),
        new("read.coordinator-program", [Role.Coordinator],
            [ReadApplication, ReadPlacement, ReadDocument, ReadHours, ReadEvaluation, ReadMatchRun, ReadStudentPlan, ReadStudentRecord],
            [OwnProgram], ByStaff, Full),
        new("read.specialist-program", [Role.CareerSpecialist],
            [ReadApplication, ReadPlacement, ReadDocument, ReadHours, ReadEvaluation, ReadStudentPlan, ReadStudentRecord],
            [OwnProgram, SameSchool], ByStaff, Full),
        new("read.teacher-course", [Role.Teacher],
            [ReadPlacement, ReadStudentPlan, ReadStudentRecord],
            [Enrolled, Active], [Purpose.Placement, Purpose.Guidance], Course),
        new("read.teacher-own-form", [Role.Teacher], [ReadEvaluation], [Enrolled, Active, Asked], [Purpose.Placement], Course),

        // The employer's side sees what its duty requires, while it requires it, and only with consent.
        new("read.partner-applicants-unnamed", [Role.PartnerContact], [ReadApplicationUnnamed],
            [OwnSite, Active, Consented], [Purpose.Placement], Unnamed),
        new("read.partner-applicants", [Role.PartnerContact], [ReadApplication],
            [OwnSite, Active, Consented, IdentityRevealed], [Purpose.Placement], ForPartner),
        new("read.partner-placements", [Role.PartnerContact, Role.Supervisor], [ReadPlacement],
            [OwnSite, Active, Consented], [Purpose.Placement], ForPartner),
        new("read.supervisor-hours", [Role.Supervisor], [ReadHours],
            [OwnSite, OwnPlacement, Active, Consented], [Purpose.Placement], ForPartner),
        new("read.partner-own-papers", [Role.PartnerContact, Role.Supervisor], [ReadDocument, ReadEvaluation],
            [OwnSite, Active, Consented, Asked], [Purpose.Placement], ForPartner),
        new("read.partner-own-organization", [Role.PartnerContact], [ReadPartner], [OwnSite], [Purpose.Placement], Full),

        new("read.board-form", [Role.BoardMember], [ReadEvaluation], [OwnProgram, Asked], [Purpose.Oversight], Aggregate),
        new("read.signatory-document", [Role.DistrictSignatory], [ReadDocument], [Active, Asked], [Purpose.Placement], Full),
        new("read.coordinator-partners", [Role.Coordinator], [ReadPartner], [], [Purpose.Placement], Full),

        // Opportunities hold nothing personal.
        new("read.opportunity-shown", [Role.Student, Role.Guardian], [ReadOpportunity], [Active], ByStaff, Full),
        new("read.opportunity-staff", [Role.Counselor, Role.Coordinator, Role.CareerSpecialist, Role.Teacher],
            [ReadOpportunity], [], ByStaff, Full),
        new("read.opportunity-partner", [Role.PartnerContact, Role.Supervisor], [ReadOpportunity], [OwnSite], [Purpose.Placement], Full),
        new("read.opportunity-district", [Role.DistrictSignatory, Role.Administrator], [ReadOpportunity],
            [], [Purpose.Placement, Purpose.Oversight], Full),

        new("read.history-program", [Role.Coordinator], [ReadAuditHistory], [OwnProgram], [Purpose.Placement, Purpose.Oversight], Codes),
        new("read.history-tenant", [Role.Administrator], [ReadAuditHistory], [], [Purpose.Oversight], Codes),
        new("read.disclosures-own", [Role.Student], [ReadDisclosures], [OwnRecord], [Purpose.Access], Full),
        new("read.disclosures-child", [Role.Guardian], [ReadDisclosures], [OwnChild, RightsHeld], [Purpose.Access], Full),
        new("read.disclosures-tenant", [Role.Administrator], [ReadDisclosures], [], [Purpose.Oversight], Full),
        new("read.aggregates-program", [Role.Coordinator, Role.BoardMember], [ReadAggregates], [OwnProgram], [Purpose.Oversight], Aggregate),
        new("read.aggregates-tenant", [Role.DistrictSignatory, Role.Administrator], [ReadAggregates], [], [Purpose.Oversight], Aggregate),
        new("read.aggregates-research", [Role.Researcher], [ReadAggregates], [], [Purpose.Research], Aggregate),
        new("read.research-export", [Role.Researcher], [ReadResearchExport], [], [Purpose.Research], Deidentified),
        new("read.break-glass", [Role.Administrator], [BreakGlassRead], [ReasonGiven], [Purpose.Oversight], Full),
    ];
}
