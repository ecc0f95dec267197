using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>Weak stability of a matching of any size, straight from the definition; programs choose by merit, each for itself.</summary>
internal static class MarketStability
{
    public static bool IsStable(Market market, int[] edgeOf)
    {
        var inside = Enumerable.Range(0, market.Programs).Select(_ => new List<int>()).ToArray();
        foreach (var edge in edgeOf.Where(edge => edge != Market.None))
        {
            inside[market.Program[edge]].Add(market.Class[edge]);
        }

        if (inside.Index().Any(program => program.Item.Count > market.Capacity[program.Index]))
        {
            return false;
        }

        for (var a = 0; a < market.Applicants; a++)
        {
            // Ahead of the seat, but not in its place.
            var last = edgeOf[a] == Market.None ? market.First[a + 1] : edgeOf[a];
            while (edgeOf[a] != Market.None && market.Tied?[last] == true)
            {
                last--;
            }

            for (var edge = market.First[a]; edge < last; edge++)
            {
                var p = market.Program[edge];
                if (inside[p].Count < market.Capacity[p] || inside[p].Any(other => other < market.Class[edge]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
