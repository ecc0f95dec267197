using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Makes one verdict of six ratings.</summary>
/// <remarks>
/// A pathway is as good as its weakest component: nothing is averaged, so much work-based learning cannot hide that no credential is
/// prepared for. While a component is unrated, or rated as being there without evidence, there is no verdict at all.
/// </remarks>
public static class ScorecardCalculator
{
    /// <summary>Judges a review.</summary>
    /// <param name="scorecard">The review.</param>
    public static ScorecardVerdict Judge(PathwayScorecard scorecard)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        var missing = ImmutableArray.CreateBuilder<Refusal>();
        var ratings = new List<(QualityComponent Component, QualityRating Rating)>();
        foreach (var component in Enum.GetValues<QualityComponent>())
        {
            var review = scorecard.Components.FirstOrDefault(found => found.Component == component);
            if (review?.Rating is not { } rating)
            {
                missing.Add(new("quality.component-unrated", $"{Word(component)} is not rated."));
            }
            else if (rating > QualityRating.NotInPlace && review.Evidence.IsEmpty)
            {
                missing.Add(new("quality.evidence-missing", $"{Word(component)} is rated {EnumWords<QualityRating>.Word(rating)} without evidence."));
            }
            else
            {
                ratings.Add((component, rating));
            }
        }

        if (missing.Count > 0)
        {
            return new(null, missing.ToImmutable(), []);
        }

        var least = ratings.Min(found => found.Rating);
        return new(least, [], [.. ratings.Where(found => found.Rating == least).Select(found => found.Component)]);
    }

    internal static string Word(QualityComponent component) => EnumWords<QualityComponent>.Word(component);
}

/// <summary>What a review says of a pathway as a whole.</summary>
/// <param name="Overall">The rating of the weakest component; <see langword="null"/> while anything is missing.</param>
/// <param name="Missing">Every component that is unrated or lacks evidence.</param>
/// <param name="Weakest">The components that hold the pathway back; empty while anything is missing.</param>
public sealed record ScorecardVerdict(QualityRating? Overall, ImmutableArray<Refusal> Missing, ImmutableArray<QualityComponent> Weakest)
{
    /// <summary>The verdict with its reason.</summary>
    public string Sentence => Overall is { } overall
        ? $"The pathway is {EnumWords<QualityRating>.Word(overall)}: that is its weakest component, {string.Join(", ", Weakest.Select(ScorecardCalculator.Word))}."
        : $"There is no overall rating, since nothing stands in for what is missing. {string.Join(' ', Missing.Select(reason => reason.Sentence))}";
}
