using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Ties;

/// <summary>The largest matching, stable or not: what no stable one can exceed.</summary>
internal static class LargestMatching
{
    public static int Size(Market market)
    {
        var held = new List<int>[market.Programs];
        for (var p = 0; p < held.Length; p++)
        {
            held[p] = [];
        }

        var size = 0;
        var seen = new int[market.Programs];
        for (var a = 0; a < market.Applicants; a++)
        {
            size += Place(market, held, seen, a, a + 1) ? 1 : 0;
        }

        return size;
    }

    private static bool Place(Market market, List<int>[] held, int[] seen, int applicant, int now)
    {
        for (var edge = market.First[applicant]; edge < market.First[applicant + 1]; edge++)
        {
            var p = market.Program[edge];
            if (seen[p] == now)
            {
                continue;
            }

            seen[p] = now;
            if (held[p].Count < market.Capacity[p])
            {
                held[p].Add(applicant);
                return true;
            }

            for (var i = 0; i < held[p].Count; i++)
            {
                if (Place(market, held, seen, held[p][i], now))
                {
                    held[p][i] = applicant;
                    return true;
                }
            }
        }

        return false;
    }
}
