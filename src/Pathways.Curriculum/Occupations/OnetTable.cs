using System.Text;

namespace Pathways.Curriculum;

/// <summary>A table of O*NET, tabs or commas between the cells, whose columns are found by name.</summary>
internal sealed class OnetTable
{
    private readonly Dictionary<string, int> _columns;

    private OnetTable(string file, Dictionary<string, int> columns, List<(int Line, ImmutableArray<string> Cells)> rows, List<InputError> errors) =>
        (File, _columns, Rows, Errors) = (file, columns, rows, errors);

    public string File { get; }

    public IReadOnlyList<(int Line, ImmutableArray<string> Cells)> Rows { get; }

    public List<InputError> Errors { get; }

    /// <summary>Reads a text; null, with an error, when it has no header.</summary>
    public static OnetTable? Of(string text, string file, List<InputError> errors)
    {
        var separator = file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ',' : '\t';
        var lines = Lines(text.TrimStart('\uFEFF'), separator, file, errors).ToList();
        if (lines.Count == 0)
        {
            errors.Add(new(file, 1, 0, "onet.header.missing", $"\"{file}\" is empty. Expected a row of column names."));
            return null;
        }

        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < lines[0].Cells.Length; i++)
        {
            columns.TryAdd(lines[0].Cells[i].Trim(), i);
        }

        var rows = new List<(int, ImmutableArray<string>)>();
        foreach (var (line, cells) in lines.Skip(1))
        {
            if (cells.Length == lines[0].Cells.Length)
            {
                rows.Add((line, cells));
            }
            else
            {
                errors.Add(new(file, line, 0, "onet.row.cells", $"This row has {cells.Length} cells, the header {lines[0].Cells.Length}. Maybe a separator stands within a cell."));
            }
        }

        return new(file, columns, rows, errors);
    }

    /// <summary>Which columns these are; null, with an error for each one that is missing.</summary>
    public int[]? Columns(params string[] names)
    {
        var missing = names.Where(name => !_columns.ContainsKey(name)).ToList();
        missing.ForEach(name => Errors.Add(new(File, 1, 0, "onet.header.missing", $"There is no column \"{name}\". There are: {string.Join(", ", _columns.Keys)}.")));
        return missing.Count > 0 ? null : [.. names.Select(name => _columns[name])];
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    public void Fault(int line, int column, string code, string message) => Errors.Add(new(File, line, column + 1, code, message));

    // As in RFC 4180 where commas separate; texts of O*NET with tabs quote nothing. The column of an error is that of the cell.
    private static IEnumerable<(int Line, ImmutableArray<string> Cells)> Lines(string text, char separator, string file, List<InputError> errors)
    {
        var (line, start, at) = (1, 1, 0);
        var cells = ImmutableArray.CreateBuilder<string>();
        var cell = new StringBuilder();
        while (at < text.Length)
        {
            var character = text[at++];
            if (character == '"' && separator == ',' && cell.Length == 0)
            {
                if (!Quoted(text, ref at, ref line, cell))
                {
                    errors.Add(new(file, start, cells.Count + 1, "onet.quote.open", "A quotation mark is opened and never closed."));
                }
            }
            else if (character == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (character == '\n')
            {
                if (cells.Count > 0 || cell.Length > 0)
                {
                    cells.Add(cell.ToString());
                    yield return (start, cells.ToImmutable());
                }

                cells.Clear();
                cell.Clear();
                start = ++line;
            }
            else if (character != '\r')
            {
                cell.Append(character);
            }
        }

        if (cells.Count > 0 || cell.Length > 0)
        {
            cells.Add(cell.ToString());
            yield return (start, cells.ToImmutable());
        }
    }

    private static bool Quoted(string text, ref int at, ref int line, StringBuilder cell)
    {
        while (at < text.Length)
        {
            var character = text[at++];
            if (character != '"')
            {
                line += character == '\n' ? 1 : 0;
                cell.Append(character);
            }
            else if (at < text.Length && text[at] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
