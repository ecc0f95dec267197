using Pathways.Matching.Kernel;

namespace Pathways.Matching.Verification;

/// <summary>Whether a matching keeps to the conditions: acceptable pairs, seats, minimums and caps, whatever their shape.</summary>
internal static class Feasibility
{
    /// <summary>Every condition that is broken; students first, then opportunities, partners and caps.</summary>
    public static IEnumerable<Violation> Violations(CompiledProblem compiled, int[] opportunityOf)
    {
        var (problem, market) = (compiled.Problem.Columns, compiled.Market);
        var taken = new int[market.Programs];
        for (var s = 0; s < opportunityOf.Length; s++)
        {
            if (opportunityOf[s] == Market.None)
            {
                continue;
            }

            var o = opportunityOf[s];
            taken[o]++;
            if (market.EdgeTo(s, o) == Market.None)
            {
                var side = problem.RankIn(s, o) == 0 ? "the student does not list it" : "it does not rank the student";
                yield return new(Violation.NotAcceptable, $"Student {problem.Students[s]} has a seat at {problem.Opportunities[o]}, but {side}.");
            }
        }

        for (var o = 0; o < taken.Length; o++)
        {
            if (taken[o] > problem.Seats[o])
            {
                yield return new(Violation.OverCapacity, $"Opportunity {problem.Opportunities[o]} has more students ({taken[o]}) than seats ({problem.Seats[o]}).");
            }

            if (taken[o] > 0 && taken[o] < problem.Minimum[o])
            {
                yield return new(Violation.BelowMinimum,
                    $"Opportunity {problem.Opportunities[o]} needs {problem.Minimum[o]} students to run and has {taken[o]}. Maybe it should be closed (0 seats).");
            }
        }

        if (market.Plan is not null)
        {
            foreach (var (o, held, seated) in new ReserveStability(market, opportunityOf).Unseated())
            {
                yield return new(Violation.ReservedSeats,
                    $"Opportunity {problem.Opportunities[o]} has seats for {seated} of its {held} students only: the others are kept for members of a group.");
            }
        }

        var byPartner = new int[problem.Partners.Length];
        for (var o = 0; o < taken.Length; o++)
        {
            if (problem.PartnerOf[o] is >= 0 and var partner)
            {
                byPartner[partner] += taken[o];
            }
        }

        for (var partner = 0; partner < byPartner.Length; partner++)
        {
            if (problem.Partners[partner].Seats is { } cap && byPartner[partner] > cap)
            {
                yield return new(Violation.PartnerOverCapacity,
                    $"Partner {problem.Partners[partner].Id} has more students ({byPartner[partner]}) than its cap ({cap}).");
            }
        }

        for (var cap = 0; cap < problem.Caps.Length; cap++)
        {
            var counted = problem.CapOpportunities[cap].Sum(o => (long)taken[o]);
            if (counted > problem.Caps[cap].Seats)
            {
                yield return new(Violation.CapExceeded,
                    $"{Theorems.AtStart(Theorems.Name(problem.Caps[cap]))} counts more students ({counted}) than it has seats ({problem.Caps[cap].Seats}).");
            }
        }
    }
}
