using Pathways.Matching.Kernel;
using Pathways.Matching.Verification;

namespace Pathways.Matching;

/// <summary>Checks matchings that anybody may have made, from the definition alone.</summary>
public static class Verifier
{
    /// <summary>Checks assignments against a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="assignments">Who has which seat.</param>
    /// <param name="cancellationToken">Gives up between students.</param>
    public static VerificationReport Verify(
        CompiledProblem problem, IEnumerable<Assignment> assignments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (matching, violations) = ProblemMatching.From(problem.Problem, assignments);
        var report = Verify(problem, matching, cancellationToken);
        return report with { Violations = [.. violations, .. report.Violations] };
    }

    /// <summary>Checks a matching.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="matching">The matching, of the same problem.</param>
    /// <param name="cancellationToken">Gives up between students.</param>
    /// <exception cref="ArgumentException">The matching is of another problem.</exception>
    public static VerificationReport Verify(CompiledProblem problem, ProblemMatching matching, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(matching);
        if (matching.Problem != problem.Problem)
        {
            throw new ArgumentException("The matching is of another problem than the one it is checked against.", nameof(matching));
        }

        var (columns, seats) = (problem.Problem.Columns, matching.OpportunityOf);
        var reserves = problem.Market.Plan is null ? null : new ReserveStability(problem.Market, seats);
        ImmutableArray<Violation> violations = [.. Feasibility.Violations(problem, seats, reserves, cancellationToken)];
        ImmutableArray<BlockingPair> blocking = !problem.Unsettled.IsEmpty ? [] :
        [
            .. Stability.BlockingPairs(problem.Market, seats, reserves, cancellationToken)
                .Select(pair => new BlockingPair(columns.Students[pair.Applicant], columns.Opportunities[pair.Program])),
        ];
        return new()
        {
            Violations = violations,
            Concept = ConceptOf(problem.Market),
            NotJudged = [.. problem.Unsettled, .. reserves?.Undecided.Select(open => NotTried(columns.Opportunities[open.Program], open.Pairs, open.Seats)) ?? []],
            BlockingPairs = blocking,
        };
    }

    /// <summary>Every condition that a matching breaks, and for which opportunities it could not be decided whether all can have seats.</summary>
    internal static (ImmutableArray<Violation> Violations, ImmutableArray<Refusal> Undecided) Feasible(
        CompiledProblem problem, ProblemMatching matching, CancellationToken cancellationToken)
    {
        var reserves = problem.Market.Plan is null ? null : new ReserveStability(problem.Market, matching.OpportunityOf);
        ImmutableArray<Violation> violations = [.. Feasibility.Violations(problem, matching.OpportunityOf, reserves, cancellationToken)];
        return (violations, [.. reserves?.Undecided.Where(open => open.Seats).Select(open => NotTried(problem.Problem.Columns.Opportunities[open.Program], 0, seats: true)) ?? []]);
    }

    private static Refusal NotTried(OpportunityId opportunity, int pairs, bool seats)
    {
        string[] open =
        [
            .. seats ? (string[])["whether all of its students can have a seat"] : [],
            .. pairs > 0 ? (string[])[$"whether it would take {(pairs == 1 ? "one who" : $"each of {pairs} who")} would rather be there"] : [],
        ];
        return new("verification.slots-undecided",
            $"So many students tie at opportunity {opportunity}, in groups that overlap, that the first {SlotOrders.MostTries} ways to fill its slots did not settle {string.Join(", nor ", open)}. Maybe priorities can tell more of them apart.");
    }

    private static StabilityConcept ConceptOf(Market market) => market switch
    {
        { Plan: null, Caps: null } => StabilityConcept.ByPriority,
        { Caps: null } => StabilityConcept.ChoiceFunctions,
        { Plan: not null } => StabilityConcept.ChoiceFunctionsAndCaps,
        { Caps.Depth: 1 } => StabilityConcept.StudentProject,
        _ => StabilityConcept.NestedCaps,
    };
}
