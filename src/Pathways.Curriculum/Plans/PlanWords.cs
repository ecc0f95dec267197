using System.Globalization;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>How plans speak of things.</summary>
internal static class PlanWords
{
    private const string Nothing = "Not there yet: ";

    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumWords<TEnum>.Word(value).Replace('-', ' ');

    public static string Or<TEnum>(ImmutableArray<TEnum> values, string any)
        where TEnum : struct, Enum => values.IsEmpty ? any : Or(values.Select(Of));

    public static string Or(IEnumerable<string> words)
    {
        var list = words.Distinct(StringComparer.Ordinal).ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} or {list[^1]}";
    }

    public static string Grades(IEnumerable<GradeLevel> grades)
    {
        var list = grades.Select(GradeWord.Of).ToList();
        return list.Count < 2 ? $"grade {string.Concat(list)}" : $"grades {string.Join(", ", list[..^1])} and {list[^1]}";
    }

    public static string NotYet(int found, int wanted, string what) => wanted == 1 || found == 0
        ? Say($"{Nothing}{(wanted == 1 ? "" : Say($"{wanted} of "))}{what}.")
        : Say($"{found} of {wanted} there: {what}.");

    /// <summary>What is missing, as a part of a sentence.</summary>
    public static string Bare(Refusal missing) =>
        missing.Sentence.TrimEnd('.') is var text && text.StartsWith(Nothing, StringComparison.Ordinal) ? text[Nothing.Length..] : text;

    public static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
