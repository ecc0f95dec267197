using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Quality;

public class ScorecardTests
{
    /// <summary>S174 to S179: the six components of a pathway of quality.</summary>
    [Fact]
    public void There_are_six_components() => Assert.Equal(
        [
            QualityComponent.LaborMarketDemand, QualityComponent.CollegeAndCareerPlanning, QualityComponent.TechnicalInstruction,
            QualityComponent.WorkBasedLearning, QualityComponent.CredentialPreparation, QualityComponent.PostsecondaryLinkages,
        ],
        Enum.GetValues<QualityComponent>());

    /// <summary>S174 to S179: a pathway is as good as its weakest component.</summary>
    [Fact]
    public void The_weakest_component_decides_and_is_named()
    {
        var verdict = ScorecardCalculator.Judge(Given.QualityRegister.Scorecards[0]);
        Assert.Equal(QualityRating.NotInPlace, verdict.Overall);
        Assert.Equal("The pathway is not-in-place: that is its weakest component, postsecondary-linkages.", verdict.Sentence);
    }

    /// <summary>S174 to S179: what is missing is not averaged away, and all of it is said.</summary>
    [Fact]
    public void What_is_missing_leaves_no_verdict()
    {
        var scorecard = Card(QualityRating.Exemplary);
        var verdict = ScorecardCalculator.Judge(scorecard with
        {
            Components = [.. scorecard.Components.Skip(2), scorecard.Components[0] with { Evidence = [] }],
        });
        Assert.Null(verdict.Overall);
        Assert.Equal(["quality.evidence-missing", "quality.component-unrated"], verdict.Missing.Select(reason => reason.Code));
        Assert.Equal(
            "There is no overall rating, since nothing stands in for what is missing. labor-market-demand is rated exemplary without evidence. college-and-career-planning is not rated.",
            verdict.Sentence);
    }

    [Fact]
    public void The_overall_rating_is_never_above_any_component() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements(Enum.GetValues<QualityRating>()), 6).ToArbitrary(),
        ratings => ScorecardCalculator.Judge(Card(ratings)) is { Missing.IsEmpty: true } verdict
            && verdict.Overall == ratings.Min()
            && verdict.Weakest.All(component => ratings[(int)component] == ratings.Min())).QuickCheckThrowOnFailure();

    [Fact]
    public void The_latest_review_up_to_the_day_counts()
    {
        var (old, later) = (Card(QualityRating.Emerging) with { ReviewedOn = new(2025, 6, 1) }, Card(QualityRating.Established) with { ReviewedOn = new(2026, 6, 1) });
        var register = new QualityRegister { Scorecards = [later, old] };
        Assert.Same(old, register.LatestScorecard(old.Pathway, new(2026, 5, 31)));
        Assert.Same(later, register.LatestScorecard(old.Pathway, new(2026, 6, 1)));
        Assert.Null(register.LatestScorecard(old.Pathway, new(2025, 5, 31)));
    }

    private static PathwayScorecard Card(params QualityRating[] ratings) => new()
    {
        Pathway = PathwayId.From("machining"),
        ReviewedOn = new(2026, 6, 1),
        Components = [.. Enum.GetValues<QualityComponent>().Select((component, i) => new ComponentReview
        {
            Component = component, Rating = ratings[i % ratings.Length], Evidence = ["seen"],
        })],
    };
}
