namespace Pathways.Placements;

/// <summary>What a student says of the work on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Start">Minutes after midnight when it began, 0 to 1439.</param>
/// <param name="End">Minutes after midnight when it ended, at most 1440: work past midnight is two entries.</param>
/// <param name="BreakMinutes">How many minutes of it were breaks.</param>
/// <param name="Text">What was done.</param>
public sealed record WorkedHours(LocalDate Day, int Start, int End, int BreakMinutes = 0, Note? Text = null)
{
    /// <summary>Everything that is wrong with the times: <c>hours-entry.times</c> and <c>hours-entry.break</c>.</summary>
    public ImmutableArray<Refusal> Faults =>
    [
        .. 0 <= Start && Start < End && End <= MinutesOfDay
            ? ImmutableArray<Refusal>.Empty
            : [new("hours-entry.times", $"Work from minute {Start} to minute {End} is not within one day. Work past midnight is two entries.")],
        .. BreakMinutes >= 0 && (End <= Start || BreakMinutes < End - Start)
            ? ImmutableArray<Refusal>.Empty
            : [new("hours-entry.break", $"A break of {BreakMinutes} minutes is not shorter than the work of {End - Start} minutes.")],
    ];

    private const int MinutesOfDay = 24 * 60;
}
