using Pathways.Matching;
using Pathways.Matching.Files;

namespace Pathways.Cli.Input;

/// <summary>What students answered to an earlier matching: which seats stay, and what was declined.</summary>
/// <param name="Kept">Who keeps which seat.</param>
/// <param name="Declined">What was declined or expired.</param>
internal sealed record AnswersInput(ImmutableArray<Assignment> Kept, ImmutableArray<Assignment> Declined)
{
    /// <summary>Reads a problem and, where one is given, the answers to a matching of it, with the errors of all at once.</summary>
    public static (ProblemInput Problem, AnswersInput? Answers) Read(
        string problemPath, string? policy, LocalDate? on, string? keepPath, string? declinedPath, CancellationToken cancellationToken)
    {
        if (keepPath is null)
        {
            return declinedPath is null
                ? (ProblemInput.Read(problemPath, policy, on, cancellationToken), null)
                : throw new UsageException("--declined goes with --keep: it says what those do not get again who are matched around the seats kept. When nobody keeps a seat, give --keep a file with no assignments.");
        }

        var keep = MatchingFile.Read(keepPath, cancellationToken);
        var declined = declinedPath is null ? null : MatchingFile.Read(declinedPath, cancellationToken);
        ImmutableArray<InputError> errors = [.. keep.Errors, .. declined?.Errors ?? []];
        try
        {
            var problem = ProblemInput.Read(problemPath, policy, on, cancellationToken);
            return errors.IsEmpty
                ? (problem, new(keep.Get().Assignments, declined?.Get().Assignments ?? []))
                : throw new InputException(errors);
        }
        catch (InputException problem) when (!errors.IsEmpty && problem.Errors != errors)
        {
            throw new InputException([.. problem.Errors, .. errors]);
        }
    }
}
