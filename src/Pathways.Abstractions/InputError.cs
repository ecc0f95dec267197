namespace Pathways;

/// <summary>Something wrong in a file, at its place.</summary>
/// <param name="File">The file as the caller named it.</param>
/// <param name="Line">Counted from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">Counted from 1 in characters; 0 when the line as a whole is meant.</param>
/// <param name="Code">Public and stable, such as <c>cohort.students.grade.malformed</c>.</param>
/// <param name="Message">The value, what was expected, and what to try.</param>
public sealed record InputError(string File, int Line, int Column, string Code, string Message)
{
    /// <summary><c>file:line:column: code: message</c>, which editors can jump to.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Code}: {Message}";
}
