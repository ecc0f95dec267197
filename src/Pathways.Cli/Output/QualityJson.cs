using System.Text.Json.Serialization;
using Pathways.Curriculum;

namespace Pathways.Cli.Output;

/// <summary>The JSON of <c>quality</c>; names are a promise to other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(QualityReportJson))]
internal sealed partial class QualityJson : JsonSerializerContext
{
    public static QualityReportJson Of(
        QualityReport report, PathwayRegister pathways, QualityRegister quality, ImmutableArray<ConditionGrid> grids, ImmutableArray<Recommendation> recommendations) => new(
            ProgressJson.Day(report.On)!,
            [.. pathways.Pathways.OrderBy(pathway => pathway.Id).Select(pathway => Scorecard(pathway, quality.LatestScorecard(pathway.Id, report.On), report.Verdicts.GetValueOrDefault(pathway.Id)))],
            [.. grids.Select(grid => new GridJson(
                grid.Region.Value, ProgressJson.Day(grid.AssessedOn)!, [.. grid.Settings],
                [.. grid.All.Select(cell => new CellJson(cell.Row, cell.Column, cell.Condition, Rating(cell.Rating), cell.Owner?.Value, cell.Feasibility, cell.Impact, [.. cell.RemovesBarriersFor.Select(group => group.Value)]))],
                [.. grid.Priorities.Select(cell => cell.Condition!)], Refusals.Json(grid.Missing)))],
            [.. recommendations.Select(recommendation => new RecommendationJson(
                recommendation.Id.Value, recommendation.Text, recommendation.Owner?.Value, ProgressJson.Word(recommendation.Horizon), ProgressJson.Word(recommendation.Status),
                ProgressJson.Day(recommendation.LastDay()), !recommendation.IsClosed && recommendation.LastDay() < report.On, recommendation.Pathway?.Value))],
            [.. report.Schools.Select(school => new SchoolStatusJson(
                school.School.Value, school.Recommendation.Value, school.State is { } state ? ProgressJson.Word(state) : null, ProgressJson.Day(school.AsOf)))],
            [.. report.Claims.Select(claim => new ClaimJson(
                claim.Code, claim.Sentence, claim.Total, claim.Met, [.. claim.Exceptions.Select(gap => new QualityGapJson(gap.Subject, gap.Owner?.Value, Refusals.Json(gap.Reasons)))]))]);

    private static ScorecardJson Scorecard(Pathway pathway, PathwayScorecard? scorecard, ScorecardVerdict? verdict) => new(
        pathway.Id.Value, pathway.Title, ProgressJson.Day(scorecard?.ReviewedOn), Rating(verdict?.Overall), verdict?.Sentence,
        [.. (scorecard?.Components ?? []).Select(review => new ComponentJson(ProgressJson.Word(review.Component), Rating(review.Rating), [.. review.Evidence], review.Owner?.Value))]);

    private static string? Rating(QualityRating? rating) => rating is { } given ? ProgressJson.Word(given) : null;
}

/// <summary>The report of <c>quality</c>.</summary>
internal sealed record QualityReportJson(
    string On, IReadOnlyList<ScorecardJson> Scorecards, IReadOnlyList<GridJson> Grids, IReadOnlyList<RecommendationJson> Recommendations,
    IReadOnlyList<SchoolStatusJson> Schools, IReadOnlyList<ClaimJson> Claims);

internal sealed record ScorecardJson(
    string Pathway, string Title, string? ReviewedOn, string? Overall, string? Message, IReadOnlyList<ComponentJson> Components);

internal sealed record ComponentJson(string Component, string? Rating, IReadOnlyList<string> Evidence, string? Owner);

internal sealed record GridJson(
    string Region, string AssessedOn, IReadOnlyList<string> Settings, IReadOnlyList<CellJson> Cells, IReadOnlyList<string> Priorities, IReadOnlyList<CodedJson> Missing);

internal sealed record CellJson(
    int Row, int Column, string? Condition, string? Rating, string? Owner, int? Feasibility, int? Impact, IReadOnlyList<string> RemovesBarriersFor);

internal sealed record RecommendationJson(
    string Recommendation, string Text, string? Owner, string Horizon, string Status, string? LastDay, bool Overdue, string? Pathway);

internal sealed record SchoolStatusJson(string School, string Recommendation, string? State, string? AsOf);

internal sealed record ClaimJson(string Code, string Sentence, int Total, int Met, IReadOnlyList<QualityGapJson> Exceptions);

internal sealed record QualityGapJson(string Subject, string? Owner, IReadOnlyList<CodedJson> Reasons);
