namespace Pathways.Matching.Kernel;

/// <summary>The places of applicants' lists: edges that are tied share one.</summary>
internal static class Places
{
    /// <summary>The first edge of the place that an edge is in.</summary>
    public static int PlaceStart(this Market market, int edge)
    {
        while (market.Tied is { } tied && tied[edge])
        {
            edge--;
        }

        return edge;
    }

    /// <summary>The edge after the last of the place that an edge is in.</summary>
    public static int PlaceEnd(this Market market, int applicant, int edge)
    {
        for (edge++; market.Tied is { } tied && edge < market.First[applicant + 1] && tied[edge]; edge++)
        {
        }

        return edge;
    }

    /// <summary>The end of the edges that an applicant strictly prefers to one, or to none.</summary>
    public static int BetterEnd(this Market market, int applicant, int edge) =>
        edge == Market.None ? market.First[applicant + 1] : market.PlaceStart(edge);
}
