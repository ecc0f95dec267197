using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Curriculum;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways demand FOLDER</c>: where demand and pathways do not meet, and which roles partners can hardly fill.</summary>
internal static class DemandCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder with demand.json and pathways.json." };
        var region = new Option<string?>("--region") { Description = "Only this region.", HelpName = "ID" };
        var openings = NumberOption.OrNone("--openings", "From how many openings a year on an occupation is in demand. Default: 25.", 0, int.MaxValue);
        var all = new Option<bool>("--all") { Description = "Show every line." };
        var on = SharedOptions.On("The day. Default: today.");
        var json = SharedOptions.Json("the report");
        var command = new Command("demand", "Compare what regions need with what pathways lead to.") { folder, region, openings, all, on, json };
        command.SetAction((parsed, _) =>
        {
            var (demand, pathways) = DistrictFolder.ReadDemand(terminal, Paths.Given(parsed.GetRequiredValue(folder), "FOLDER")!);
            var where = Region(demand, Paths.Given(parsed.GetValue(region), "--region"));
            var threshold = parsed.GetValue(openings) is { } least ? new DemandThreshold { Openings = least } : new();
            var report = DemandGap.Report(demand, pathways.Pathways, parsed.GetValue(on) ?? Today.Day, threshold, where);
            DemandReport.Write(terminal, report, demand, pathways, where, parsed.GetValue(json), parsed.GetValue(all));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static RegionId? Region(RegionalDemand demand, string? text) => text is null ? null
        : demand.Regions.Any(region => region.Id.Value == text) ? RegionId.From(text)
        : throw new UsageException($"There is no region \"{text}\". There are: {string.Join(", ", demand.Regions.Select(region => region.Id))}.");
}
