using System.Text;

namespace Pathways.Interchange.Tests;

/// <summary>Splits right CSV by the letter of RFC 4180, one character at a time, knowing nothing of the reader under test.</summary>
internal static class Cells
{
    public static List<List<string>> Of(string text) => [.. Placed(text).Select(row => row.Select(cell => cell.Text).ToList())];

    /// <summary>Each cell with the line and column where it starts and its offset in the text.</summary>
    public static List<List<(string Text, int Line, int Column, int Offset)>> Placed(string text)
    {
        var rows = new List<List<(string, int, int, int)>>();
        var row = new List<(string, int, int, int)>();
        var cell = new StringBuilder();
        var (line, lineStart, start, startLine, startColumn, quoted) = (1, 0, 0, 1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                quoted = !quoted;
                if (quoted && i > 0 && text[i - 1] == '"' && i - 1 > start)
                {
                    cell.Append('"');
                }
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add((cell.ToString(), startLine, startColumn, start));
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                    line++;
                    lineStart = i + 1;
                }

                (start, startLine, startColumn) = (i + 1, line, i + 2 - lineStart);
            }
            else
            {
                cell.Append(c);
                if (c == '\n')
                {
                    line++;
                    lineStart = i + 1;
                }
            }
        }

        return rows;
    }
}
