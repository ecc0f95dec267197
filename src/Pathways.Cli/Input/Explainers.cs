using Pathways.Cli.Output;
using Pathways.Matching;
using Pathways.Matching.Files;

namespace Pathways.Cli.Input;

/// <summary>Makes explainers of matching files.</summary>
internal static class Explainers
{
    public static Explainer Of(Terminal terminal, ProblemInput input, MatchingFile file, CancellationToken cancellationToken)
    {
        var problem = CompiledProblem.Compile(input.Problem);
        if (problem.Unsettled is { IsEmpty: false } reasons)
        {
            throw new RefusedException(reasons);
        }

        var (matching, violations) = ProblemMatching.From(input.Problem, file.Assignments);
        foreach (var violation in violations)
        {
            terminal.ErrorText.WriteLine($"warning: {violation}");
        }

        var explainer = new Explainer(problem, matching, file.Options, input.Refusals, cancellationToken);
        if (!explainer.IsReproduced)
        {
            terminal.ErrorText.WriteLine(
                "note: the file does not say how it was made, or it was searched for exactly, or what it says gives another matching; so there are no lottery numbers, and nothing on what would have changed it.");
        }

        return explainer;
    }

    public static CodedJson Json(Reason reason) => new(reason.Code, reason.Sentence);
}
