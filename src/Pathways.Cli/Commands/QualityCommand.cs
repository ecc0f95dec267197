using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Curriculum;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways quality FOLDER</c>: how good pathways are, the conditions around them, and what becomes of recommendations.</summary>
internal static class QualityCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder with pathways.json and quality.json; demand.json, if it is there, says which regions there are." };
        var on = SharedOptions.On("The day. Default: today.");
        var json = SharedOptions.Json("the report");
        var command = new Command("quality", "Judge pathways by six components, conditions by region, and recommendations by who answers for them.") { folder, on, json };
        command.SetAction((parsed, _) =>
        {
            var (pathways, quality, demand) = DistrictFolder.ReadQuality(terminal, Paths.Given(parsed.GetRequiredValue(folder), "FOLDER")!);
            RegionId[] regions = demand is null
                ? [.. pathways.Pathways.SelectMany(pathway => pathway.Regions).Concat(quality.Grids.Select(grid => grid.Region)).Distinct()]
                : [.. demand.Regions.Select(region => region.Id)];
            SchoolId[] schools =
                [.. pathways.Pathways.SelectMany(pathway => pathway.Schools).Concat(quality.Recommendations.SelectMany(recommendation => recommendation.Schools.Select(school => school.School))).Distinct()];
            var day = parsed.GetValue(on) ?? Today.Day;
            QualityReports.Write(terminal, QualityCalculator.Report(pathways, quality, regions, schools, day), pathways, quality, regions, parsed.GetValue(json));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
