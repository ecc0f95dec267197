namespace Pathways.Curriculum;

/// <summary>How far a strategy is: each outcome against its target, and every claim with its exceptions.</summary>
public sealed record StrategyReport
{
    /// <summary>The day of the question.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Each outcome, in the order of the register.</summary>
    public required ImmutableArray<OutcomeResult> Outcomes { get; init; }

    /// <summary>The claims, in one order.</summary>
    public required ImmutableArray<QualityClaim> Claims { get; init; }

    /// <summary>By channel, the most named first: how many of those who were asked in the year before learned of pathways that way.</summary>
    public required ImmutableArray<ChannelCount> Channels { get; init; }

    /// <summary>The claim with a code.</summary>
    /// <param name="code">Such as <c>strategy.every-need-addressed</c>.</param>
    /// <exception cref="ArgumentException">There is no such claim.</exception>
    public QualityClaim Claim(string code) => Claims.FirstOrDefault(claim => claim.Code == code)
        ?? throw new ArgumentException($"There is no claim \"{code}\". There are: {string.Join(", ", Claims.Select(claim => claim.Code))}.", nameof(code));
}

/// <summary>How far an outcome is.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Value">The share or figure; <see langword="null"/> when nothing says so.</param>
/// <param name="Reached">Of how many students it is true; <see langword="null"/> for a figure from elsewhere.</param>
/// <param name="Of">Of how many the question is asked; <see langword="null"/> for a figure from elsewhere.</param>
/// <param name="Missing">Why it is not reached; empty when it is.</param>
public sealed record OutcomeResult(StrategyGoal Outcome, decimal? Value, int? Reached, int? Of, ImmutableArray<Refusal> Missing)
{
    /// <summary>Whether the target is reached.</summary>
    public bool IsReached => Missing.IsEmpty;
}

/// <summary>How many people named a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Audience">Who was asked.</param>
/// <param name="Heard">How many named it.</param>
/// <param name="Asked">How many were asked.</param>
public readonly record struct ChannelCount(string Channel, Role Audience, int Heard, int Asked);
