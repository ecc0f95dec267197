namespace Pathways.Curriculum;

/// <summary>Compares what a region needs with what its pathways lead to.</summary>
public static class DemandGap
{
    /// <summary>Which demand no pathway serves, and which pathway no demand supports, with reasons, sources and days.</summary>
    /// <param name="demand">What is known of demand.</param>
    /// <param name="pathways">The pathways. One counts in the regions in which it is offered; where it names none, in all.</param>
    /// <param name="on">The day of the question.</param>
    /// <param name="threshold">From when on an occupation is in demand.</param>
    /// <param name="region">The only region to report on; <see langword="null"/> for all that are listed.</param>
    public static DemandGapReport Report(
        RegionalDemand demand, IReadOnlyList<Pathway> pathways, LocalDate on, DemandThreshold? threshold = null, RegionId? region = null)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(pathways);
        threshold ??= new();
        var regions = demand.Regions.Where(known => region is null || known.Id == region).OrderBy(known => known.Id).ToList();
        var sorted = pathways.OrderBy(pathway => pathway.Id).ToList();
        var lines = regions.SelectMany(known => Lines(demand, sorted, on, threshold, known)).ToList();
        return new()
        {
            On = on,
            Threshold = threshold,
            DemandWithoutPathway = [.. lines.Where(line => line.IsInDemand && line.Pathways.IsEmpty)],
            DemandWithPathway = [.. lines.Where(line => line.IsInDemand && !line.Pathways.IsEmpty)],
            PathwaysWithoutDemand = [.. regions.SelectMany(known => WithoutDemand(sorted, lines, known.Id))],
            RegionsWithoutPathway = [.. regions.Where(known => !sorted.Any(pathway => IsOffered(pathway, known.Id))).Select(known => known.Id)],
            Stale = [.. lines.Where(line => line.IsStale)],
            Known = [.. lines],
        };
    }

    private static IEnumerable<DemandLine> Lines(RegionalDemand demand, List<Pathway> pathways, LocalDate on, DemandThreshold threshold, Region region)
    {
        var occupations = demand.Records.Where(record => record.Region == region.Id).Select(record => record.Occupation)
            .Concat(demand.HardToFill.Where(role => role.Region == region.Id).Select(role => role.Occupation))
            .Select(occupation => OnetSocCode.Parse(occupation.Soc)).Distinct().OrderBy(occupation => occupation.Value, StringComparer.Ordinal);
        foreach (var occupation in occupations)
        {
            var records = demand.RecordsOf(occupation, region.Id);
            var roles = demand.HardToFillOf(occupation, region.Id);
            var misses = records.IsEmpty ? [] : threshold.Misses(records[0], region);
            var latest = records.Select(record => record.AsOf).Concat(roles.Select(role => role.AsOf)).Max();
            yield return new()
            {
                Region = region.Id,
                Occupation = occupation,
                Records = records,
                HardToFill = roles,
                Misses = misses,
                IsInDemand = !roles.IsEmpty || (!records.IsEmpty && misses.IsEmpty),
                AsOf = latest,
                IsStale = threshold.IsStale(latest, on),
                Pathways = [.. pathways.Where(pathway => IsOffered(pathway, region.Id) && LeadsTo(pathway, occupation)).Select(pathway => pathway.Id)],
                Strategies = demand.StrategiesFor(occupation, region.Id),
            };
        }
    }

    private static IEnumerable<PathwayWithoutDemand> WithoutDemand(List<Pathway> pathways, List<DemandLine> lines, RegionId region)
    {
        foreach (var pathway in pathways.Where(pathway => IsOffered(pathway, region)))
        {
            var known = lines.Where(line => line.Region == region && LeadsTo(pathway, line.Occupation)).ToList();
            if (known.Any(line => line.IsInDemand))
            {
                continue;
            }

            var unknown = pathway.Occupations.Select(occupation => occupation.Soc).Except(known.Select(line => line.Occupation.Soc)).ToList();
            yield return new(pathway.Id, region,
            [
                .. pathway.Occupations.IsEmpty
                    ? new[] { new Refusal("demand.no-occupation", $"{pathway.Title} names no occupation that it leads to, so nothing can be said of its demand.") }
                    : [],
                .. unknown.Select(soc => new Refusal("demand.no-record", $"No source and no partner says anything of {soc} in {region}.")),
                .. known.SelectMany(line => line.Misses.Select(miss => miss with { Sentence = $"{line.Occupation.Soc}: {miss.Sentence}" })),
            ]);
        }
    }

    private static bool IsOffered(Pathway pathway, RegionId region) => pathway.Regions.IsEmpty || pathway.Regions.Contains(region);

    private static bool LeadsTo(Pathway pathway, OnetSocCode occupation) => pathway.Occupations.Any(own => own.Soc == occupation.Soc);
}
