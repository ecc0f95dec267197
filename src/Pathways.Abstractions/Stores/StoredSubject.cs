namespace Pathways;

/// <summary>Names of things as a store knows them: kind, a slash, identifier.</summary>
public static class StoredSubject
{
    /// <summary>The name under which everything that is saved about a student is counted, such as <c>student/s-17</c>.</summary>
    /// <param name="student">Which student.</param>
    public static string Of(StudentId student) => $"student/{student.Value}";

    /// <summary>The student, when the subject is one.</summary>
    /// <param name="subject">Kind and identifier.</param>
    public static StudentId? FindStudent(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.StartsWith("student/", StringComparison.Ordinal) ? StudentId.From(subject["student/".Length..]) : null;
    }
}

/// <summary>How a thing stands in a store.</summary>
/// <param name="Subject">Kind and identifier.</param>
/// <param name="Version">Its version; 0 when it was never saved. What is deleted keeps the version it had.</param>
/// <param name="IsDeleted">Whether it was deleted for good.</param>
public readonly record struct SubjectState(string Subject, int Version, bool IsDeleted);
