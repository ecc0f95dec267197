using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Occupations;

public class CongruenceTests
{
    private static readonly string[] Codes =
        [.. from a in "RIASEC" from b in "RIASEC" from c in "RIASEC" where a != b && b != c && a != c select $"{a}{b}{c}"];

    /// <summary>
    /// The first two are the examples that the R package holland gives for the index of Brown and Gore; the others are worked by hand from
    /// 3, 2, 1 times 3 less the distance around the hexagon.
    /// </summary>
    [Theory]
    [InlineData("RIA", "RIA", 18)]
    [InlineData("RIA", "SEC", 0)]
    [InlineData("RIA", "IRA", 13)] // 3*2 + 2*2 + 1*3
    [InlineData("RIA", "RIS", 17)] // 3*3 + 2*3 + 1*2
    [InlineData("SEC", "ESC", 13)] // 3*2 + 2*2 + 1*3
    [InlineData("RIA", "AIR", 10)] // 3*1 + 2*3 + 1*1
    [InlineData("RIA", "CSE", 9)] // 3*2 + 2*1 + 1*1
    [InlineData("ISE", "CRA", 4)] // 3*1 + 2*0 + 1*1
    public void The_C_index_has_the_published_and_the_worked_values(string left, string right, int expected)
    {
        Assert.Equal(expected, Congruence.CIndex(HollandCode.Parse(left), HollandCode.Parse(right)));
    }

    [Fact]
    public void The_C_index_is_symmetric_lies_within_0_and_18_and_is_18_for_equal_codes_alone()
    {
        Assert.Equal(120, Codes.Length);
        foreach (var left in Codes)
        {
            foreach (var right in Codes)
            {
                var index = Congruence.CIndex(HollandCode.Parse(left), HollandCode.Parse(right))!.Value;
                Assert.InRange(index, 0, Congruence.MaximumCIndex);
                Assert.Equal(index, Congruence.CIndex(HollandCode.Parse(right), HollandCode.Parse(left)));
                Assert.Equal(left == right, index == Congruence.MaximumCIndex);
            }
        }
    }

    [Fact]
    public void Opposite_areas_are_three_steps_apart()
    {
        Assert.Equal(3, Congruence.Distance(InterestArea.Realistic, InterestArea.Social));
        Assert.Equal(3, Congruence.Distance(InterestArea.Investigative, InterestArea.Enterprising));
        Assert.Equal(3, Congruence.Distance(InterestArea.Artistic, InterestArea.Conventional));
        Assert.Equal(1, Congruence.Distance(InterestArea.Conventional, InterestArea.Realistic));
    }

    /// <summary>By hand: deviations (-2.5 -1.5 -0.5 0.5 1.5 2.5) and those of the other profile, 17.5 the sum of squares of each.</summary>
    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6 }, new[] { 10.0, 20, 30, 40, 50, 60 }, 1)]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6 }, new[] { 6.0, 5, 4, 3, 2, 1 }, -1)]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6 }, new[] { 2.0, 1, 4, 3, 6, 5 }, 14.5 / 17.5)]
    [InlineData(new[] { 1.0, 0, 0, 0, 0, 0 }, new[] { 0.0, 1, 0, 0, 0, 0 }, -0.2)]
    [InlineData(new[] { 1.0, 0, 0, 1, 0, 0 }, new[] { 0.0, 1, 0, 0, 1, 0 }, -0.5)]
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 1e-320 }, new[] { 0.0, 0, 0, 0, 0, 1e300 }, 1)]
    [InlineData(new[] { -1.7e308, 0, 0, 0, 0, 1.7e308 }, new[] { -1.0, 0, 0, 0, 0, 1 }, 1)]
    public void The_correlation_has_the_worked_values(double[] left, double[] right, double expected) =>
        Assert.Equal(expected, Congruence.Correlation(left, right)!.Value, 12);

    [Fact]
    public void No_correlation_is_defined_for_a_flat_profile() // and it is null, never a number that is none
    {
        Assert.Null(Congruence.Correlation([3, 3, 3, 3, 3, 3], [1, 2, 3, 4, 5, 6]));
        Assert.Null(Congruence.Correlation([1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0]));
        Assert.Null(Congruence.CIndex(HollandCode.Of([1.0, 1, 1, 1, 1, 1]), HollandCode.Parse("RIA")));
    }

    [Fact]
    public void The_correlation_does_not_depend_on_scale_and_shift_and_is_symmetric() => Prop.ForAll(
        Profiles.Two().Zip(Gen.Zip(Gen.Choose(1, 1000), Gen.Choose(0, 1000))).ToArbitrary(),
        drawn =>
        {
            var ((left, right), (scale, shift)) = drawn;
            var plain = Congruence.Correlation(left, right);
            var moved = Congruence.Correlation([.. left.Select(x => (x * scale / 10) + shift)], right);
            return plain == Congruence.Correlation(right, left)
                && (plain is { } r ? r is >= -1 and <= 1 && Math.Abs(r - moved!.Value) < 1e-9 : moved is null);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("RIR")]
    [InlineData("RI")]
    [InlineData("RIX")]
    [InlineData("")]
    public void A_text_that_is_no_code_is_refused(string text) => Assert.Throws<FormatException>(() => HollandCode.Parse(text));

    [Fact]
    public void Six_finite_numbers_are_needed()
    {
        Assert.Throws<ArgumentException>(() => Congruence.Correlation([1, 2, 3], [1, 2, 3, 4, 5, 6]));
        Assert.Throws<ArgumentException>(() => Congruence.Correlation([1, 2, 3, 4, 5, double.NaN], [1, 2, 3, 4, 5, 6]));
        Assert.Throws<ArgumentException>(() => HollandCode.Of([1.0, 2, 3, 4, 5, double.NaN]));
        Assert.Throws<ArgumentException>(() => HollandCode.Of([1.0]));
    }
}
