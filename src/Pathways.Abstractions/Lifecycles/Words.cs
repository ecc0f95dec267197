using System.Text;

namespace Pathways;

// Names of enumerations as people read them: InterviewScheduled is "interview scheduled".
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var words = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]) && !char.IsAsciiLetterUpper(name[i - 1]))
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(name[i]));
        }

        return words.ToString();
    }

    public static string OfName(string name) => name.Replace('-', ' ');

    public static string Or<T>(ImmutableArray<T> values)
        where T : struct, Enum =>
        values.Length == 1 ? Of(values[0]) : $"{string.Join(", ", values[..^1].Select(Of))} or {Of(values[^1])}";
}
