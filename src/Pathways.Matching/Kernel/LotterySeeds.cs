namespace Pathways.Matching.Kernel;

/// <summary>Where each program's numbers come from, when not every program has the same.</summary>
/// <remarks>
/// Programs under one outermost cap compare applicants with each other, so a student has one number under it. Two programs with the same
/// seed have the same numbers.
/// </remarks>
internal static class LotterySeeds
{
    /// <summary>By program, the seed that is split by the student.</summary>
    /// <param name="problem">The problem, its ties not yet broken.</param>
    /// <param name="options">A lottery per opportunity, or the hybrid.</param>
    public static Seed[] Of(CompiledProblem problem, MatchOptions options)
    {
        var market = problem.Market;
        var isSought = options.Ties == TieBreaking.Hybrid ? Sought(market) : new bool[market.Programs];
        var seeds = new Seed[market.Programs];
        for (var program = 0; program < seeds.Length; program++)
        {
            seeds[program] = isSought[program] ? options.Seed : Own(problem, program, options.Seed);
        }

        return seeds;
    }

    /// <summary>
    /// By program, whether more applicants list it first than it can take; under a cap, whether more list some program of its outermost cap
    /// first than can be taken under that.
    /// </summary>
    public static bool[] Sought(Market market)
    {
        var nodes = market.Programs + (market.Caps?.Caps ?? 0);
        var (wanting, lastWanting) = (new int[nodes], new int[nodes]);
        Array.Fill(lastWanting, Market.None);
        for (var applicant = 0; applicant < market.Applicants; applicant++)
        {
            for (var edge = market.First[applicant]; edge < market.First[applicant + 1]; edge++)
            {
                if (edge > market.First[applicant] && market.Tied?[edge] != true)
                {
                    break;
                }

                var root = Root(market, market.Program[edge]);
                wanting[root] += lastWanting[root] == applicant ? 0 : 1;
                lastWanting[root] = applicant;
            }
        }

        var room = Room(market, nodes);
        var isSought = new bool[market.Programs];
        for (var program = 0; program < isSought.Length; program++)
        {
            var root = Root(market, program);
            isSought[program] = wanting[root] > room[root];
        }

        return isSought;
    }

    /// <summary>By node of the caps, how many can be taken below it. Inner caps have smaller numbers than those around them.</summary>
    private static long[] Room(Market market, int nodes)
    {
        var room = new long[nodes];
        for (var node = 0; node < nodes; node++)
        {
            room[node] = node < market.Programs ? market.Capacity[node] : Math.Min(room[node], market.Caps!.Seats[node - market.Programs]);
            if (market.Caps is { } caps && caps.Parent[node] is not Market.None and var parent)
            {
                room[parent] += room[node];
            }
        }

        return room;
    }

    private static Seed Own(CompiledProblem problem, int program, Seed seed)
    {
        var columns = problem.Problem.Columns;
        var root = Root(problem.Market, program);
        if (root < problem.Market.Programs)
        {
            return seed.Split(columns.Opportunities[root].Value);
        }

        var owner = problem.CapOwners[root - problem.Market.Programs];
        return owner.IsPartner
            ? seed.Split("partner").Split(columns.Partners[owner.Index].Id.Value)
            : seed.Split("cap").Split(columns.Caps[owner.Index].Id.Value);
    }

    private static int Root(Market market, int program) => market.Caps?.Root[program] ?? program;
}
