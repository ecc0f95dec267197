using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Demand;

public class DemandGapTests
{
    private static readonly LocalDate Today = new(2026, 10, 1);
    private static readonly RegionId Metrowest = RegionId.From("metrowest");
    private static readonly OnetSocCode Machinist = OnetSocCode.Parse("51-4041.00");

    private static readonly Pathway Machining = Pathway("machining", "51-4041.00");
    private static readonly Pathway Office = Pathway("office", "43-4051.00", "43-9061.00");
    private static readonly Pathway Bare = Pathway("bare");

    /// <summary>S87, S116, S196: demand without a pathway, where a partner's hard-to-fill role counts as demand (S86).</summary>
    [Fact]
    public void Demand_that_no_pathway_serves_is_listed_with_who_says_so()
    {
        var report = DemandGap.Report(Given.Metrowest, [Machining, Office], Today);
        var line = Assert.Single(report.DemandWithoutPathway);
        Assert.Equal("31-9092.00", line.Occupation.Value);
        Assert.Equal("31-9092 in metrowest is in demand. hospital can hardly fill 6 vacancies (2026-09-01): Shifts at night.", line.Sentence);
        var served = Assert.Single(report.DemandWithPathway);
        Assert.Equal((Machinist, "machining"), (served.Occupation, served.Pathways.Single().Value));
        Assert.Equal(
            "51-4041 in metrowest is in demand. State labor office (2026-05-01): 120 openings a year, 4.5 percent growth, $58,000 a year.",
            served.Sentence);
    }

    /// <summary>S83: how far placements go to jobs that the region needs; what nobody knows is not counted as either.</summary>
    [Fact]
    public void Seats_are_counted_by_whether_the_region_needs_the_occupation()
    {
        var alignment = DemandAlignment.Of(
            DemandGap.Report(Given.Metrowest, [Machining], Today), Metrowest,
            [Seats("51-4041.00", 3), Seats("31-9092.00", 2), Seats("43-4051.00", 5), Seats("11-1011.00", 7), Seats(null, 1)]);
        Assert.Equal(new(Metrowest, InDemand: 5, NotInDemand: 5, Unknown: 8), alignment);
        Assert.Equal(0.5, alignment.Share);
        Assert.Null(DemandAlignment.Of(DemandGap.Report(Given.Metrowest, [], Today), RegionId.From("cape"), [Seats("51-4041.00", 3)]).Share);

        static Opportunity Seats(string? occupation, int seats) => new()
        {
            Id = OpportunityId.From($"o-{occupation}"), Partner = PartnerId.From("p"), Title = "T", Kind = default, Sector = SectorId.From("s"), Seats = seats,
            Dates = new(Today, Today), Occupation = occupation is null ? null : OnetSocCode.Parse(occupation),
        };
    }

    /// <summary>S87: a pathway without demand, with every reason.</summary>
    [Fact]
    public void A_pathway_without_demand_is_listed_with_every_reason()
    {
        var report = DemandGap.Report(Given.Metrowest, [Machining, Office, Bare], Today);
        Assert.Equal(["bare", "office"], report.PathwaysWithoutDemand.Select(found => found.Pathway.Value));
        Assert.Equal(["demand.no-occupation"], report.PathwaysWithoutDemand[0].Reasons.Select(reason => reason.Code));
        Assert.Equal(["demand.no-record", "demand.openings"], report.PathwaysWithoutDemand[1].Reasons.Select(reason => reason.Code));
        Assert.Equal(
            "43-4051: State labor office (2023-05-01) says 8 where 25 openings a year are asked for.", report.PathwaysWithoutDemand[1].Reasons[1].Sentence);
    }

