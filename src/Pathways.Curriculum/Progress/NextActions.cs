using System.Globalization;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Whose turn it is: what each role should do next for a student.</summary>
/// <remarks>
/// <para>
/// The student does, chooses, hands in and does again. What the school does for an activity (reviewing, recording attendance, scheduling) falls to the role
/// that the tasks of the activity hold accountable or responsible, and where they name none, to the one usual for its kind. Barriers,
/// waivers and what was done out of order fall to the counselor. Anybody whom the tasks of an activity make responsible or accountable has
/// those: before it from the school year in which it opens until it is first attended, due so many days before the day that is planned, else before it
/// opens, else before its end, and at once where even that is past; during it while it is open; after it once it was attended enough, until it is done. Nobody records tasks, so they stay until the
/// activity goes on; what is over, and not planned anew, has none but those after it.
/// </para>
/// <para>Nothing is asked for an activity that waits for another: the other one has its own actions.</para>
/// </remarks>
public static class NextActions
{
    /// <summary>What one role should do next: earliest due first, without a day last, then in the order of the scope.</summary>
    /// <param name="progress">How far the student is.</param>
    /// <param name="role">Which role.</param>
    public static ImmutableArray<NextAction> For(StudentProgress progress, Role role) => [.. Of(progress).Where(action => action.Role == role)];

    /// <summary>What every role should do next, in the same order.</summary>
    /// <param name="progress">How far the student is.</param>
    public static ImmutableArray<NextAction> Of(StudentProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var found = new List<NextAction>();
        var general = new HashSet<EntryId>();
        foreach (var activity in progress.Describe())
        {
            Add(found, general, progress, activity);
        }

        return [.. found.OrderBy(action => action.Due ?? LocalDate.MaxIsoValue)]; // stable
    }

    private static void Add(List<NextAction> found, HashSet<EntryId> general, StudentProgress progress, ActivityProgress activity)
    {
        var row = progress.Scope.Rows[progress.Scope.Get(activity.Activity.Id)];
        foreach (var reason in activity.Reasons)
        {
            switch (reason)
            {
                case ProgressReason.BarrierOpen { IsGeneral: true } barrier when general.Add(barrier.Entry):
                    found.Add(new(progress.Student, Role.Counselor, null, "action.mitigate-barrier", $"Deal with the barrier: {Word(barrier.Kind)}.", null, false) { General = "Deal with the barriers." });
                    break;
                case ProgressReason.BarrierOpen { IsGeneral: false } barrier:
                    found.Add(Action(Role.Counselor, "action.mitigate-barrier", $"Deal with the barrier ({Word(barrier.Kind)}) before \"{activity.Activity.Title}\".", activity.Due, $"Deal with the barriers before \"{activity.Activity.Title}\"."));
                    break;
                case ProgressReason.OutOfOrder before:
                    found.Add(Action(Role.Counselor, "action.check-order", $"Check \"{activity.Activity.Title}\": {before.Sentence}", null, $"Check \"{activity.Activity.Title}\": it was done out of order."));
                    break;
                case ProgressReason.AttendanceUnrecorded planned:
                    found.Add(Action(row.Caretaker, "action.record-attendance", $"Record who came to \"{activity.Activity.Title}\" on {Day(planned.Planned)}.", planned.Planned, $"Record who came to \"{activity.Activity.Title}\"."));
                    break;
            }
        }

        if (activity.Status == ActivityStatus.Late && activity.Closes < progress.On)
        {
            found.Add(Action(
                Role.Counselor, "action.decide-waiver", $"Decide whether \"{activity.Activity.Title}\" is made up or waived: its time ended on {Day(activity.Closes!.Value)}.", activity.Closes,
                $"Decide whether \"{activity.Activity.Title}\" is made up or waived: its time ended."));
        }

        Tasks(found, progress, activity);
        if (activity.Status is not (ActivityStatus.Open or ActivityStatus.InProgress or ActivityStatus.Late) || activity.BlockedBy.Length > 0)
        {
            return;
        }

        if (activity.PlannedOn is { } day)
        {
            found.Add(Action(Role.Student, "action.attend", $"Take part in \"{activity.Activity.Title}\" on {Day(day)}.", day, $"Take part in \"{activity.Activity.Title}\" on the day that is planned."));
        }

        var isAttended = activity.Attended >= row.Occurrences;
        foreach (var reason in activity.Reasons)
        {
            switch (reason)
            {
                case ProgressReason.ExperienceMissing or ProgressReason.HoursMissing when activity.PlannedOn is null && Doing(found, activity):
                    if (activity.Activity.Kind == ActivityKind.SectorSelection)
                    {
                        found.Add(Action(Role.Student, "action.choose", $"Choose a sector: \"{activity.Activity.Title}\".", activity.Closes));
                        break;
                    }

                    found.Add(Action(Role.Student, "action.do", $"Do \"{activity.Activity.Title}\": {reason.Sentence}", activity.Closes, $"Do \"{activity.Activity.Title}\"."));
                    if (row.Caretaker == Role.Counselor && found.Exists(action => action.Activity == activity.Activity.Id && action.Code == "action.decide-waiver"))
                    {
                        break; // to decide is to plan a day or to waive it: one action
                    }

                    found.Add(Action(row.Caretaker, "action.schedule", $"Plan a day for \"{activity.Activity.Title}\".", activity.Closes));
                    break;
                case ProgressReason.EvidenceReturned returned:
                    found.Add(Action(Role.Student, "action.redo", $"Do again and hand in for \"{activity.Activity.Title}\": {Word(returned.Kind)}.", returned.Due, $"Do again and hand in what was returned for \"{activity.Activity.Title}\"."));
                    break;
                case ProgressReason.EvidenceMissing missing when isAttended || activity.Attended > 0:
                    found.Add(Action(Role.Student, "action.hand-in", $"Hand in for \"{activity.Activity.Title}\": {Word(missing.Kind)}{(missing.Missing > 1 ? $", {missing.Missing.ToString(CultureInfo.InvariantCulture)} of them" : "")}.", missing.Due, $"Hand in what is missing for \"{activity.Activity.Title}\"."));
                    break;
                case ProgressReason.EvidenceUnreviewed waiting:
                    found.Add(Action(row.Caretaker, "action.review", $"Look at what was handed in for \"{activity.Activity.Title}\": {Word(waiting.Kind)}.", Due(activity, waiting.Kind), $"Look at what was handed in for \"{activity.Activity.Title}\"."));
                    break;
            }
        }

        NextAction Action(Role role, string code, string sentence, LocalDate? due, string? general = null) =>
            new(progress.Student, role, activity.Activity.Id, code, sentence, due, due < progress.On) { General = general ?? sentence };
    }

