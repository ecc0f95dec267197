using System.Text;

namespace Pathways.Campaign;

/// <summary>What the drills found, as the table of the documentation.</summary>
internal static class Report
{
    private const string Begin = "<!-- figures -->";
    private const string End = "<!-- /figures -->";

    public static string Table(IEnumerable<DrillResult> results)
    {
        var table = new StringBuilder("| drill | store | figures |\n|---|---|---|\n");
        foreach (var result in results)
        {
            var figures = result.Figures.Select(figure => $"{figure.Name} {(figure.Value == "0" ? "**0**" : figure.Value)}");
            table.Append(CultureInfo.InvariantCulture, $"| {result.Drill} | {result.Store} | {string.Join(", ", figures)} |\n");
        }

        return table.ToString();
    }

    /// <summary>Puts the table between the marks of a page.</summary>
    public static void Write(string page, string command, IEnumerable<DrillResult> results)
    {
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{page} has no marks {Begin} and {End}.");
        }

        File.WriteAllText(page, $"{text[..(from + Begin.Length)]}\n`{command}`\n\n{Table(results)}{text[to..]}");
    }
}
