using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Demand;

public class DemandFileTests
{
    [Fact]
    public void What_is_read_is_written_byte_for_byte() => Assert.Equal(Given.Text, Encoding.UTF8.GetString(DemandFile.Bytes(Given.Metrowest)));

    /// <summary>S84, S85, S86: who says what of which occupation where, and what it needs.</summary>
    [Fact]
    public void Everything_in_the_file_is_read()
    {
        var demand = Given.Metrowest;
        var record = demand.RecordsOf(OnetSocCode.Parse("51-4041"))[0];
        Assert.Equal((120, 4.5m, 58000m, "State labor office", new LocalDate(2026, 5, 1)), (record.Openings, record.GrowthPercent, record.MedianWage, record.Source, record.AsOf));
        var role = Assert.Single(demand.HardToFill);
        Assert.Equal(("hospital", 6, "Shifts at night"), (role.Partner.Value, role.Vacancies, role.Reason));
        var strategy = demand.Strategies[1];
        Assert.Equal((ActivitySetting.AfterSchool, "Associate in manufacturing"), (strategy.Setting, strategy.Degree));
        Assert.Equal("nims-1", Assert.Single(strategy.Credentials).Value);
        Assert.Equal((52000m, "MetroWest"), (demand.FindRegion(RegionId.From("metrowest"))!.FamilyWage, demand.Regions[0].ToString()));
        Assert.Null(demand.FindRegion(RegionId.From("moon")));
    }

    [Fact]
    public void Every_fault_is_told_in_one_run_with_its_place()
    {
        var broken = Given.Text
            .Replace("\"region\": \"metrowest\",\n      \"occupation\": \"43", "\"region\": \"metro\",\n      \"occupation\": \"43", StringComparison.Ordinal)
            .Replace("\"openings\": 8", "\"openings\": -8", StringComparison.Ordinal)
            .Replace("\"31-9092.00\"", "\"nurse\"", StringComparison.Ordinal)
            .Replace("after-school", "at night", StringComparison.Ordinal);
        var errors = DemandFile.Parse(Encoding.UTF8.GetBytes(broken), "demand.json").Errors;
        Assert.Equal(
            ["demand.records.region.unknown", "demand.records.openings.out-of-range", "demand.hardToFill.occupation.malformed", "demand.strategies.setting.unknown"],
            errors.Select(error => error.Code));
        Assert.All(errors, error => Assert.True(error.Line > 30 && error.Column > 0));
        Assert.Contains("$.records[2].region", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_lists_the_codes_that_can_be_given() => DocumentedCodes.Compare(
        "demand.md",
        [
            "demand.file.missing", "demand.file.unreadable", "demand.file.too-large", "demand.errors.more",
            .. BrokenJson.Of(Encoding.UTF8.GetBytes(Given.Text)).SelectMany(text => DemandFile.Parse(text, "x").Errors).Select(error => error.Code),
        ]);

    [Fact]
    public void The_page_lists_the_reasons_of_the_gap_report() => Assert.Equal(
        new[] { "DemandGap", "DemandThreshold" }
            .SelectMany(name => DocumentedCodes.InSource($"src/Pathways.Curriculum/Demand/{name}.cs", "demand")).Distinct().Order(StringComparer.Ordinal),
        DocumentedCodes.OnPage("demand.md").Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_shows_the_example_of_these_tests() => ExampleOf("demand.md", Given.Text);

    [Fact]
    public void What_is_written_reads_as_it_was() => Prop.ForAll(
        Demands().ToArbitrary(),
        demand => DemandFile.Bytes(DemandFile.Parse(DemandFile.Bytes(demand), "x").Get()).AsSpan().SequenceEqual(DemandFile.Bytes(demand))
            && DemandFile.Parse(DemandFile.Bytes(demand), "x").Get().Records.SequenceEqual(demand.Records)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_file_is_written_and_read()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            DemandFile.Write(Given.Metrowest, path);
            Assert.Equal(Given.Metrowest.Records.AsEnumerable(), DemandFile.Read(path).Get().Records.AsEnumerable());
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal(["demand.file.missing"], DemandFile.Read(path).Errors.Select(error => error.Code));
    }

    internal static void ExampleOf(string page, string text) => Assert.Contains($"```json\n{text}```", DocumentedCodes.Text(page), StringComparison.Ordinal);

    private static Gen<RegionalDemand> Demands() =>
        from records in Gen.ListOf(Records(), 6)
        select new RegionalDemand { Regions = [new(RegionId.From("é \"1\""), "One")], Records = [.. records.DistinctBy(record => (record.Occupation, record.AsOf))] };

    private static Gen<DemandRecord> Records() =>
        from code in Gen.Elements("51-4041.00", "29-1141.00")
        from openings in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 999).Select(n => (int?)n))
        from growth in Gen.OneOf(Gen.Constant<decimal?>(null), Gen.Choose(-1000, 999).Select(n => (decimal?)(n / 10m)))
        from day in Gen.Choose(0, 3000)
        select new DemandRecord
        {
            Region = RegionId.From("é \"1\""), Occupation = OnetSocCode.Parse(code), Openings = openings, GrowthPercent = growth,
            Source = "Office", AsOf = new LocalDate(2020, 1, 1).PlusDays(day),
        };
}
