using Pathways.Matching.Kernel;
using Pathways.Matching.Verification;

namespace Pathways.Matching;

/// <summary>Checks matchings that anybody may have made, from the definition alone.</summary>
public static class Verifier
{
    /// <summary>Checks assignments against a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="assignments">Who has which seat.</param>
    public static VerificationReport Verify(CompiledProblem problem, IEnumerable<Assignment> assignments)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (matching, violations) = ProblemMatching.From(problem.Problem, assignments);
        var report = Verify(problem, matching);
        return report with { Violations = [.. violations, .. report.Violations] };
    }

    /// <summary>Checks a matching.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="matching">The matching, of the same problem.</param>
    /// <exception cref="ArgumentException">The matching is of another problem.</exception>
    public static VerificationReport Verify(CompiledProblem problem, ProblemMatching matching)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(matching);
        if (matching.Problem != problem.Problem)
        {
            throw new ArgumentException("The matching is of another problem than the one it is checked against.", nameof(matching));
        }

        var columns = problem.Problem.Columns;
        return new()
        {
            Violations = [.. Feasibility.Violations(problem, matching.OpportunityOf)],
            Concept = ConceptOf(problem.Market),
            NotJudged = problem.Unsettled,
            BlockingPairs = !problem.Unsettled.IsEmpty ? [] :
            [
                .. Stability.BlockingPairs(problem.Market, matching.OpportunityOf)
                    .Select(pair => new BlockingPair(columns.Students[pair.Applicant], columns.Opportunities[pair.Program])),
            ],
        };
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
