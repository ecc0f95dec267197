namespace Pathways.Interchange.Text;

/// <summary>The apostrophe that keeps a spreadsheet from running a cell, and a reader from trimming it.</summary>
/// <remarks>
/// A text needs the apostrophe when it would not come back as it is: when white space surrounds it, when a spreadsheet takes it
/// for a formula, or when it is an apostrophe in front of such a text. The reader takes away one apostrophe exactly where what
/// follows needs one, so that reading undoes writing for every text and <c>'t Hooft</c> stays what it is.
/// </remarks>
internal static class FormulaGuard
{
    /// <summary>The cell to write for a text.</summary>
    public static string Put(string text) => IsNeeded(text) ? "'" + text : text;

    /// <summary>The text that a cell stands for, without white space around it.</summary>
    public static string Remove(string cell) =>
        cell is ['\'', ..] && IsNeeded(cell.AsSpan(1)) ? cell[1..] : cell.Trim();

    private static bool IsNeeded(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return false;
        }

        var rest = text.TrimStart('\'');
        return char.IsWhiteSpace(text[^1])
            || (!rest.IsEmpty && (char.IsWhiteSpace(rest[0]) || (rest[0] is '=' or '+' or '-' or '@' && !IsNumber(rest))));
    }

    // -71.5 and -1E-05, as this library writes numbers; a spreadsheet does no harm to them.
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != '-' || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[^1]))
        {
            return false;
        }

        var rest = SkipDigits(text[1..]);
        if (rest is ['.', ..])
        {
            rest = SkipDigits(rest[1..]);
        }

        if (rest is ['E' or 'e', ..])
        {
            rest = rest[1..];
            rest = SkipDigits(rest is ['+' or '-', ..] ? rest[1..] : rest);
        }

        return rest.IsEmpty;
    }

    private static ReadOnlySpan<char> SkipDigits(ReadOnlySpan<char> text) => text.TrimStart("0123456789");
}
