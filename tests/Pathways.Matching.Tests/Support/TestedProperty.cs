using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>Something a mechanism may promise: what speaks against it on one market, or null.</summary>
/// <param name="Name">As in tables.</param>
/// <param name="Against">Tries everything that the promise is about on one market.</param>
internal sealed record TestedProperty(string Name, Func<Func<TinyMarket, int[]>, TinyMarket, string?> Against)
{
    /// <summary>No applicant and program would both rather have each other.</summary>
    public static TestedProperty Stable { get; } = new(nameof(Stable), (solve, market) =>
    {
        var matching = solve(market);
        return market.Conditions?.IsFeasible(market, matching) == false
            ? "not feasible"
            : Some(market.Blocking(matching).Select(pair => $"{A(pair.Applicant)} and {P(pair.Program)} block"));
    });

    /// <summary>Nobody gets a better seat by writing any other list.</summary>
    public static TestedProperty StrategyProofForStudents { get; } = new(nameof(StrategyProofForStudents), (solve, market) =>
    {
        var truthful = solve(market);
        return Some(
            from a in Enumerable.Range(0, market.Applicants)
            from list in TinyMarket.Reports(market.Programs)
            let got = solve(market.WithList(a, list))[a]
            where market.Prefers(a, got, truthful[a])
            select $"{A(a)} writes {string.Join(" ", list.Select(P))} and gets {P(got)}");
    });

    /// <summary>No other matching is worse for no applicant and better for some.</summary>
    public static TestedProperty ParetoEfficientForStudents { get; } = new(nameof(ParetoEfficientForStudents), (solve, market) =>
    {
        var matching = solve(market);
        return Some(market.Matchings().Where(better => market.Improves(better, matching)).Select(TinyMarket.Write));
    });

    /// <summary>Nobody would rather have a seat that is free.</summary>
    public static TestedProperty NonWasteful { get; } = new(nameof(NonWasteful), (solve, market) =>
    {
        var matching = solve(market);
        return Some(
            from a in Enumerable.Range(0, market.Applicants)
            from p in market.Lists[a]
            where market.Prefers(a, p, matching[a]) && market.HasRoom(matching, a, p)
            select $"{A(a)} wants the free seat at {P(p)}");
    });

    /// <summary>Nobody gets a seat that is not on the own list.</summary>
    public static TestedProperty IndividuallyRational { get; } = new(nameof(IndividuallyRational), (solve, market) =>
        Some(solve(market).Index().Where(own => own.Item != Market.None && !market.Lists[own.Index].Contains(own.Item))
            .Select(own => $"{A(own.Index)} has {P(own.Item)}")));

    /// <summary>Stable, and nobody has a better seat in any stable matching.</summary>
    public static TestedProperty StudentOptimal { get; } = new(nameof(StudentOptimal), (solve, market) =>
    {
        var matching = solve(market);
        var stable = market.Matchings().Where(other => !market.Blocking(other).Any()).ToList();
        return !stable.Exists(matching.SequenceEqual)
            ? "not stable"
            : Some(
                from other in stable
                from a in Enumerable.Range(0, market.Applicants)
                where market.Prefers(a, other[a], matching[a])
                select $"{A(a)} has {P(other[a])} in a stable matching");
    });

    /// <summary>Stable, and no program has anybody better in any stable matching.</summary>
    public static TestedProperty OpportunityOptimal { get; } = new(nameof(OpportunityOptimal), (solve, market) =>
    {
        var matching = solve(market);
        var stable = market.Matchings().Where(other => !market.Blocking(other).Any()).ToList();
        return !stable.Exists(matching.SequenceEqual)
            ? "not stable"
            : Some(
                from other in stable
                where !market.SuitsPrograms(matching, other)
                select $"somebody is better in {TinyMarket.Write(other)}");
    });

    /// <summary>Nobody is worse off for rising in the order of a program.</summary>
    public static TestedProperty RespectsImprovements { get; } = new(nameof(RespectsImprovements), (solve, market) =>
    {
        var matching = solve(market);
        return Some(
            from risen in market.Rising()
            where market.Prefers(risen.Applicant, matching[risen.Applicant], solve(risen.Market)[risen.Applicant])
            select $"{A(risen.Applicant)} rises at {P(risen.Program)} for {risen.Market} and loses {P(matching[risen.Applicant])}");
    });

    /// <summary>Whoever is first choice of, and among the best of, a program, as many as it has seats, gets it.</summary>
    public static TestedProperty MutuallyBest { get; } = new(nameof(MutuallyBest), (solve, market) =>
    {
        var matching = solve(market);
        return Some(
            from a in Enumerable.Range(0, market.Applicants)
            from p in market.Lists[a].Take(1)
            where matching[a] != p && Array.IndexOf(market.Priorities[p], a) < market.Seats[p]
            select $"{A(a)} and {P(p)}");
    });

    /// <summary>Nobody changes what others get by another list without changing the own seat.</summary>
    public static TestedProperty NonBossy { get; } = new(nameof(NonBossy), (solve, market) =>
    {
        var matching = solve(market);
        return Some(
            from a in Enumerable.Range(0, market.Applicants)
            from list in TinyMarket.Reports(market.Programs)
            let other = solve(market.WithList(a, list))
            where other[a] == matching[a] && !other.SequenceEqual(matching)
            select $"{A(a)} writes {string.Join(" ", list.Select(P))} for {TinyMarket.Write(other)}");
    });

    /// <summary>Nobody is worse off when somebody else gives up.</summary>
    public static TestedProperty PopulationMonotonic { get; } = new(nameof(PopulationMonotonic), (solve, market) =>
    {
        var matching = solve(market);
        return Some(
            from gone in Enumerable.Range(0, market.Applicants)
            let other = solve(market.WithList(gone, []))
            from a in Enumerable.Range(0, market.Applicants)
            where a != gone && market.Prefers(a, matching[a], other[a])
            select $"{A(gone)} gives up and {A(a)} loses {P(matching[a])}");
    });

    /// <summary>Nobody is worse off for one more seat anywhere.</summary>
    public static TestedProperty ResourceMonotonic { get; } = new(nameof(ResourceMonotonic), (solve, market) =>
    {
        var matching = solve(market);
        return Some(
            from p in Enumerable.Range(0, market.Programs)
            let other = solve(market.WithMoreSeats(p))
            from a in Enumerable.Range(0, market.Applicants)
            where market.Prefers(a, matching[a], other[a])
            select $"{P(p)} gets one more seat and {A(a)} loses {P(matching[a])}");
    });

    /// <summary>Every property there is.</summary>
    public static TestedProperty[] All { get; } =
    [
        Stable, StrategyProofForStudents, ParetoEfficientForStudents, NonWasteful, IndividuallyRational, StudentOptimal, OpportunityOptimal,
        RespectsImprovements, MutuallyBest, NonBossy, PopulationMonotonic, ResourceMonotonic,
    ];

    private static string? Some(IEnumerable<string> faults) => faults.FirstOrDefault();

    private static char A(int applicant) => (char)('a' + applicant);

    private static string P(int program) => program == Market.None ? "nothing" : ((char)('p' + program)).ToString();
}
