using System.Globalization;
using Pathways.Cli.Input;
using Pathways.Curriculum;

namespace Pathways.Cli.Output;

/// <summary>What is covered of a curriculum, who is an exception and why, and whose turn it is.</summary>
internal static class CohortProgressReport
{
    private const int MostExceptions = 20;
    private const int MostActions = 5;

    public static void Write(Terminal terminal, ProgressInput input, bool json)
    {
        var cohort = input.Progress;
        if (json)
        {
            terminal.WriteJson(Json(cohort, input.On, input.Pool), ProgressJson.Default.CohortProgressJson);
            return;
        }

        var output = terminal.OutputText;
        output.WriteLine(
            $"{cohort.Students.Length} students on {ProgressJson.Day(input.On)} by {cohort.Scope}; {cohort.WithoutRecord} have nothing on record. "
            + "Shares are of what has opened.");
        Parts(terminal, "Stage", Enum.GetValues<Stage>().Select(stage => (ProgressJson.Word(stage), cohort.Students.Length, cohort.Of(stage))));
        foreach (var (dimension, title) in Dimensions)
        {
            Parts(terminal, title, cohort.By(dimension).Select(part => (Key(part.Key), part.Progress.Students.Length, part.Progress.Total)));
        }

        var coverage = cohort.Coverage();
        EveryStudent(terminal, coverage);
        Breadth(output, cohort.Breadth());
        Exceptions(output, coverage);
        Actions(terminal, cohort.Actions());
        if (input.Pool is { } pool)
        {
            ReadyPoolSection.Write(terminal, pool);
        }
    }

    private static ImmutableArray<(CohortDimension Dimension, string Title)> Dimensions { get; } =
    [
        (CohortDimension.Grade, "Grade"),
        (CohortDimension.School, "School"),
        (CohortDimension.Sector, "Sector"),
        (CohortDimension.Program, "Program"),
    ];

    private static void Parts(Terminal terminal, string title, IEnumerable<(string Name, int Students, ProgressCount Count)> parts)
    {
        var table = Tables.New(title, "Students", "Opened", "Done", "Waived", "Begun", "Open", "Blocked", "Late", "Share");
        foreach (var (name, students, count) in parts)
        {
            Tables.Row(
                table, name, Number(students), Number(count.Opened), Number(count.Done), Number(count.Waived), Number(count.InProgress), Number(count.Open),
                Number(count.Blocked), Number(count.Late), Share(count));
        }

        terminal.OutputText.WriteLine();
        terminal.Output.Write(table);
    }

    private static void EveryStudent(Terminal terminal, ImmutableArray<Coverage> coverage)
    {
        var table = Tables.New("For every student", "Due in", "Opened for", "Done", "Waived", "Late", "Share");
        foreach (var claim in coverage)
        {
            Tables.Row(
                table, claim.Activity.Title, claim.Activity.LastGrade.Code, Number(claim.Count.Opened), Number(claim.Count.Done), Number(claim.Count.Waived), Number(claim.Count.Late),
                Share(claim.Count));
        }

        terminal.OutputText.WriteLine();
        terminal.Output.Write(table);
    }

    private static void Breadth(TextWriter output, BreadthReport breadth)
    {
        output.WriteLine();
        output.WriteLine($"Sectors in which students attended something: {string.Join(", ", breadth.StudentsByCount.Select((students, count) => $"{count}: {Number(students)} students"))}.");
        foreach (var reach in breadth.Sectors)
        {
            output.WriteLine($"  {reach.Sector}: {Number(reach.Students)} students");
        }

        output.WriteLine($"{breadth.DepthFirst.Length} began an immersion having seen fewer than {breadth.Asked} sectors.");
    }

