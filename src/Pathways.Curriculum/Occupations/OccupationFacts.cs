using System.Globalization;

namespace Pathways.Curriculum;

/// <summary>What is known of an occupation, from one release of O*NET: pay is never shown without the training it takes.</summary>
/// <param name="Release">Which release.</param>
/// <param name="Occupation">The occupation.</param>
/// <param name="Zone">How much preparation it needs; <see langword="null"/> where the release does not say.</param>
/// <param name="Demand">What is known of its demand and pay, latest first.</param>
public sealed record OccupationFacts(string Release, Occupation Occupation, JobZone? Zone, ImmutableArray<DemandRecord> Demand)
{
    /// <summary>What preparation it takes, in the words of the job zone.</summary>
    public string Training => Zone is null
        ? $"{Release} does not say what preparation it takes."
        : $"{Zone.Education} {Zone.Training}";

    /// <summary>The latest pay with its source and day, and the preparation it takes; without a wage, the preparation alone.</summary>
    public string PayAndTraining => Demand.FirstOrDefault(record => record.MedianWage is not null) is { } record
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"${record.MedianWage:#,0} a year is the median in {record.Region} ({record.Source}, {record.AsOf:yyyy-MM-dd}). What it takes: {Training}")
        : $"What it takes: {Training}";

    /// <summary>The occupation.</summary>
    public override string ToString() => Occupation.ToString();
}
