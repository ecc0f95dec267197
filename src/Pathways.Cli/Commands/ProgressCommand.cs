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
        var plan = new Option<string?>("--plan")
        {
            Description = $"With --student, the template of the plan: {PlanNames.Expected}. Default: plan.json in the folder, if there is one.",
            HelpName = "TEMPLATE",
        };
        var all = new Option<bool>("--all") { Description = "With --cohort, list every exception." };
        var on = SharedOptions.On("The day. Default: today.");
        var json = SharedOptions.Json("the report");
        var command = new Command("progress", "Say how far a student or a cohort is with the curriculum.") { folder, who.Student, who.Cohort, scope, plan, all, on, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var one = who.Read(parsed);
            if (one is null && parsed.GetValue(plan) is not null)
            {
                throw new UsageException("--plan goes with --student. For the plans of all: pathways plan FOLDER --cohort.");
            }

            if (one is not null && parsed.GetValue(all))
            {
                throw new UsageException("--all goes with --cohort; of one student everything is listed.");
            }

            var input = ProgressInput.Read(
                Paths.Given(parsed.GetRequiredValue(folder), "FOLDER")!, Paths.Given(parsed.GetValue(scope), "--scope"), Paths.Given(parsed.GetValue(plan), "--plan"),
                parsed.GetValue(on) ?? Today.Day, cancellationToken);
            input.Students.Warn(terminal);
            if (one is null)
            {
                CohortProgressReport.Write(terminal, input, parsed.GetValue(json), parsed.GetValue(all));
            }
            else
            {
                StudentProgressReport.Write(terminal, input.View(input.Students.Get(one)), parsed.GetValue(json));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
