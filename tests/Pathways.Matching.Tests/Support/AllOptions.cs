namespace Pathways.Matching.Tests.Support;

/// <summary>Every way to match: all mechanisms with all tie breakings, but what is refused.</summary>
internal static class AllOptions
{
    /// <summary>The mechanisms that propose and reject, with all tie breakings.</summary>
    public static IEnumerable<MatchOptions> Proposing(ulong seed) =>
        With(seed).Where(options => options.Mechanism == Mechanism.StudentOptimal || options.Mechanism == Mechanism.OpportunityOptimal);

    /// <summary>All mechanisms with all tie breakings.</summary>
    public static IEnumerable<MatchOptions> With(ulong seed) =>
        from mechanism in Mechanism.All
        from ties in Enum.GetValues<TieBreaking>()
        where mechanism != Mechanism.TopTradingCycles || ties is TieBreaking.Lottery or TieBreaking.InputOrder
        select new MatchOptions { Mechanism = mechanism, Ties = ties, Seed = new(seed) };
}
