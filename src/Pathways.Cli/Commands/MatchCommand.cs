using System.CommandLine;
using System.Diagnostics;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Cli.Stores;
using Pathways.Matching;
using Pathways.Matching.Files;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways match INPUT</c>: matches, checks, and says how good the result is.</summary>
internal static class MatchCommand
{
    public static Command Create(Terminal terminal)
    {
        var input = SharedOptions.Problem("INPUT");
        var policy = SharedOptions.Policy();
        var on = SharedOptions.ReadyOn();
        var mechanism = new Option<string>("--mechanism")
        {
            Description = $"The rule to match by: {string.Join(", ", Mechanism.All)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => Mechanism.StudentOptimal.Name,
        };
        var ties = new Option<string>("--ties")
        {
            Description = $"How equal priorities are put in order: {string.Join(", ", TieBreakingNames.All)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => TieBreaking.Lottery.Name(),
        };
        var seed = NumberOption.Of<ulong>("--seed", "Where lottery numbers come from: 0 or more.", 0, ulong.MaxValue, 0);
        var improve = new Option<bool>("--improve") { Description = "Let students of equal priority trade seats until none gains without another's loss." };
        var exact = new Option<bool>("--exact") { Description = $"With {Mechanism.LargestStable}: search until no larger one is possible." };
        var timeLimit = NumberOption.OrNone(
            "--time-limit", $"With {Mechanism.LargestStable}: search exactly for so many seconds, and say how far from the largest the result can be.", 0.001, 1e6);
        var keep = new Option<string?>("--keep")
        {
            Description = "A matching file of who keeps which seat, since it was accepted or can still be; all others are matched again.",
            HelpName = "MATCHING",
        };
        var declined = new Option<string?>("--declined")
        {
            Description = "With --keep: a matching file of what students declined or let expire, which they do not get again.",
            HelpName = "FILE",
        };
        var folder = new Option<string?>("--out") { Description = "A folder for the matching and the tables; made if missing.", HelpName = "DIR" };
        var json = SharedOptions.Json("the result");
        var repeat = NumberOption.Of("--repeat", "Solve so many times, and report the median and the fastest.", 1, int.MaxValue, 1);
        var noVerify = new Option<bool>("--no-verify") { Description = "Do not check the result from the definition." };
        var quiet = new Option<bool>("--quiet") { Description = "Write one line instead of the summary, with --store also the name of the run, and no messages or warnings." };
        var keeping = new KeepingOptions();
        var command = new Command("match", "Match the students of a cohort folder or a problem file.")
        {
            input, policy, on, mechanism, ties, seed, improve, exact, timeLimit, keep, declined, folder, json, repeat, noVerify, quiet,
            keeping.Store, keeping.Tenant, keeping.By, keeping.Run,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal,
            new(
                Paths.Given(parsed.GetRequiredValue(input), "INPUT")!,
                parsed.GetValue(policy),
                parsed.GetValue(on),
                Options(parsed.GetRequiredValue(mechanism), parsed.GetRequiredValue(ties)) with
                {
                    Seed = new(parsed.GetValue(seed)),
                    Improve = parsed.GetValue(improve),
                    Exact = parsed.GetValue(exact),
                    TimeLimit = parsed.GetValue(timeLimit) is { } seconds ? Duration.FromSeconds(seconds) : null,
                    Verify = !parsed.GetValue(noVerify),
                },
                Paths.Given(parsed.GetValue(keep), "--keep"),
                Paths.Given(parsed.GetValue(declined), "--declined"),
                Paths.Given(parsed.GetValue(folder), "--out"),
                parsed.GetValue(json),
                parsed.GetValue(repeat),
                parsed.GetValue(quiet),
                keeping.Of(parsed, isVerified: !parsed.GetValue(noVerify))),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, Request request, CancellationToken cancellationToken)
    {
        var (input, answers) = terminal.Working(
            "Reading", request.Quiet,
            () => AnswersInput.Read(request.Input, request.Policy, request.On, request.Keep, request.Declined, cancellationToken));
        if (!request.Quiet)
        {
            foreach (var warning in input.Warnings)
            {
                terminal.ErrorText.WriteLine($"warning: {warning}");
            }
        }

        if (!request.Quiet)
        {
            input.SayDay(terminal, request.On);
        }

        var start = Stopwatch.GetTimestamp();
        var compiled = CompiledProblem.Compile(input.Problem, cancellationToken);
        var compileTime = Stopwatch.GetElapsedTime(start);

        var times = new List<double>();
        for (var i = 1; i < request.Repeat; i++)
        {
            if (Match(compiled, answers, request.Options with { Verify = false }, cancellationToken) is MatchOutcome.Solved solved)
            {
                times.Add(solved.Result.SolveTime.TotalMilliseconds);
            }
        }

        switch (terminal.Working("Matching", request.Quiet, () => Match(compiled, answers, request.Options, cancellationToken)))
        {
            case MatchOutcome.Refused refused:
                Refusals.Write(terminal, refused.Reasons, request.Json);
                return ExitCode.No;
            case MatchOutcome.Solved solved:
                times.Add(solved.Result.SolveTime.TotalMilliseconds);
                times.Sort();
                var timings = new MatchTimings(
                    input.ReadTime.TotalMilliseconds, compileTime.TotalMilliseconds, times[times.Count / 2], times[0],
                    solved.Result.VerifyTime.TotalMilliseconds);
                return await ReportAsync(terminal, request, input, input.Cohort?.Complete(solved.Result) ?? solved.Result, timings, cancellationToken).ConfigureAwait(false);
            case var other:
                throw new InvalidOperationException($"There is no outcome {other}.");
        }
    }

    private static MatchOutcome Match(CompiledProblem problem, AnswersInput? answers, MatchOptions options, CancellationToken cancellationToken) =>
        answers is null
            ? Matcher.Match(problem, options, cancellationToken)
            : Rematch.Solve(problem, answers.Kept, answers.Declined, options, cancellationToken);

    private static async Task<int> ReportAsync(
        Terminal terminal, Request request, ProblemInput input, MatchResult result, MatchTimings timings, CancellationToken cancellationToken)
    {
        if (!request.Quiet && OneSided(input, result) is { Total: > 0 } dropped)
        {
            terminal.ErrorText.WriteLine(
                $"warning: pairs listed on one side only were dropped: {dropped.ByStudentOnly} by students, {dropped.ByOpportunityOnly} by opportunities.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        var holds = result.Verification is not { } report || (result.Options.Mechanism.IsStable ? report.IsStable : report.IsFeasible);

        // Before anything is written: where it cannot be kept, the refusal is all there is.
        var kept = request.Keeping is not { } keeping ? null
            : holds ? await keeping.KeepAsync(input, result, cancellationToken).ConfigureAwait(false)
            : keeping.NotKept;
        if (request.Folder is { } folder)
        {
            ResultFolder.Write(folder, input, result, timings, cancellationToken);
        }

        if (request.Json)
        {
            terminal.WriteBytes(stream => MatchingFile.Write(result, stream, timings, cancellationToken));
        }
        else if (request.Quiet)
        {
            MatchSummary.OneLine(terminal, result, kept);
        }
        else
        {
            MatchSummary.Write(terminal, input, result, timings);
            if (request.Folder is not null)
            {
                terminal.ErrorText.WriteLine($"Written to {request.Folder}.");
            }
        }

        if (kept is not null && !request.Quiet)
        {
            (request.Json ? terminal.ErrorText : terminal.OutputText).WriteLine(kept.Line);
        }

        var isAnswered = !result.Options.Exact || result.Bound is { IsProved: true };
        return holds && isAnswered ? ExitCode.Done : ExitCode.No;
    }

    // Pairs of a cohort that only the student lists are those that a rule left out, and the summary has them by rule.
    private static OneSidedPairs OneSided(ProblemInput input, MatchResult result) =>
        input.Cohort is { } cohort ? new(0, cohort.UnlistedPriorities) : result.Problem.Dropped;

    private static MatchOptions Options(string mechanismName, string tiesName)
    {
        if (!Mechanism.TryFind(mechanismName, out var mechanism))
        {
            throw new UsageException($"There is no mechanism \"{mechanismName}\". There are: {string.Join(", ", Mechanism.All)}.");
        }

        if (!TieBreakingNames.TryFind(tiesName, out var ties))
        {
            throw new UsageException($"There is no tie breaking \"{tiesName}\". There are: {string.Join(", ", TieBreakingNames.All)}.");
        }

        return new() { Mechanism = mechanism, Ties = ties };
    }

    private sealed record Request(
        string Input, string? Policy, LocalDate? On, MatchOptions Options, string? Keep, string? Declined, string? Folder, bool Json, int Repeat, bool Quiet,
        RunKeeping? Keeping);
}
