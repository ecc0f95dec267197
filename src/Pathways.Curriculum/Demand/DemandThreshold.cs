namespace Pathways.Curriculum;

/// <summary>From when on an occupation counts as in demand. What is left out is not asked for; a role that a partner can hardly fill always counts.</summary>
public sealed record DemandThreshold
{
    /// <summary>At least so many openings a year; a record that does not say how many does not reach it.</summary>
    public int? Openings { get; init; } = 25;

    /// <summary>At least so much growth, in percent.</summary>
    public decimal? GrowthPercent { get; init; }

    /// <summary>At least this median pay of a year, in dollars.</summary>
    public decimal? MedianWage { get; init; }

    /// <summary>Whether the pay must keep a family in the region, where it is known what that takes.</summary>
    public bool FamilyWage { get; init; }

    /// <summary>What is older is stale: it still counts, and is flagged. Two years where nothing else is said.</summary>
    public Period MaximumAge { get; init; } = Period.FromYears(2);

    /// <summary>Why a record does not reach the threshold; empty when it does.</summary>
    /// <param name="record">The record.</param>
    /// <param name="region">Its region, where it is known.</param>
    public ImmutableArray<Refusal> Misses(DemandRecord record, Region? region = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var misses = ImmutableArray.CreateBuilder<Refusal>();
        Least("demand.openings", "openings a year", Openings, record.Openings);
        Least("demand.growth", "percent growth", GrowthPercent, record.GrowthPercent);
        Least("demand.wage", "dollars a year", MedianWage, record.MedianWage);
        Least("demand.family-wage", "dollars a year, which keep a family there,", FamilyWage ? region?.FamilyWage : null, record.MedianWage);
        return misses.ToImmutable();

        void Least(string code, string unit, decimal? least, decimal? found)
        {
            if (least is { } wanted && !(found >= wanted))
            {
                misses.Add(new(code, FormattableString.Invariant(
                    $"{record.Source} ({record.AsOf:yyyy-MM-dd}) says {(found is { } number ? $"{number:#,0.##}" : "nothing")} where {wanted:#,0.##} {unit} are asked for.")));
            }
        }
    }

    /// <summary>Whether something said on one day is stale on another.</summary>
    /// <param name="asOf">The day for which it was said.</param>
    /// <param name="on">The day of the question.</param>
    public bool IsStale(LocalDate asOf, LocalDate on) => asOf + MaximumAge < on;
}
