using Pathways.Matching.Files;

namespace Pathways.Cli.Input;

/// <summary>A problem and a matching of it, with the errors of both at once.</summary>
internal static class MatchingInput
{
    public static (ProblemInput Problem, MatchingFile Matching) Read(
        string problemPath, string matchingPath, string? policy, LocalDate? on, CancellationToken cancellationToken)
    {
        var matching = MatchingFile.Read(matchingPath, cancellationToken);
        try
        {
            return (ProblemInput.Read(problemPath, policy, on ?? matching.Value?.ReadyOn, cancellationToken), matching.Get());
        }
        catch (InputException problem) when (!matching.Succeeded && problem.Errors != matching.Errors)
        {
            throw new InputException([.. problem.Errors, .. matching.Errors]);
        }
    }
}
