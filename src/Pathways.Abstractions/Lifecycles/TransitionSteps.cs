namespace Pathways;

/// <summary>The beginning of a row: the states it leaves. Say next what happens.</summary>
/// <typeparam name="TState">Where a thing can stand.</typeparam>
/// <typeparam name="TTrigger">What can happen to it.</typeparam>
/// <typeparam name="TFacts">What requirements look at.</typeparam>
public sealed class TransitionFrom<TState, TTrigger, TFacts>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly LifecycleBuilder<TState, TTrigger, TFacts> _builder;
    private readonly LifecycleBuilder<TState, TTrigger, TFacts>.Line _line;

    internal TransitionFrom(
        LifecycleBuilder<TState, TTrigger, TFacts> builder, LifecycleBuilder<TState, TTrigger, TFacts>.Line line) =>
        (_builder, _line) = (builder, line);

    /// <summary>Says what happens.</summary>
    /// <param name="triggers">One or more triggers; each gets its own row.</param>
    /// <exception cref="ArgumentException">There are no triggers.</exception>
    public TransitionOn<TState, TTrigger, TFacts> On(params ReadOnlySpan<TTrigger> triggers)
    {
        LifecycleBuilder<TState, TTrigger, TFacts>.ThrowIfEmpty(triggers, nameof(triggers));
        return new(_builder, _line with { Triggers = [.. triggers] });
    }
}

/// <summary>A row that knows what happens. Say next who may do it.</summary>
/// <typeparam name="TState">Where a thing can stand.</typeparam>
/// <typeparam name="TTrigger">What can happen to it.</typeparam>
/// <typeparam name="TFacts">What requirements look at.</typeparam>
public sealed class TransitionOn<TState, TTrigger, TFacts>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly LifecycleBuilder<TState, TTrigger, TFacts> _builder;
    private readonly LifecycleBuilder<TState, TTrigger, TFacts>.Line _line;

    internal TransitionOn(
        LifecycleBuilder<TState, TTrigger, TFacts> builder, LifecycleBuilder<TState, TTrigger, TFacts>.Line line) =>
        (_builder, _line) = (builder, line);

    /// <summary>Says who may do it; <see cref="Role.System"/> for what the clock or the platform does.</summary>
    /// <param name="roles">One or more roles.</param>
    public TransitionBy<TState, TTrigger, TFacts> By(params ReadOnlySpan<Role> roles) =>
        new(_builder, _line with { Roles = [.. roles] });

    /// <summary>Says that time does it: the platform fires it as soon as its requirements hold.</summary>
    /// <param name="others">Who else may fire it once they hold; nobody where left out.</param>
    public TransitionBy<TState, TTrigger, TFacts> ByClock(params ReadOnlySpan<Role> others) =>
        new(_builder, _line with { Roles = [.. others, Role.System], IsClockDriven = true });
}

/// <summary>A row that knows what happens and by whom. Say next where it leads.</summary>
/// <typeparam name="TState">Where a thing can stand.</typeparam>
/// <typeparam name="TTrigger">What can happen to it.</typeparam>
/// <typeparam name="TFacts">What requirements look at.</typeparam>
public sealed class TransitionBy<TState, TTrigger, TFacts>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly LifecycleBuilder<TState, TTrigger, TFacts> _builder;
    private readonly LifecycleBuilder<TState, TTrigger, TFacts>.Line _line;

    internal TransitionBy(
        LifecycleBuilder<TState, TTrigger, TFacts> builder, LifecycleBuilder<TState, TTrigger, TFacts>.Line line) =>
        (_builder, _line) = (builder, line);

    /// <summary>Says where it leads, and ends the row; <see cref="LifecycleBuilder{TState, TTrigger, TFacts}.Requires"/> may follow.</summary>
    /// <param name="state">Where the thing stands afterwards.</param>
    public LifecycleBuilder<TState, TTrigger, TFacts> To(TState state) => _builder.Add(_line with { To = state });

    /// <summary>Says that the thing stays where it is: the trigger only records something. Ends the row.</summary>
    public LifecycleBuilder<TState, TTrigger, TFacts> Stays() => _builder.Add(_line);
}
