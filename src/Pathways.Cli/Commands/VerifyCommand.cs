using System.CommandLine;
using System.Text.Json;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Matching;
using Spectre.Console;

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
        var json = SharedOptions.Json("the report");
        var command = new Command("verify", "Check a matching from the definition: feasible, and stable.") { problem, matching, policy, json };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            terminal, parsed.GetRequiredValue(problem), parsed.GetRequiredValue(matching), parsed.GetValue(policy), parsed.GetValue(json),
            cancellationToken)));
        return command;
    }

    private static int Run(
        Terminal terminal, string problemPath, string matchingPath, string? policy, bool json, CancellationToken cancellationToken)
    {
        var (input, file) = MatchingInput.Read(problemPath, matchingPath, policy, cancellationToken);
        if (Matcher.Refusals(input.Problem, Mechanism.StudentOptimal) is { IsEmpty: false } reasons)
        {
            Refusals.Write(terminal, reasons, json);
            return ExitCode.No;
        }

        var report = Verifier.Verify(CompiledProblem.Compile(input.Problem), file.Assignments);
        if (json)
        {
            Write(terminal, report);
        }
        else
        {
            terminal.Output.WriteLine($"{(report.IsFeasible ? "feasible" : "NOT feasible")}, {(report.IsStable ? "stable" : "NOT stable")}");
            Tables.Some(terminal.Output, report.Violations.Select(v => v.ToString()), report.Violations.Length, MostShown);
            Tables.Some(
                terminal.Output,
                report.BlockingPairs.Select(pair => $"blocking pair: {pair.Student} and {pair.Opportunity} would both rather have each other"),
                report.BlockingPairs.Length,
                MostShown);
        }

        return report.IsFeasible && report.IsStable ? ExitCode.Done : ExitCode.No;
    }

    private static void Write(Terminal terminal, VerificationReport report)
    {
        var shown = new VerifyJson(
            report.IsFeasible,
            [.. report.Violations.Select(violation => new CodedJson(violation.Code, violation.Message))],
            report.IsStable,
            [.. report.BlockingPairs.Select(pair => new PairJson(pair.Student.Value, pair.Opportunity.Value))]);
        terminal.WriteBytes(stream => JsonSerializer.Serialize(stream, shown, ReportJson.Default.VerifyJson));
        terminal.OutputText.WriteLine();
    }
}
