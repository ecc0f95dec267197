namespace Pathways;

/// <summary>Whether and how a student is paid.</summary>
/// <param name="Kind">What sort of pay.</param>
/// <param name="Amount">How much, 0 or more, in <paramref name="Currency"/>: for an hour of a wage, in all of a stipend; <see langword="null"/> when unpaid.</param>
/// <param name="Currency">The ISO 4217 code.</param>
public sealed record PayTerms(PayKind Kind, decimal? Amount = null, string Currency = "USD")
{
    /// <summary>What the school found of the seven factors; <see langword="null"/> while nobody looked. Needed for unpaid work that is no observation.</summary>
    public UnpaidAssessment? Unpaid { get; init; }
}

/// <summary>Ways in which a student is paid.</summary>
public enum PayKind
{
    /// <summary>Not at all.</summary>
    Unpaid,

    /// <summary>By the hour.</summary>
    Wage,

    /// <summary>A sum for the whole.</summary>
    Stipend,
}
