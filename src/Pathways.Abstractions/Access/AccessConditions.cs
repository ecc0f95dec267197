namespace Pathways;

/// <summary>What must hold before somebody may see or do something.</summary>
public static class AccessConditions
{
    /// <summary>Needed for everything, by everybody.</summary>
    public static Requirement<AccessFacts> SameTenant { get; } =
        new("access.tenant", "It belongs to another district.", facts => facts.SameTenant);

    /// <summary>The actor is the student.</summary>
    public static Requirement<AccessFacts> OwnRecord { get; } =
        new("access.own-record", "It is about another student.", facts => facts.IsOwnRecord);

    /// <summary>The actor is a guardian of the student.</summary>
    public static Requirement<AccessFacts> OwnChild { get; } =
        new("access.guardian", "It is for a guardian of the student.", facts => facts.IsGuardian);

    /// <summary>The rights over the record have not passed to somebody else.</summary>
    public static Requirement<AccessFacts> RightsHeld { get; } =
        new("access.rights", "It is for whoever holds the rights over the student's record today.", facts => facts.HoldsRights);

    /// <summary>The student is the actor's to counsel.</summary>
    public static Requirement<AccessFacts> OnCaseload { get; } =
        new("access.caseload", "The student is not on this person's caseload.", facts => facts.IsOnCaseload);

    /// <summary>Actor and student are at one school.</summary>
    public static Requirement<AccessFacts> SameSchool { get; } =
        new("access.school", "The student is at another school.", facts => facts.SameSchool);

    /// <summary>The program is the actor's.</summary>
    public static Requirement<AccessFacts> OwnProgram { get; } =
        new("access.program", "It does not belong to a program of this person.", facts => facts.IsOwnProgram);

    /// <summary>The actor teaches the student.</summary>
    public static Requirement<AccessFacts> Enrolled { get; } =
        new("access.enrolled", "The student is not enrolled with this teacher.", facts => facts.IsEnrolled);

    /// <summary>The site is the actor's.</summary>
    public static Requirement<AccessFacts> OwnSite { get; } =
        new("access.site", "It does not belong to a site of this person's organization.", facts => facts.IsOwnSite);

    /// <summary>The actor directs the placement.</summary>
    public static Requirement<AccessFacts> OwnPlacement { get; } =
        new("access.placement", "Somebody else directs the placement.", facts => facts.IsOwnPlacement);

    /// <summary>It has not ended.</summary>
    public static Requirement<AccessFacts> Active { get; } =
        new("access.active", "It has ended, or has not begun.", facts => facts.IsActive);

    /// <summary>The student's data may be shown to the partner.</summary>
    public static Requirement<AccessFacts> Consented { get; } =
        new("access.consent", "There is no consent to show the student's data to this partner.", facts => facts.PartnerConsent);

    /// <summary>The partner may know who applies.</summary>
    public static Requirement<AccessFacts> IdentityRevealed { get; } =
        new("access.identity", "The partner learns who applies only with the short list.", facts => facts.IsIdentityRevealed);

    /// <summary>The actor is asked.</summary>
    public static Requirement<AccessFacts> Asked { get; } =
        new("access.asked", "The document or form asks somebody else.", facts => facts.IsAsked);

    /// <summary>There is a reason for breaking the glass.</summary>
    public static Requirement<AccessFacts> ReasonGiven { get; } =
        new("access.reason", "Looking without the usual relation needs a reason, which is logged.", facts => facts.BreakGlassReasonGiven);

    /// <summary>Every condition there is, in the order in which refusals name them.</summary>
    public static ImmutableArray<Requirement<AccessFacts>> All { get; } =
    [
        SameTenant, OwnRecord, OwnChild, RightsHeld, OnCaseload, OwnProgram, SameSchool, Enrolled, OwnSite, OwnPlacement,
        Active, Consented, IdentityRevealed, Asked, ReasonGiven,
    ];
}
