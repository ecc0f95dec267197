using System.Globalization;

namespace Pathways.Curriculum;

/// <summary>Grades as people write them.</summary>
internal static class GradeWord
{
    /// <summary>Such as <c>9</c> or <c>KG</c>.</summary>
    public static string Of(GradeLevel grade) => grade.Number?.ToString(CultureInfo.InvariantCulture) ?? grade.ToString();
}
