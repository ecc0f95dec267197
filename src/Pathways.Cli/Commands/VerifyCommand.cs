using System.CommandLine;
using System.Text.Json;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Matching;
using Pathways.Matching.Cohorts;
using Pathways.Matching.Files;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways verify PROBLEM MATCHING</c>: checks a matching that anybody may have made.</summary>
internal static class VerifyCommand
{
    private const int MostShown = 20;

    public static Command Create(Terminal terminal)
    {
        var problem = SharedOptions.Problem();
        var matching = SharedOptions.Matching();
        var policy = SharedOptions.Policy();
        var on = SharedOptions.ReadyOn();
        var json = SharedOptions.Json("the report");
        var command = new Command("verify", "Check a matching from the definition: feasible, and stable.") { problem, matching, policy, on, json };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            terminal, Paths.Given(parsed.GetRequiredValue(problem), "PROBLEM")!, Paths.Given(parsed.GetRequiredValue(matching), "MATCHING")!, parsed.GetValue(policy), parsed.GetValue(on), parsed.GetValue(json),
            cancellationToken)));
        return command;
    }

    private static int Run(
        Terminal terminal, string problemPath, string matchingPath, string? policy, LocalDate? on, bool json, CancellationToken cancellationToken)
    {
        var (input, file) = MatchingInput.Read(problemPath, matchingPath, policy, on, cancellationToken);
        input.SayDay(terminal, on);
        if (input.Cohort is { } cohort)
        {
            WarnOfOtherRules(terminal.ErrorText, file, cohort);
        }

        var report = Verifier.Verify(CompiledProblem.Compile(input.Problem, cancellationToken), file.Assignments, cancellationToken);
        if (json)
        {
            terminal.WriteJson(Json(report), ReportJson.Default.VerifyJson);
        }
        else
        {
            Write(terminal, report);
            Promise(terminal, file);
        }

        return report.IsStable ? ExitCode.Done : ExitCode.No;
    }

    private static void WarnOfOtherRules(TextWriter error, MatchingFile file, CohortProblem cohort)
    {
        if (file.Policy is { } made && !Text(made).SequenceEqual(Text(cohort.Policy)))
        {
            error.WriteLine("warning: the matching was made under another policy, by its file, than the one it is judged by. Maybe --policy should name that one.");
        }
        else if (file.ReadyOn is { } day && cohort.ReadyOn is { } judged && day != judged)
        {
            error.WriteLine($"warning: the matching was made for students who are ready on {day:R}, by its file, and is judged by {judged:R}.");
        }
    }

    private static byte[] Text(MatchPolicy policy)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            PolicyFile.Write(policy, json);
        }

        return stream.ToArray();
    }

    private static void Promise(Terminal terminal, MatchingFile file)
    {
        if (Mechanism.TryFind(file.Mechanism, out var mechanism) && !mechanism.IsStable)
        {
            terminal.OutputText.WriteLine($"{mechanism}, which made the matching by its file, promises no stable matching. What it promises: pathways mechanisms");
        }
    }

    private static void Write(Terminal terminal, VerificationReport report)
    {
        Verdict.Write(terminal, "", report, promisesStability: true);
        Tables.Some(terminal.OutputText, report.Violations.Select(v => v.ToString()), report.Violations.Length, MostShown);
        if (!report.IsStabilityJudged)
        {
            Refusals.Write(terminal, report.NotJudged, json: false);
        }

        Tables.Some(
            terminal.OutputText,
            report.BlockingPairs.Select(pair => $"blocking pair: {pair.Student} and {pair.Opportunity} would both rather have each other"),
            report.BlockingPairs.Length,
            MostShown);
    }

    // Where stability is not judged, feasibility still is; and a pair that blocks is one whatever else is open.
    private static VerifyJson Json(VerificationReport report) => new(
        report.IsFeasible,
        [.. report.Violations.Select(violation => new CodedJson(violation.Code, violation.Message))],
        report.IsStabilityJudged || !report.BlockingPairs.IsEmpty ? report.IsStable : null,
        [.. report.BlockingPairs.Select(pair => new PairJson(pair.Student.Value, pair.Opportunity.Value))],
        report.Concept.Name(),
        report.IsStabilityJudged ? null : Refusals.Json(report.NotJudged));
}
