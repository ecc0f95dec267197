using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

/// <summary>One fault is planted in a good file of many shapes; the error must be there, and say that.</summary>
public sealed class PlantedErrorTests : IDisposable
{
    private const string Plant = "<PLANT>";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What is done to one row; the code it must give; and what is written in the place of the plant, null when the row itself is meant.
    private static readonly ImmutableArray<(string List, Func<JsonObject, bool> Do, string Code, string? Raw)> Mutations =
    [
        ("students", row => row.Remove("id"), "students.id.missing", null),
        ("students", row => row.Remove("preferences"), "students.preferences.missing", null),
        .. Values("students", "id", "students.id.malformed", "7", "null", "{}", "\"\"", "[\"a\"]", "\"\\udfff\""),
        .. Values("students", "preferences", "students.preferences.malformed", "3", "null", "{}", "\"a\"", "true"),
        .. Values("students", "groups", "students.groups.malformed", "3", "null", "{}", "\"a\""),
        .. Entries("students", "preferences", "students.preferences.malformed", "3", "null", "{}", "\"\"", "\"\\ud800\""),
        .. Entries("students", "preferences", "students.preferences.tie-empty", "[]"),
        .. Entries("students", "preferences", "students.preferences.unknown", "\"nowhere\"", "\"\\u0000nowhere\""),
        ("students", Repeated, "students.preferences.duplicate", Plant),
        ("opportunities", row => row.Remove("id"), "opportunities.id.missing", null),
        ("opportunities", row => row.Remove("seats"), "opportunities.seats.missing", null),
        .. Values("opportunities", "id", "opportunities.id.malformed", "7", "null", "{}", "\"\""),
        .. Values("opportunities", "seats", "opportunities.seats.malformed", "\"1\"", "-1", "1.5", "null", "2147483648", "1e99", "[1]"),
        .. Values("opportunities", "minimum", "opportunities.minimum.malformed", "\"1\"", "-1", "0.5", "null"),
        .. Values("opportunities", "partner", "opportunities.partner.malformed", "1", "null", "\"\"", "[]"),
        .. Values("opportunities", "priorities", "opportunities.priorities.malformed", "1", "null", "{}"),
        .. Values("opportunities", "scores", "opportunities.scores.malformed", "1", "null", "[]"),
        .. Values("opportunities", "reserves", "opportunities.reserves.malformed", "1", "null", "{}", "\"rural\"", "false"),
        .. Entries("opportunities", "priorities", "opportunities.priorities.unknown", "\"nobody\""),
        .. Entries("opportunities", "reserves", "opportunities.reserves.malformed", "1", "\"rural\"", "null", "[]"),
        .. Values("opportunities", "slots", "opportunities.slots.malformed", "1", "null", "{}", "\"rural\"", "false"),
        .. Entries("opportunities", "slots", "opportunities.slots.malformed", "1", "\"rural\"", "null", "[]", "{\"seats\":0}", "{\"seats\":1,\"group\":\"\"}"),
        .. Entries("opportunities", "slots", "opportunities.slots.seats.missing", "{}", "{\"group\":\"rural\"}"),
        .. Entries("opportunities", "slots", "opportunities.slots.group.missing", "{\"seats\":1,\"transfer\":true}"),
        .. Entries("opportunities", "slots", "opportunities.slots.transfer.needless", "{\"seats\":1,\"group\":\"a\",\"access\":\"members-first\",\"transfer\":true}"),
        ("opportunities", row => Append(row, "slots", new JsonObject { ["seats"] = 1000 }), "opportunities.slots.sum", null),
        ("opportunities", row => Append(row, "slots", new JsonObject { ["seats"] = 1 }) && Append(row, "reserves", new JsonObject { ["seats"] = 1, ["group"] = "rural" }), "opportunities.slots.both", null),
        ("caps", row => row.Remove("id"), "caps.id.missing", null),
        ("caps", row => row.Remove("seats"), "caps.seats.missing", null),
        ("caps", row => row.Remove("opportunities"), "caps.opportunities.missing", null),
        .. Values("caps", "id", "caps.id.malformed", "7", "null", "{}", "\"\""),
        .. Values("caps", "seats", "caps.seats.malformed", "\"1\"", "-1", "1.5", "null", "1e99"),
        .. Values("caps", "kind", "caps.kind.malformed", "7", "null", "\"\"", "[]"),
        .. Values("caps", "opportunities", "caps.opportunities.malformed", "1", "null", "{}"),
        .. Entries("caps", "opportunities", "caps.opportunities.malformed", "1", "null", "\"\""),
        .. Entries("caps", "opportunities", "caps.opportunities.unknown", "\"nowhere\""),
        ("opportunities", row => Set(row, "minimum", 1000), "opportunities.minimum.above-seats", null),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_error_is_found_where_it_was_planted()
    {
        var planted = 0;
        for (var number = 0; number < 25; number++)
        {
            var lines = Encoding.UTF8.GetString(AnyProblem.Written(AnyProblem.Random(Seed.From(number)))).Split('\n');
            for (var m = 0; m < Mutations.Length; m++)
            {
                planted += PlantOne(lines, Mutations[m], new Draws(Seed.From(number).Split((ulong)m))) ? 1 : 0;
            }
        }

        Assert.True(planted > 1000, $"Only {planted} errors were planted.");
    }

    [Fact]
    public void A_second_row_of_the_same_name_is_found_at_its_name()
    {
        for (var number = 0; number < 60; number++)
        {
            var lines = Encoding.UTF8.GetString(AnyProblem.Written(AnyProblem.Random(Seed.From(number)))).Split('\n').ToList();
            foreach (var list in new[] { "students", "opportunities", "partners", "caps" })
            {
                var rows = Rows([.. lines], list);
                if (rows.Count > 0)
                {
                    List<string> doubled = [.. lines];
                    doubled[rows[^1]] = $"{lines[rows[^1]].TrimEnd(',')},";
                    doubled.Insert(rows[^1] + 1, lines[rows[0]].TrimEnd(',') + (lines[rows[^1]].EndsWith(',') ? "," : ""));
                    var errors = ProblemFile.Read(_folder.Put("doubled.json", string.Join('\n', doubled))).Errors;
                    Assert.Contains(errors, e => (e.Line, e.Column, e.Code) == (rows[^1] + 2, 11, $"problem.{list}.id.duplicate"));
                }
            }
        }
    }

    private bool PlantOne(string[] lines, (string List, Func<JsonObject, bool> Do, string Code, string? Raw) mutation, Draws draws)
    {
        var rows = Rows(lines, mutation.List);
        if (rows.Count == 0)
        {
            return false;
        }

        var at = rows[draws.Below(rows.Count)];
        var row = JsonNode.Parse(lines[at].TrimEnd(','))!.AsObject();
        if (!mutation.Do(row))
        {
            return false;
        }

        var text = row.ToJsonString(Plain);
        var start = mutation.Raw is null ? 0 : text.IndexOf($"\"{Plant}", StringComparison.Ordinal);
        if (mutation.Raw is { } raw && raw != Plant)
        {
            text = text.Replace($"\"{Plant}\"", raw, StringComparison.Ordinal);
        }

        text = text.Replace(Plant, "", StringComparison.Ordinal);
        var changed = (string[])lines.Clone();
        changed[at] = $"    {text}{(lines[at].EndsWith(',') ? "," : "")}";
        var errors = ProblemFile.Read(_folder.Put("planted.json", string.Join('\n', changed))).Errors;
        var expected = (at + 1, 5 + text[..start].EnumerateRunes().Count(), $"problem.{mutation.Code}");
        Assert.True(
            errors.Any(e => (e.Line, e.Column, e.Code) == expected),
            $"Expected {expected} for\n{changed[at]}\nfound\n{string.Join('\n', errors)}");
        return true;
    }

    private static List<int> Rows(string[] lines, string list)
    {
        var head = Array.FindIndex(lines, line => line.StartsWith($"  \"{list}\": [", StringComparison.Ordinal));
        return head < 0 ? [] : [.. Enumerable.Range(head + 1, lines.Length - head - 1).TakeWhile(i => lines[i].StartsWith("    {", StringComparison.Ordinal))];
    }

    private static IEnumerable<(string, Func<JsonObject, bool>, string, string?)> Values(string list, string field, string code, params string[] raws) =>
        raws.Select(raw => (list, (Func<JsonObject, bool>)(row => Set(row, field, Plant)), code, (string?)raw));

    private static IEnumerable<(string, Func<JsonObject, bool>, string, string?)> Entries(string list, string field, string code, params string[] raws) =>
        raws.Select(raw => (list, (Func<JsonObject, bool>)(row => Append(row, field)), code, (string?)raw));

    private static bool Set(JsonObject row, string field, JsonNode value)
    {
        row[field] = value;
        return true;
    }

    private static bool Append(JsonObject row, string field) => Append(row, field, Plant);

    private static bool Append(JsonObject row, string field, JsonNode value)
    {
        if (row[field] is not JsonArray array)
        {
            row[field] = array = [];
        }

        array.Add(value);
        return true;
    }

    private static bool Repeated(JsonObject row)
    {
        if (row["preferences"] is not JsonArray { Count: > 0 } list || list[0] is not JsonValue first)
        {
            return false;
        }

        list.Add($"{Plant}{first.GetValue<string>()}");
        return true;
    }
}
