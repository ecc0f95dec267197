using System.Collections.Frozen;

namespace Pathways;

/// <summary>The life of a kind of thing: which trigger leads where, who may fire it, and what must hold first.</summary>
/// <remarks>
/// <para>One table serves every thing of the kind: a thing keeps its state as a plain value, and there is no machine object for
/// each. All answers are pure: the same arguments give the same answer, on any thread.</para>
/// <para>The words are those of finite state machines as the Stateless library uses them: state, trigger, guard (here
/// <see cref="Requirement{TFacts}"/>), permit. A superstate is a group of the builder and is expanded when the table is
/// built, so the table itself is flat.</para>
/// <para><see cref="Start"/>, <see cref="EndStates"/>, <see cref="Transitions"/> and <see cref="Afterwards"/> say everything: whoever reads them comes
/// to the same decisions as <see cref="Advance"/>.</para>
/// </remarks>
/// <typeparam name="TState">Where a thing can stand.</typeparam>
/// <typeparam name="TTrigger">What can happen to it.</typeparam>
/// <typeparam name="TFacts">What requirements look at.</typeparam>
public sealed class Lifecycle<TState, TTrigger, TFacts>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly FrozenDictionary<(TState, TTrigger), Row> _rows;
    private readonly FrozenDictionary<TState, ImmutableArray<Row>> _leaving;

    internal Lifecycle(
        string name, TState start, ImmutableArray<TState> endStates, ImmutableArray<Transition<TState, TTrigger, TFacts>> transitions,
        ImmutableArray<Transition<TState, TTrigger, TFacts>> afterwards)
    {
        (Name, Start, EndStates, Transitions, Afterwards) = (name, start, endStates, transitions, afterwards);
        States = [.. Enum.GetValues<TState>().Distinct()];
        var rows = transitions.Concat(afterwards).Select(transition => new Row(transition, new(transition.To))).ToImmutableArray();
        _rows = rows.ToFrozenDictionary(row => (row.Transition.From, row.Transition.Trigger));
        _leaving = rows.GroupBy(row => row.Transition.From).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>What lives, such as <c>placement</c>; begins the codes of refusals.</summary>
    public string Name { get; }

    /// <summary>The state in which a new thing is.</summary>
    public TState Start { get; }

    /// <summary>Every state, in the order of the enumeration.</summary>
    public ImmutableArray<TState> States { get; }

    /// <summary>The states that nothing leads out of, in the order of the enumeration.</summary>
    public ImmutableArray<TState> EndStates { get; }

    /// <summary>Every transition, one for each pair of state and trigger, in the order of the two enumerations.</summary>
    public ImmutableArray<Transition<TState, TTrigger, TFacts>> Transitions { get; }

    /// <summary>What is still recorded of a thing whose life is over: each row stays in its end state. In the order of the two enumerations.</summary>
    public ImmutableArray<Transition<TState, TTrigger, TFacts>> Afterwards { get; }

    /// <summary>Decides whether a thing moves, or says everything that stands in the way.</summary>
    /// <param name="state">Where the thing stands.</param>
    /// <param name="trigger">What is to happen.</param>
    /// <param name="facts">What is known; requirements look at nothing else.</param>
    /// <param name="actor">Who wants it; the role decides.</param>
    /// <returns>
    /// The new state, or every reason against it: <c>NAME.not-possible</c> when the trigger means nothing in this state, else
    /// <c>NAME.role</c> when the role may not fire it, followed by every unmet requirement.
    /// </returns>
    public LifecycleOutcome<TState> Advance(TState state, TTrigger trigger, TFacts facts, Actor actor)
    {
        if (!_rows.TryGetValue((state, trigger), out var row))
        {
            return new LifecycleOutcome<TState>.Refused([NotPossible(state, trigger)]);
        }

        var refusals = Against(row.Transition, facts, actor);
        return refusals.IsEmpty ? row.Advanced : new LifecycleOutcome<TState>.Refused(refusals);
    }

    /// <summary>Everything that stands in the way of a trigger; empty when it may be fired. Allocates nothing when it may.</summary>
    /// <param name="state">Where the thing stands.</param>
    /// <param name="trigger">What is to happen.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="actor">Who wants it.</param>
    public ImmutableArray<Refusal> Refusals(TState state, TTrigger trigger, TFacts facts, Actor actor) =>
        _rows.TryGetValue((state, trigger), out var row) ? Against(row.Transition, facts, actor) : [NotPossible(state, trigger)];

    /// <summary>Whether a trigger may be fired. Allocates nothing, whatever the answer.</summary>
    /// <param name="state">Where the thing stands.</param>
    /// <param name="trigger">What is to happen.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="actor">Who wants it.</param>
    public bool CanAdvance(TState state, TTrigger trigger, TFacts facts, Actor actor)
    {
        if (!_rows.TryGetValue((state, trigger), out var row) || !row.Transition.Roles.Contains(actor.Role))
        {
            return false;
        }

        foreach (var requirement in row.Transition.Requirements)
        {
            if (!requirement.IsMet(facts))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What can happen now, and why the rest cannot: one line for every trigger that leaves the state or loops on it.</summary>
    /// <param name="state">Where the thing stands.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>In the order of the triggers; for an end state, what is still recorded there.</returns>
    public ImmutableArray<TransitionOption<TState, TTrigger>> Possible(TState state, TFacts facts, Actor actor) =>
        _leaving.TryGetValue(state, out var rows)
            ? [.. rows.Select(row => row.Transition).Select(transition => new TransitionOption<TState, TTrigger>(
                transition.Trigger, transition.To, transition.Roles, Against(transition, facts, actor)))]
            : [];

    /// <summary>What time alone has brought about: the triggers that the platform's clock should fire now, such as the expiry of an offer.</summary>
    /// <param name="state">Where the thing stands.</param>
    /// <param name="facts">What is known, the time among it. Give later times to look ahead.</param>
    /// <returns>In the order of the triggers; fire the first, and ask again.</returns>
    public ImmutableArray<TTrigger> DueAt(TState state, TFacts facts)
    {
        ImmutableArray<TTrigger>.Builder? due = null;
        foreach (var row in _leaving.GetValueOrDefault(state, []))
        {
            if (row.Transition.IsClockDriven && CanAdvance(state, row.Transition.Trigger, facts, Actor.Clock))
            {
                (due ??= ImmutableArray.CreateBuilder<TTrigger>()).Add(row.Transition.Trigger);
            }
        }

        return due?.ToImmutable() ?? [];
    }

    /// <summary>The table as a Mermaid state diagram: what leads where. Lines end in a line feed, the last one too.</summary>
    /// <remarks>Triggers that lead from one state to the same other one share an arrow. The same table gives the same text.</remarks>
    public string ToMermaid() => Mermaid.Draw(this);

    private ImmutableArray<Refusal> Against(Transition<TState, TTrigger, TFacts> transition, TFacts facts, Actor actor)
    {
        var unmet = transition.Requirements.Unmet(facts);
        return transition.Roles.Contains(actor.Role) ? unmet : unmet.Insert(0, NotThisRole(transition, actor.Role));
    }

    private Refusal NotThisRole(Transition<TState, TTrigger, TFacts> transition, Role role) => new(
        LifecycleCodes.Role(Name),
        $"\"{Words.Of(transition.Trigger)}\" is for {Words.Or(transition.Roles)}, not for {Words.Of(role)}.");

    private Refusal NotPossible(TState state, TTrigger trigger)
    {
        var possible = _leaving.TryGetValue(state, out var rows)
            ? $"Possible there: {string.Join(", ", rows.Select(row => Words.Of(row.Transition.Trigger)))}."
            : "Nothing leads out of that state.";
        return new(
            LifecycleCodes.NotPossible(Name),
            $"The {Words.OfName(Name)} is in state \"{Words.Of(state)}\", where \"{Words.Of(trigger)}\" is not possible. {possible}");
    }

    // The answer "yes" is made once for each row, so that giving it allocates nothing.
    private sealed record Row(Transition<TState, TTrigger, TFacts> Transition, LifecycleOutcome<TState>.Advanced Advanced);
}