    private static void Exceptions(TextWriter output, ImmutableArray<Coverage> coverage)
    {
        var late = coverage.SelectMany(claim => claim.Exceptions).Where(gap => gap.IsLate).ToList();
        var others = coverage.Sum(claim => claim.Exceptions.Length) - late.Count;
        output.WriteLine();
        output.WriteLine($"{Number(late.Count)} exceptions are late, {Number(others)} more are not done and not late{(late.Count > 0 ? ":" : ".")}");
        Tables.Some(
            output, late.Select(gap => $"{gap.Student}, {gap.Activity}: {string.Join(' ', gap.Reasons().Select(reason => reason.Sentence))}"), late.Count, MostExceptions);
    }

    private static void Actions(Terminal terminal, ImmutableArray<CohortAction> actions)
    {
        var output = terminal.OutputText;
        foreach (var role in actions.GroupBy(action => action.Role))
        {
            output.WriteLine();
            output.WriteLine($"Next for the {ProgressJson.Word(role.Key).Replace('-', ' ')}: {Number(role.Sum(action => action.Actions.Length))} actions, {Number(role.Sum(action => action.Late))} of them late");
            Tables.Some(output, role.Select(Line), role.Count(), MostActions);
        }
    }

    private static string Line(CohortAction action) => action.Actions is [var only]
        ? $"{StudentProgressReport.Due(only.Due, only.IsLate)}{only.Student}: {only.Sentence}"
        : $"{StudentProgressReport.Due(action.Actions[0].Due, action.Actions[0].IsLate)}{Number(action.Actions.Length)} times{(action.Late < action.Actions.Length && action.Late > 0 ? $" ({Number(action.Late)} late)" : "")}, first {action.Actions[0].Student}: {action.Actions[0].Sentence}";

    private static CohortProgressJson Json(CohortProgress cohort, LocalDate on, ReadyPool? pool)
    {
        var breadth = cohort.Breadth();
        return new(
            cohort.Scope.ToString(),
            ProgressJson.Day(on)!,
            cohort.Students.Length,
            [.. cohort.Students.Where(student => !student.HasRecord).Select(student => student.Student.Value)],
            ProgressJson.Count(cohort.Total),
            [.. Enum.GetValues<Stage>().Select(stage => new PartJson(ProgressJson.Word(stage), cohort.Students.Length, ProgressJson.Count(cohort.Of(stage))))],
            [.. cohort.Scope.Scope.Activities.Select(activity => activity.LastGrade).Distinct().Order()
                .Select(grade => new PartJson(grade.Code, cohort.Students.Length, ProgressJson.Count(cohort.DueIn(grade))))],
            Slices(CohortDimension.Grade),
            Slices(CohortDimension.School),
            Slices(CohortDimension.Sector),
            Slices(CohortDimension.Program),
            [.. cohort.Coverage().Select(claim => new CoverageJson(
                claim.Activity.Id.Value, claim.Activity.Title, ProgressJson.Count(claim.Count),
                [.. claim.Exceptions.Select(gap => new GapJson(
                    gap.Student.Value, ProgressJson.Word(gap.Status), [.. gap.Reasons().Select(reason => new CodedJson(reason.Code, reason.Sentence))]))]))],
            new(breadth.StudentsByCount, [.. breadth.Sectors.Select(reach => new SectorReachJson(reach.Sector.Value, reach.Students))], breadth.Asked, [.. breadth.DepthFirst.Select(student => student.Value)]),
            [.. cohort.Actions().Select(action => new CohortActionJson(
                ProgressJson.Word(action.Role), action.Activity?.Value, action.Code, action.Actions.Length, action.Late, ProgressJson.Day(action.Actions[0].Due),
                action.Actions[0].Sentence, [.. action.Actions.Select(one => one.Student.Value)]))],
            pool is null ? null : ReadyPoolSection.Json(pool));

        IReadOnlyList<PartJson> Slices(CohortDimension dimension) =>
            [.. cohort.By(dimension).Select(part => new PartJson(part.Key, part.Progress.Students.Length, ProgressJson.Count(part.Progress.Total)))];
    }

    private static string Key(string key) => key.Length == 0 ? "(none)" : key;

    private static string Share(ProgressCount count) =>
        count.Opened == 0 ? "-" : ((double)count.Met / count.Opened).ToString("0.0 %", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
