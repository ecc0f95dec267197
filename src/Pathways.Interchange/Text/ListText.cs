using System.Text;

namespace Pathways.Interchange.Text;

/// <summary>Several texts in one cell, separated by semicolons.</summary>
/// <remarks>White space around an item is not part of it. A backslash keeps the semicolon, white space or backslash after it.</remarks>
internal static class ListText
{
    /// <summary>The cell for some items.</summary>
    public static string Join(IEnumerable<string> items) => string.Join(';', items.Select(Escape));

    /// <summary>The items of a cell; empty ones are left out.</summary>
    public static IEnumerable<string> Split(string cell)
    {
        if (!cell.Contains('\\', StringComparison.Ordinal))
        {
            return cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        var items = new List<string>();
        var item = new StringBuilder();
        var kept = 0; // the length that trimming must leave alone
        for (var i = 0; i <= cell.Length; i++)
        {
            if (i == cell.Length || cell[i] == ';')
            {
                while (item.Length > kept && char.IsWhiteSpace(item[^1]))
                {
                    item.Length--;
                }

                if (item.Length > 0)
                {
                    items.Add(item.ToString());
                }

                item.Clear();
                kept = 0;
            }
            else if (cell[i] == '\\' && i + 1 < cell.Length && IsKept(cell[i + 1]))
            {
                item.Append(cell[++i]);
                kept = item.Length;
            }
            else if (item.Length > 0 || !char.IsWhiteSpace(cell[i]))
            {
                item.Append(cell[i]);
            }
        }

        return items;
    }

    private static string Escape(string item)
    {
        if (!item.AsSpan().ContainsAny(';', '\\') && item.AsSpan().Trim().Length == item.Length)
        {
            return item;
        }

        var escaped = new StringBuilder();
        for (var i = 0; i < item.Length; i++)
        {
            var isEdge = i == 0 || i == item.Length - 1;
            if (item[i] is ';' or '\\' || (isEdge && char.IsWhiteSpace(item[i])))
            {
                escaped.Append('\\');
            }

            escaped.Append(item[i]);
        }

        return escaped.ToString();
    }

    private static bool IsKept(char c) => c is ';' or '\\' || char.IsWhiteSpace(c);
}
