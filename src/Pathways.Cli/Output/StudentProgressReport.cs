using Pathways.Cli.Input;
using Pathways.Curriculum;

namespace Pathways.Cli.Output;

/// <summary>What one student did, what is missing and why, and whose turn it is.</summary>
internal static class StudentProgressReport
{
    private static readonly ImmutableArray<(ActivityStatus Status, string Title)> Outstanding =
    [
        (ActivityStatus.Late, "Late"),
        (ActivityStatus.InProgress, "Begun"),
        (ActivityStatus.Open, "Can be begun"),
        (ActivityStatus.Blocked, "Waits for something else"),
        (ActivityStatus.Closed, "Optional, and over"),
    ];

    public static void Write(Terminal terminal, StudentView view, bool json)
    {
        var progress = view.Progress;
        var activities = progress.Describe();
        var actions = NextActions.Of(progress);
        if (json)
        {
            terminal.WriteJson(Json(view, activities, actions), ProgressJson.Default.StudentProgressJson);
            return;
        }

        var output = terminal.OutputText;
        var standing = progress.Standing;
        output.WriteLine(
            $"{progress.Student}, grade {standing.Grade} at {standing.School}, on {ProgressJson.Day(progress.On)} by {progress.Scope}: "
            + $"{progress.Total.Met} of the {progress.Total.Opened} required activities that have opened are done or waived, {progress.Total.Late} {(progress.Total.Late == 1 ? "is" : "are")} late.");
        foreach (var note in view.Notes)
        {
            output.WriteLine($"Note: {note}");
        }

        if (view.Aside is { } aside)
        {
            output.WriteLine($"The student is {ProgressJson.Word(aside.Step)} since {ProgressJson.Day(aside.On)}, and not in the pool of students for placements.");
        }

        if (!progress.HasRecord)
        {
            output.WriteLine("Nothing at all is on record of the student.");
        }

        foreach (var (status, title) in Outstanding)
        {
            Section(output, title, activities.Where(activity => activity.Status == status));
        }

        Section(output, "Done out of order", activities.Where(activity => !activity.OutOfOrder.IsEmpty));
        Line(output, "Done", activities.Where(activity => activity.Status == ActivityStatus.Done));
        Line(output, "Waived", activities.Where(activity => activity.Status == ActivityStatus.Waived));
        Line(output, "Not yet open", activities.Where(activity => activity.Status == ActivityStatus.NotYetOpen));
        Line(output, "For other students", activities.Where(activity => activity.Status == ActivityStatus.NotForStudent));
        if (progress.UnknownActivities() is { IsEmpty: false } unknown)
        {
            output.WriteLine($"On record, but not in {progress.Scope}: {string.Join(", ", unknown)}.");
        }

        if (view.Readiness is { } readiness)
        {
            ReadinessSection.Write(output, readiness.Evaluation, readiness.Verdict);
        }

        if (view.Plan is { } plan)
        {
            output.WriteLine();
            PlanSection.Write(output, plan);
        }

        foreach (var role in actions.GroupBy(action => action.Role).OrderBy(group => group.Key))
        {
            output.WriteLine();
            output.WriteLine($"Next for the {ProgressJson.Word(role.Key).Replace('-', ' ')}:");
            foreach (var action in role)
            {
                output.WriteLine($"  {Due(action.Due, action.IsLate)}{action.Sentence}");
            }
        }
    }

    /// <summary>The day before an action, with a word where it is past.</summary>
    public static string Due(LocalDate? due, bool isLate) => due is { } day ? $"{(isLate ? "late since" : "by")} {ProgressJson.Day(isLate ? day.PlusDays(1) : day)}: " : "";

    private static void Section(TextWriter output, string title, IEnumerable<ActivityProgress> activities)
    {
        var isFirst = true;
        foreach (var activity in activities)
        {
            if (isFirst)
            {
                output.WriteLine();
                output.WriteLine($"{title}:");
                isFirst = false;
            }

            var due = activity.LateSince is { } since ? $", late since {ProgressJson.Day(since)}" : activity.Due is { } day ? $", due {ProgressJson.Day(day)}" : "";
            output.WriteLine($"  {activity.Activity.Title} ({activity.Activity.Id}{due})");
            foreach (var reason in activity.Reasons)
            {
                output.WriteLine($"    {reason.Sentence}");
            }
        }
    }

    private static void Line(TextWriter output, string title, IEnumerable<ActivityProgress> activities)
    {
        if (string.Join(", ", activities.Select(activity => activity.Activity.Id)) is { Length: > 0 } names)
        {
            output.WriteLine();
            output.WriteLine($"{title}: {names}.");
        }
    }

    private static StudentProgressJson Json(StudentView view, ImmutableArray<ActivityProgress> activities, ImmutableArray<NextAction> actions) => new(
        view.Progress.Scope.ToString(),
        ProgressJson.Day(view.Progress.On)!,
        view.Progress.Student.Value,
        view.Progress.Standing.School.Value,
        view.Progress.Standing.Grade.Code,
        view.Progress.HasRecord,
        ProgressJson.Count(view.Progress.Total),
        view.Progress.SectorsExperienced,
        [.. activities.Select(activity => new ActivityJson(
            activity.Activity.Id.Value,
            activity.Activity.Title,
            ProgressJson.Word(activity.Status),
            ProgressJson.Day(activity.Opens),
            ProgressJson.Day(activity.Closes),
            ProgressJson.Day(activity.Due),
            ProgressJson.Day(activity.LateSince),
            ProgressJson.Day(activity.CompletedOn),
            activity.Attended,
            activity.Hours,
            ProgressJson.Day(activity.PlannedOn),
            [.. activity.BlockedBy.Select(before => before.Value)],
            [.. activity.Reasons.Select(reason => new CodedJson(reason.Code, reason.Sentence))]))],
        [.. actions.Select(action => new ActionJson(
            ProgressJson.Word(action.Role), action.Activity?.Value, action.Code, ProgressJson.Day(action.Due), action.IsLate, action.Sentence))],
        [.. view.Progress.UnknownActivities().Select(activity => activity.Value)],
        view.Readiness is { } readiness ? [ReadinessSection.Json(readiness.Evaluation, readiness.Verdict)] : [],
        view.Plan is { } plan ? PlanSection.Json(plan) : null,
        view.Notes,
        view.Aside is { } aside ? ProgressJson.Word(aside.Step) : null,
        ProgressJson.Day(view.Aside?.On));
}
