namespace Pathways.Curriculum;

/// <summary>How many of the seats on offer lead towards occupations that a region needs.</summary>
/// <param name="Region">The region.</param>
/// <param name="InDemand">Seats for occupations that are in demand.</param>
/// <param name="NotInDemand">Seats for occupations of which sources say that they are not.</param>
/// <param name="Unknown">Seats of which no occupation is said, or for an occupation of which nobody says anything.</param>
public sealed record DemandAlignment(RegionId Region, int InDemand, int NotInDemand, int Unknown)
{
    /// <summary>The share of seats in demand among those of which something is known, 0 to 1; <see langword="null"/> when nothing is known of any.</summary>
    public double? Share => InDemand + NotInDemand == 0 ? null : (double)InDemand / (InDemand + NotInDemand);

    /// <summary>Counts seats against the demand of a region.</summary>
    /// <param name="report">The gap report, with the region in it; how old what it says is, it says itself.</param>
    /// <param name="region">The region in which the seats are.</param>
    /// <param name="opportunities">The opportunities; for placements, those that were filled with the number of students as seats.</param>
    public static DemandAlignment Of(DemandGapReport report, RegionId region, IEnumerable<Opportunity> opportunities)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(opportunities);
        var needed = report.DemandWithPathway.Concat(report.DemandWithoutPathway).Where(line => line.Region == region)
            .Select(line => line.Occupation.Soc).ToHashSet(StringComparer.Ordinal);
        var known = report.Known.Where(line => line.Region == region).Select(line => line.Occupation.Soc).ToHashSet(StringComparer.Ordinal);
        var (inDemand, notInDemand, unknown) = (0, 0, 0);
        foreach (var opportunity in opportunities)
        {
            if (opportunity.Occupation is not { } occupation || !known.Contains(occupation.Soc))
            {
                unknown += opportunity.Seats;
            }
            else if (needed.Contains(occupation.Soc))
            {
                inDemand += opportunity.Seats;
            }
            else
            {
                notInDemand += opportunity.Seats;
            }
        }

        return new(region, inDemand, notInDemand, unknown);
    }
}
