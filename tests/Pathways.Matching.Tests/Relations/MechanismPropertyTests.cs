using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Relations;

/// <summary>Every cell of the table of mechanisms and properties: what holds is tried on thousands of markets, what fails is shown on one.</summary>
public sealed class MechanismPropertyTests
{
    private const int Draws = 1500;

    private static readonly (TriedMechanism Mechanism, TestedProperty Property)[] Cells =
        [.. from mechanism in MechanismTable.All from property in TestedProperty.All select (mechanism, property)];

    public static TheoryData<string, string> Holding => Named(holds: true);

    public static TheoryData<string, string> Failing => Named(holds: false);

    [Theory]
    [MemberData(nameof(Holding))]
    public void What_holds_holds_on_markets_of_up_to_four_students_and_three_opportunities(string mechanism, string property)
    {
        var cell = Find(mechanism, property);
        for (var draw = 0ul; draw < Draws; draw++)
        {
            AssertNothingAgainst(cell, TinyMarket.Draw(draw), $"draw {draw}");
        }
    }

    [Theory]
    [MemberData(nameof(Holding))]
    public void What_holds_holds_on_every_market_of_three_students_and_two_opportunities(string mechanism, string property)
    {
        var cell = Find(mechanism, property);
        foreach (var market in TinyMarket.All())
        {
            AssertNothingAgainst(cell, market, "one of all");
        }
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public void What_fails_fails_on_the_market_that_is_named(string mechanism, string property)
    {
        var cell = Find(mechanism, property);
        var written = cell.Mechanism.Fails[property];

        Assert.NotNull(cell.Property.Against(cell.Mechanism.Solve, TinyMarket.Parse(written)));
        Assert.Equal(written, TinyMarket.Parse(written).ToString());
    }

    // What the draws cannot find where it is, they would not find anywhere.
    [Theory]
    [MemberData(nameof(Failing))]
    public void The_draws_find_every_failure_by_themselves(string mechanism, string property)
    {
        var cell = Find(mechanism, property);

        Assert.Contains(
            Enumerable.Range(0, Draws),
            draw => cell.Property.Against(cell.Mechanism.Solve, TinyMarket.Draw((ulong)draw)) is not null);
    }

    // A mechanism that leaves seats empty, one that forces seats on students, and one that looks at the length of lists.
    [Fact]
    public void Faulty_mechanisms_are_found_out()
    {
        Assert.NotNull(Fault(TestedProperty.NonWasteful, market => [.. market.Lists.Select(_ => Nothing)]));
        Assert.NotNull(Fault(TestedProperty.IndividuallyRational, market => [.. market.Lists.Select((_, a) => a == 0 ? 0 : Nothing)]));
        Assert.NotNull(Fault(TestedProperty.StrategyProofForStudents, market =>
            Solving.InTurn(market.Compile(), [.. Enumerable.Range(0, market.Applicants).OrderBy(a => market.Lists[a].Length)])));
        Assert.NotNull(Fault(TestedProperty.MutuallyBest, market => [.. market.Lists.Select(_ => Nothing)]));
    }

    // The same rule with programs that point only at those who list them: whoever lists more has more to trade.
    [Fact]
    public void A_trade_in_which_only_listed_priorities_count_is_not_truthful()
    {
        static int[] Solve(TinyMarket market)
        {
            var compiled = market.Compile();
            return Solving.ByTrade(compiled, Solving.LowerFirst(compiled)).Matched;
        }

        var market = TinyMarket.Parse("a: q, b: p, c: q p | p: c a b, q: b a c");

        Assert.Equal("q-p", TinyMarket.Write(Solve(market)));
        Assert.Equal("-pq", TinyMarket.Write(Solve(market.WithList(1, [0, 1]))));
        Assert.Null(TestedProperty.StrategyProofForStudents.Against(MechanismTable.All[^1].Solve, market));
    }

    // What the catalogue says is what is tried here.
    [Fact]
    public void The_catalogue_promises_what_holds_and_nothing_else() => Assert.All(MechanismTable.All, tried =>
        Assert.Equal(
            TestedProperty.All.Where(tried.Holds).Select(property => property.Name).Order(StringComparer.Ordinal),
            Mechanism.All.Single(mechanism => mechanism.Name == tried.Name).Properties.Select(property => property.ToString()).Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_failure_is_of_a_property_that_exists() => Assert.All(
        MechanismTable.All.SelectMany(mechanism => mechanism.Fails.Keys),
        name => Assert.Contains(name, TestedProperty.All.Select(property => property.Name)));

    [Fact]
    public void There_are_as_many_markets_as_there_are_ways_to_write_one()
    {
        Assert.Equal(16, TinyMarket.Reports(3).Count);
        Assert.Equal(5 * 5 * 5 * 6 * 6 * 2, TinyMarket.All().Select(market => market.ToString()).Distinct().Count());
    }

    private const int Nothing = Pathways.Matching.Kernel.Market.None;

    private static string? Fault(TestedProperty property, Func<TinyMarket, int[]> solve) =>
        Enumerable.Range(0, 100).Select(draw => property.Against(solve, TinyMarket.Draw((ulong)draw))).FirstOrDefault(fault => fault is not null);

    private static void AssertNothingAgainst((TriedMechanism Mechanism, TestedProperty Property) cell, TinyMarket market, string where)
    {
        if (cell.Property.Against(cell.Mechanism.Solve, market) is { } fault)
        {
            Assert.Fail($"{cell.Mechanism} is not {cell.Property.Name} ({where}): {market}, {TinyMarket.Write(cell.Mechanism.Solve(market))}, {fault}");
        }
    }

    private static (TriedMechanism Mechanism, TestedProperty Property) Find(string mechanism, string property) =>
        Cells.Single(cell => cell.Mechanism.Name == mechanism && cell.Property.Name == property);

    private static TheoryData<string, string> Named(bool holds)
    {
        var named = new TheoryData<string, string>();
        foreach (var (mechanism, property) in Cells.Where(cell => cell.Mechanism.Holds(cell.Property) == holds))
        {
            named.Add(mechanism.Name, property.Name);
        }

        return named;
    }
}
