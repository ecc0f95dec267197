namespace Pathways;

/// <summary>All that a decision on access may look at: how the actor stands to what they want to see or do. What is left out counts as not so.</summary>
/// <remarks>Whoever gathers the facts reads them from the stores, never from what the actor says. Every fact can only open, never close: one more that is true takes no permission away.</remarks>
public readonly record struct AccessFacts
{
    /// <summary>Actor and thing belong to the same tenant. Without it the answer is no, whatever the role.</summary>
    public bool SameTenant { get; init; }

    /// <summary>Actor and student belong to the same school.</summary>
    public bool SameSchool { get; init; }

    /// <summary>It is about the actor, who is the student.</summary>
    public bool IsOwnRecord { get; init; }

    /// <summary>It is about a student whose guardian the actor is.</summary>
    public bool IsGuardian { get; init; }

    /// <summary>The actor holds the rights over the student's record today. From what age on the student does, and whether the guardian then still does, is a matter of the jurisdiction.</summary>
    public bool HoldsRights { get; init; }

    /// <summary>The student is on the actor's caseload.</summary>
    public bool IsOnCaseload { get; init; }

    /// <summary>It belongs to a program that the actor runs, works for, or sits on the board of: a student in it, an opportunity offered to it, a match run for it.</summary>
    public bool IsOwnProgram { get; init; }

    /// <summary>The student is enrolled with the actor, who teaches.</summary>
    public bool IsEnrolled { get; init; }

    /// <summary>It belongs to a site of the partner for which the actor works.</summary>
    public bool IsOwnSite { get; init; }

    /// <summary>It belongs to a placement that the actor directs.</summary>
    public bool IsOwnPlacement { get; init; }

    /// <summary>It is going on: the application or placement has not ended, the student is still enrolled, the opportunity is shown to students.</summary>
    public bool IsActive { get; init; }

    /// <summary>Whoever holds the rights has consented to showing the student's data to this partner, and has not taken that back.</summary>
    public bool PartnerConsent { get; init; }

    /// <summary>The partner has been told who the applicant is: on the short list, or by an offer.</summary>
    public bool IsIdentityRevealed { get; init; }

    /// <summary>The document or form asks the actor for a signature or an answer.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The actor has given a reason for looking without the usual relation.</summary>
    public bool BreakGlassReasonGiven { get; init; }
}
