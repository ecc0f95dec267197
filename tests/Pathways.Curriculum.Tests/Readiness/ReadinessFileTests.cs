using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using static Pathways.Curriculum.Tests.Readiness.Given;

namespace Pathways.Curriculum.Tests.Readiness;

/// <summary>S167, S168: what readiness looks like is written down, in versions, for everybody to read.</summary>
public sealed partial class ReadinessFileTests
{
    [Fact]
    public void The_definitions_that_are_shipped_are_of_all_three_dimensions_and_survive_writing_byte_for_byte()
    {
        Assert.Equal(Enum.GetValues<ReadinessDimension>(), ReadinessDefinitions.All.Select(definition => definition.Dimension));
        foreach (var file in Directory.GetFiles(Path.Combine(Root(), "src", "Pathways.Curriculum", "Templates"), "readiness-*.json"))
        {
            var reading = ReadinessFile.Read(file);
            Assert.Empty(reading.Errors);
            Assert.Empty(reading.Warnings);
            Assert.Equal(File.ReadAllText(file), Written(reading.Get()));
        }
    }

    [Fact]
    public void The_sample_uses_the_definition_that_is_shipped() => Assert.Equal(
        Written(ReadinessDefinitions.MarlboroughCareer), File.ReadAllText(Path.Combine(Root(), "samples", "marlborough", "readiness.json")));

    [Fact]
    public void Every_criterion_of_what_is_shipped_names_its_source() => Assert.All(
        ReadinessDefinitions.All.SelectMany(definition => definition.Criteria), criterion => Assert.Matches("S[0-9]+", criterion.Source));

    /// <summary>S17, S21 to S28: what the Marlborough program asks for before an internship.</summary>
    [Fact]
    public void A_student_who_did_what_Marlborough_asks_for_is_ready_and_each_thing_left_out_is_missed()
    {
        var career = ReadinessDefinitions.MarlboroughCareer;
        Assert.Empty(ReadinessCalculator.Evaluate(career, RecordOf(AllMet()), ReadinessFacts.None, Today).Missing);
        Assert.Equal(
            [
                "readiness.assessment-missing", "readiness.assessment-missing", "readiness.sector-missing", "readiness.artifact-missing", "readiness.artifact-missing",
                "readiness.artifact-missing", "readiness.artifact-missing", "readiness.group-unmet", "readiness.artifact-missing", "readiness.artifact-missing",
            ],
            ReadinessCalculator.Evaluate(career, RecordOf(), ReadinessFacts.None, Today).Missing.Select(refusal => refusal.Code));
        foreach (var left in AllMet().Where(entry => entry is not ArtifactReview))
        {
            var evaluation = ReadinessCalculator.Evaluate(career, RecordOf(AllMet().Where(entry => entry.Id != left.Id)), ReadinessFacts.None, Today);
            Assert.InRange(evaluation.UnmetCount, 1, 2); // an accepted artifact is missed in the portfolio, too
        }
    }

