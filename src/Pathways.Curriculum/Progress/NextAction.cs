namespace Pathways.Curriculum;

/// <summary>Something that somebody should do next for a student's progress.</summary>
/// <param name="Student">For whom.</param>
/// <param name="Role">Who does it.</param>
/// <param name="Activity">For which activity; <see langword="null"/> for all that the student does.</param>
/// <param name="Code">Public and stable, such as <c>action.hand-in</c>.</param>
/// <param name="Sentence">What to do, in words; nothing personal.</param>
/// <param name="Due">The last day for it; <see langword="null"/> when no day is known.</param>
/// <param name="IsLate">Whether that day is past.</param>
public sealed record NextAction(StudentId Student, Role Role, ActivityId? Activity, string Code, string Sentence, LocalDate? Due, bool IsLate)
{
    /// <summary>What to do, without what is this student's alone, such as how often they attended; <see cref="Sentence"/> where nothing is.</summary>
    public string General { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Sentence;
}
