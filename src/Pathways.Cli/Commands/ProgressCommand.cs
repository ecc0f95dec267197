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
        var student = new Option<string?>("--student") { Description = "Say of one student what is missing and why.", HelpName = "ID" };
        var cohort = new Option<bool>("--cohort") { Description = "Say of all students what is covered, who is an exception, and whose turn it is." };
        var scope = new Option<string?>("--scope") { Description = "The scope and sequence. Default: scope.json in the folder.", HelpName = "FILE" };
        var on = new Option<string?>("--on") { Description = "The day. Default: today.", HelpName = "DATE" };
        var json = SharedOptions.Json("the report");
        var command = new Command("progress", "Say how far a student or a cohort is with the curriculum.") { folder, student, cohort, scope, on, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var who = parsed.GetValue(student);
            if (who is null == !parsed.GetValue(cohort))
            {
                throw new UsageException("progress needs either --student ID or --cohort. Maybe the identifier was forgotten.");
            }

            var input = ProgressInput.Read(
                Paths.Given(parsed.GetRequiredValue(folder), "FOLDER")!, Paths.Given(parsed.GetValue(scope), "--scope"), ProgressInput.Day(parsed.GetValue(on)), cancellationToken);
            Notes(terminal, input);
            if (who is null)
            {
                CohortProgressReport.Write(terminal, input, parsed.GetValue(json));
            }
            else
            {
                var found = input.Progress.Students.FirstOrDefault(progress => progress.Student.Value == who)
                    ?? throw new UsageException($"The roster has no student \"{who}\". Maybe it is misspelt; capitals count.");
                StudentProgressReport.Write(terminal, found, parsed.GetValue(json));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Notes(Terminal terminal, ProgressInput input)
    {
        foreach (var warning in input.Warnings)
        {
            terminal.ErrorText.WriteLine($"warning: {warning}");
        }

        if (!input.Strangers.IsEmpty)
        {
            terminal.ErrorText.WriteLine($"warning: records of students who are not on the roster were left out: {string.Join(", ", input.Strangers.Take(5))}{(input.Strangers.Length > 5 ? $" and {input.Strangers.Length - 5} more" : "")}.");
        }
    }
}
