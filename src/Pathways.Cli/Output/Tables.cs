using Spectre.Console;

namespace Pathways.Cli.Output;

/// <summary>Tables of plain texts: what they show comes from files, so nothing in it is taken as markup.</summary>
internal static class Tables
{
    public static Table New(params string[] header)
    {
        var table = new Table { Border = TableBorder.Rounded };
        for (var i = 0; i < header.Length; i++)
        {
            var column = new TableColumn(new Text(header[i], new Style(decoration: Decoration.Bold)));
            table.AddColumn(i == 0 || header.Length == 2 ? column : column.RightAligned());
        }

        return table;
    }

    /// <summary>A table whose columns are all words.</summary>
    public static Table OfTexts(params string[] header)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var name in header)
        {
            table.AddColumn(new TableColumn(new Text(name, new Style(decoration: Decoration.Bold))));
        }

        return table;
    }

    public static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(Printable(cell))));

    /// <summary>The first lines of many, and how many more there are.</summary>
    public static void Some(TextWriter output, IEnumerable<string> lines, int count, int most, string hint = "--json lists all")
    {
        foreach (var line in lines.Take(most))
        {
            output.WriteLine($"  {line}");
        }

        if (count > most)
        {
            output.WriteLine($"  and {count - most} more; {hint}");
        }
    }

    private static string Printable(string text) => string.Concat(text.Select(PrintableWriter.Printable));
}
