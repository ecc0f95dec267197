using NodaTime.Text;

namespace Pathways.Curriculum;

/// <summary>Days as people and files write them.</summary>
internal static class DayWord
{
    /// <summary>Such as <c>2026-09-01</c>; where there is none, that there is no day.</summary>
    public static string Of(LocalDate? day) => day is { } value ? LocalDatePattern.Iso.Format(value) : "no day";
}
