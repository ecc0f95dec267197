using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Curriculum;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways plan FOLDER --student ID</c>, or <c>--cohort</c>: how plans stand, element by element.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A cohort folder with records.jsonl, scope.json and, unless a template is given, plan.json." };
        var template = new Option<string?>("--template") { Description = $"What is asked of every plan: {PlanNames.Expected}. Default: plan.json in the folder.", HelpName = "TEMPLATE" };
        var who = WhoOptions.Create("Judge the plan of one student.", "Count the plans of all students, element by element.");
        var on = SharedOptions.On("The day. Default: today.");
        var json = SharedOptions.Json("the report");
        var command = new Command("plan", "Judge students' plans by what a state or district asks of them.") { folder, template, who.Student, who.Cohort, on, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var one = who.Read(parsed);
            var day = parsed.GetValue(on) ?? Today.Day;
            var input = StudentsInput.Read(
                Paths.Given(parsed.GetRequiredValue(folder), "FOLDER")!, CurriculumFiles.Scope | CurriculumFiles.Records | CurriculumFiles.Plan, CurriculumFiles.None,
                null, Paths.Given(parsed.GetValue(template), "--template"), cancellationToken);
            input.Warn(terminal);
            if (one is not null)
            {
                PlanReports.Write(terminal, Report(input, input.Get(one), Situation(input, day)), parsed.GetValue(json));
            }
            else
            {
                var situation = Situation(input, day);
                PlanReports.Write(terminal, input.Curriculum.Plan!, day, [.. input.Cohort.Students.Select(student => Report(input, student, situation))], parsed.GetValue(json));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static PlanSituation Situation(StudentsInput input, LocalDate on) => PlanSituation.In(input.Curriculum.Scope!, GradeLevel.From(9), on);

    private static PlanReport Report(StudentsInput input, Student student, PlanSituation situation) =>
        PlanCalculator.Assess(input.Curriculum.Plan!, input.Curriculum.RecordOf(student.Id), situation with { Grade = student.Grade });
}
