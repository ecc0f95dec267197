using static Pathways.AccessConditions;
using static Pathways.AccessPurposes;
using static Pathways.AccessView;
using static Pathways.Operation;

namespace Pathways;

internal static partial class AccessRules
{
    public static ImmutableArray<AccessRule> Documents { get; } =
    [
        new("document.student-gives", [Role.Student], [ReceiveDocument, RevokeDocument], [OwnRecord], ForPlacement, Full),
        new("document.guardian-gives", [Role.Guardian], [ReceiveDocument, RevokeDocument], [OwnChild, RightsHeld], ForPlacement, Full),
        new("document.coordinator-keeps", [Role.Coordinator],
            [RequestDocument, ReceiveDocument, BeginDocumentReview, AcceptDocument, RejectDocument, WaiveDocument],
            [OwnProgram], ForPlacement, Full),
        new("document.coordinator-undoes", [Role.Coordinator], [UndoDocumentStep], [OwnProgram], ForPlacement, Full),
        new("document.specialist-reviews", [Role.CareerSpecialist], [BeginDocumentReview, AcceptDocument, RejectDocument],
            [OwnProgram, SameSchool], ForPlacement, Full),
        new("document.partner-gives", [Role.PartnerContact], [ReceiveDocument, RevokeDocument], [OwnSite, Asked], ForPlacement, Nothing),
        new("document.supervisor-gives", [Role.Supervisor], [ReceiveDocument], [OwnSite, Asked], ForPlacement, Nothing),
        new("document.district-gives", [Role.DistrictSignatory], [ReceiveDocument, RevokeDocument], [Asked], ForPlacement, Nothing),
        new("document.district-waives", [Role.DistrictSignatory], [WaiveDocument], [Active], ForPlacement, Nothing),
        new("document.platform", [Role.System], [RequestDocument, NearDocumentExpiry, ExpireDocument, RetireDocument],
            [], ForPlacement, Nothing),
    ];

    public static ImmutableArray<AccessRule> Records { get; } =
    [
        new("hours.student-writes", [Role.Student], [SubmitHours, ReviseHours, VoidHours], [OwnRecord], ForPlacement, Full),
        new("hours.coordinator-approves", [Role.Coordinator], [ApproveHours, RejectHours, CorrectHours, VoidHours],
            [OwnProgram], ForPlacement, Full),
        new("hours.supervisor-confirms", [Role.Supervisor], [ConfirmHours, RejectHours],
            [OwnSite, OwnPlacement, Active, Consented], ForPlacement, ForPartner),

        // Whoever evaluates hands in what they were asked for.
        new("evaluation.student-answers", [Role.Student], [SubmitEvaluation], [OwnRecord, Asked], ForPlacement, Full),
        new("evaluation.student-reads", [Role.Student], [AcknowledgeEvaluation, RecordEvaluationStep], [OwnRecord], ForPlacement, Full),
        new("evaluation.coordinator-answers", [Role.Coordinator], [SubmitEvaluation], [OwnProgram, Asked], ForPlacement, Full),
        new("evaluation.coordinator-keeps", [Role.Coordinator],
            [PlanEvaluation, RecordEvaluationStep, AcknowledgeEvaluation, ReopenEvaluation, SupersedeEvaluation, CancelEvaluation],
            [OwnProgram], ForPlacement, Full),
        new("evaluation.specialist-answers", [Role.CareerSpecialist], [SubmitEvaluation], [OwnProgram, SameSchool, Asked], ForPlacement, Full),
        new("evaluation.specialist-reads", [Role.CareerSpecialist], [AcknowledgeEvaluation, RecordEvaluationStep],
            [OwnProgram, SameSchool], ForPlacement, Full),
        new("evaluation.specialist-plans", [Role.CareerSpecialist], [PlanEvaluation], [OwnProgram, SameSchool], ForPlacement, Full),
        new("evaluation.teacher-answers", [Role.Teacher], [SubmitEvaluation, RecordEvaluationStep], [Enrolled, Active, Asked], ForPlacement, Course),
        new("evaluation.partner-answers", [Role.PartnerContact, Role.Supervisor], [SubmitEvaluation], [OwnSite, Asked], ForPlacement, Nothing),
        new("evaluation.supervisor-leaves-trace", [Role.Supervisor], [RecordEvaluationStep], [OwnSite, Active, Asked], ForPlacement, Nothing),

        // A contact also reads what others wrote, which nobody asks them to; for that the form wants consent.
        new("evaluation.partner-leaves-trace", [Role.PartnerContact], [RecordEvaluationStep], [OwnSite, Active], ForPlacement, Nothing),
        new("evaluation.partner-reads", [Role.PartnerContact], [AcknowledgeEvaluation], [OwnSite, Active, Consented], ForPlacement, ForPartner),
        new("evaluation.board-answers", [Role.BoardMember], [SubmitEvaluation, RecordEvaluationStep], [OwnProgram, Asked], [Purpose.Oversight], Aggregate),
        new("evaluation.platform", [Role.System],
            [PlanEvaluation, RecordEvaluationStep, OpenEvaluation, LockEvaluation, CancelEvaluation],
            [], ForPlacement, Nothing),
    ];
}
