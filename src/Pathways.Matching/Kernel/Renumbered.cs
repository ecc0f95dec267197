namespace Pathways.Matching.Kernel;

/// <summary>A market with applicants and programs in another order: one that the order of the input does not decide, for algorithms that go by position.</summary>
/// <param name="Market">The market.</param>
/// <param name="Applicants">By applicant of it, the applicant of the market it was made of.</param>
/// <param name="EdgeOf">By edge of it, the edge of the market it was made of.</param>
internal sealed record Renumbered(Market Market, int[] Applicants, int[] EdgeOf)
{
    /// <summary>Renumbers a market without a plan; tied edges go by the new number of the program.</summary>
    /// <param name="market">No plan.</param>
    /// <param name="applicantPlace">By applicant, its new number: a permutation, such as the places of a lottery among identifiers.</param>
    /// <param name="programPlace">By program, its new number.</param>
    public static Renumbered Of(Market market, int[] applicantPlace, int[] programPlace)
    {
        var applicants = TieBreaker.Inverse(applicantPlace);
        var programs = TieBreaker.Inverse(programPlace);
        var first = new int[market.Applicants + 1];
        var edgeOf = new int[market.Edges];
        var tied = market.Tied is null ? null : new TieMarks(market.Edges);
        for (var a = 0; a < applicants.Length; a++)
        {
            var (from, to) = (market.First[applicants[a]], market.First[applicants[a] + 1]);
            first[a + 1] = first[a] + to - from;
            for (var edge = from; edge < to;)
            {
                var start = edge++;
                while (edge < to && market.Tied?[edge] == true)
                {
                    tied![first[a] + edge - from] = true;
                    edge++;
                }

                var place = edgeOf.AsSpan(first[a] + start - from, edge - start);
                for (var i = 0; i < place.Length; i++)
                {
                    place[i] = start + i;
                }

                place.Sort((one, other) => programPlace[market.Program[one]].CompareTo(programPlace[market.Program[other]]));
            }
        }

        return new(
            new(
                first,
                Array.ConvertAll(edgeOf, edge => programPlace[market.Program[edge]]),
                Array.ConvertAll(edgeOf, edge => market.Class[edge]),
                Array.ConvertAll(programs, p => market.Capacity[p]),
                tied,
                plan: null,
                market.Caps is { } caps ? Of(caps, programs) : null),
            applicants,
            edgeOf);
    }

    /// <summary>A matching of the market it was made of, from one of this.</summary>
    /// <param name="edges">By applicant of this, its edge or <see cref="Market.None"/>.</param>
    public int[] Back(int[] edges)
    {
        var back = new int[edges.Length];
        for (var a = 0; a < edges.Length; a++)
        {
            back[Applicants[a]] = edges[a] == Market.None ? Market.None : EdgeOf[edges[a]];
        }

        return back;
    }

    /// <summary>A matching of this, from one of the market it was made of.</summary>
    /// <param name="edges">By applicant of that, its edge or <see cref="Market.None"/>.</param>
    public int[] Forth(int[] edges)
    {
        var place = TieBreaker.Inverse(EdgeOf);
        return Array.ConvertAll(Applicants, a => edges[a] == Market.None ? Market.None : place[edges[a]]);
    }

    // Caps keep their numbers: only programs are told apart by them.
    private static CapTree Of(CapTree caps, int[] programs) =>
        new([.. programs.Select(p => caps.Parent[p]), .. caps.Parent.AsSpan(caps.Programs)], caps.Seats);
}
