using Pathways.Cli.Input;
using Pathways.Curriculum;
using static Pathways.Cli.Output.Figures;

namespace Pathways.Cli.Output;

/// <summary>What is covered of a curriculum, who is an exception and why, and whose turn it is.</summary>
internal static class CohortProgressReport
{
    private const int MostExceptions = 20;
    private const int MostActions = 5;

    public static void Write(Terminal terminal, ProgressInput input, bool json, bool all)
    {
        var cohort = input.Progress;
        if (json)
        {
            terminal.WriteJson(Json(cohort, input), ProgressJson.Default.CohortProgressJson);
            return;
        }

        var output = terminal.OutputText;
        output.WriteLine(
            $"{cohort.Students.Length} students on {ProgressJson.Day(input.On)} by {cohort.Scope}; {cohort.WithoutRecord} have nothing on record. "
            + "Shares are of what has opened.");
        foreach (var note in input.Notes)
        {
            output.WriteLine($"Note: {note}");
        }

        Parts(terminal, "Stage", Enum.GetValues<Stage>().Where(stage => cohort.Scope.Scope.Activities.Any(activity => activity.Stage == stage)).Select(stage => (ProgressJson.Word(stage), cohort.Students.Length, cohort.Of(stage))));
        foreach (var (dimension, title) in Dimensions)
        {
            Parts(terminal, title, cohort.By(dimension).Select(part => (Key(part.Key), part.Progress.Students.Length, part.Progress.Total)));
        }

        var coverage = cohort.Coverage();
        Claims(terminal, "For every student", coverage.Where(claim => claim.IsForEveryStudent), claim => claim.Activity.Title);
        Claims(
            terminal, "For students of a program, or with a need", coverage.Where(claim => !claim.IsForEveryStudent),
            claim => $"{claim.Activity.Title}{(claim.Activity.Programs.IsEmpty ? "" : $" ({string.Join(", ", claim.Activity.Programs.Select(ProgressJson.Word))})")}");
        Breadth(output, cohort.Breadth());
        Exceptions(terminal, coverage, all);
        Actions(terminal, cohort.Actions());
        if (input.Pool is { } pool)
        {
            ReadyPoolSection.Write(terminal, pool, input.SeatsNotCovered);
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
                Number(count.Blocked), Number(count.Late), Share(count.Met, count.Opened));
        }

