using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Checks each activity of a scope by itself: its grades, window, evidence, tasks and what it refers to.</summary>
internal static class ActivityCheck
{
    private const int MostDays = 366;

    public static void Check(ScopeAndSequence scope, ScopeWindows windows, ScopeNotes notes)
    {
        var activities = scope.Activities;
        notes.Duplicates([.. activities.Select(activity => activity.Id)], i => ScopePlace.Activity(i, "id"), i => notes.IsSure(i, "id"), "activity");
        if (activities.IsEmpty)
        {
            notes.Warn(ScopePlace.Root(ScopePlace.Activities), "empty", "There is no activity. Maybe they are in another file.");
        }

        var sectors = scope.Sectors.ToHashSet();
        var competencies = scope.Competencies.Select(competency => competency.Id).ToHashSet();
        var stages = scope.Stages.GroupBy(stage => stage.Grade).ToDictionary(group => group.Key, group => group.First().Stage);
        var told = new HashSet<GradeLevel>();
        for (var i = 0; i < activities.Length; i++)
        {
            Grades(activities[i], i, scope, stages, told, notes);
            Window(activities[i], i, windows, notes);
            Unknown(activities[i].Sectors, sectors, ScopePlace.Activity(i, "sectors"), "sector", notes);
            Unknown(activities[i].Competencies, competencies, ScopePlace.Activity(i, "competencies"), "competency", notes);
            Proof(activities[i], i, notes);
            Tasks(activities[i], i, notes);
        }

        Unused(scope, notes);
    }

    private static void Grades(Activity activity, int i, ScopeAndSequence scope, Dictionary<GradeLevel, Stage> stages, HashSet<GradeLevel> told, ScopeNotes notes)
    {
        if (!notes.IsSure(i, "grade", "firstGrade", "lastGrade"))
        {
            return;
        }

        if (activity.FirstGrade > activity.LastGrade)
        {
            notes.Error(ScopePlace.Activity(i, "lastGrade"), "before-first",
                $"The last grade, {GradeWord.Of(activity.LastGrade)}, is below the first one, {GradeWord.Of(activity.FirstGrade)}. Maybe the two are exchanged.");
            return;
        }

        if (Enumerable.Range(0, scope.Stages.Length).Any(stage => !notes.IsSure(ScopePlace.Stages, stage, "grade", "stage")) || !notes.IsSure("", -1, "stages"))
        {
            return;
        }

        var grades = GradeLevel.All.Where(grade => grade == activity.FirstGrade || grade == activity.LastGrade
            || (grade.Number is not null && activity.FirstGrade < grade && grade < activity.LastGrade)).ToList();
        var without = grades.Where(grade => !stages.ContainsKey(grade)).ToList();
        if (without.Count > 0)
        {
            // The cause is one grade without a stage, however many activities are in it: it is told once, at the first of them.
            without = [.. without.Where(told.Add)];
            if (without.Count == 0)
            {
                return;
            }

            var others = scope.Activities.Where((other, at) => at > i && notes.IsSure(at, "grade", "firstGrade", "lastGrade") && without.Exists(grade => other.FirstGrade <= grade && grade <= other.LastGrade)).Count();
            notes.Error(ScopePlace.Activity(i, activity.FirstGrade == activity.LastGrade ? "grade" : without[0] == activity.FirstGrade ? "firstGrade" : "lastGrade"), "no-stage",
                $"\"{activity.Id}\"{(others == 0 ? "" : FormattableString.Invariant($" and {others} more"))} may be done in grade {string.Join(", ", without.Select(GradeWord.Of))}, which has no stage. Maybe add the grade to \"stages\".");
        }
        else if (notes.IsSure(i, "stage") && !grades.Any(grade => stages[grade] == activity.Stage))
        {
            notes.Warn(ScopePlace.Activity(i, "stage"), "of-no-grade",
                $"\"{activity.Id}\" is of the stage {EnumWords<Stage>.Word(activity.Stage)}, but its grades are about {string.Join(" and ", grades.Select(grade => EnumWords<Stage>.Word(stages[grade])).Distinct())}. Maybe it belongs in another grade.");
        }
    }

    private static void Window(Activity activity, int i, ScopeWindows windows, ScopeNotes notes)
    {
        Known("opens", activity.Opens);
        Known("closes", activity.Closes);
        if (activity.FirstGrade == activity.LastGrade && notes.IsSure(i, "grade", "firstGrade", "lastGrade", "opens", "closes")
            && windows.Term(activity.Opens) is { } opens && windows.Term(activity.Closes) is { } closes && closes.First < opens.First)
        {
            notes.Error(ScopePlace.Activity(i, "closes"), "before-opens",
                $"\"{activity.Id}\" is due by the end of \"{activity.Closes}\", before \"{activity.Opens}\", when it opens. Maybe the two are exchanged, or it goes on into the next grade.");
        }

        void Known(string field, TermId? term)
        {
            if (term is { } id && notes.IsSure(i, field) && !windows.Knows(id))
            {
                notes.Error(ScopePlace.Activity(i, field), "unknown", $"There is no term \"{id}\". Maybe it is misspelt, or missing under \"terms\".");
            }
        }
    }

