using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>A mechanism on tiny markets, and what it does not promise: by the name of a property, a market where it fails.</summary>
internal sealed record TriedMechanism(string Name, Func<TinyMarket, int[]> Solve, Dictionary<string, string> Fails)
{
    /// <summary>Whether a property holds; each that is not among the failures does.</summary>
    public bool Holds(TestedProperty property) => !Fails.ContainsKey(property.Name);

    public override string ToString() => Name;
}

/// <summary>Which mechanism has which property. A new mechanism is one more row here, and every property is tried on it.</summary>
internal static class MechanismTable
{
    public static TriedMechanism[] All { get; } =
    [
        new("student-optimal",
            market => Solved(market, Solving.ApplicantsPropose),
            new()
            {
                ["ParetoEfficientForStudents"] = "a: q, b: q p, c: p q | p: a b c, q: c a b",
                ["OpportunityOptimal"] = "a: q p, b: p q | p: a b, q: b a",
                ["NonBossy"] = "a:, b: p q, c: q p | p: a c b, q: b a c",
            }),
        new("opportunity-optimal",
            market => Solved(market, Solving.ProgramsPropose),
            new()
            {
                ["StrategyProofForStudents"] = "a: q p, b: p q | p: a b, q: b a",
                ["ParetoEfficientForStudents"] = "a: q p, b: p q | p: a b, q: b a",
                ["StudentOptimal"] = "a: q p, b: p q | p: a b, q: b a",
                ["RespectsImprovements"] = "a: q p, b: p q | p: b a, q: b a",
            }),
        new("serial-dictatorship",
            market => Solving.InTurn(market.Compile(), [.. Enumerable.Range(0, market.Applicants).Reverse()]),
            new()
            {
                ["Stable"] = "a: p, b: p | p: b a",
                ["StudentOptimal"] = "a: p, b: p | p: b a",
                ["OpportunityOptimal"] = "a: p, b: p | p: b a",
                ["MutuallyBest"] = "a: p, b: p | p: b a",
            }),
        new("immediate-acceptance",
            market => Solved(market, (compiled, order, _) => Solving.AtOnce(compiled, order).Matched),
            new()
            {
                ["Stable"] = "a: p, b: q p, c: q | p: b a c, q: c a b",
                ["StrategyProofForStudents"] = "a: p, b: q p, c: q | p: b a c, q: c a b",
                ["StudentOptimal"] = "a: p, b: q p, c: q | p: b a c, q: c a b",
                ["OpportunityOptimal"] = "a: p, b: q p, c: q | p: b a c, q: c a b",
            }),
        new("top-trading-cycles",
            market =>
            {
                var ranked = market.Ranked();
                return Solving.ByTrade(market.Compile(), Solving.LowerFirst(ranked), ranked).Matched;
            },
            new()
            {
                ["Stable"] = "a: q, b: p, c: q | p: c b a, q: b a c",
                ["StudentOptimal"] = "a: q, b: p, c: q | p: c b a, q: b a c",
                ["OpportunityOptimal"] = "a: q, b: p, c: q | p: c b a, q: b a c",
                ["PopulationMonotonic"] = "a: q, b: p, c: q | p: c b a, q: b a c",
                ["ResourceMonotonic"] = "a: q, b: p, c: p | p: a c b, q 0: b c a",
            }),
    ];

    private static int[] Solved(TinyMarket market, Func<Market, SinglePlaceOrder, Workspace?, int[]> solve)
    {
        var compiled = market.Compile();
        return solve(compiled, Solving.LowerFirst(compiled), null);
    }

    private static int[] Solved(TinyMarket market, Func<Market, SinglePlaceOrder, int[]> solve) =>
        Solved(market, (compiled, order, _) => solve(compiled, order));
}