    /// <summary>S84: what is old is flagged with its date, and still counts.</summary>
    [Fact]
    public void Stale_numbers_are_flagged_by_their_date()
    {
        var report = DemandGap.Report(Given.Metrowest, [], Today);
        Assert.Equal(["43-4051.00"], report.Stale.Select(line => line.Occupation.Value));
        Assert.EndsWith("This is stale: nothing newer than 2023-05-01 is known.", report.Stale[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(3, DemandGap.Report(Given.Metrowest, [], new(2029, 1, 1)).Stale.Length);
        Assert.False(new DemandThreshold().IsStale(new(2024, 10, 1), Today));
        Assert.True(new DemandThreshold().IsStale(new(2024, 9, 30), Today));
    }

    /// <summary>S89: for an occupation and a region, the strategies; those of the region first.</summary>
    [Fact]
    public void Strategies_come_with_occupation_and_region()
    {
        var line = DemandGap.Report(Given.Metrowest, [Machining], Today).DemandWithPathway.Single();
        Assert.Equal(["Evening laboratory at the college", "Machining I and II, then a summer at a shop"], line.Strategies.Select(strategy => strategy.Strategy));
        Assert.Equal("Machining I and II, then a summer at a shop", Given.Metrowest.StrategiesFor(Machinist, RegionId.From("cape")).Single().Strategy);
    }

    /// <summary>S138: regions in which there is no pathway.</summary>
    [Fact]
    public void Regions_without_a_pathway_are_listed()
    {
        Assert.Equal(["cape", "metrowest"], DemandGap.Report(Given.Metrowest, [], Today).RegionsWithoutPathway.Select(region => region.Value));
        Assert.Equal(["cape"], DemandGap.Report(Given.Metrowest, [Machining], Today).RegionsWithoutPathway.Select(region => region.Value));
        Assert.Empty(DemandGap.Report(Given.Metrowest, [Machining with { Regions = [] }], Today).RegionsWithoutPathway);
        Assert.Empty(DemandGap.Report(Given.Metrowest, [Machining], Today, region: Metrowest).RegionsWithoutPathway);
    }

    /// <summary>S126: pay that keeps a family in the region; S203: every number can be set.</summary>
    [Theory]
    [InlineData(120, null, null, false, true)]
    [InlineData(121, null, null, false, false)]
    [InlineData(null, 4.5, null, false, true)]
    [InlineData(null, 4.6, null, false, false)]
    [InlineData(null, null, 58000.0, false, true)]
    [InlineData(null, null, 58001.0, false, false)]
    [InlineData(null, null, null, true, true)]
    public void The_threshold_is_the_readers_own(int? openings, double? growth, double? wage, bool family, bool isInDemand)
    {
        var threshold = new DemandThreshold { Openings = openings, GrowthPercent = (decimal?)growth, MedianWage = (decimal?)wage, FamilyWage = family };
        var report = DemandGap.Report(Given.Metrowest, [Machining], Today, threshold);
        Assert.Equal(isInDemand, report.DemandWithPathway.Any(line => line.Occupation == Machinist));
    }

    [Fact]
    public void A_wage_below_what_keeps_a_family_does_not_reach_the_threshold()
    {
        var demand = Given.Metrowest;
        var clerk = demand.RecordsOf(OnetSocCode.Parse("43-4051")).Single();
        var threshold = new DemandThreshold { Openings = null, FamilyWage = true };
        Assert.Equal(["demand.family-wage"], threshold.Misses(clerk, demand.FindRegion(Metrowest)).Select(miss => miss.Code));
        Assert.Empty(threshold.Misses(clerk)); // where nobody knows what keeps a family, nothing is asked for
        Assert.Equal(["demand.openings"], new DemandThreshold { Openings = 1 }.Misses(clerk with { Openings = null }).Select(miss => miss.Code));
    }

    [Fact]
    public void The_report_does_not_depend_on_the_order_of_its_input() => Prop.ForAll(
        Gen.Zip(Gen.Shuffle(Given.Metrowest.Records.ToArray()), Gen.Shuffle(new[] { Machining, Office, Bare })).ToArbitrary(),
        drawn => Told(DemandGap.Report(Given.Metrowest with { Records = [.. drawn.Item1] }, drawn.Item2, Today))
            == Told(DemandGap.Report(Given.Metrowest, [Machining, Office, Bare], Today))).QuickCheckThrowOnFailure();

    /// <summary>S205: every occupation of which anything is said is in demand or not, and served or not, exactly once.</summary>
    [Fact]
    public void Nothing_in_demand_is_left_out()
    {
        var report = DemandGap.Report(Given.Metrowest, [Machining, Office], Today, new() { Openings = 0 });
        Assert.Equal(3, report.DemandWithoutPathway.Length + report.DemandWithPathway.Length);
        Assert.Equal(new DemandThreshold { Openings = 0 }.Openings, report.Threshold.Openings);
    }

    private static string Told(DemandGapReport report) => string.Join('\n',
        report.DemandWithoutPathway.Concat(report.DemandWithPathway).Concat(report.Stale).Select(line => line.Sentence)
            .Concat(report.PathwaysWithoutDemand.Select(found => $"{found.Pathway} {string.Join(' ', found.Reasons)}")));

    private static Pathway Pathway(string id, params string[] occupations) => new()
    {
        Id = PathwayId.From(id), Title = id, Program = ProgramType.CareerTechnical, Regions = [Metrowest],
        Occupations = [.. occupations.Select(code => OnetSocCode.Parse(code))],
    };
}
