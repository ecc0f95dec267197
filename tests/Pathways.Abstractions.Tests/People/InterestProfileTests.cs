namespace Pathways.Tests.People;

public class InterestProfileTests
{
    [Theory]
    [InlineData("IRC", 20, 30, 5, 8, 4, 10)]
    [InlineData("CES", 1, 2, 3, 4, 5, 6)]
    [InlineData("RIA", 2, 2, 2, 2, 2, 1)]
    [InlineData("CRI", 1, 1, 1, 1, 1, 2)]
    [InlineData("ASE", 0, 0, 7, 3, 3, 3)]
    public void The_code_is_the_three_highest_letters_and_RIASEC_breaks_ties(
        string code, double r, double i, double a, double s, double e, double c)
    {
        var profile = new InterestProfile([r, i, a, s, e, c]);

        Assert.Equal(code, profile.HollandCode);
        Assert.False(profile.IsFlat);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7.5)]
    public void A_flat_profile_has_no_code(double score)
    {
        var profile = new InterestProfile([score, score, score, score, score, score]);

        Assert.True(profile.IsFlat);
        Assert.Equal("", profile.HollandCode);
    }

    [Fact]
    public void A_profile_has_six_scores_of_0_or_more()
    {
        Assert.Throws<ArgumentException>(() => new InterestProfile(default));
        Assert.Throws<ArgumentException>(() => new InterestProfile([1, 2, 3, 4, 5]));
        Assert.Throws<ArgumentException>(() => new InterestProfile([1, 2, 3, 4, 5, 6, 7]));
        Assert.Throws<ArgumentException>(() => new InterestProfile([1, 2, 3, 4, 5, -1]));
        Assert.Throws<ArgumentException>(() => new InterestProfile([1, 2, 3, 4, 5, double.NaN]));
        Assert.Throws<ArgumentException>(() => new InterestProfile([1, 2, 3, 4, 5, double.PositiveInfinity]));
    }

    [Fact]
    public void Profiles_are_equal_when_their_scores_are()
    {
        var one = new InterestProfile([1, 2, 3, 4, 5, 0.0]);

        Assert.Equal(one, new([1, 2, 3, 4, 5, -0.0]));
        Assert.Equal(one.GetHashCode(), new InterestProfile([1, 2, 3, 4, 5, -0.0]).GetHashCode());
        Assert.NotEqual(one, new([1, 2, 3, 4, 5, 1]));
    }
}
