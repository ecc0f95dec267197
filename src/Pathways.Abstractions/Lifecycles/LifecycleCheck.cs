namespace Pathways;

// Judges a table before it is used. Each rule is one method and reports all it finds.
internal sealed class LifecycleCheck<TState, TTrigger, TFacts>(
    string name, TState start, ImmutableArray<TState> ends, ImmutableArray<Transition<TState, TTrigger, TFacts>> rows,
    ImmutableArray<Transition<TState, TTrigger, TFacts>> afterwards)
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly HashSet<TState> _used = [start, .. ends, .. rows.Select(row => row.From), .. rows.Select(row => row.To)];

    public IEnumerable<Refusal> Faults() =>
    [
        .. Undefined(), .. Unused(), .. Unreachable(), .. DeadEnds(), .. Endless(), .. WaysOutOfEnds(), .. NotAfterwards(), .. Ambiguous(), .. NobodyMay(),
        .. BlankRequirements(), .. SharedCodes(), .. ReservedCodes(),
    ];

    private IEnumerable<Refusal> Undefined() =>
    [
        .. _used.Where(state => !Enum.IsDefined(state)).Order().Select(state => Fault("undefined", $"There is no state {state}.")),
        .. rows.Select(row => row.Trigger).Distinct().Where(trigger => !Enum.IsDefined(trigger))
            .Select(trigger => Fault("undefined", $"There is no trigger {trigger}.")),
    ];

    private IEnumerable<Refusal> Unused() =>
    [
        .. Enum.GetValues<TState>().Distinct().Where(state => !_used.Contains(state))
            .Select(state => Fault("unused-state", $"No row mentions the state {state}. Maybe a row was forgotten.")),
        .. Enum.GetValues<TTrigger>().Distinct().Except(rows.Select(row => row.Trigger))
            .Select(trigger => Fault("unused-trigger", $"No row mentions the trigger {trigger}. Maybe a row was forgotten.")),
    ];

    private IEnumerable<Refusal> Unreachable()
    {
        var reached = Closure([start], row => row.From, row => row.To);
        return _used.Except(reached).Order().Select(state => Fault(
            "unreachable", $"Nothing leads from {start} to {state}. Maybe a row that leads there was forgotten."));
    }

    private IEnumerable<Refusal> DeadEnds() => StatesWithoutWayOut().Order().Select(state => Fault(
        "dead-end", $"Nothing leads out of {state}, and it is not declared an end state. Maybe add it to Ends(...)."));

    // A round without exit: every state of it has a way out, but none leads to an end. Dead ends are reported by themselves.
    private IEnumerable<Refusal> Endless()
    {
        if (ends.IsEmpty)
        {
            return [];
        }

        var leadsToEnd = Closure([.. ends, .. StatesWithoutWayOut()], row => row.To, row => row.From);
        return _used.Except(leadsToEnd).Order().Select(state => Fault("endless", $"No end state can be reached from {state}."));
    }

    private IEnumerable<Refusal> WaysOutOfEnds() => rows.Where(row => ends.Contains(row.From)).Select(row => Fault(
        "way-out-of-end", $"{row.Trigger} leads out of {row.From}, which is declared an end state."));

    private IEnumerable<Refusal> NotAfterwards() => afterwards.Where(row => !ends.Contains(row.From) || !row.From.Equals(row.To) || row.IsClockDriven).Select(row => Fault(
        "not-afterwards", $"{row.Trigger} in {row.From} is no record of what is over. Maybe {row.From} is no end state, or the row leads to another state, or time fires it."));

    private IEnumerable<Refusal> Ambiguous() =>
        from same in rows.Concat(afterwards).GroupBy(row => (row.From, row.Trigger))
        where same.Count() > 1
        select Fault(
            "ambiguous",
            $"{same.Key.Trigger} in {same.Key.From} has {same.Count()} rows, to {string.Join(" and ", same.Select(row => row.To))}. "
            + "Maybe use two triggers, or take the state out of the group.");

    private IEnumerable<Refusal> NobodyMay() => rows.Concat(afterwards).Where(row => row.Roles.IsEmpty).Select(row => Fault(
        "no-role", $"Nobody may fire {row.Trigger} in {row.From}. Maybe it is for Role.System."));

    private IEnumerable<Refusal> BlankRequirements() =>
        from requirement in AllRequirements()
        where string.IsNullOrWhiteSpace(requirement.Code) || string.IsNullOrWhiteSpace(requirement.Sentence)
        select Fault(
            "blank-requirement",
            $"The requirement with code \"{requirement.Code}\" and sentence \"{requirement.Sentence}\" needs both.");

    private IEnumerable<Refusal> SharedCodes() =>
        from same in AllRequirements().GroupBy(requirement => requirement.Code)
        where !string.IsNullOrWhiteSpace(same.Key) && same.Count() > 1
        select Fault("shared-code", $"{same.Count()} different requirements have the code {same.Key}. Maybe they are one, or need two codes.");

    private IEnumerable<Refusal> ReservedCodes() =>
        from requirement in AllRequirements()
        where requirement.Code == LifecycleCodes.NotPossible(name) || requirement.Code == LifecycleCodes.Role(name)
        select Fault("reserved-code", $"The code {requirement.Code} belongs to every life cycle. Maybe name the requirement otherwise.");

    private IEnumerable<Requirement<TFacts>> AllRequirements() => rows.Concat(afterwards).SelectMany(row => row.Requirements).Distinct();

    private IEnumerable<TState> StatesWithoutWayOut() =>
        _used.Except(ends).Except(rows.Where(row => !row.From.Equals(row.To)).Select(row => row.From));

    private HashSet<TState> Closure(
        IEnumerable<TState> seeds,
        Func<Transition<TState, TTrigger, TFacts>, TState> from,
        Func<Transition<TState, TTrigger, TFacts>, TState> to)
    {
        var found = seeds.ToHashSet();
        var waiting = new Queue<TState>(found);
        while (waiting.TryDequeue(out var state))
        {
            foreach (var next in rows.Where(row => from(row).Equals(state)).Select(to).Where(found.Add))
            {
                waiting.Enqueue(next);
            }
        }

        return found;
    }

    private static Refusal Fault(string kind, string sentence) => new($"lifecycle.{kind}", sentence);
}
