using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Checks what activities need of each other: that it exists, can be done first, and by everybody who needs it.</summary>
internal sealed class PrerequisiteCheck
{
    private readonly ImmutableArray<Activity> _activities;
    private readonly ScopeWindows _windows;
    private readonly ScopeNotes _notes;

    // Per activity, the activities it needs, by index; where an identifier is given twice, the first one is meant.
    private readonly int[][] _needs;

    private PrerequisiteCheck(ScopeAndSequence scope, ScopeWindows windows, ScopeNotes notes)
    {
        (_activities, _windows, _notes) = (scope.Activities, windows, notes);
        var known = new Dictionary<ActivityId, int>();
        for (var i = 0; i < _activities.Length; i++)
        {
            if (notes.IsSure(i, "id"))
            {
                known.TryAdd(_activities[i].Id, i);
            }
        }

        _needs = [.. _activities.Select(activity => activity.Prerequisites.Select(id => known.GetValueOrDefault(id, -1)).ToArray())];
    }

    public static void Check(ScopeAndSequence scope, ScopeWindows windows, ScopeNotes notes)
    {
        var check = new PrerequisiteCheck(scope, windows, notes);
        check.References();
        var order = check.Cycles(out var isStuck);
        check.Times(order, isStuck);
        check.Reach();
    }

    private void References()
    {
        for (var i = 0; i < _activities.Length; i++)
        {
            var list = _activities[i].Prerequisites;
            _notes.Duplicates(list, item => Place(i, item), _ => true, "prerequisite");
            for (var item = 0; item < list.Length; item++)
            {
                if (_needs[i][item] < 0)
                {
                    _notes.Error(Place(i, item), "unknown", $"There is no activity \"{list[item]}\". Maybe it is misspelt, or was removed.");
                }
            }
        }
    }

    /// <summary>Finds every cycle, and what waits for one in vain.</summary>
    /// <param name="isStuck">Per activity, whether it is on a cycle or waits for one.</param>
    /// <returns>The activities such that each stands after what it needs; only for those that are not stuck.</returns>
    private List<int> Cycles(out bool[] isStuck)
    {
        var (color, order, path) = (new byte[_activities.Length], new List<int>(), new Stack<(int Activity, int Next)>());
        var isOnCycle = new bool[_activities.Length];
        for (var start = 0; start < _activities.Length; start++)
        {
            if (color[start] != 0)
            {
                continue;
            }

            // Depth first with a stack of its own: a chain in a file may be longer than the stack of the thread.
            color[start] = 1;
            path.Push((start, 0));
            while (path.TryPop(out var step))
            {
                if (step.Next == _needs[step.Activity].Length)
                {
                    color[step.Activity] = 2;
                    order.Add(step.Activity);
                    continue;
                }

                path.Push((step.Activity, step.Next + 1));
                var needed = _needs[step.Activity][step.Next];
                if (needed >= 0 && color[needed] == 0)
                {
                    color[needed] = 1;
                    path.Push((needed, 0));
                }
                else if (needed >= 0 && color[needed] == 1)
                {
                    Cycle([.. path.Select(s => s.Activity).TakeWhile(a => a != needed).Append(needed).Reverse()], isOnCycle);
                }
            }
        }

        isStuck = Stuck(order, isOnCycle);
        return order;
    }

