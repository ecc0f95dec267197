using System.Globalization;
using Pathways.Json;
using Spectre.Console;

namespace Pathways.Cli.Output;

/// <summary>A scope and sequence as tables, one for each grade or span of grades.</summary>
internal static class ScopeTables
{
    public static void Write(Terminal terminal, ScopeAndSequence scope, bool withTasks)
    {
        terminal.OutputText.WriteLine($"{scope.Title} ({scope}, from {scope.EffectiveFrom:uuuu-MM-dd})");
        foreach (var span in scope.Activities.GroupBy(activity => (activity.FirstGrade, activity.LastGrade)).OrderBy(span => span.Key))
        {
            terminal.OutputText.WriteLine();
            terminal.OutputText.WriteLine(Title(scope, span.Key.FirstGrade, span.Key.LastGrade));
            var table = Tables.OfTexts("activity", "kind", "tier", "what shows it", "due", "needs");
            foreach (var activity in span)
            {
                Tables.Row(
                    table, activity.Id.Value, EnumWords<ActivityKind>.Word(activity.Kind), For(activity), Proof(activity), Due(activity),
                    string.Join(", ", activity.Prerequisites));
            }

            terminal.Output.Write(table);
            if (withTasks)
            {
                Tasks(terminal.OutputText, span);
            }
        }
    }

    /// <summary>A grade as people write it.</summary>
    public static string Word(GradeLevel grade) => grade.Number?.ToString(CultureInfo.InvariantCulture) ?? grade.Code;

    private static string Title(ScopeAndSequence scope, GradeLevel first, GradeLevel last)
    {
        var stages = scope.Stages.Where(stage => first <= stage.Grade && stage.Grade <= last).Select(stage => EnumWords<Stage>.Word(stage.Stage)).Distinct();
        return $"{(first == last ? $"Grade {Word(first)}" : $"Grades {Word(first)} to {Word(last)}")}: {string.Join(", ", stages)}";
    }

    private static string For(Activity activity)
    {
        var tier = ((int)activity.Tier + 1).ToString(CultureInfo.InvariantCulture);
        var programs = string.Join(", ", activity.Programs.Select(EnumWords<ProgramType>.Word));
        return $"{tier}{(activity.IsRequired ? "" : " optional")}{(programs.Length == 0 ? "" : $" {programs}")}";
    }

    private static string Proof(Activity activity) => string.Join(", ",
    [
        .. activity.Occurrences switch { 0 => Array.Empty<string>(), 1 => ["taking part"], var times => [$"taking part {times} times"] },
        .. activity.Hours is { } hours ? new[] { string.Create(CultureInfo.InvariantCulture, $"{hours} hours") } : [],
        .. activity.Evidence.Select(evidence =>
            $"{(evidence.Count == 1 ? "" : $"{evidence.Count} x ")}{EnumWords<ArtifactKind>.Word(evidence.Kind)}{(evidence.DueDays is { } days ? $" in {days} days" : "")}"),
    ]);

    private static string Due(Activity activity) =>
        $"{activity.Closes?.Value ?? "year's end"}{(activity.FirstGrade == activity.LastGrade ? "" : $" of {Word(activity.LastGrade)}")}";

    private static void Tasks(TextWriter output, IEnumerable<Activity> activities)
    {
        foreach (var activity in activities.Where(activity => !activity.Tasks.IsEmpty))
        {
            output.WriteLine($"  {activity.Title}");
            foreach (var task in activity.Tasks)
            {
                var when = task.Phase switch
                {
                    TaskPhase.Before => task.Days is { } days ? $", {days} days before it opens" : ", before",
                    TaskPhase.After => task.Days is { } days ? $", within {days} days after" : ", after",
                    _ => "",
                };
                output.WriteLine($"    {EnumWords<Role>.Word(task.Role)} ({EnumWords<Responsibility>.Word(task.Responsibility)}{when}): {task.Text}");
            }
        }
    }
}