    private static void Unknown<T>(ImmutableArray<T> ids, HashSet<T> known, ScopePlace place, string what, ScopeNotes notes)
        where T : notnull
    {
        notes.Duplicates(ids, i => place.At(i, ids[i]), _ => true, what);
        for (var i = 0; i < ids.Length; i++)
        {
            if (!known.Contains(ids[i]))
            {
                notes.Error(place.At(i, ids[i]), "unknown", $"There is no {what} \"{ids[i]}\". Maybe it is misspelt, or missing in the list of the scope.");
            }
        }
    }

    private static void Proof(Activity activity, int i, ScopeNotes notes)
    {
        if (activity.Occurrences < 0 && notes.IsSure(i, "occurrences"))
        {
            notes.Error(ScopePlace.Activity(i, "occurrences"), "out-of-range", $"\"{activity.Id}\" asks for {activity.Occurrences} occurrences. Expected 0 or more.");
        }

        if (activity.Hours <= 0 && notes.IsSure(i, "hours"))
        {
            notes.Error(ScopePlace.Activity(i, "hours"), "out-of-range", $"\"{activity.Id}\" asks for {activity.Hours} hours. Expected more than 0; leave it out where hours do not count.");
        }

        if (activity is { Occurrences: 0, Evidence.IsEmpty: true, Hours: null } && notes.IsSure(i, "occurrences", "evidence", "hours"))
        {
            notes.Error(ScopePlace.Activity(i), "never-proved",
                $"Nothing shows that \"{activity.Id}\" was done: it asks for no occurrence, no hours and no evidence. Maybe leave \"occurrences\" out, for one.");
        }

        notes.Duplicates(
            [.. activity.Evidence.Select(evidence => evidence.Kind)], item => ScopePlace.Activity(i, "evidence").At(item, "kind"),
            item => notes.IsSure($"{ScopePlace.Activities}[{i}].evidence", item, "kind"), "kind of evidence");
        for (var item = 0; item < activity.Evidence.Length; item++)
        {
            var evidence = activity.Evidence[item];
            if (evidence.Count < 1)
            {
                notes.Error(ScopePlace.Activity(i, "evidence").At(item, "count"), "out-of-range", $"{evidence.Count} is not permitted. Expected 1 or more.");
            }

            if (evidence.DueDays is < 0 or > MostDays)
            {
                notes.Error(ScopePlace.Activity(i, "evidence").At(item, "dueDays"), "out-of-range", $"{evidence.DueDays} is not permitted. Expected days from 0 to {MostDays}.");
            }
            else if (evidence.DueDays is { } days && activity.Occurrences == 0 && notes.IsSure(i, "occurrences"))
            {
                notes.Error(ScopePlace.Activity(i, "evidence").At(item, "dueDays"), "no-experience",
                    $"The evidence is due {days} days after the experience, but \"{activity.Id}\" asks for none. Maybe leave \"dueDays\" out; it is then due at the end of the window.");
            }
        }
    }

    private static void Tasks(Activity activity, int i, ScopeNotes notes)
    {
        var place = ScopePlace.Activity(i, "tasks");
        var seen = new HashSet<(Role, string, TaskPhase)>();
        for (var item = 0; item < activity.Tasks.Length; item++)
        {
            var task = activity.Tasks[item];
            if (string.IsNullOrWhiteSpace(task.Text) && notes.IsSure($"{ScopePlace.Activities}[{i}].tasks", item, "text"))
            {
                notes.Error(place.At(item, "text"), "blank", $"The task of the {EnumWords<Role>.Word(task.Role)} says nothing. Say what there is to do.");
            }

            if (task is { Phase: TaskPhase.During, Days: not null } && notes.IsSure($"{ScopePlace.Activities}[{i}].tasks", item, "phase", "days"))
            {
                notes.Error(place.At(item, "days"), "during",
                    $"{task.Days} days count before the window opens or after it closes, but the task lasts as long as the activity. Maybe leave \"days\" out, or say \"before\" or \"after\".");
            }
            else if (task.Days is < 0 or > MostDays)
            {
                notes.Error(place.At(item, "days"), "out-of-range", $"{task.Days} is not permitted. Expected days from 0 to {MostDays}.");
            }

            if (!seen.Add((task.Role, task.Text, task.Phase)) && notes.IsSure($"{ScopePlace.Activities}[{i}].tasks", item, "role", "text", "phase"))
            {
                notes.Warn(place.At(item, "text"), "duplicate", $"The {EnumWords<Role>.Word(task.Role)} has this task twice: \"{task.Text}\" Keep one.");
            }
        }

        if (!activity.Tasks.IsEmpty && notes.IsSure(i, "tasks") && !activity.Tasks.Any(task => task.Responsibility == Responsibility.Responsible))
        {
            notes.Warn(place, "nobody-responsible", $"Of those who have tasks for \"{activity.Id}\", nobody is responsible. Say who does it.");
        }
    }

    private static void Unused(ScopeAndSequence scope, ScopeNotes notes)
    {
        var used = scope.Activities.SelectMany(activity => activity.Competencies).ToHashSet();
        for (var i = 0; i < scope.Competencies.Length; i++)
        {
            if (notes.IsSure(ScopePlace.Competencies, i, "id") && !used.Contains(scope.Competencies[i].Id))
            {
                notes.Warn(new(ScopePlace.Competencies, i, "id"), "unused", $"No activity teaches \"{scope.Competencies[i].Id}\". Maybe name it at one.");
            }
        }
    }
}