    private void Cycle(int[] cycle, bool[] isOnCycle)
    {
        foreach (var activity in cycle)
        {
            isOnCycle[activity] = true;
        }

        // Told from its first activity on, whichever the search came upon first.
        var first = Array.IndexOf(cycle, cycle.Min());
        var told = cycle[first..].Concat(cycle[..first]).Append(cycle[first]).ToList();
        _notes.Error(Place(told[0], Array.IndexOf(_needs[told[0]], told[1])), "cycle",
            $"None of these can be done first, as each needs the next: {string.Join(" -> ", told.Select(a => $"\"{_activities[a].Id}\""))}. Remove one of the prerequisites.");
    }

    private bool[] Stuck(List<int> order, bool[] isOnCycle)
    {
        var isStuck = (bool[])isOnCycle.Clone();
        for (var again = true; again;)
        {
            again = false;
            foreach (var activity in order.Where(a => !isStuck[a]))
            {
                var item = Array.FindIndex(_needs[activity], needed => needed >= 0 && isStuck[needed]);
                if (item >= 0)
                {
                    var blocked = _needs[activity][item];
                    isStuck[activity] = again = true;
                    _notes.Error(Place(activity, item), "unreachable",
                        $"\"{_activities[activity].Id}\" can never be done: it needs \"{_activities[blocked].Id}\", which {(isOnCycle[blocked] ? "needs itself" : "can never be done either")}.");
                }
            }
        }

        return isStuck;
    }

    /// <summary>Compares windows, in an order in which each activity stands after what it needs.</summary>
    private void Times(List<int> order, bool[] isStuck)
    {
        var earliest = new (int Day, int By)[_activities.Length]; // with what it needs, and theirs, taken into account; and because of which
        var isImpossible = new bool[_activities.Length];
        foreach (var i in order.Where(i => !isStuck[i]))
        {
            if (_windows.Of(i) is not { } window)
            {
                earliest[i] = (int.MinValue, i);
                continue;
            }

            earliest[i] = (window.First, i);
            for (var item = 0; item < _needs[i].Length; item++)
            {
                var needed = _needs[i][item];
                if (needed < 0 || isStuck[needed] || earliest[needed].Day == int.MinValue)
                {
                    continue;
                }

                if (isImpossible[needed])
                {
                    isImpossible[i] = true;
                    _notes.Error(Place(i, item), "unreachable", $"\"{_activities[i].Id}\" can never be done: it needs \"{_activities[needed].Id}\", which can never be done in time.");
                }
                else if (earliest[needed].Day > window.Last)
                {
                    isImpossible[i] = true;
                    _notes.Error(Place(i, item), "later",
                        $"\"{_activities[i].Id}\" is over by {End(i)}, before \"{_activities[needed].Id}\", which it needs, can be done: {Beginning(earliest[needed].By)}. Maybe one of them is in the wrong grade or term.");
                }
                else
                {
                    earliest[i] = earliest[needed].Day > earliest[i].Day ? earliest[needed] : earliest[i];
                    Due(i, item, needed, window.Last);
                }
            }
        }
    }

    private void Due(int i, int item, int needed, int last)
    {
        if (_activities[i].IsRequired && _windows.Of(needed) is { } before && before.Last > last)
        {
            _notes.Warn(Place(i, item), "due-later",
                $"\"{_activities[needed].Id}\" may be done as late as {End(needed)}, but \"{_activities[i].Id}\", which needs it, is due by {End(i)}. Maybe the first should close earlier.");
        }
    }

    /// <summary>Whether everybody for whom an activity is can do what it needs.</summary>
    private void Reach()
    {
        for (var i = 0; i < _activities.Length; i++)
        {
            for (var item = 0; item < _needs[i].Length; item++)
            {
                if (_needs[i][item] is >= 0 and var needed && needed != i && Gap(i, needed) is { } gap)
                {
                    _notes.Error(Place(i, item), "out-of-reach",
                        $"\"{_activities[i].Id}\" is for {Whom(_activities[i])}, but it needs \"{_activities[needed].Id}\", which is for {Whom(_activities[needed])}: {gap} Maybe open the second to all who need it.");
                }
            }
        }
    }

    private string? Gap(int dependent, int needed)
    {
        var (activity, before) = (_activities[dependent], _activities[needed]);
        if (_notes.IsSure(dependent, "tier") && _notes.IsSure(needed, "tier") && before.Tier > activity.Tier)
        {
            return "not everybody can reach it.";
        }

        if (!_notes.IsSure(dependent, "programs") || !_notes.IsSure(needed, "programs") || before.Programs.IsEmpty)
        {
            return null;
        }

        var left = activity.Programs.Except(before.Programs).ToList();
        return activity.Programs.IsEmpty ? "students of other programs, or of none, cannot reach it."
            : left.Count == 0 ? null
            : left.Count == activity.Programs.Length ? "no program has both."
            : $"students of {Programs(left)} cannot reach it.";
    }

    private static string Whom(Activity activity) =>
        (activity.Tier switch
        {
            Tier.Universal => "every student",
            Tier.Targeted when activity.Programs.IsEmpty => "students with a need (tier 2)",
            Tier.Targeted => "students (tier 2)",
            _ => "single students (tier 3)",
        }) + (activity.Programs.IsEmpty ? "" : $" of {Programs(activity.Programs)}");

    private static string Programs(IEnumerable<ProgramType> programs) => string.Join(", ", programs.Select(EnumWords<ProgramType>.Word));

    private string End(int i) =>
        $"the end of {(_activities[i].Closes is { } term ? $"{term} of " : "")}grade {GradeWord.Of(_activities[i].LastGrade)}";

    private string Beginning(int i) =>
        $"\"{_activities[i].Id}\" opens in {(_activities[i].Opens is { } term ? $"{term} of " : "")}grade {GradeWord.Of(_activities[i].FirstGrade)}";

    private ScopePlace Place(int activity, int item) =>
        ScopePlace.Activity(activity, "prerequisites").At(item, _activities[activity].Prerequisites[item]);
}
