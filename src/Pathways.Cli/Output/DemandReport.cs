using System.Text.Json.Serialization;
using Pathways.Curriculum;
using static Pathways.Cli.Output.Figures;

namespace Pathways.Cli.Output;

/// <summary>What <c>demand</c> prints: demand without a pathway, pathways without demand, and roles that partners can hardly fill.</summary>
internal static class DemandReport
{
    private const int MostLines = 10;

    public static void Write(
        Terminal terminal, DemandGapReport report, RegionalDemand demand, PathwayRegister pathways, RegionId? region, bool json, bool all)
    {
        HardToFillRole[] roles = [.. demand.HardToFill.Where(role => region is null || role.Region == region).OrderBy(role => role.Region).ThenBy(role => role.Occupation.Soc, StringComparer.Ordinal).ThenBy(role => role.Partner)];
        if (json)
        {
            terminal.WriteJson(Json(report, roles), DemandJson.Default.DemandReportJson);
            return;
        }

        var output = terminal.OutputText;
        output.WriteLine(
            $"On {ProgressJson.Day(report.On)}, {(report.Threshold.Openings is { } least ? $"in demand from {Number(least)} openings a year" : "in demand")} or where a partner can hardly fill a role: "
            + $"{Number(report.DemandWithoutPathway.Length)} without a pathway, {Number(report.DemandWithPathway.Length)} with one.");
        var title = pathways.Pathways.ToDictionary(pathway => pathway.Id, pathway => pathway.Title);
        Section(output, "Demand without a pathway", all, [.. report.DemandWithoutPathway.Select(Line)]);
        Section(output, "Pathways without demand", all,
            [.. report.PathwaysWithoutDemand.Select(gap => $"{title[gap.Pathway]} ({gap.Pathway}) in {gap.Region}: {string.Join(' ', gap.Reasons.Select(reason => reason.Sentence))}")]);
        Section(output, "Regions without a pathway", all, [.. report.RegionsWithoutPathway.Select(found => $"{demand.FindRegion(found)?.Title} ({found})")]);
        Section(output, "Demand with a pathway", all, [.. report.DemandWithPathway.Select(line => $"{Line(line)} Pathways: {string.Join(", ", line.Pathways)}.")]);
        Section(output, "Roles that partners can hardly fill", all, [.. roles.Select(Role)]);
        Zones(terminal, report);
        if (report.Stale.Length > 0)
        {
            output.WriteLine();
            output.WriteLine($"{Number(report.Stale.Length)} {(report.Stale.Length == 1 ? "occupation rests" : "occupations rest")} on figures older than {Number(report.Threshold.MaximumAge.Years)} years.");
        }
    }

    private static void Section(TextWriter output, string title, bool all, string[] lines)
    {
        output.WriteLine();
        output.WriteLine($"{title}: {(lines.Length == 0 ? "none." : Number(lines.Length))}");
        Tables.Some(output, lines, lines.Length, all ? int.MaxValue : MostLines, "--all shows all");
    }

    // Pay is never shown without the training it takes.
    private static void Zones(Terminal terminal, DemandGapReport report)
    {
        var zones = report.DemandWithoutPathway.Concat(report.DemandWithPathway).Select(line => Facts(line)?.Zone).OfType<JobZone>().Distinct().OrderBy(zone => zone.Number).ToList();
        if (zones.Count == 0)
        {
            return;
        }

        terminal.OutputText.WriteLine();
        foreach (var zone in zones)
        {
            terminal.OutputText.WriteLine($"Job zone {Number(zone.Number)}: {zone.Education} {zone.Training}");
        }

        terminal.ErrorText.WriteLine(OccupationCatalogue.Onet293.Attribution);
    }

    private static OccupationFacts? Facts(DemandLine line) =>
        OccupationCatalogue.Onet293.Find(line.Occupation) is { } known ? OccupationCatalogue.Onet293.FactsOf(known) : null;

    private static string Line(DemandLine line)
    {
        var facts = Facts(line);
        var strategies = line.Strategies.Select(strategy => $"{strategy.Strategy}{(strategy.Degree is null ? "" : $" ({strategy.Degree})")}");
        return $"{(facts is null ? "" : $"{facts.Occupation.Title}: ")}{line.Sentence}{(facts?.Zone is { } zone ? $" Job zone {Number(zone.Number)}." : "")}"
            + (line.Strategies.IsEmpty ? "" : $" What makes students ready: {string.Join("; ", strategies)}.");
    }

    private static string Role(HardToFillRole role) =>
        $"{role.Region}, {role.Occupation.Soc}, {role.Partner}: {(role.Vacancies is { } count ? $"{Number(count)} {(count == 1 ? "vacancy" : "vacancies")}" : "no number")} on {ProgressJson.Day(role.AsOf)}{(role.Reason is null ? "." : $". {role.Reason}")}";

    private static DemandReportJson Json(DemandGapReport report, HardToFillRole[] roles) => new(
        ProgressJson.Day(report.On)!,
        report.Threshold.Openings,
        [.. report.DemandWithoutPathway.Select(LineJson)],
        [.. report.DemandWithPathway.Select(LineJson)],
        [.. report.PathwaysWithoutDemand.Select(gap => new PathwayGapJson(gap.Pathway.Value, gap.Region.Value, Refusals.Json(gap.Reasons)))],
        [.. report.RegionsWithoutPathway.Select(region => region.Value)],
        [.. roles.Select(role => new HardToFillJson(role.Region.Value, role.Occupation.Value, role.Partner.Value, role.Vacancies, role.Reason, ProgressJson.Day(role.AsOf)!))],
        [.. report.Stale.Select(line => new StaleJson(line.Region.Value, line.Occupation.Value, ProgressJson.Day(line.AsOf)!))]);

    private static DemandLineJson LineJson(DemandLine line) => new(
        line.Region.Value, line.Occupation.Value, OccupationCatalogue.Onet293.Find(line.Occupation)?.Title, line.Sentence, line.Records is [{ } latest, ..] ? latest.Openings : null,
        [.. line.HardToFill.Select(role => role.Partner.Value)], [.. line.Pathways.Select(pathway => pathway.Value)],
        [.. line.Strategies.Select(strategy => strategy.Strategy)], ProgressJson.Day(line.AsOf)!, line.IsStale);
}

/// <summary>The JSON of <c>demand</c>; names are a promise to other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DemandReportJson))]
internal sealed partial class DemandJson : JsonSerializerContext;

/// <summary>The report of <c>demand</c>.</summary>
internal sealed record DemandReportJson(
    string On, int? LeastOpenings, IReadOnlyList<DemandLineJson> DemandWithoutPathway, IReadOnlyList<DemandLineJson> DemandWithPathway,
    IReadOnlyList<PathwayGapJson> PathwaysWithoutDemand, IReadOnlyList<string> RegionsWithoutPathway, IReadOnlyList<HardToFillJson> HardToFill,
    IReadOnlyList<StaleJson> Stale);

internal sealed record DemandLineJson(
    string Region, string Occupation, string? Title, string Message, int? Openings, IReadOnlyList<string> HardToFillBy, IReadOnlyList<string> Pathways,
    IReadOnlyList<string> Strategies, string AsOf, bool Stale);

internal sealed record PathwayGapJson(string Pathway, string Region, IReadOnlyList<CodedJson> Reasons);

internal sealed record HardToFillJson(string Region, string Occupation, string Partner, int? Vacancies, string? Reason, string AsOf);

internal sealed record StaleJson(string Region, string Occupation, string AsOf);
