namespace Pathways.Curriculum;

/// <summary>A time in which a student investigated a sector.</summary>
/// <param name="Choice">The choice of the sector.</param>
/// <param name="Until">The day of the next choice; <see langword="null"/> while it holds.</param>
public sealed record SectorPeriod(SectorChoice Choice, LocalDate? Until);

/// <summary>The sectors that a student chose to investigate, one after the other.</summary>
public static class SectorHistory
{
    /// <summary>Every choice, the first one first. Of several on one day the last by identifier holds.</summary>
    /// <param name="record">The student's record.</param>
    public static ImmutableArray<SectorPeriod> Of(StudentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        ImmutableArray<SectorChoice> choices = [.. record.Standing.OfType<SectorChoice>()];
        return [.. choices.Select((choice, i) => new SectorPeriod(choice, i + 1 < choices.Length ? choices[i + 1].On : null))];
    }

    /// <summary>The sector that holds on a day; <see langword="null"/> before the first choice.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The day.</param>
    public static SectorId? On(StudentRecord record, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Standing.TakeWhile(entry => entry.On <= on).OfType<SectorChoice>().LastOrDefault()?.Sector;
    }
}
