using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads and writes demand files, <c>"format": "pathways/demand@1"</c>.</summary>
public static class DemandFile
{
    /// <summary>What the format is called in a file.</summary>
    public const string Format = "pathways/demand@1";

    private const string Kind = "demand";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The demand, or every error with its place.</returns>
    public static Reading<RegionalDemand> Read(string path) => JsonRecordFile.Read(path, Kind, Format, Demand);

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<RegionalDemand> Parse(ReadOnlySpan<byte> utf8, string name) => JsonRecordFile.Parse(utf8, name, Kind, Format, Demand);

    /// <summary>Writes a file.</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="path">The file; one that is there is replaced as a whole or not at all.</param>
    public static void Write(RegionalDemand demand, string path) => WholeFile.Write(path, stream => stream.Write(Bytes(demand)));

    /// <summary>The text of a file: fields in one order, and those at their default left out.</summary>
    /// <param name="demand">The demand.</param>
    public static byte[] Bytes(RegionalDemand demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return StableJson.Bytes(Format, writer =>
        {
            writer.List("regions", demand.Regions, region =>
            {
                writer.WriteString("id", region.Id.Value);
                writer.WriteString("title", region.Title);
                writer.Number("familyWage", region.FamilyWage);
                writer.Text("familyWageSource", region.FamilyWageSource);
            });
            writer.List("records", demand.Records, record =>
            {
                writer.WriteString("region", record.Region.Value);
                writer.WriteString("occupation", record.Occupation.Value);
                writer.Number("openings", record.Openings);
                writer.Number("growthPercent", record.GrowthPercent);
                writer.Number("medianWage", record.MedianWage);
                writer.WriteString("source", record.Source);
                writer.Day("asOf", record.AsOf);
            });
            writer.List("hardToFill", demand.HardToFill, role =>
            {
                writer.WriteString("partner", role.Partner.Value);
                writer.WriteString("region", role.Region.Value);
                writer.WriteString("occupation", role.Occupation.Value);
                writer.Number("vacancies", role.Vacancies);
                writer.Text("reason", role.Reason);
                writer.Day("asOf", role.AsOf);
            });
            writer.List("strategies", demand.Strategies, strategy =>
            {
                writer.WriteString("occupation", strategy.Occupation.Value);
                writer.Text("region", strategy.Region?.Value);
                writer.WriteString("strategy", strategy.Strategy);
                writer.Word("setting", strategy.Setting);
                writer.Text("degree", strategy.Degree);
                writer.Texts("credentials", strategy.Credentials, credential => credential.Value);
                writer.Texts("skills", strategy.Skills);
            });
        });
    }

    private static RegionalDemand Demand(JsonRecord root)
    {
        var regions = new HashSet<RegionId>();
        var said = new HashSet<(RegionId, string, string)>();
        return new()
        {
            Regions = root.List("regions", record => Region(record, regions)),
            Records = root.List("records", record => Demanded(record, regions, said)),
            HardToFill = root.List("hardToFill", record => Role(record, regions)),
            Strategies = root.List("strategies", record => Strategy(record, regions)),
        };
    }

    private static Region Region(JsonRecord record, HashSet<RegionId> regions) => new(record.Once("id", regions), record.Text("title"))
    {
        FamilyWage = record.NumberOrNull("familyWage"),
        FamilyWageSource = record.TextOrNull("familyWageSource"),
    };

    private static DemandRecord Demanded(JsonRecord record, HashSet<RegionId> regions, HashSet<(RegionId, string, string)> said)
    {
        var demanded = new DemandRecord
        {
            Region = record.Known("region", regions, "region"),
            Occupation = record.Occupation("occupation"),
            Openings = record.WholeNumberOrNull("openings"),
            GrowthPercent = record.NumberOrNull("growthPercent", least: -100),
            MedianWage = record.NumberOrNull("medianWage"),
            Source = record.Text("source"),
            AsOf = record.Date("asOf"),
        };
        if (demanded.Source.Length > 0 && !said.Add((demanded.Region, $"{demanded.Occupation.Soc} {demanded.AsOf}", demanded.Source)))
        {
            record.Fault("", "duplicate", $"{demanded.Source} speaks twice of {demanded.Occupation.Soc} in {demanded.Region} on one day. Keep one.");
        }

        return demanded;
    }

    private static HardToFillRole Role(JsonRecord record, HashSet<RegionId> regions) => new()
    {
        Partner = record.Id<PartnerId>("partner"),
        Region = record.Known("region", regions, "region"),
        Occupation = record.Occupation("occupation"),
        Vacancies = record.WholeNumberOrNull("vacancies"),
        Reason = record.TextOrNull("reason"),
        AsOf = record.Date("asOf"),
    };

    private static ReadinessStrategy Strategy(JsonRecord record, HashSet<RegionId> regions) => new()
    {
        Occupation = record.Occupation("occupation"),
        Region = record.Has("region") ? record.Known("region", regions, "region") : null,
        Strategy = record.Text("strategy"),
        Setting = record.ChoiceOrNull<ActivitySetting>("setting"),
        Degree = record.TextOrNull("degree"),
        Credentials = record.Ids<QualificationId>("credentials"),
        Skills = record.Texts("skills"),
    };
}
