using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Occupations;

public class HollandCodeTests
{
    /// <summary>S14, S161: ties are decided by the order R I A S E C on every machine, and said.</summary>
    [Theory]
    [InlineData(new[] { 12.0, 30, 5, 20, 8, 14 }, "ISC", "")]
    [InlineData(new[] { 10.0, 30, 5, 20, 8, 10 }, "ISR", "RC")]
    [InlineData(new[] { 9.0, 9, 9, 1, 1, 1 }, "RIA", "RIA")]
    [InlineData(new[] { 9.0, 8, 7, 1, 1, 1 }, "RIA", "")]
    [InlineData(new[] { 9.0, 1, 1, 1, 1, 1 }, "RIA", "IASEC")]
    [InlineData(new[] { 5.0, 6, 5, 6, 0, 0 }, "ISR", "IS RA")]
    [InlineData(new[] { 4.0, 4, 4, 4, 4, 4 }, "", "")]
    public void A_code_says_where_a_tie_was_decided(double[] scores, string letters, string ties)
    {
        var code = HollandCode.Of(new InterestProfile([.. scores]));
        Assert.Equal((letters, ties), (code.Letters, string.Join(' ', code.Ties)));
        Assert.Equal(ties.Length > 0, code.Sentence.Contains("the order R I A S E C decided", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flat_profile_expresses_no_preference() =>
        Assert.StartsWith("No preference expressed", HollandCode.Of([2.0, 2, 2, 2, 2, 2]).Sentence, StringComparison.Ordinal);

    [Fact]
    public void The_code_is_the_one_of_the_profile() => Prop.ForAll(
        Profiles.One().ToArbitrary(),
        scores => new InterestProfile([.. scores]) is var profile && HollandCode.Of(profile).Letters == profile.HollandCode).QuickCheckThrowOnFailure();

    [Fact]
    public void A_code_of_a_student_does_not_show_itself()
    {
        var code = HollandCode.Of([12.0, 30, 5, 20, 8, 14]);
        Assert.DoesNotContain("ISC", code.ToString() + JsonSerializer.Serialize(code), StringComparison.Ordinal);
        Assert.Equal(HollandCode.Parse("isc"), code);
        Assert.NotEqual(HollandCode.Parse("sic"), code);
    }
}
