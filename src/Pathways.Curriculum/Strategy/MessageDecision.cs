namespace Pathways.Curriculum;

/// <summary>Whether a message is for a student on a day, and why.</summary>
/// <param name="Message">The message.</param>
/// <param name="Student">The student it is about, whoever is told.</param>
/// <param name="Because">Why it is for the student, in sentences; empty when it is not.</param>
/// <param name="Against">Every reason why it is not; empty when it is.</param>
public sealed record MessageDecision(Message Message, StudentId Student, ImmutableArray<string> Because, ImmutableArray<Refusal> Against)
{
    /// <summary>Whether it is for the student.</summary>
    public bool IsFor => Against.IsEmpty;

    /// <summary>Identifiers and codes; nothing of what the record says.</summary>
    public override string ToString() =>
        $"{Message.Id} for {Student}: {(IsFor ? "yes" : string.Join(", ", Against.Select(reason => reason.Code)))}";
}
