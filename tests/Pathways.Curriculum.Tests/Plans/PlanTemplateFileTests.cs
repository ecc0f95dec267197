using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Plans;

public partial class PlanTemplateFileTests
{
    // What each value of a good file is replaced by; together they show every fault.
    private static readonly string[] Wrong =
    [
        "5", "-1", "1", "13", "1e9", "\"\"", "\"bogus\"", "\"KG\"", "[\"KG\"]", "[1]", "[\"bogus\", 5]", "[\"x\", \"x\"]", "[12, 12]", "[\"student\", \"student\"]",
        "[\"project\", \"project\"]", "[\"internship\", \"internship\"]", "[\"early-college\", \"early-college\"]", "\"2000-01-01\"", "\"people\"", "\"opted-out\"",
        "true", "{}", "[]", "[{}]", "[5]",
        """{ "type": "any-of", "of": [ { "type": "any-of", "of": [ { "type": "any-of", "of": [ { "type": "goal" } ] } ] } ] }""",
        """{ "byEndOf": 9, "inEach": [9] }""",
    ];

    [Fact]
    public void A_districts_own_template_is_read_from_a_file_and_written_as_it_was()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, SamplePlan.Utf8);
            var reading = PlanTemplateFile.Read(path);
            Assert.Empty(reading.Errors);
            Assert.Empty(reading.Warnings);
            Assert.Equal(SamplePlan.Json, Written(reading.Get()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_and_no_exception() => Assert.Equal(
        "plan.file.missing", Assert.Single(PlanTemplateFile.Read(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).Errors).Code);

    [Fact]
    public void What_is_written_reads_back_for_any_template() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), draw =>
    {
        var template = Random(Seed.From(draw));
        var text = Written(template);
        return Written(PlanTemplateFile.Parse(Encoding.UTF8.GetBytes(text), "x").Get()) == text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_fault_is_told_in_one_run_with_its_place()
    {
        const string text = """
            { "format": "pathways/plan@1", "id": "", "version": 0, "title": "T", "jurisdiction": "US", "authority": "A", "effectiveFrom": "soon",
              "startsIn": 9,
              "elements": [
                { "id": "a", "title": "A", "criterion": { "type": "wish" }, "due": { "byEndOf": 8 } },
                { "id": "a", "title": " ", "criterion": { "type": "review" }, "due": { "inEach": [] }, "waivedBy": ["king"] }
              ] }
            """;
        Assert.Equal(
            [
                "1:38 plan.id.malformed", "1:53 plan.version.out-of-range", "1:127 plan.effectiveFrom.malformed",
                "4:55 plan.elements.criterion.type.unknown", "4:85 plan.elements.due.byEndOf.before-start", "5:5 plan.elements.id.duplicate",
                "5:27 plan.elements.title.blank", "5:55 plan.elements.criterion.type.no-signer", "5:86 plan.elements.due.inEach.missing",
                "5:105 plan.elements.waivedBy.unknown",
            ],
            PlanTemplateFile.Parse(Encoding.UTF8.GetBytes(text), "x").Errors.Select(error => $"{error.Line}:{error.Column} {error.Code}"));
    }

    [Fact]
    public void A_misspelt_field_is_warned_of()
    {
        var text = SamplePlan.Json.Replace("\"notes\"", "\"note\"", StringComparison.Ordinal);
        Assert.Equal("plan.note.ignored", Assert.Single(PlanTemplateFile.Parse(Encoding.UTF8.GetBytes(text), "x").Warnings).Code);
    }

    [Fact]
    public void A_message_says_what_to_try() => Assert.Equal(
        "$.elements[0].criterion.kinds[0]: the text \"project\" is listed twice. Keep one.",
        Assert.Single(PlanTemplateFile.Parse(
            Encoding.UTF8.GetBytes(SamplePlan.Json.Replace("\"resume\"\n", "\"project\"\n", StringComparison.Ordinal)), "x").Errors).Message.Replace("[1]", "[0]", StringComparison.Ordinal));

    /// <summary>The codes in the documentation are generated. Run the tests with PATHWAYS_UPDATE_DOCS=1 to write them anew.</summary>
    [Fact]
    public void The_page_of_the_format_has_exactly_the_codes_that_can_be_given()
    {
        var rows = AllFaults.Value.Select(code => Nested().Replace(code, "criterion.")).Distinct()
            .Select(code => (Field: code[..code.LastIndexOf('.')], Fault: code[(code.LastIndexOf('.') + 1)..]))
            .Where(code => code.Field != "plan")
            .GroupBy(code => code.Field, code => code.Fault, StringComparer.Ordinal).OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"| `{field.Key}` | {string.Join(", ", field.Order(StringComparer.Ordinal).Select(fault => $"`{fault}`"))} |\n");
        var page = Path.Combine(Root(), "docs", "formats", "plan.md");
        var written = File.ReadAllText(page).ReplaceLineEndings("\n");
        var table = $"<!-- generated: plan codes -->\n| code | last word |\n|---|---|\n{string.Concat(rows)}<!-- end -->";
        var expected = Codes().Replace(written, _ => table);
        if (Environment.GetEnvironmentVariable("PATHWAYS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(page, expected);
            return;
        }

        Assert.Equal(expected, written);
    }

    [Fact]
    public void The_page_of_the_format_explains_every_last_word_and_every_verdict()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "formats", "plan.md"));
        Assert.All(AllFaults.Value.Select(code => code[(code.LastIndexOf('.') + 1)..]).Distinct(), word => Assert.Contains($"| `{word}` |", page, StringComparison.Ordinal));
        var sources = string.Concat(Directory.GetFiles(Path.Combine(Root(), "src", "Pathways.Curriculum", "Plans"), "*.cs")
            .Where(file => !file.EndsWith("PlanRequirements.cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        var given = Verdict().Matches(sources).Select(match => match.Value.Trim('"')).Order(StringComparer.Ordinal).Distinct();
        Assert.Equal(given, Documented().Matches(page.Split("## What becomes of it")[1].Split("## Errors")[0]).Select(match => match.Value.Trim('`'))
            .Order(StringComparer.Ordinal).Distinct());
    }

    [Fact]
    public void The_example_of_the_page_is_a_template()
    {
        var example = File.ReadAllText(Path.Combine(Root(), "docs", "formats", "plan.md")).Split("```json\n")[1].Split("```")[0];
        var reading = PlanTemplateFile.Parse(Encoding.UTF8.GetBytes(example), "plan.md");
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
    }

    // Every field of a good file taken away, and replaced by everything wrong; one element at a time, so that the files are short.
    private static readonly Lazy<ImmutableArray<string>> AllFaults = new(() =>
    [
        .. Enumerable.Range(0, SamplePlan.Template.Elements.Length)
            .SelectMany(element => Paths(JsonNode.Parse(Short(element))!, [])
                .Where(path => element == 0 || path.Contains("criterion") || path.Contains("inEach")) // the first one has all other fields
                .DistinctBy(path => Nested().Replace(string.Join('.', path.OfType<string>()) + ".", "criterion."))
                .SelectMany(path => Wrong.Append(null).Select(wrong => Changed(Short(element), path, wrong))))
            .Append(Short(0).Replace("\"elements\":[", "\"elements\":[{\"id\":\"portfolio\"},", StringComparison.Ordinal))
            .Append(Changed(Short(SamplePlan.Template.Elements.Length - 1), ["signers"], null)) // the last one asks for a review
            .SelectMany(text => PlanTemplateFile.Parse(Encoding.UTF8.GetBytes(text), "x").Errors.Select(error => error.Code))
            .Distinct(),
    ]);

    private static string Short(int element)
    {
        var root = JsonNode.Parse(SamplePlan.Json)!.AsObject();
        var elements = root["elements"]!.AsArray();
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            if (i != element)
            {
                elements.RemoveAt(i);
            }
        }

        return root.ToJsonString();
    }

    private static IEnumerable<ImmutableArray<object>> Paths(JsonNode? node, ImmutableArray<object> path) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Paths(field.Value, path.Add(field.Key)).Prepend(path.Add(field.Key))),
        JsonArray items => items.SelectMany((item, i) => Paths(item, path.Add(i))),
        _ => [],
    };

    private static string Changed(string text, ImmutableArray<object> path, string? value)
    {
        var root = JsonNode.Parse(text)!;
        var at = path[..^1].Aggregate(root, (node, step) => step is string name ? node[name]! : node[(int)step]!).AsObject();
        at.Remove((string)path[^1]);
        if (value is not null)
        {
            at.Add((string)path[^1], JsonNode.Parse(value));
        }

        return root.ToJsonString();
    }

    private static PlanTemplate Random(Seed seed)
    {
        var pool = PlanTemplates.All.Add(SamplePlan.Template).SelectMany(template => template.Elements).DistinctBy(element => element.Id)
            .Where(element => element.Criterion is not PlanCriterion.Reviewed).ToList();
        return SamplePlan.Template with
        {
            Version = 1 + seed.Split(1).DrawBelow(9),
            Title = $"Plan \"{seed.Split(2).Draw()}\" \\ <é>",
            StartsIn = GradeLevel.From(1),
            EffectiveTo = seed.Split(3).DrawBelow(2) == 0 ? null : new LocalDate(2031, 1, 1),
            Signers = seed.Split(4).DrawBelow(2) == 0 ? [] : SamplePlan.Template.Signers,
            Elements =
            [
                .. pool.OrderBy(element => seed.Split(5).Split(element.Id.Value).Draw()).Take(1 + seed.Split(6).DrawBelow(8)).Select((element, i) => element with
                {
                    IsRequired = seed.Split(7).Split((ulong)i).DrawBelow(2) == 0,
                    OnlyIf = seed.Split(8).Split((ulong)i).DrawBelow(2) == 0 ? null : "iep",
                    Due = seed.Split(9).Split((ulong)i).DrawBelow(2) == 0
                        ? new PlanDue.ByEndOf(GradeLevel.From(12)) { Term = TermId.From("t") }
                        : new PlanDue.InEach([GradeLevel.From(1), GradeLevel.From(13)]),
                }),
            ],
        };
    }

    private static string Written(PlanTemplate template)
    {
        using var stream = new MemoryStream();
        PlanTemplateFile.Write(template, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Pathways.sln.");
    }

    [GeneratedRegex(@"criterion(\.of)+\.(?=\w+\.)")]
    private static partial Regex Nested();

    [GeneratedRegex("<!-- generated: plan codes -->.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Codes();

    [GeneratedRegex("\"plan\\.[a-z-]+\"")]
    private static partial Regex Verdict();

    [GeneratedRegex("`plan\\.[a-z-]+`")]
    private static partial Regex Documented();
}
