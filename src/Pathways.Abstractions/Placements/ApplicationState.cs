namespace Pathways;

/// <summary>Where a student's application for an opportunity stands.</summary>
public enum ApplicationState
{
    /// <summary>The student is writing it.</summary>
    Draft,

    /// <summary>The school has it.</summary>
    Submitted,

    /// <summary>The school gave it back with a comment, to be improved.</summary>
    Returned,

    /// <summary>The school approved it; the partner may see it.</summary>
    Endorsed,

    /// <summary>The school said no. An end: another try is a new application.</summary>
    Declined,

    /// <summary>The partner wants to know more.</summary>
    Shortlisted,

    /// <summary>An interview has a time.</summary>
    InterviewScheduled,

    /// <summary>The interview took place.</summary>
    Interviewed,

    /// <summary>The partner offers the seat, which is held until the offer expires.</summary>
    Offered,

    /// <summary>The partner would take the student if a seat came free.</summary>
    Waitlisted,

    /// <summary>The student took the offer; the placement begins. An end.</summary>
    Accepted,

    /// <summary>The student did not want the offer. An end.</summary>
    OfferDeclined,

    /// <summary>Nobody answered the offer in time. An end.</summary>
    OfferExpired,

    /// <summary>The partner took the offer back. An end.</summary>
    OfferRescinded,

    /// <summary>The partner chose somebody else. An end.</summary>
    NotSelected,

    /// <summary>The student gave it up. An end.</summary>
    Withdrawn,

    /// <summary>The season closed before there was an answer. An end.</summary>
    Lapsed,
}
