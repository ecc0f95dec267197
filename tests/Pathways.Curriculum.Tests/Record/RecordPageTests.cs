using System.Text.Json;
using System.Text.RegularExpressions;
using Pathways.Json;

namespace Pathways.Curriculum.Tests;

/// <summary>The page about record files says what the sources do.</summary>
public partial class RecordPageTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "formats", "record.md"));

    [Fact]
    public void Every_code_in_the_sources_is_on_the_page_and_no_other()
    {
        var given = Directory.GetFiles(Path.Combine(Root, "src", "Pathways.Curriculum", "Record"), "*.cs")
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        var fromReading = new[]
        {
            "record.file.missing", "record.file.unreadable", "record.file.too-large", "record.format.missing", "record.format.unknown", "record.syntax", "record.malformed",
        };

        Assert.Equal(
            given.Concat(fromReading).Distinct().Order(StringComparer.Ordinal),
            CodeRow().Matches(Page).Select(row => row.Groups[1].Value).Where(code => !code.Contains('<', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_is_on_the_page_with_the_fields_that_are_written()
    {
        var written = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        for (var seed = 0; seed < 200; seed++)
        {
            foreach (var line in Lines(RandomRecords.Record(seed)))
            {
                var fields = line.EnumerateObject().Select(field => field.Name).Except(["student", "id", "kind", "on", "by", "role"]);
                var kind = line.GetProperty("kind").GetString()!;
                (written.TryGetValue(kind, out var set) ? set : written[kind] = new(StringComparer.Ordinal)).UnionWith(fields);
            }
        }

        var documented = KindRow().Matches(Page.Split("## Kinds and their fields")[1].Split("\n## ")[0])
            .OrderBy(row => row.Groups[1].Value, StringComparer.Ordinal)
            .Select(row => $"{row.Groups[1].Value}: {string.Join(' ', Field().Matches(row.Groups[2].Value).Select(field => field.Groups[1].Value).Distinct().Except(["id"]).Order(StringComparer.Ordinal))}");
        Assert.Equal(EnumWords<EntryKind>.Of.Keys.Order(StringComparer.Ordinal), written.Keys);
        Assert.Equal(written.Select(kind => $"{kind.Key}: {string.Join(' ', kind.Value)}"), documented);
    }

    private static List<JsonElement> Lines(StudentRecord record)
    {
        using var stream = new MemoryStream();
        RecordFile.Write(stream, [record]);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => JsonDocument.Parse(line).RootElement.Clone()).ToList();
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pathways.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder;
    }

    [GeneratedRegex("\"(record\\.[a-z.-]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\| `(record\.[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex KindRow();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Field();
}
