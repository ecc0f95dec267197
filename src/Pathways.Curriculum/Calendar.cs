namespace Pathways.Curriculum;

/// <summary>From grades and terms to days.</summary>
public static class Calendar
{
    /// <summary>The school year in which a student is in a grade, if they go up one grade a year.</summary>
    /// <param name="grade">The grade asked for.</param>
    /// <param name="current">The grade the student is in.</param>
    /// <param name="now">The school year in which they are in it.</param>
    /// <returns><see langword="null"/> when one of the grades has no number.</returns>
    public static SchoolYear? YearOf(GradeLevel grade, GradeLevel current, SchoolYear now) =>
        grade.Number is { } asked && current.Number is { } number ? now.Plus(asked - number) : null;
}
