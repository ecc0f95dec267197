namespace Pathways.Tests;

public class RequirementTests
{
    private static readonly ImmutableArray<Requirement<int>> Table =
    [
        new("number.positive", "The number must be positive.", n => n > 0),
        new("number.even", "The number must be even.", n => n % 2 == 0, n => $"{n} is odd."),
        new("number.small", "The number must be below 10.", n => n < 10),
    ];

    [Fact]
    public void Everything_that_is_unmet_is_listed_in_the_order_of_the_table() =>
        Assert.Equal(
            [new("number.positive", "The number must be positive."), new Refusal("number.even", "-3 is odd.")], Table.Unmet(-3).ToArray());

    [Fact]
    public void Facts_that_meet_all_are_not_refused()
    {
        Assert.Empty(Table.Unmet(4));
        Assert.Empty(ImmutableArray<Requirement<int>>.Empty.Unmet(4));
    }

    [Fact]
    public void A_refusal_prints_code_and_sentence() => Assert.Equal("number.even: 11 is odd.", Table[1].Refuse(11).ToString());
}
