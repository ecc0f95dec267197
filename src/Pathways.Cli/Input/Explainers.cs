using Pathways.Cli.Output;
using Pathways.Matching;
using Pathways.Matching.Files;

namespace Pathways.Cli.Input;

/// <summary>Makes explainers of matching files.</summary>
internal static class Explainers
{
    /// <summary>An explainer of one file, and every condition that the file breaks; what does not belong to the problem is left out with a warning.</summary>
    public static (Explainer Explainer, ImmutableArray<Violation> Violations) Of(
        Terminal terminal, ProblemInput input, MatchingFile file, CancellationToken cancellationToken)
    {
        var problem = Compiled(input, cancellationToken);
        var (matching, violations) = ProblemMatching.From(input.Problem, file.Assignments);
        foreach (var violation in violations)
        {
            terminal.ErrorText.WriteLine($"warning: {violation}");
        }

        return (
            Of(terminal, input, problem, matching, file.Options, "the file", cancellationToken),
            [.. violations, .. Verifier.Verify(problem, matching, cancellationToken).Violations]);
    }

    /// <summary>An explainer of a matching.</summary>
    /// <param name="terminal">Where to say what cannot be told.</param>
    /// <param name="input">The problem as it was given.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="matching">The matching.</param>
    /// <param name="options">How its file says it was made.</param>
    /// <param name="name">What to call the file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Explainer Of(
        Terminal terminal, ProblemInput input, CompiledProblem problem, ProblemMatching matching, MatchOptions? options, string name,
        CancellationToken cancellationToken)
    {
        var explainer = new Explainer(problem, matching, options, input.Refusals, cancellationToken);
        if (explainer.WithoutWhatIfs is { } why)
        {
            terminal.ErrorText.WriteLine($"note: {name}: {why.Sentence} There are no lottery numbers, and nothing on what would have changed it.");
        }

        return explainer;
    }

    /// <summary>The problem, unless it is not settled what stability means for it.</summary>
    public static CompiledProblem Compiled(ProblemInput input, CancellationToken cancellationToken)
    {
        var problem = CompiledProblem.Compile(input.Problem, cancellationToken);
        return problem.Unsettled is { IsEmpty: false } reasons ? throw new RefusedException(reasons) : problem;
    }

    public static CodedJson Json(Reason reason) => new(reason.Code, reason.Sentence);
}
