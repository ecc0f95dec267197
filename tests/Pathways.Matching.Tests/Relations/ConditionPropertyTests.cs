using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Relations;

/// <summary>What mechanisms promise where seats are reserved or capped: what holds is tried on hundreds of markets of each condition, what fails is shown on one.</summary>
public sealed class ConditionPropertyTests
{
    private const int Draws = 300;
    private const int DrawsForFailures = 1500;

    private static readonly (TriedMechanism Mechanism, TinyCondition[] Conditions, TestedProperty Property)[] Cells =
        [.. from row in ConditionTable.All from property in TestedProperty.All select (row.Mechanism, row.Conditions, property)];

    public static TheoryData<string, string> Holding => Named(holds: true);

    public static TheoryData<string, string> Failing => Named(holds: false);

    [Theory]
    [MemberData(nameof(Holding))]
    public void What_holds_holds_under_every_condition_that_is_served(string mechanism, string property)
    {
        var cell = Find(mechanism, property);
        foreach (var condition in cell.Conditions)
        {
            for (var draw = 0ul; draw < Draws; draw++)
            {
                var market = ConditionedMarkets.Draw(draw, condition);
                if (cell.Property.Against(cell.Mechanism.Solve, market) is { } fault)
                {
                    Assert.Fail($"{mechanism} is not {property} ({condition}, draw {draw}): {market}, {TinyMarket.Write(cell.Mechanism.Solve(market))}, {fault}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public void What_fails_fails_on_the_market_that_is_named(string mechanism, string property)
    {
        var cell = Find(mechanism, property);
        var written = cell.Mechanism.Fails[property];
        var market = TinyMarket.Parse(written);

        Assert.Equal(written, market.ToString());
        Assert.NotNull(market.Conditions);
        Assert.NotNull(cell.Property.Against(cell.Mechanism.Solve, market));
    }

    // What the draws cannot find where it is, they would not find anywhere.
    [Theory]
    [MemberData(nameof(Failing))]
    public void The_draws_find_every_failure_by_themselves(string mechanism, string property)
    {
        var cell = Find(mechanism, property);

        Assert.Contains(
            Enumerable.Range(0, DrawsForFailures),
            draw => cell.Conditions.Any(condition => cell.Property.Against(cell.Mechanism.Solve, ConditionedMarkets.Draw((ulong)draw, condition)) is not null));
    }

    // Weakly, as it is promised: a pair blocks when it does however the tied are ordered.
    [Fact]
    public void The_largest_stable_matching_is_stable_however_the_tied_are_ordered() => Assert.All(ConditionedMarkets.All, condition =>
    {
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var market = ConditionedMarkets.Draw(draw, condition);
            var matching = ConditionedMarkets.Match(market, Mechanism.LargestStable);
            var orders = Orders([.. Enumerable.Range(0, market.Applicants)])
                .Select(order => (Order: order, Market: market.Reordered(order), Matching: Array.ConvertAll(order, a => matching[a]))).ToList();
            var blocking = orders.Select(other => other.Market.Blocking(other.Matching).Select(pair => (other.Order[pair.Applicant], pair.Program)).ToHashSet())
                .Aggregate((some, others) => [.. some.Intersect(others)]);

            Assert.True(
                blocking.Count == 0 && orders.Exists(other => other.Market.Conditions!.IsFeasible(other.Market, other.Matching)),
                $"Not stable ({condition}, draw {draw}): {market}, {TinyMarket.Write(matching)}");
        }
    });

    // The table runs kernels; what is asked for by its name is the same.
    [Fact]
    public void Problems_written_down_are_matched_as_the_table_says() => Assert.All(ConditionTable.All, row => Assert.All(row.Conditions, condition =>
    {
        for (var draw = 0ul; draw < 200; draw++)
        {
            var market = ConditionedMarkets.Draw(draw, condition);
            var matched = ConditionedMarkets.Match(market, Mechanism.All.Single(mechanism => mechanism.Name == row.Mechanism.Name));

            Assert.True(row.Mechanism.Solve(market).SequenceEqual(matched), $"{row.Mechanism} ({condition}, draw {draw}): {market}, {TinyMarket.Write(matched)}");
        }
    }));

    [Fact]
    public void The_catalogue_promises_what_holds_and_nothing_else() => Assert.All(Mechanism.All, mechanism =>
    {
        var tried = ConditionTable.All.Where(row => row.Mechanism.Name == mechanism.Name).ToList();
        Assert.Equal(mechanism.ServesCaps || mechanism.ServesReserves, tried.Count == 1);
        Assert.Equal(
            TestedProperty.All.Where(property => tried.Exists(row => row.Mechanism.Holds(property))).Select(property => property.Name).Order(StringComparer.Ordinal),
            mechanism.PropertiesUnderConditions.Select(property => property.ToString()).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Nothing_is_promised_under_conditions_that_is_not_promised_without() => Assert.All(
        Mechanism.All, mechanism => Assert.Empty(mechanism.PropertiesUnderConditions.Except(mechanism.Properties)));

    // Each condition binds now and then, or it would not be tried.
    [Fact]
    public void Every_condition_changes_some_matchings() => Assert.All(ConditionedMarkets.All, condition => Assert.True(
        Enumerable.Range(0, Draws).Count(draw =>
        {
            var market = ConditionedMarkets.Draw((ulong)draw, condition);
            var free = market with { Conditions = market.Conditions! with { Caps = [], Rules = [.. market.Conditions.Rules.Select(_ => (SmallProgram?)null)] } };
            return !ConditionTable.All[0].Mechanism.Solve(market).SequenceEqual(MechanismTable.All[0].Solve(free));
        }) > Draws / 50, $"{condition} changes nothing."));

    private static IEnumerable<int[]> Orders(int[] applicants) => applicants.Length == 0
        ? [[]]
        : applicants.SelectMany(a => Orders([.. applicants.Where(other => other != a)]).Select(rest => (int[])[a, .. rest]));

    private static (TriedMechanism Mechanism, TinyCondition[] Conditions, TestedProperty Property) Find(string mechanism, string property) =>
        Cells.Single(cell => cell.Mechanism.Name == mechanism && cell.Property.Name == property);

    // That the largest stable matching is stable, with ties as they are, has a test of its own.
    private static TheoryData<string, string> Named(bool holds)
    {
        var named = new TheoryData<string, string>();
        foreach (var (mechanism, _, property) in Cells.Where(cell => cell.Mechanism.Holds(cell.Property) == holds))
        {
            if (!(mechanism.Name == Mechanism.LargestStable.Name && property == TestedProperty.Stable))
            {
                named.Add(mechanism.Name, property.Name);
            }
        }

        return named;
    }
}
