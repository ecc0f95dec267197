using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Occupations;

public class InterestFitTests
{
    private static readonly OccupationCatalogue Onet = OccupationCatalogue.Onet293;
    private static readonly InterestProfile Maker = new([38, 14, 6, 4, 5, 22]);

    /// <summary>S161, S162: a student sees what fits, with the release whose ratings were used and a reason for each.</summary>
    [Fact]
    public void A_student_learns_which_occupations_fit_and_why()
    {
        var ranking = InterestFit.Rank(Maker, Onet);
        Assert.Equal(("O*NET 29.3", "RCI"), (ranking.Release, ranking.Code.Letters));
        Assert.Equal(923, ranking.Fits.Length);
        Assert.Empty(ranking.NotRated);
        Assert.Null(ranking.NoPreference);
        var machinist = InterestFit.Of(Maker, Onet.Find(OnetSocCode.Parse("51-4041.00"))!)!;
        Assert.Equal(18, machinist.CIndex);
        Assert.Equal(machinist.Correlation, Congruence.Correlation(Maker.Scores.AsSpan(), machinist.Occupation.Interests.AsSpan())!.Value);
        Assert.Equal(machinist.Correlation, machinist.Pulls.Sum(), 12);
        Assert.Equal((InterestArea.Realistic, "RCI", "RCI"), (machinist.PullsToward, machinist.SamePlace, machinist.Shared));
        Assert.Equal(
            "Correlation 0.99, C-index 18 of 18 (RCI and RCI). Both codes have R, C and I at the same place. Realistic pulls most toward it.",
            machinist.Sentence);
        Assert.True(ranking.Fits.IndexOf(ranking.Fits.Single(fit => fit.Occupation == machinist.Occupation)) < 100);
    }

    [Fact]
    public void What_pulls_away_is_said()
    {
        var nurse = InterestFit.Of(Maker, Onet.Find(OnetSocCode.Parse("29-1141.00"))!)!;
        Assert.Equal(InterestArea.Social, nurse.PullsAway);
        Assert.Contains("Social pulls most away.", nurse.Sentence, StringComparison.Ordinal);
        Assert.Contains("Both codes have C and I, at other places.", nurse.Sentence, StringComparison.Ordinal);
    }

    /// <summary>A flat profile prefers nothing, and is told so in words.</summary>
    [Fact]
    public void A_flat_profile_ranks_nothing()
    {
        foreach (var score in new[] { 0.0, 7, 1e308 })
        {
            var ranking = InterestFit.Rank(new([score, score, score, score, score, score]), Onet);
            Assert.Equal("interests.no-preference", ranking.NoPreference!.Value.Code);
            Assert.StartsWith("No preference expressed", ranking.NoPreference.Value.Sentence, StringComparison.Ordinal);
            Assert.Empty(ranking.Fits);
            Assert.True(ranking.Code.IsEmpty);
        }
    }

    [Fact]
    public void An_occupation_without_shape_is_named_and_not_ranked()
    {
        var flat = new Occupation { Code = OnetSocCode.Parse("11-1111.00"), Title = "Flat", Interests = [4, 4, 4, 4, 4, 4] };
        var unrated = new Occupation { Code = OnetSocCode.Parse("22-2222.00"), Title = "Unrated" };
        var ranking = InterestFit.Rank(Maker, new("O*NET test", [unrated, flat, Onet.Occupations[0]], []));
        Assert.Equal(["11-1111.00", "22-2222.00"], ranking.NotRated.Select(code => code.Value));
        Assert.Equal(Onet.Occupations[0], Assert.Single(ranking.Fits).Occupation);
        Assert.Null(InterestFit.Of(Maker, flat));
        Assert.Null(InterestFit.Of(Maker, unrated));
    }

    [Fact]
    public void Either_measure_can_lead_and_a_query_can_restrict()
    {
        var byCode = InterestFit.Rank(Maker, Onet, FitMeasure.CIndex, new() { JobZones = [2] });
        Assert.Equal(295, byCode.Fits.Length);
        Assert.Equal(byCode.Fits.Select(fit => fit.CIndex).OrderDescending(), byCode.Fits.Select(fit => fit.CIndex));
        Assert.Equal(FitMeasure.CIndex, byCode.Measure);
    }

    [Fact]
    public void The_order_does_not_depend_on_the_order_of_the_catalogue() => Prop.ForAll(
        Gen.Zip(Profiles.One(), Gen.Shuffle(Onet.Occupations.Take(40).ToArray())).ToArbitrary(),
        drawn =>
        {
            var profile = new InterestProfile([.. drawn.Item1]);
            return Codes(new(Onet.Release, drawn.Item2, [])).SequenceEqual(Codes(new(Onet.Release, Onet.Occupations.Take(40), [])));

            IEnumerable<string> Codes(OccupationCatalogue catalogue) => InterestFit.Rank(profile, catalogue).Fits.Select(fit => fit.Occupation.Code.Value);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_fit_is_ever_not_a_number() => Prop.ForAll(
        Gen.Zip(Gen.ArrayOf(Gen.Elements(0, double.Epsilon, 1, 1 + 1e-15, 40, 1e308, double.MaxValue), 6), Gen.Elements(Onet.Occupations.Take(50).ToArray())).ToArbitrary(),
        drawn => InterestFit.Of(new([.. drawn.Item1]), drawn.Item2) is not { } fit
            ? drawn.Item1.Distinct().Count() == 1
            : fit.Correlation is >= -1 and <= 1 && fit.Pulls.All(double.IsFinite)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_ranking_does_not_show_itself()
    {
        var ranking = InterestFit.Rank(Maker, Onet);
        Assert.Equal("[redacted:InterestRanking]", ranking.ToString());
        Assert.Equal("\"[redacted:InterestRanking]\"", JsonSerializer.Serialize(ranking));
        Assert.Equal("[redacted:OccupationFit]", ranking.Fits[0].ToString());
        Assert.Equal("\"[redacted:OccupationFit]\"", JsonSerializer.Serialize(ranking.Fits[0]));
    }
}
