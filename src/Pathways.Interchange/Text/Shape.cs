using System.Text;

namespace Pathways.Interchange.Text;

/// <summary>The form of a personal text, which helps to mend it and tells nothing of what it says.</summary>
internal static class Shape
{
    private const int MostDigitsShown = 3;
    private const int LongestRun = 3; // or the name of a month would be known by its length

    /// <summary>
    /// In quotes and cut short like <see cref="Shown.Quote"/>: every digit as 9, letters as a, no more than three in a row;
    /// punctuation and spaces as they are.
    /// </summary>
    public static string Quote(string text)
    {
        var shape = new StringBuilder();
        var letters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var form = FormOf(rune);
            letters = form == 'a' ? letters + 1 : 0;
            if (letters <= LongestRun)
            {
                shape.Append(form);
            }
        }

        return Shown.Quote(shape.ToString());
    }

    /// <summary>Whether a text has digits enough for a day, a coordinate or six scores.</summary>
    public static bool MayBePersonal(string text) => text.EnumerateRunes().Count(rune => FormOf(rune) == '9') > MostDigitsShown;

    private static char FormOf(Rune rune) =>
        Rune.IsNumber(rune) ? '9'
        : Rune.IsWhiteSpace(rune) ? ' '
        : rune.IsAscii && (Rune.IsPunctuation(rune) || Rune.IsSymbol(rune)) ? (char)rune.Value
        : 'a';
}
