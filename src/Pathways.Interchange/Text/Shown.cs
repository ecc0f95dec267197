using System.Globalization;
using System.Text;

namespace Pathways.Interchange.Text;

/// <summary>Text from a file as a message may show it: short, and harmless to a terminal.</summary>
internal static class Shown
{
    private const int Longest = 40;

    /// <summary>The text in quotes; what is too long ends in dots, and what would steer a terminal becomes U+FFFD.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder("\"");
        var left = Longest;
        foreach (var rune in text.EnumerateRunes())
        {
            if (left-- == 0)
            {
                return shown.Append("...\"").ToString();
            }

            shown.Append((IsHarmless(rune) ? rune : Rune.ReplacementChar).ToString());
        }

        return shown.Append('"').ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);
}
