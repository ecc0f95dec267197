namespace Pathways;

/// <summary>A life cycle was written that cannot be right; carries every fault, not only the first.</summary>
/// <remarks>A bug of whoever wrote the table: it shows when the table is built, not when somebody runs into it.</remarks>
/// <param name="name">The life cycle.</param>
/// <param name="faults">At least one fault.</param>
public sealed class LifecycleException(string name, ImmutableArray<Refusal> faults)
    : InvalidOperationException($"The life cycle \"{name}\" cannot be right. {string.Join(' ', faults.Select(fault => fault.Sentence))}")
{
    /// <summary>Every fault: a code such as <c>lifecycle.unreachable</c>, and what is wrong.</summary>
    public ImmutableArray<Refusal> Faults { get; } = faults;
}
