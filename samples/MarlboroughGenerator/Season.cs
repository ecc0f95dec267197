namespace MarlboroughGenerator;

/// <summary>A part of the school year 2026-27 in which opportunities run.</summary>
/// <param name="Name">What titles call it.</param>
/// <param name="Dates">Its first and last day of work.</param>
/// <param name="Weight">How many of a hundred opportunities run in it.</param>
/// <param name="IsInTerm">Whether it is in term time, when work has to fit around school.</param>
internal sealed record Season(string Name, DateInterval Dates, double Weight, bool IsInTerm = true)
{
    /// <summary>The seasons in order.</summary>
    public static ImmutableArray<Season> All { get; } =
    [
        new("fall", new(new(2026, 9, 14), new(2027, 1, 15)), 38),
        new("all year", new(new(2026, 9, 14), new(2027, 6, 11)), 8),
        new("spring", new(new(2027, 1, 25), new(2027, 6, 11)), 36),
        new("summer", new(new(2027, 6, 28), new(2027, 8, 13)), 18, IsInTerm: false),
    ];
}
