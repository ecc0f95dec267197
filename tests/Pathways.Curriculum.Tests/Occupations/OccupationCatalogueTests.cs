namespace Pathways.Curriculum.Tests.Occupations;

public class OccupationCatalogueTests
{
    private static readonly OccupationCatalogue Onet = OccupationCatalogue.Onet293;

    /// <summary>S162: the shipped release has 923 occupations, by job zone as many as O*NET 29.3 has with data.</summary>
    [Fact]
    public void The_shipped_release_is_complete()
    {
        Assert.Equal("O*NET 29.3", Onet.Release);
        Assert.Equal(923, Onet.Occupations.Length);
        Assert.Equal([31, 295, 219, 224, 154], Enumerable.Range(1, 5).Select(zone => Onet.Occupations.Count(occupation => occupation.JobZone == zone)));
        Assert.Equal([1, 2, 3, 4, 5], Onet.Zones.Select(zone => zone.Number));
        Assert.All(Onet.Occupations, occupation =>
        {
            Assert.Equal(6, occupation.Interests.Length);
            Assert.All(occupation.Interests, mean => Assert.InRange(mean, 1, 7));
            Assert.InRange(occupation.InterestHighPoints.Length, 1, 3);
            Assert.NotEmpty(occupation.Title);
        });
        Assert.All(Enum.GetValues<InterestArea>(), area => Assert.Equal(4, Onet.Occupations.Count(occupation => occupation.IllustrativeOf.Contains(area))));
    }

    [Fact]
    public void An_occupation_is_what_the_release_says()
    {
        var plumber = Onet.Find(OnetSocCode.Parse("47-2152.00"))!;
        Assert.Equal("Plumbers, Pipefitters, and Steamfitters", plumber.Title);
        Assert.Equal((3, "RC", TypicalEducation.VocationalOrAssociate), (plumber.JobZone, plumber.InterestHighPoints, plumber.Education));
        Assert.Equal([7, 2.23, 1, 1.27, 1, 3.86], plumber.Interests.AsEnumerable());
        Assert.Equal([InterestArea.Realistic], Onet.Find(OnetSocCode.Parse("47-2031.00"))!.IllustrativeOf.AsEnumerable());
        Assert.Null(Onet.Find(OnetSocCode.Parse("99-9999.00")));
    }

    [Fact]
    public void Occupations_come_by_code()
    {
        var codes = Onet.Occupations.Select(occupation => occupation.Code.Value).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
    }

    /// <summary>The release is read once, whoever asks first.</summary>
    [Fact]
    public void All_threads_get_one_catalogue()
    {
        var found = new OccupationCatalogue[8];
        Parallel.For(0, found.Length, i => found[i] = OccupationCatalogue.Onet293);
        Assert.All(found, catalogue => Assert.Same(Onet, catalogue));
    }

    /// <summary>S162: occupations by education, from a high school diploma to graduate school; S89: and by sector.</summary>
    [Fact]
    public void Occupations_are_found_by_words_education_and_sector()
    {
        Assert.Equal(["15-1252.00"], Codes(new() { Words = "software dev" }));
        Assert.Equal(154, Codes(new() { Education = [TypicalEducation.Graduate] }).Count());
        Assert.Equal(31 + 295, Codes(new() { JobZones = [1, 2] }).Count());
        Assert.Contains("51-4041.00", Codes(new() { Words = "MACHINIST", MajorGroups = ["51"] }));
        Assert.Empty(Codes(new() { Words = "machinist", MajorGroups = ["29"] }));
        var healthcare = Codes(new() { Sectors = [SectorOccupations.Marlborough[1]], JobZones = [3] }).ToList();
        Assert.Contains("31-9092.00", healthcare); // medical assistants
        Assert.All(healthcare, code => Assert.Contains(code[..2], new[] { "19", "29", "31" }));
    }

    /// <summary>S2: each sector of the preset has occupations, and none is in two.</summary>
    [Fact]
    public void The_sectors_of_the_preset_do_not_overlap()
    {
        Assert.Equal(SectorPresets.Marlborough.Select(sector => sector.Id), SectorOccupations.Marlborough.Select(sector => sector.Sector));
        Assert.All(SectorOccupations.Marlborough, sector => Assert.True(Codes(new() { Sectors = [sector] }).Count() > 30));
        Assert.All(Onet.Occupations, occupation => Assert.True(SectorOccupations.Marlborough.Count(sector => sector.Holds(occupation.Code)) <= 1));
    }

    /// <summary>S155: whoever sees what a job pays sees what it takes; S152: and where the number comes from.</summary>
    [Fact]
    public void Pay_is_never_shown_without_training()
    {
        var demand = Demand.Given.Metrowest;
        var facts = Onet.Search(new() { Words = "machinists", Demand = demand }).Single();
        Assert.Equal("O*NET 29.3", facts.Release);
        Assert.StartsWith("$58,000 a year is the median in metrowest (State labor office, 2026-05-01). What it takes: Most occupations in this zone require", facts.PayAndTraining, StringComparison.Ordinal);
        Assert.Contains(facts.Training, facts.PayAndTraining, StringComparison.Ordinal);
        var without = Onet.Search(new() { Words = "machinists" }).Single();
        Assert.StartsWith("What it takes: ", without.PayAndTraining, StringComparison.Ordinal);
    }

    /// <summary>S84, S89: which jobs are in demand, and where.</summary>
    [Fact]
    public void Occupations_are_found_by_the_demand_of_a_region()
    {
        var demand = Demand.Given.Metrowest;
        var query = new OccupationQuery { Demand = demand, InDemandOnly = true };
        Assert.Contains("51-4041.00", Codes(query with { Region = RegionId.From("metrowest") }));
        Assert.Empty(Codes(query with { Region = RegionId.From("cape") }));
        Assert.Empty(Codes(new() { InDemandOnly = true }));
    }

    /// <summary>The terms of the data ask for attribution that names the release and the changes.</summary>
    [Fact]
    public void The_attribution_names_the_release_and_says_it_was_modified()
    {
        Assert.Contains("O*NET 29.3 Database", Onet.Attribution, StringComparison.Ordinal);
        Assert.Contains("modified", Onet.Attribution, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", Onet.Attribution, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Codes(OccupationQuery query) => Onet.Search(query).Select(facts => facts.Occupation.Code.Value);
}
