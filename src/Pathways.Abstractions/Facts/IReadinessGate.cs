namespace Pathways;

/// <summary>Says whether a student is ready, to whoever needs to know it before a decision.</summary>
/// <remarks>A fact port: what it looks at was gathered before, so that asking is pure. The same question gives the same answer.</remarks>
public interface IReadinessGate
{
    /// <summary>Whether a student is ready on a day.</summary>
    /// <param name="student">Which student.</param>
    /// <param name="on">The day.</param>
    /// <returns>The verdict; a student whom the gate does not know is not ready, and the refusal says so.</returns>
    ReadinessVerdict Assess(StudentId student, LocalDate on);
}

/// <summary>Whether a student is ready, and what is missing.</summary>
/// <param name="Definition">By which definition, such as <c>career@1</c>.</param>
/// <param name="Missing">Every criterion that is not met; empty when the student is ready.</param>
/// <param name="Until">The last day the verdict is good for; <see langword="null"/> when nothing of it expires.</param>
public sealed record ReadinessVerdict(string Definition, ImmutableArray<Refusal> Missing, LocalDate? Until)
{
    /// <summary>Whether nothing is missing.</summary>
    public bool IsReady => Missing.IsEmpty;
}
