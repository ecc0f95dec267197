namespace Pathways.Matching.Kernel;

/// <summary>A market whose ties are the same, but written in another order within each place of each list.</summary>
/// <param name="Market">The market.</param>
/// <param name="EdgeOf">By edge of it, the edge of the market it was made of.</param>
internal sealed record ShuffledPlaces(Market Market, int[] EdgeOf)
{
    /// <summary>Shuffles the ties of applicants; the same market when there are none.</summary>
    /// <param name="market">No plan.</param>
    /// <param name="seed">For the order.</param>
    public static ShuffledPlaces Of(Market market, Seed seed)
    {
        int[] edgeOf = [.. Enumerable.Range(0, market.Edges)];
        if (market.Tied is not { } tied)
        {
            return new(market, edgeOf);
        }

        var draws = new Draws(seed.Split("ties of applicants"));
        for (var start = 0; start < edgeOf.Length;)
        {
            var end = start + 1;
            while (end < edgeOf.Length && tied[end])
            {
                end++;
            }

            for (var left = end - start; left > 1; left--)
            {
                var (a, b) = (start + left - 1, start + draws.Below(left));
                (edgeOf[a], edgeOf[b]) = (edgeOf[b], edgeOf[a]);
            }

            start = end;
        }

        var program = Array.ConvertAll(edgeOf, edge => market.Program[edge]);
        var priorityClass = Array.ConvertAll(edgeOf, edge => market.Class[edge]);
        return new(new(market.First, program, priorityClass, market.Capacity, tied, plan: null, market.Caps), edgeOf);
    }
}
