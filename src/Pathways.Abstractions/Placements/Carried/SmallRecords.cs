namespace Pathways;

/// <summary>The student learned how to stay safe at the place of work.</summary>
/// <param name="On">When.</param>
/// <param name="By">Who held it.</param>
public sealed record SafetyOrientation(LocalDate On, ActorId By);

/// <summary>How the student gets to work and home.</summary>
/// <param name="Mode">The means, in the words of the district's list, such as <c>school-bus</c>.</param>
/// <param name="Note">What else was settled.</param>
public sealed record TransportPlan(ReasonCode Mode, Note? Note = null);

/// <summary>Somebody made sure that a supervisor is no parent, guardian or teacher of the student.</summary>
/// <param name="Supervisor">The supervisor.</param>
/// <param name="By">Who made sure.</param>
/// <param name="On">When.</param>
public sealed record SupervisorCheck(ActorId Supervisor, ActorId By, LocalDate On);

/// <summary>A reflection the student wrote on the work.</summary>
/// <param name="Artifact">Which artifact of the portfolio.</param>
/// <param name="On">When.</param>
public sealed record PlacementReflection(ArtifactId Artifact, LocalDate On);

/// <summary>The student's thanks to the partner.</summary>
/// <param name="On">When.</param>
/// <param name="Artifact">The card or letter, in the student's portfolio.</param>
public sealed record ThankYou(LocalDate On, ArtifactId? Artifact = null);

/// <summary>What the student got for the placement.</summary>
/// <param name="Credits">School credits, 0 or more.</param>
/// <param name="Credential">A credential, where there is one.</param>
/// <param name="On">When it was posted.</param>
/// <param name="By">Who posted it.</param>
public sealed record CreditPosting(decimal Credits, QualificationId? Credential, LocalDate On, ActorId By);

/// <summary>The school does without the missing hours.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who decided.</param>
/// <param name="On">When.</param>
public sealed record HoursWaiver(ReasonCode Reason, ActorId By, LocalDate On);

/// <summary>How a placement was broken off.</summary>
/// <param name="Party">Who wanted it.</param>
/// <param name="Cause">What kind of cause.</param>
/// <param name="LastDay">The last day of work: today for an end at once, later for one after notice.</param>
/// <param name="IsImmediate">Whether it ends at once.</param>
public sealed record Termination(TerminationParty Party, TerminationCause Cause, LocalDate LastDay, bool IsImmediate);

/// <summary>Who wants to end a placement.</summary>
public enum TerminationParty
{
    /// <summary>The student.</summary>
    Student,

    /// <summary>A parent or guardian.</summary>
    Guardian,

    /// <summary>The partner.</summary>
    Partner,

    /// <summary>The school.</summary>
    School,
}

/// <summary>What kind of cause ends a placement.</summary>
public enum TerminationCause
{
    /// <summary>How the student worked.</summary>
    Performance,

    /// <summary>Safety.</summary>
    Safety,

    /// <summary>The partner can no longer provide it.</summary>
    PartnerNeed,

    /// <summary>The student's own reasons.</summary>
    Personal,

    /// <summary>The law.</summary>
    Legal,
}
