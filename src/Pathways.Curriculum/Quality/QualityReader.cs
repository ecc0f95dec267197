using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads the records of a quality file.</summary>
internal static class QualityReader
{
    private static readonly ImmutableArray<string> DefaultSettings = new ConditionGrid { Region = RegionId.From("?"), AssessedOn = default }.Settings;

    public static QualityRegister Register(JsonRecord root)
    {
        var scorecards = new HashSet<(PathwayId, LocalDate)>();
        var grids = new HashSet<(RegionId, LocalDate)>();
        var recommendations = new HashSet<RecommendationId>();
        return new()
        {
            Scorecards = root.List("scorecards", record => Scorecard(record, scorecards)),
            Grids = root.List("grids", record => Grid(record, grids)),
            Recommendations = root.List("recommendations", record => Recommendation(record, recommendations)),
        };
    }

    private static PathwayScorecard Scorecard(JsonRecord record, HashSet<(PathwayId, LocalDate)> seen)
    {
        var components = new HashSet<QualityComponent>();
        var scorecard = new PathwayScorecard
        {
            Pathway = record.Id<PathwayId>("pathway"),
            ReviewedOn = record.Date("reviewedOn"),
            Reviewer = record.IdOrNull<ActorId>("reviewer"),
            Components = record.List("components", review => Component(review, components)),
        };
        if (record.Has("pathway") && record.Has("reviewedOn") && !seen.Add((scorecard.Pathway, scorecard.ReviewedOn)))
        {
            record.Fault("", "duplicate", $"{scorecard.Pathway} is reviewed twice on one day. Keep one review.");
        }

        return scorecard;
    }

    private static ComponentReview Component(JsonRecord record, HashSet<QualityComponent> seen)
    {
        var component = record.ChoiceOrMissing<QualityComponent>("component");
        var review = new ComponentReview
        {
            Component = component ?? default,
            Rating = record.ChoiceOrNull<QualityRating>("rating"),
            Evidence = record.Texts("evidence"),
            Owner = record.IdOrNull<ActorId>("owner"),
            Note = record.TextOrNull("note"),
        };
        if (component is { } known && !seen.Add(known))
        {
            record.Fault("component", "duplicate", $"{ScorecardCalculator.Word(review.Component)} is reviewed twice. Keep one.");
        }

        return review;
    }

    private static ConditionGrid Grid(JsonRecord record, HashSet<(RegionId, LocalDate)> seen)
    {
        var cells = new HashSet<(int, int)>();
        var settings = record.Texts("settings");
        if (record.Has("settings") && settings.Length != ConditionGrid.Side)
        {
            record.Fault("settings", "out-of-range", $"There are {settings.Length} settings. Expected {ConditionGrid.Side}, or leave them out.");
        }

        var grid = new ConditionGrid
        {
            Region = record.Id<RegionId>("region"),
            AssessedOn = record.Date("assessedOn"),
            Settings = record.Has("settings") ? settings : DefaultSettings,
            Cells = record.List("cells", cell => Cell(cell, cells)),
        };
        if (record.Has("region") && record.Has("assessedOn") && !seen.Add((grid.Region, grid.AssessedOn)))
        {
            record.Fault("", "duplicate", $"{grid.Region} is assessed twice on one day. Keep one grid.");
        }

        return grid;
    }

    private static ConditionCell Cell(JsonRecord record, HashSet<(int, int)> seen)
    {
        var cell = new ConditionCell(record.WholeNumber("row", 1, ConditionGrid.Side), record.WholeNumber("column", 1, ConditionGrid.Side))
        {
            Condition = record.TextOrNull("condition"),
            Rating = record.ChoiceOrNull<QualityRating>("rating"),
            Evidence = record.Texts("evidence"),
            Owner = record.IdOrNull<ActorId>("owner"),
            Feasibility = record.WholeNumberOrNull("feasibility", 1, 5),
            Impact = record.WholeNumberOrNull("impact", 1, 5),
            RemovesBarriersFor = record.Ids<PriorityGroupId>("removesBarriersFor"),
        };
        if (cell.Condition is null && cell.Rating is not null && !record.Has("condition"))
        {
            record.Fault("condition", "missing", "A cell with a rating needs a condition: nothing can be rated that has no name.");
        }

        if (!seen.Add((cell.Row, cell.Column)))
        {
            record.Fault("", "duplicate", $"Row {cell.Row}, column {cell.Column} is there twice. Keep one.");
        }

        return cell;
    }

    private static Recommendation Recommendation(JsonRecord record, HashSet<RecommendationId> seen)
    {
        var schools = new HashSet<SchoolId>();
        return new()
        {
            Id = record.Once("id", seen),
            Text = record.Text("text"),
            Horizon = record.Choice<Horizon>("horizon"),
            IssuedOn = record.Date("issuedOn"),
            Status = record.ChoiceOrNull<RecommendationStatus>("status") ?? RecommendationStatus.Proposed,
            Owner = record.IdOrNull<ActorId>("owner"),
            Due = record.DateOrNull("due"),
            Pathway = record.IdOrNull<PathwayId>("pathway"),
            Component = record.ChoiceOrNull<QualityComponent>("component"),
            Occupations = record.ParsedList<OnetSocCode>("occupations", Checked.Expected),
            Inputs = record.List("inputs", input => new RecommendationInput(
                input.Choice<InputKind>("kind"), input.Text("source"), input.DateOrNull("on"))),
            Supports = record.List("supports", support => new SupportNeeded(
                support.Choice<SupportLevel>("level"), support.Text("need"), support.Flag("isInPlace"))),
            Schools = record.List("schools", school => new SchoolImplementation(
                school.Once("school", schools), school.Choice<ImplementationState>("state"), school.Date("asOf"))),
        };
    }
}
