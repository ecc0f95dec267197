using System.Text;

namespace Pathways.EntityFrameworkCore;

/// <summary>Writes a text so that any database can keep it, and orders the bytes of UTF-8 as <see cref="string.CompareOrdinal(string, string)"/> orders the texts.</summary>
/// <remarks>
/// Nearly every text stays as it is. Two things do not: U+0000, which PostgreSQL refuses (it becomes U+0001 U+0001, and U+0001 becomes U+0001 U+0002), and U+E000 to U+FFFF, which
/// UTF-16 puts after, and UTF-8 before, everything beyond U+FFFF (each is written behind U+10FFFF, and U+10FFFF itself before U+0002).
/// </remarks>
internal static class KeyText
{
    private const string Last = "\U0010FFFF";
    private const char LastItself = '\u0002';

    public static string Encode(string text)
    {
        var plain = text.AsSpan();
        if (!plain.ContainsAnyInRange('\0', '\u0001') && !plain.ContainsAnyInRange('\uE000', '\uFFFF') && !plain.Contains('\uDBFF'))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            _ = text[at] switch
            {
                '\0' => encoded.Append("\u0001\u0001"),
                '\u0001' => encoded.Append("\u0001\u0002"),
                >= '\uE000' => encoded.Append(Last).Append(text[at]),
                _ when IsLast(text, at) => encoded.Append(Last).Append(LastItself).Also(ref at),
                var other => encoded.Append(other),
            };
        }

        return encoded.ToString();
    }

    public static string Decode(string text)
    {
        if (!text.Contains('\u0001', StringComparison.Ordinal) && !text.Contains('\uDBFF', StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\u0001' && at + 1 < text.Length)
            {
                decoded.Append(text[++at] == '\u0001' ? '\0' : '\u0001');
            }
            else if (IsLast(text, at) && at + 2 < text.Length)
            {
                at += 2;
                _ = text[at] == LastItself ? decoded.Append(Last) : decoded.Append(text[at]);
            }
            else
            {
                decoded.Append(text[at]);
            }
        }

        return decoded.ToString();
    }

    private static bool IsLast(string text, int at) => text[at] == Last[0] && at + 1 < text.Length && text[at + 1] == Last[1];

    private static StringBuilder Also(this StringBuilder encoded, ref int at)
    {
        at++;
        return encoded;
    }
}