    [Fact]
    public void Every_kind_of_criterion_survives_writing()
    {
        var all = Parse(Everything);
        Assert.Empty(all.Errors);
        Assert.Empty(all.Warnings);
        Assert.Equal(Everything, Written(all.Get()));
        Assert.Equal(
            typeof(ReadinessCriterion).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ReadinessCriterion))).Select(type => type.Name).Order(StringComparer.Ordinal),
            all.Get().Criteria.Select(criterion => criterion.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"format":"pathways/readiness@1","id":"c","version":0,"title":"T","dimension":"work","effectiveFrom":"soon","yearStarts":"July","criteria":[]}""",
        "1:53 version.out-of-range; 1:79 dimension.unknown; 1:102 effectiveFrom.malformed; 1:122 yearStarts.malformed; 1:140 criteria.empty")]
    [InlineData("""{"format":"pathways/readiness@1"}""", "1:1 id.missing; 1:1 version.missing; 1:1 title.missing; 1:1 dimension.missing; 1:1 effectiveFrom.missing; 1:1 criteria.missing")]
    public void Every_fault_is_at_its_place(string text, string faults) =>
        Assert.Equal(faults, string.Join("; ", Parse(text).Errors.Select(error => $"{error.Line}:{error.Column} {error.Code["readiness.".Length..]}")));

    [Fact]
    public void Every_fault_of_criteria_is_told_at_once()
    {
        var errors = Parse(Broken).Errors;
        Assert.Equal(
            [
                "$.criteria[0].kind unknown", "$.criteria[1].kind missing", "$.criteria[2].id duplicate", "$.criteria[3].count out-of-range", "$.criteria[4].credentials missing",
                "$.criteria[5].activities missing", "$.criteria[6].of unknown", "$.criteria[7].least malformed", "$.criteria[8].signers empty", "$.criteria[9].goals empty",
                "$.criteria[9].goals unknown", "$.criteria[10].parts missing", "$.criteria[11].least out-of-range", "$.criteria[11].parts id duplicate", "$.criteria[12].sentence missing",
            ],
            errors.Select(error => $"{Regex.Replace(error.Message[..error.Message.IndexOf(": ", StringComparison.Ordinal)], @"(goals|parts)\[\d\]\.?", "$1 ").Trim()} {error.Code[(error.Code.LastIndexOf('.') + 1)..]}"));
    }

    [Fact]
    public void The_documentation_lists_the_codes_of_what_can_be_missing_and_its_examples_are_read()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "formats", "readiness.md"));
        var codes = typeof(ReadinessCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        var documented = Row().Matches(page).Select(match => match.Groups[1].Value).Where(code => code.StartsWith("readiness.", StringComparison.Ordinal)).ToList();
        Assert.Equal(documented.Count, documented.Distinct().Count());
        Assert.Empty(codes.Except(documented));

        var faults = new[] { Everything, Broken, "[", "[]", "{}", """{"format":"x"}""", """{"format":"pathways/readiness@1","id":"","id":1}""", """{"format":"pathways/readiness@1","version":0}""", Wrong }
            .SelectMany(text => Parse(text).Errors).Select(error => error.Code)
            .Concat(["readiness.file.missing", "readiness.file.unreadable", "readiness.file.too-large", "readiness.errors.more"]).Distinct();
        Assert.Empty(faults.Except(documented).Select(code => $"not documented: {code}"));
        Assert.Empty(documented.Except(codes).Except(faults).Select(code => $"cannot happen: {code}"));

        var examples = Block().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Empty(Parse(example).Errors));
        Assert.All(Enum.GetNames<CriterionWord>(), word => Assert.Contains(
            $"| `{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(word)}` |", page, StringComparison.Ordinal));
    }

    private const string Everything = """
        {
          "format": "pathways/readiness@1",
          "id": "all",
          "version": 7,
          "title": "Ä <b> & \"c\"",
          "dimension": "life",
          "effectiveFrom": "2026-07-01",
          "yearStarts": "08-15",
          "grant": {
            "needed": true,
            "days": 30,
            "endsWithYear": true
          },
          "criteria": [
            {
              "id": "1",
              "kind": "artifact",
              "sentence": "S.",
              "artifacts": [
                "resume",
                "thank-you-note"
              ],
              "activities": [
                "x"
              ],
              "count": 2,
              "accepted": false,
              "inPortfolio": true,
              "withinDays": 9,
              "waivedWith": [
                "x",
                "y"
              ],
              "source": "S1",
              "verified": true
            },
            {
              "id": "2",
              "kind": "credential",
              "sentence": "S.",
              "credentials": [
                "osha-10"
              ],
              "withinDays": 9
            },
            {
              "id": "3",
              "kind": "experience",
              "sentence": "S.",
              "activities": [
                "x"
              ],
              "activityKinds": [
                "site-visit"
              ],
              "count": 0,
              "hours": 2.5,
              "withinDays": 9
            },
            {
              "id": "4",
              "kind": "assessment",
              "sentence": "S.",
              "of": "strengths",
              "withinMonths": 12
            },
            {
              "id": "5",
              "kind": "sector-chosen",
              "sentence": "S."
            },
            {
              "id": "6",
              "kind": "advisor-named",
              "sentence": "S.",
              "roles": [
                "career-specialist"
              ]
            },
            {
              "id": "7",
              "kind": "no-open-barrier",
              "sentence": "S.",
              "barriers": [
                "care-duties"
              ]
            },
            {
              "id": "8",
              "kind": "grade",
              "sentence": "S.",
              "least": 10
            },
            {
              "id": "9",
              "kind": "plan-signed",
              "sentence": "S.",
              "plan": "mycap",
              "signers": [
                "student"
              ],
              "withinDays": 9
            },
            {
              "id": "10",
              "kind": "goals",
              "sentence": "S.",
              "goals": [
                "personal-social"
              ],
              "withinDays": 9
            },
            {
              "id": "11",
              "kind": "intent",
              "sentence": "S.",
              "decided": true
            },
            {
              "id": "12",
              "kind": "financial-aid",
              "sentence": "S.",
              "least": "submitted"
            },
            {
              "id": "13",
              "kind": "all-of",
              "sentence": "S.",
              "parts": [
                {
                  "id": "14",
                  "kind": "any-of",
                  "sentence": "S.",
                  "least": 2,
                  "parts": [
                    {
                      "id": "15",
                      "kind": "grade",
                      "sentence": "S.",
                      "least": "KG"
                    },
                    {
                      "id": "16",
                      "kind": "intent",
                      "sentence": "S."
                    }
                  ]
                }
              ]
            }
          ],
          "sources": [
            "S167"
          ]
        }

        """;

    private const string Head = """{"format":"pathways/readiness@1","id":"c","version":1,"title":"T","dimension":"career","effectiveFrom":"2026-07-01","criteria":[""";

    private const string Broken = Head + """
        {"id":"a","kind":"wish","sentence":"S."},
        {"id":"b","sentence":"S."},
        {"id":"a","kind":"sector-chosen","sentence":"S."},
        {"id":"d","kind":"artifact","count":0,"sentence":"S."},
        {"id":"e","kind":"credential","sentence":"S."},
        {"id":"f","kind":"experience","sentence":"S."},
        {"id":"g","kind":"assessment","of":"skills","sentence":"S."},
        {"id":"h","kind":"grade","least":"99","sentence":"S."},
        {"id":"i","kind":"plan-signed","signers":[],"sentence":"S."},
        {"id":"j","kind":"goals","goals":["fame"],"sentence":"S."},
        {"id":"k","kind":"all-of","sentence":"S."},
        {"id":"l","kind":"any-of","least":2,"sentence":"S.","parts":[{"id":"a","kind":"sector-chosen","sentence":"S."}]},
        {"id":"m","kind":"sector-chosen"}]}
        """;

    // Everything that can be wrong and is not wrong above.
    private const string Wrong = """
        {"format":"pathways/readiness@1","version":"1","title":" ","dimension":"x","effectiveFrom":"x","yearStarts":"x","grant":{"needed":1,"days":0,"endsWithYear":1},"sources":1,"criteria":[]}
        """;

    private static Reading<ReadinessDefinition> Parse(string text) => ReadinessFile.Parse(Encoding.UTF8.GetBytes(text), "readiness.json");

    private static string Written(ReadinessDefinition definition)
    {
        using var stream = new MemoryStream();
        ReadinessFile.Write(definition, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
