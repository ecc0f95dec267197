namespace Pathways.Matching.Kernel;

/// <summary>The edges of a market by program, applicants ascending.</summary>
/// <param name="First">Program <c>p</c> owns <c>Edge[First[p] .. First[p + 1]]</c>.</param>
/// <param name="Edge">Edges of the market.</param>
/// <param name="Applicant">The applicant of each of them, in step with <paramref name="Edge"/>.</param>
internal sealed record ReverseIndex(int[] First, int[] Edge, int[] Applicant)
{
    public static ReverseIndex Of(Market market)
    {
        var first = new int[market.Programs + 1];
        foreach (var program in market.Program)
        {
            first[program + 1]++;
        }

        for (var program = 0; program < market.Programs; program++)
        {
            first[program + 1] += first[program];
        }

        var next = first.AsSpan(0, market.Programs).ToArray();
        var edges = new int[market.Edges];
        var applicants = new int[market.Edges];
        for (var applicant = 0; applicant < market.Applicants; applicant++)
        {
            for (var edge = market.First[applicant]; edge < market.First[applicant + 1]; edge++)
            {
                var at = next[market.Program[edge]]++;
                edges[at] = edge;
                applicants[at] = applicant;
            }
        }

        return new(first, edges, applicants);
    }
}