        terminal.OutputText.WriteLine();
        terminal.Output.Write(table);
    }

    private static void Claims(Terminal terminal, string title, IEnumerable<Coverage> coverage, Func<Coverage, string> name)
    {
        var table = Tables.New(title, "Due in", "Opened for", "Done", "Waived", "Late", "Share");
        foreach (var claim in coverage)
        {
            Tables.Row(
                table, name(claim), claim.Activity.LastGrade.Code, Number(claim.Count.Opened), Number(claim.Count.Done), Number(claim.Count.Waived), Number(claim.Count.Late),
                Share(claim.Count.Met, claim.Count.Opened));
        }

        if (table.Rows.Count > 0)
        {
            terminal.OutputText.WriteLine();
            terminal.Output.Write(table);
        }
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

    private static void Exceptions(Terminal terminal, ImmutableArray<Coverage> coverage, bool all)
    {
        var output = terminal.OutputText;
        var gaps = coverage.SelectMany(claim => claim.Exceptions).ToList();
        var late = gaps.Where(gap => gap.IsLate).ToList();
        output.WriteLine();
        output.WriteLine(
            $"{Number(late.Count)} {(late.Count == 1 ? "exception is" : "exceptions are")} late, {Number(gaps.Count - late.Count)} more {(gaps.Count - late.Count == 1 ? "is" : "are")} not done and not late{(gaps.Count > 0 ? ". By activity and reason:" : ".")}");
        if (gaps.Count == 0)
        {
            return;
        }

        var table = Tables.New("Activity and reason", "Exceptions", "Late");
        foreach (var (activity, reason, count, lateOnes) in ExceptionCounts(coverage))
        {
            Tables.Row(table, $"{activity}: {reason}", Number(count), Number(lateOnes));
        }

        terminal.Output.Write(table);
        output.WriteLine($"An exception with several reasons counts for each. {(all ? "All exceptions, late ones first:" : "Exceptions, late ones first:")}");
        Tables.Some(
            output, (all ? gaps.OrderBy(gap => !gap.IsLate) : gaps.Where(gap => gap.IsLate)).Select(gap => $"{gap.Student}, {gap.Activity}{(gap.IsLate ? " (late)" : "")}: {string.Join(' ', gap.Reasons().Select(reason => reason.Sentence))}"),
            all ? gaps.Count : late.Count, all ? int.MaxValue : MostExceptions, "--all shows all");
    }

    private static IEnumerable<(ActivityId Activity, string Reason, int Count, int Late)> ExceptionCounts(ImmutableArray<Coverage> coverage) =>
        from claim in coverage
        from reason in claim.Exceptions.SelectMany(gap => gap.Reasons().Select(reason => reason.Code).Distinct().Select(code => (Code: code, gap.IsLate)))
            .GroupBy(found => found.Code).OrderByDescending(alike => alike.Count()).ThenBy(alike => alike.Key, StringComparer.Ordinal)
        select (claim.Activity.Id, reason.Key, reason.Count(), reason.Count(found => found.IsLate));

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
        : $"{Due(action)}{Number(action.Actions.Length)} times, first {action.Actions[0].Student}: {action.Sentence}";

    // Those of a line are all late or all not.
    private static string Due(CohortAction action)
    {
        var isLate = action.Late > 0;
        var without = action.Actions.Count(one => one.Due is null);
        var days = action is { FirstDue: { } first, LastDue: { } last } && first != last
            ? $"{(isLate ? "late since a day" : "by a day")} between {Day(first)} and {Day(last)}: "
            : StudentProgressReport.Due(action.FirstDue, isLate);
        return days.Length > 0 && without > 0 ? $"{days[..^2]}, {Number(without)} of them without a day: " : days;

        string Day(LocalDate due) => ProgressJson.Day(isLate ? due.PlusDays(1) : due)!;
    }

    private static CohortProgressJson Json(CohortProgress cohort, ProgressInput input)
    {
        var breadth = cohort.Breadth();
        var coverage = cohort.Coverage();
        return new(
            cohort.Scope.ToString(),
            ProgressJson.Day(input.On)!,
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
            Claims(isForEvery: true),
            new(breadth.StudentsByCount, [.. breadth.Sectors.Select(reach => new SectorReachJson(reach.Sector.Value, reach.Students))], breadth.Asked, [.. breadth.DepthFirst.Select(student => student.Value)]),
            [.. cohort.Actions().Select(action => new CohortActionJson(
                ProgressJson.Word(action.Role), action.Activity?.Value, action.Code, action.Actions.Length, action.Late, ProgressJson.Day(action.FirstDue), ProgressJson.Day(action.LastDue),
                action.Sentence, [.. action.Actions.Select(one => one.Student.Value)],
                [.. action.Actions.Select(one => new StudentActionJson(one.Student.Value, ProgressJson.Day(one.Due), one.IsLate, one.Sentence))]))],
            input.Pool is { } pool ? ReadyPoolSection.Json(pool, input.SeatsNotCovered) : null,
            [.. ExceptionCounts(coverage).Select(count => new ExceptionCountJson(count.Activity.Value, count.Reason, count.Count, count.Late))],
            [.. input.Notes],
            Claims(isForEvery: false));

        IReadOnlyList<CoverageJson> Claims(bool isForEvery) =>
        [
            .. coverage.Where(claim => claim.IsForEveryStudent == isForEvery).Select(claim => new CoverageJson(
                claim.Activity.Id.Value, claim.Activity.Title, [.. claim.Activity.Programs.Select(ProgressJson.Word)], ProgressJson.Count(claim.Count),
                [.. claim.Exceptions.Select(gap => new GapJson(
                    gap.Student.Value, ProgressJson.Word(gap.Status), [.. gap.Reasons().Select(reason => new CodedJson(reason.Code, reason.Sentence))]))])),
        ];

        IReadOnlyList<PartJson> Slices(CohortDimension dimension) =>
            [.. cohort.By(dimension).Select(part => new PartJson(part.Key, part.Progress.Students.Length, ProgressJson.Count(part.Progress.Total)))];
    }

    private static string Key(string key) => key.Length == 0 ? "(none)" : key;
}
