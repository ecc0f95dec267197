using Pathways.Curriculum;
using static Pathways.Cli.Output.Figures;

namespace Pathways.Cli.Output;

/// <summary>What <c>quality</c> prints: scorecards, grids of conditions, recommendations, and every claim with its exceptions.</summary>
internal static class QualityReports
{
    public static void Write(
        Terminal terminal, QualityReport report, PathwayRegister pathways, QualityRegister quality, IReadOnlyList<RegionId> regions, bool json)
    {
        ImmutableArray<ConditionGrid> grids = [.. regions.Order().Select(region => quality.LatestGrid(region, report.On)).OfType<ConditionGrid>()];
        ImmutableArray<Recommendation> recommendations =
        [
            .. quality.Recommendations.Where(recommendation => recommendation.IssuedOn <= report.On)
                .OrderBy(recommendation => recommendation.Owner is null).ThenBy(recommendation => recommendation.Owner?.Value, StringComparer.Ordinal)
                .ThenBy(recommendation => recommendation.Horizon).ThenBy(recommendation => recommendation.Status).ThenBy(recommendation => recommendation.Id),
        ];
        if (json)
        {
            terminal.WriteJson(QualityJson.Of(report, pathways, quality, grids, recommendations), QualityJson.Default.QualityReportJson);
            return;
        }

        terminal.OutputText.WriteLine($"{Number(pathways.Pathways.Length)} pathways in {Number(regions.Count)} regions on {ProgressJson.Day(report.On)}");
        Scorecards(terminal, report, pathways, quality);
        foreach (var grid in grids)
        {
            Grid(terminal, grid);
        }

        Recommendations(terminal, report, recommendations);
        Claims(terminal.OutputText, report);
    }

    private static void Scorecards(Terminal terminal, QualityReport report, PathwayRegister pathways, QualityRegister quality)
    {
        var table = Tables.OfTexts(["Pathway", .. Enum.GetValues<QualityComponent>().Select(Words)]);
        foreach (var pathway in pathways.Pathways.OrderBy(pathway => pathway.Id))
        {
            var scorecard = quality.LatestScorecard(pathway.Id, report.On);
            Tables.Row(
                table,
                [
                    pathway.Id.Value,
                    .. Enum.GetValues<QualityComponent>().Select(component => Rating(scorecard?.Components.FirstOrDefault(found => found.Component == component)?.Rating)),
                ]);
        }

        terminal.OutputText.WriteLine();
        terminal.OutputText.WriteLine("Pathways by the six components; a pathway is as good as its weakest one, and without a rating while anything is missing:");
        terminal.Output.Write(table);
        foreach (var pathway in pathways.Pathways.Select(pathway => pathway.Id).Order())
        {
            terminal.OutputText.WriteLine(report.Verdicts.TryGetValue(pathway, out var verdict)
                ? $"  {pathway}, reviewed on {ProgressJson.Day(quality.LatestScorecard(pathway, report.On)!.ReviewedOn)}: {verdict.Sentence}"
                : $"  {pathway}: never reviewed.");
        }
    }

    private static void Grid(Terminal terminal, ConditionGrid grid)
    {
        var table = Tables.OfTexts("Setting", "First condition", "Second condition", "Third condition");
        foreach (var row in grid.All.GroupBy(cell => cell.Row))
        {
            Tables.Row(table, [grid.Settings.ElementAtOrDefault(row.Key - 1) ?? "", .. row.Select(Cell)]);
        }

        terminal.OutputText.WriteLine();
        terminal.OutputText.WriteLine($"Conditions in {grid.Region}, assessed on {ProgressJson.Day(grid.AssessedOn)}:");
        terminal.Output.Write(table);
        if (!grid.Priorities.IsEmpty)
        {
            terminal.OutputText.WriteLine($"  Where effort goes first: {string.Join("; ", grid.Priorities.Take(ConditionGrid.Side).Select(cell => $"{cell.Condition} (feasibility {cell.Feasibility}, impact {cell.Impact})"))}.");
        }
    }

    private static string Cell(ConditionCell cell) =>
        cell.Condition is null ? "(nobody named one)" : $"{cell.Condition}: {Rating(cell.Rating)}{(cell.Owner is { } owner ? $", {owner}" : ", nobody answers")}";

    private static void Recommendations(Terminal terminal, QualityReport report, ImmutableArray<Recommendation> recommendations)
    {
        var table = Tables.OfTexts("Owner", "Horizon", "Status", "Last day", "Recommendation");
        foreach (var recommendation in recommendations)
        {
            Tables.Row(
                table, recommendation.Owner?.Value ?? "(nobody)", Words(recommendation.Horizon), Words(recommendation.Status), LastDay(report, recommendation),
                $"{recommendation.Text} ({recommendation.Id})");
        }

        terminal.OutputText.WriteLine();
        terminal.OutputText.WriteLine("Recommendations by who answers for them, horizon and status:");
        terminal.Output.Write(table);
    }

    private static string LastDay(QualityReport report, Recommendation recommendation) => recommendation.LastDay() is not { } last
        ? "-"
        : $"{ProgressJson.Day(last)}{(last < report.On && !recommendation.IsClosed ? ", overdue" : "")}";

    private static void Claims(TextWriter output, QualityReport report)
    {
        output.WriteLine();
        output.WriteLine("Claims, each with its exceptions:");
        foreach (var claim in report.Claims)
        {
            output.WriteLine($"  {claim}");
            foreach (var gap in claim.Exceptions)
            {
                output.WriteLine($"    {gap.Subject}: {string.Join(' ', gap.Reasons.Select(reason => reason.Sentence))}");
            }
        }
    }

    private static string Words<TEnum>(TEnum value)
        where TEnum : struct, Enum => ProgressJson.Word(value).Replace('-', ' ');

    private static string Rating(QualityRating? rating) => rating is { } given ? Words(given) : "not rated";
}
