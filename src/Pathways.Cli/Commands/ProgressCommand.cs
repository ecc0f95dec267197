using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways progress FOLDER --student ID</c>, or <c>--cohort</c>: what is done, missing and due, and whose turn it is.</summary>
internal static class ProgressCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A cohort folder with scope.json and records.jsonl." };
        var who = WhoOptions.Create(
            "Say of one student what is missing and why.", "Say of all students what is covered, who is an exception, and whose turn it is.");
        var scope = new Option<string?>("--scope") { Description = "The scope and sequence. Default: scope.json in the folder.", HelpName = "FILE" };
        var on = SharedOptions.On("The day. Default: today.");
        var json = SharedOptions.Json("the report");
        var command = new Command("progress", "Say how far a student or a cohort is with the curriculum.") { folder, who.Student, who.Cohort, scope, on, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var one = who.Read(parsed);
            var input = ProgressInput.Read(
                Paths.Given(parsed.GetRequiredValue(folder), "FOLDER")!, Paths.Given(parsed.GetValue(scope), "--scope"), plan: null,
                parsed.GetValue(on) ?? Today.Day, cancellationToken);
            input.Students.Warn(terminal);
            if (one is null)
            {
                CohortProgressReport.Write(terminal, input, parsed.GetValue(json));
            }
            else
            {
                StudentProgressReport.Write(terminal, input.Of(input.Students.Get(one)), parsed.GetValue(json));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
