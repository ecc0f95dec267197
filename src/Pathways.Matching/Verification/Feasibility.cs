using Pathways.Matching.Kernel;

namespace Pathways.Matching.Verification;

/// <summary>Whether a matching keeps to the conditions: acceptable pairs, seats, minimums and caps, whatever their shape.</summary>
internal static class Feasibility
{
    // How many students are looked at between two looks at the token.
    private const int Stretch = 1 << 16;

    /// <summary>Every condition that is broken; students first, then opportunities, partners and caps.</summary>
    /// <param name="compiled">The problem.</param>
    /// <param name="opportunityOf">By student, the opportunity or <see cref="Market.None"/>.</param>
    /// <param name="reserves">What opportunities with kinds of seats would do; null where there are none.</param>
    /// <param name="cancellationToken">Gives up between students, and between opportunities with kinds of seats.</param>
    public static IEnumerable<Violation> Violations(
        CompiledProblem compiled, int[] opportunityOf, ReserveStability? reserves, CancellationToken cancellationToken = default)
    {
        var (problem, market) = (compiled.Problem.Columns, compiled.Market);
        var taken = new int[market.Programs];
        for (var s = 0; s < opportunityOf.Length; s++)
        {
            if (s % Stretch == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

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

        if (reserves is not null)
        {
            foreach (var (o, held, seated) in reserves.Unseated(cancellationToken))
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