    // One action for what must be attended, also when both times and hours are missing.
    private static bool Doing(List<NextAction> found, ActivityProgress activity) =>
        !found.Exists(action => action.Activity == activity.Activity.Id && action.Code is "action.do" or "action.choose");

    private static void Tasks(List<NextAction> found, StudentProgress progress, ActivityProgress activity)
    {
        if (activity.IsMet || activity.Status is ActivityStatus.NotForStudent or ActivityStatus.Closed)
        {
            return;
        }

        // Where nothing is attended, what comes after it waits until something was handed in.
        var isAttended = activity.Attended >= activity.Activity.Occurrences
            && (activity.Activity.Occurrences > 0 || activity.Evidence.Any(evidence => evidence.HandedIn > 0));
        var isOpen = activity.Status != ActivityStatus.NotYetOpen;
        var canBe = activity.PlannedOn is not null || !(activity.Closes < progress.On);
        foreach (var task in activity.Activity.Tasks)
        {
            if (task.Responsibility is not (Responsibility.Responsible or Responsibility.Accountable))
            {
                continue;
            }

            var (isNow, due) = task.Phase switch
            {
                TaskPhase.Before => (canBe && activity.BlockedBy.IsEmpty && activity.Attended == 0 && (isOpen || OpensThisYear(progress, activity)), Before(progress, activity, task)),
                TaskPhase.During => (canBe && isOpen && activity.BlockedBy.IsEmpty && !isAttended, activity.PlannedOn ?? activity.Closes),
                _ => (isOpen && isAttended, Plus(activity.Closes, task.Days)),
            };
            if (isNow)
            {
                found.Add(new(progress.Student, task.Role, activity.Activity.Id, "action.task", $"For \"{activity.Activity.Title}\": {task.Text}", due, due < progress.On));
            }
        }
    }

    private static LocalDate? Before(StudentProgress progress, ActivityProgress activity, ParticipantTask task) =>
        activity.PlannedOn is { } planned ? planned.PlusDays(-(task.Days ?? 0))
        : task.Days is null ? null
        : Plus(activity.Opens, -task.Days) is { } ahead && ahead >= progress.On ? ahead
        : Plus(activity.Closes, -task.Days) is { } last && last < progress.On && !(activity.Closes < progress.On) ? progress.On
        : Plus(activity.Closes, -task.Days);

    private static bool OpensThisYear(StudentProgress progress, ActivityProgress activity)
    {
        var starts = progress.Scope.Scope.YearStarts;
        return activity.Opens is { } opens && SchoolYear.Of(opens, starts) == SchoolYear.Of(progress.On, starts);
    }

    private static LocalDate? Plus(LocalDate? day, int? days) => days is { } many ? day?.PlusDays(many) : null;

    private static LocalDate? Due(ActivityProgress activity, ArtifactKind kind) =>
        activity.Evidence.Where(evidence => evidence.Asked.Kind == kind && !evidence.IsMet).Select(evidence => evidence.Due).FirstOrDefault();

    private static string Day(LocalDate day) => day.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumWords<TEnum>.Word(value).Replace('-', ' ');
}
