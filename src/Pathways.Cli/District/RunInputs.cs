using Pathways.Cli.Input;
using Pathways.Matching;
using Pathways.Placements;

namespace Pathways.Cli.District;

/// <summary>What match runs of a folder are made from: a problem, and the answers that the folder has.</summary>
internal static class RunInputs
{
    /// <summary>A run to be proposed, from scratch, or around what students answered to the run before.</summary>
    /// <exception cref="InputException">Something is wrong with the problem.</exception>
    /// <exception cref="RefusedException">There is no matching of it, or whoever asks may not know the answers.</exception>
    public static async Task<MatchRun> MakeAsync(
        PlacementFolder folder, MatchRunId id, string problemPath, ulong seed, MatchRunId? follows, Actor by, CancellationToken cancellationToken)
    {
        var problem = Read(problemPath, cancellationToken);
        var options = MatchOptions.Default with { Seed = new(seed) };
        var outcome = follows is null
            ? Matcher.Match(problem, options, cancellationToken)
            : await AroundAsync(folder, problem, options, by, cancellationToken).ConfigureAwait(false);
        return outcome switch
        {
            MatchOutcome.Solved solved => MatchRuns.Propose(id, solved.Result, follows),
            MatchOutcome.Refused refused => throw new RefusedException(refused.Reasons),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>The digest of a problem and the answers to an earlier matching of it, to be compared with that of a run.</summary>
    /// <param name="folder">Where the run is kept.</param>
    /// <param name="id">The run.</param>
    /// <param name="problem">The problem as it is now.</param>
    /// <param name="given">The answers that the run was given; when null, those that the folder has now, if the run follows another.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusedException">Whoever asks may not know the answers.</exception>
    public static async Task<string> DigestAsync(PlacementFolder folder, MatchRunId id, MatchingProblem problem, AnswersInput? given, Actor by, CancellationToken cancellationToken)
    {
        var run = await folder.Store.FindAsync(folder.Scope, id, cancellationToken).ConfigureAwait(false);
        var ties = TieBreakingNames.TryFind(run?.Ties, out var own) ? own : MatchOptions.Default.Ties;
        if (given is null && run?.Follows is not null)
        {
            var answers = await AnswersAsync(folder, problem, by, cancellationToken).ConfigureAwait(false);
            given = new([.. Assignments(answers.Kept)], [.. Assignments(answers.Declined)]);
        }

        return MatchRuns.Digest(problem, ties, given?.Kept ?? [], given?.Declined ?? []);
    }

    private static MatchingProblem Read(string path, CancellationToken cancellationToken) =>
        ProblemInput.Read(Paths.Given(path, "--problem")!, policyPath: null, on: null, cancellationToken).Problem;

    private static async Task<MatchOutcome> AroundAsync(PlacementFolder folder, MatchingProblem problem, MatchOptions options, Actor by, CancellationToken cancellationToken)
    {
        var answers = await AnswersAsync(folder, problem, by, cancellationToken).ConfigureAwait(false);
        return Rematch.Solve(problem, Assignments(answers.Kept), Assignments(answers.Declined), options, cancellationToken);
    }

    private static async Task<OfferAnswers> AnswersAsync(PlacementFolder folder, MatchingProblem problem, Actor by, CancellationToken cancellationToken) =>
        await folder.Runs.AnswersAsync(folder.Scope, problem.Opportunities.Select(opportunity => opportunity.Id), by, cancellationToken).ConfigureAwait(false) switch
        {
            ReadOutcome<OfferAnswers>.Shown shown => shown.Value,
            ReadOutcome<OfferAnswers>.Refused refused => throw new RefusedException(refused.Reasons),
            _ => throw new InvalidOperationException(),
        };

    private static IEnumerable<Assignment> Assignments(ImmutableArray<MatchRunSeat> seats) => seats.Select(seat => new Assignment(seat.Student, seat.Opportunity));
}
