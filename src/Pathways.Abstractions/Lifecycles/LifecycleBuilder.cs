namespace Pathways;

/// <summary>Writes the table of a life cycle, row by row: <c>.From(a).On(trigger).By(role).To(b).Requires(...)</c>.</summary>
/// <remarks>Mistakes in the table are collected and reported together by <see cref="Build"/>.</remarks>
/// <typeparam name="TState">Where a thing can stand.</typeparam>
/// <typeparam name="TTrigger">What can happen to it.</typeparam>
/// <typeparam name="TFacts">What requirements look at.</typeparam>
public sealed class LifecycleBuilder<TState, TTrigger, TFacts>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly string _name;
    private readonly TState _start;
    private readonly HashSet<TState> _ends = [];
    private readonly Dictionary<string, ImmutableArray<TState>> _groups = [];
    private readonly List<Line> _lines = [];

    internal LifecycleBuilder(string name, TState start) => (_name, _start) = (name, start);

    /// <summary>Gives several states one name: a superstate, whose rows are rows of each of them.</summary>
    /// <param name="superstate">The name, to be used in <see cref="From(string)"/>, before or after this.</param>
    /// <param name="states">The states; each may be in several groups.</param>
    /// <exception cref="ArgumentException">The name is blank or taken, or there are no states.</exception>
    public LifecycleBuilder<TState, TTrigger, TFacts> Group(string superstate, params ReadOnlySpan<TState> states)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(superstate);
        ThrowIfEmpty(states, nameof(states));
        return _groups.TryAdd(superstate, [.. states])
            ? this
            : throw new ArgumentException($"There is a group \"{superstate}\" already. Maybe give this one another name.", nameof(superstate));
    }

    /// <summary>Begins rows that leave the states.</summary>
    /// <param name="states">One or more states; each gets its own row.</param>
    /// <exception cref="ArgumentException">There are no states.</exception>
    public TransitionFrom<TState, TTrigger, TFacts> From(params ReadOnlySpan<TState> states)
    {
        ThrowIfEmpty(states, nameof(states));
        return new(this, new() { States = [.. states] });
    }

    /// <summary>Begins rows that leave every state of a group.</summary>
    /// <param name="superstate">The name of the group.</param>
    public TransitionFrom<TState, TTrigger, TFacts> From(string superstate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(superstate);
        return new(this, new() { Superstate = superstate });
    }

    /// <summary>Begins rows of what is still recorded of a thing whose life is over: they stay in the end state, and open nothing again.</summary>
    /// <param name="ends">One or more end states; each gets its own row.</param>
    /// <exception cref="ArgumentException">There are no states.</exception>
    public TransitionFrom<TState, TTrigger, TFacts> After(params ReadOnlySpan<TState> ends)
    {
        ThrowIfEmpty(ends, nameof(ends));
        return new(this, new() { States = [.. ends], IsAfterwards = true });
    }

    /// <summary>Says what must hold for the rows written last; may be said more than once.</summary>
    /// <param name="requirements">The requirements, in the order in which refusals are to name them.</param>
    /// <exception cref="InvalidOperationException">There is no row yet.</exception>
    public LifecycleBuilder<TState, TTrigger, TFacts> Requires(params ReadOnlySpan<Requirement<TFacts>> requirements)
    {
        if (_lines.Count == 0)
        {
            throw new InvalidOperationException("There is no row to require anything of. Maybe write From(...).On(...).By(...).To(...) first.");
        }

        foreach (var requirement in requirements)
        {
            ArgumentNullException.ThrowIfNull(requirement, nameof(requirements));
            _lines[^1].Requirements.Add(requirement);
        }

        return this;
    }

    /// <summary>Says where life ends: nothing leads out of these states.</summary>
    /// <param name="states">The end states.</param>
    public LifecycleBuilder<TState, TTrigger, TFacts> Ends(params ReadOnlySpan<TState> states)
    {
        foreach (var state in states)
        {
            _ends.Add(state);
        }

        return this;
    }

    /// <summary>Checks the table and makes it ready for use.</summary>
    /// <exception cref="LifecycleException">
    /// A state is unused or cannot be reached; nothing leads out of a state that is not an end state, or something leads out of one
    /// that is; what is recorded afterwards is of a state that is no end, or leads elsewhere; no end can be reached; two rows answer one trigger in one state; a trigger is unused; a row has no role; a
    /// requirement has no code or no sentence, or shares its code with another. All of it is reported at once.
    /// </exception>
    public Lifecycle<TState, TTrigger, TFacts> Build()
    {
        ImmutableArray<TState> ends = [.. _ends.Order()];
        ImmutableArray<Transition<TState, TTrigger, TFacts>> rows =
            [.. _lines.Where(line => !line.IsAfterwards).SelectMany(Expand).OrderBy(row => row.From).ThenBy(row => row.Trigger)];
        ImmutableArray<Transition<TState, TTrigger, TFacts>> afterwards =
            [.. _lines.Where(line => line.IsAfterwards).SelectMany(Expand).OrderBy(row => row.From).ThenBy(row => row.Trigger)];
        ImmutableArray<Refusal> faults =
        [
            .. _lines.Where(line => line.Superstate is { } name && !_groups.ContainsKey(name)).Select(line => new Refusal(
                "lifecycle.unknown-group", $"No group is called \"{line.Superstate}\". Maybe it was left out or spelled differently.")),
            .. new LifecycleCheck<TState, TTrigger, TFacts>(_name, _start, ends, rows, afterwards).Faults(),
        ];
        return faults.IsEmpty ? new(_name, _start, ends, rows, afterwards) : throw new LifecycleException(_name, faults);
    }

    internal LifecycleBuilder<TState, TTrigger, TFacts> Add(Line line)
    {
        _lines.Add(line);
        return this;
    }

    internal static void ThrowIfEmpty<T>(ReadOnlySpan<T> values, string name)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("At least one is needed.", name);
        }
    }

    private IEnumerable<Transition<TState, TTrigger, TFacts>> Expand(Line line) =>
        from state in line.Superstate is null ? line.States : _groups.GetValueOrDefault(line.Superstate, [])
        from trigger in line.Triggers
        select new Transition<TState, TTrigger, TFacts>(
            state, trigger, line.To ?? state, [.. line.Requirements.Distinct()], [.. line.Roles.Distinct().Order()]) { IsClockDriven = line.IsClockDriven };

    // What was written between From and the next From; To is null for rows that stay where they are.
    internal sealed record Line
    {
        public ImmutableArray<TState> States { get; init; } = [];

        public string? Superstate { get; init; }

        public ImmutableArray<TTrigger> Triggers { get; init; } = [];

        public ImmutableArray<Role> Roles { get; init; } = [];

        public bool IsClockDriven { get; init; }

        public bool IsAfterwards { get; init; }

        public TState? To { get; init; }

        public List<Requirement<TFacts>> Requirements { get; } = [];
    }
}
