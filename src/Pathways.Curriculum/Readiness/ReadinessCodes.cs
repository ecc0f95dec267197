namespace Pathways.Curriculum;

/// <summary>The codes of what is missing for readiness; public and stable.</summary>
public static class ReadinessCodes
{
    /// <summary>Too few artifacts were handed in.</summary>
    public const string ArtifactMissing = "readiness.artifact-missing";

    /// <summary>An artifact waits for somebody to look at it.</summary>
    public const string ArtifactNotReviewed = "readiness.artifact-not-reviewed";

    /// <summary>An artifact must be done again.</summary>
    public const string ArtifactReturned = "readiness.artifact-returned";

    /// <summary>An artifact is too old.</summary>
    public const string ArtifactTooOld = "readiness.artifact-too-old";

    /// <summary>A credential or training is missing.</summary>
    public const string CredentialMissing = "readiness.credential-missing";

    /// <summary>A credential or training is not valid any more.</summary>
    public const string CredentialExpired = "readiness.credential-expired";

    /// <summary>The student took part too seldom.</summary>
    public const string ExperienceMissing = "readiness.experience-missing";

    /// <summary>The student took part for too few hours.</summary>
    public const string HoursMissing = "readiness.hours-missing";

    /// <summary>A self-assessment is missing.</summary>
    public const string AssessmentMissing = "readiness.assessment-missing";

    /// <summary>A self-assessment is too old.</summary>
    public const string AssessmentTooOld = "readiness.assessment-too-old";

    /// <summary>No sector was chosen.</summary>
    public const string SectorMissing = "readiness.sector-missing";

    /// <summary>No adult is named on the day.</summary>
    public const string AdvisorMissing = "readiness.advisor-missing";

    /// <summary>A barrier stands that nobody dealt with.</summary>
    public const string BarrierOpen = "readiness.barrier-open";

    /// <summary>The student is in a lower grade.</summary>
    public const string GradeTooLow = "readiness.grade-too-low";

    /// <summary>It is not known in which grade the student is.</summary>
    public const string GradeUnknown = "readiness.grade-unknown";

    /// <summary>Somebody has not signed the plan.</summary>
    public const string SignatureMissing = "readiness.signature-missing";

    /// <summary>A signature under the plan is too old.</summary>
    public const string SignatureTooOld = "readiness.signature-too-old";

    /// <summary>A goal of a kind is missing.</summary>
    public const string GoalMissing = "readiness.goal-missing";

    /// <summary>A goal is too old.</summary>
    public const string GoalTooOld = "readiness.goal-too-old";

    /// <summary>The student has not said, or not decided, what to do after high school.</summary>
    public const string IntentMissing = "readiness.intent-missing";

    /// <summary>A milestone of financial aid is not reached.</summary>
    public const string AidMissing = "readiness.aid-missing";

    /// <summary>Too few of a group of criteria hold.</summary>
    public const string GroupUnmet = "readiness.group-unmet";

    /// <summary>Whoever wants to grant or revoke may not.</summary>
    public const string Role = "readiness.role";

    /// <summary>A reason must be given.</summary>
    public const string Reason = "readiness.reason";

    /// <summary>The definition does not apply on the day.</summary>
    public const string NotEffective = "readiness.not-effective";

    /// <summary>The student's readiness was not granted.</summary>
    public const string GrantMissing = "readiness.grant-missing";

    /// <summary>The grant is over.</summary>
    public const string GrantExpired = "readiness.grant-expired";

    /// <summary>The grant was taken back.</summary>
    public const string GrantRevoked = "readiness.grant-revoked";

    /// <summary>The grant is by another version of the definition.</summary>
    public const string GrantOutdated = "readiness.grant-outdated";

    /// <summary>There is a grant already that lasts as long.</summary>
    public const string GrantInForce = "readiness.grant-in-force";

    /// <summary>Nothing is known of the student.</summary>
    public const string StudentUnknown = "readiness.student-unknown";

    /// <summary>Whether a code is of what was there and is over, as opposed to what never was.</summary>
    internal static bool IsLapse(string code) => code is ArtifactTooOld or CredentialExpired or AssessmentTooOld or SignatureTooOld or GoalTooOld
        or GrantExpired or GrantOutdated;
}
