namespace Pathways.Matching.Tests.Support;

/// <summary>Every way to match: both mechanisms with all tie breakings.</summary>
internal static class AllOptions
{
    public static IEnumerable<MatchOptions> With(ulong seed) =>
        from mechanism in Mechanism.All
        from ties in Enum.GetValues<TieBreaking>()
        select new MatchOptions { Mechanism = mechanism, Ties = ties, Seed = new(seed) };
}
