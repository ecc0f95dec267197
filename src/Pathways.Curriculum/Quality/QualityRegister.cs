namespace Pathways.Curriculum;

/// <summary>What a district knows of the quality of its pathways: reviews, conditions and recommendations.</summary>
public sealed record QualityRegister
{
    /// <summary>The reviews of pathways; several of one pathway are its history.</summary>
    public ImmutableArray<PathwayScorecard> Scorecards { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The assessments of conditions; several of one region are its history.</summary>
    public ImmutableArray<ConditionGrid> Grids { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The recommendations.</summary>
    public ImmutableArray<Recommendation> Recommendations { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The latest review of a pathway up to a day, or <see langword="null"/> if there is none.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <param name="on">The day.</param>
    public PathwayScorecard? LatestScorecard(PathwayId pathway, LocalDate on) =>
        Scorecards.Where(scorecard => scorecard.Pathway == pathway && scorecard.ReviewedOn <= on).MaxBy(scorecard => scorecard.ReviewedOn);

    /// <summary>The latest assessment of a region up to a day, or <see langword="null"/> if there is none.</summary>
    /// <param name="region">The region.</param>
    /// <param name="on">The day.</param>
    public ConditionGrid? LatestGrid(RegionId region, LocalDate on) =>
        Grids.Where(grid => grid.Region == region && grid.AssessedOn <= on).MaxBy(grid => grid.AssessedOn);
}
