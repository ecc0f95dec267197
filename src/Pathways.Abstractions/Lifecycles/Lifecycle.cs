namespace Pathways;

/// <summary>Where the writing of a life cycle begins.</summary>
public static class Lifecycle
{
    /// <summary>Begins the table of a life cycle.</summary>
    /// <typeparam name="TState">Where a thing can stand. Every value of the enumeration must be used.</typeparam>
    /// <typeparam name="TTrigger">What can happen to it. Every value of the enumeration must be used.</typeparam>
    /// <typeparam name="TFacts">What requirements look at; gathered before, so that deciding is pure.</typeparam>
    /// <param name="name">What lives, in lower-case letters, digits and hyphens, such as <c>placement</c>; begins the codes of refusals.</param>
    /// <param name="start">The state in which a new thing is.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not of that form.</exception>
    public static LifecycleBuilder<TState, TTrigger, TFacts> Of<TState, TTrigger, TFacts>(string name, TState start)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? new(name, start)
            : throw new ArgumentException(
                $"\"{name}\" cannot begin a code. Maybe write it with lower-case letters and hyphens, such as \"hours-entry\".", nameof(name));
    }
}
