using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>Which mechanism has which property where seats are reserved or capped: on which conditions it is tried, and markets where a property fails.</summary>
internal static class ConditionTable
{
    public static (TriedMechanism Mechanism, TinyCondition[] Conditions)[] All { get; } =
    [
        (new("student-optimal",
            market => market.Compile() switch
            {
                { Caps: null } compiled => Solving.ApplicantsProposeForSeats(compiled),
                { Plan: null } compiled => Solving.ApplicantsPropose(compiled, (order, workspace) => new LaminarChoice<SinglePlaceOrder>(compiled, order, workspace)),
                var compiled => Solving.ApplicantsPropose(compiled, (order, workspace) => new MixedChoice<SinglePlaceOrder>(compiled, order, workspace)),
            },
            new()
            {
                ["ParetoEfficientForStudents"] = "a: q p, b: q | p: a b, q: b a | p: a1 b0, q: a0 b1 |  | p 1, pq 1",
                ["NonWasteful"] = "a: q p, b: q | p: a b, q: b a | p: a1 b0, q: a0 b1 |  | p 1, pq 1",
                ["OpportunityOptimal"] = "a:, b: q p | p: b a, q: a b | p: a0 b4, q: a3 b0 |  | p 2, pq 1",
                ["MutuallyBest"] = "a: q, b: q | p: a b, q 2: a b | p: a5 b0, q: a5 b0 |  | pq 1",
                ["NonBossy"] = "a:, b: q p | p: b a, q: a b | p: a0 b4, q: a3 b0 |  | p 2, pq 1",
                ["ResourceMonotonic"] = "a: p q, b: p | p 0: b a, q: b a | p: a0 b3, q: a0 b3 |  | pq 1",
            }),
            ConditionedMarkets.All),
        (new("opportunity-optimal",
            market => market.Compile() is { Caps: null } compiled
                ? Solving.ProgramsProposeSeats(compiled)
                : Solving.PartnersPropose(market.Compile()),
            new()
            {
                ["StrategyProofForStudents"] = "a:, b: q p | p: b a, q: a b | p: a0 b4, q: a3 b0 |  | p 2, pq 1",
                ["ParetoEfficientForStudents"] = "a:, b: q p | p: b a, q: a b | p: a0 b4, q: a3 b0 |  | p 2, pq 1",
                ["NonWasteful"] = "a:, b: q p | p: b a, q: a b | p: a0 b4, q: a3 b0 |  | p 2, pq 1",
                ["StudentOptimal"] = "a:, b: q p | p: b a, q: a b | p: a0 b4, q: a3 b0 |  | p 2, pq 1",
                ["RespectsImprovements"] = "a: q p, b: | p: b a, q: b a | p: a0 b1, q: a0 b1 |  | pq 1",
                ["MutuallyBest"] = "a: q, b: q | p: a b, q 2: a b | p: a5 b0, q: a5 b0 |  | pq 1",
                ["ResourceMonotonic"] = "a: p q, b: p | p 0: b a, q: b a | p: a0 b3, q: a0 b3 |  | pq 1",
            }),
            [.. ConditionedMarkets.All.Except([TinyCondition.ReservesAndCaps])]),
        (new("serial-dictatorship",
            market => Solving.InTurn(market.Compile(), [.. Enumerable.Range(0, market.Applicants).Reverse()]),
            new()
            {
                ["Stable"] = "a: p, b: p | p: b a, q 2: b a | p: a1 b2, q: a1 b2 |  | pq 1",
                ["StudentOptimal"] = "a: p, b: p | p: b a, q 2: b a | p: a1 b2, q: a1 b2 |  | pq 1",
                ["OpportunityOptimal"] = "a: p, b: p | p: b a, q 2: b a | p: a1 b2, q: a1 b2 |  | pq 1",
                ["MutuallyBest"] = "a: p, b: p | p: b a, q 2: b a | p: a1 b2, q: a1 b2 |  | pq 1",
                ["ResourceMonotonic"] = "a: q, b: p | p 2: b a, q 0: b a | p: a1 b2, q: a1 b2 |  | pq 1",
            }),
            ConditionedMarkets.Caps),
        (new("largest-stable",
            market => ConditionedMarkets.Match(market, Mechanism.LargestStable),
            new()
            {
                ["StrategyProofForStudents"] = "a: q p, b:, c: q p | p: a b c, q: b a c | p: a4 b2 c0, q: a0 b2 c0 |  | p 2, pq 2",
                ["ParetoEfficientForStudents"] = "a: p q, b: q | p 2: a b, q: a b | p: a0 b0, q: a2 b0 |  | p 1, pq 1",
                ["NonWasteful"] = "a: p q, b: q | p 2: a b, q: a b | p: a0 b0, q: a2 b0 |  | p 1, pq 1",
                ["StudentOptimal"] = "a: q p, b C: q r | p: a b, q: a b, r 2: a b | p: a3 b1, q: a0 b0, r: a2 b1 | r Slots: *1 B1> | pq 1",
                ["OpportunityOptimal"] = "a C: p r q, b AB: r | p: b a, q: a b, r: b a | p: a1 b3, q: a4 b3, r: a0 b2 | r Slots: A1> | pq 1",
                ["RespectsImprovements"] = "a: q p, b: q | p: a b, q: a b | p: a1 b1, q: a1 b1 |  | pq 1",
                ["MutuallyBest"] = "a: q, b: q | p: a b, q 2: a b | p: a5 b0, q: a5 b0 |  | pq 1",
                ["NonBossy"] = "a: p q, b: q | p 2: a b, q: a b | p: a0 b0, q: a2 b0 |  | p 1, pq 1",
                ["PopulationMonotonic"] = "a: q, b: p, c: q, d: p q | p: a b d c, q: a b d c | p: a1 b1 c0 d1, q: a1 b1 c0 d1 |  | pq 2",
                ["ResourceMonotonic"] = "a: q, b: p, c: q | p: a b c, q 0: b a c | p: a2 b0 c0, q: a1 b2 c1 |  | p 1, pq 1",
            }),
            ConditionedMarkets.All),
    ];
}
