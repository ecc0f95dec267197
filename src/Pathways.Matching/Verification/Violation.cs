namespace Pathways.Matching;

/// <summary>A condition that a matching breaks.</summary>
/// <param name="Code">Public and stable; one of the constants here.</param>
/// <param name="Message">Who and what, with the numbers.</param>
public readonly record struct Violation(string Code, string Message)
{
    /// <summary>An assignment names a student the problem does not have.</summary>
    public const string UnknownStudent = "matching.student-unknown";

    /// <summary>An assignment names an opportunity the problem does not have.</summary>
    public const string UnknownOpportunity = "matching.opportunity-unknown";

    /// <summary>A student has more than one seat.</summary>
    public const string StudentTwice = "matching.student-twice";

    /// <summary>A student and an opportunity that do not both list each other are matched.</summary>
    public const string NotAcceptable = "matching.not-acceptable";

    /// <summary>An opportunity has more students than seats.</summary>
    public const string OverCapacity = "matching.over-capacity";

    /// <summary>An opportunity has some students, but fewer than it needs to run.</summary>
    public const string BelowMinimum = "matching.below-minimum";

    /// <summary>A partner has more students over all its opportunities than its cap.</summary>
    public const string PartnerOverCapacity = "matching.partner-over-capacity";

    /// <summary>The opportunities under a cap have more students together than it allows.</summary>
    public const string CapExceeded = "matching.cap-exceeded";

    /// <summary>An opportunity has students to whom none of its seats may be given: those left are for members of a group.</summary>
    public const string ReservedSeats = "matching.reserved-seats";

    /// <summary>The code and the message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
