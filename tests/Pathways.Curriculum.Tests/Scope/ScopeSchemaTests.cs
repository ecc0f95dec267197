using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Pathways.Json;

namespace Pathways.Curriculum.Tests.Scope;

/// <summary>The schema says what the reader does.</summary>
public class ScopeSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ScopeFile.Schema).RootElement;

    // Every field once, each with a value.
    private const string Full = """
        {
          "$schema": "scope-1.schema.json", "format": "pathways/scope@1", "id": "s", "version": 1, "title": "t", "effectiveFrom": "2026-09-01", "yearStarts": "09-01", "sources": ["S1"],
          "terms": [{ "id": "fall", "title": "Fall", "starts": "09-01", "ends": "01-31" }],
          "stages": [{ "grade": 9, "stage": "awareness" }, { "grade": 10, "stage": "awareness" }],
          "sectors": ["x"], "competencies": [{ "id": "c", "statement": "Can.", "isDurable": true }],
          "activities": [
            { "id": "a", "title": "A", "kind": "other", "stage": "awareness", "grade": 9 },
            { "id": "b", "title": "B", "kind": "other", "stage": "awareness", "firstGrade": 9, "lastGrade": 10, "mode": "group", "settings": ["virtual"], "tier": "targeted",
              "isRequired": false, "programs": ["academy"], "evidence": [{ "kind": "video", "count": 2, "mustBeAccepted": false, "dueDays": 3 }], "occurrences": 2, "hours": 1.5,
              "prerequisites": ["a"], "opens": "fall", "closes": "fall", "sectors": ["x"], "competencies": ["c"], "sources": ["S2"],
              "tasks": [{ "role": "teacher", "text": "Do.", "responsibility": "responsible", "phase": "before", "days": 3 }] }
          ]
        }
        """;

    private static readonly string[] Names = ["", "term", "gradeStage", "competency", "activity", "evidence", "task"];

    public static TheoryData<string> Objects => [.. Names];

    [Theory]
    [InlineData("", typeof(ScopeAndSequence), "$schema", "format")]
    [InlineData("term", typeof(Term))]
    [InlineData("gradeStage", typeof(GradeStage))]
    [InlineData("competency", typeof(Competency))]
    [InlineData("activity", typeof(Activity), "grade")]
    [InlineData("evidence", typeof(EvidenceRequirement))]
    [InlineData("task", typeof(ParticipantTask))]
    public void An_object_has_the_fields_of_its_type(string name, Type type, params string[] more) => Assert.Equal(
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Concat(more).Order(StringComparer.Ordinal),
        Fields(name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_reader_knows_every_field_and_the_schema_takes_every_field()
    {
        var reading = ScopeSources.Parsed(Full);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Errors));
        Assert.Empty(reading.Warnings);
        Assert.Empty(Faults(Full));
        foreach (var name in Names)
        {
            Assert.Subset(Places(JsonNode.Parse(Full)!, name).SelectMany(found => found.Select(field => field.Key)).ToHashSet(), Fields(name).ToHashSet());
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void What_the_schema_requires_is_what_the_reader_misses(string name)
    {
        var required = Definition(name).TryGetProperty("required", out var list) ? list.EnumerateArray().Select(field => field.GetString()!).ToHashSet() : [];
        foreach (var field in Fields(name))
        {
            var file = JsonNode.Parse(Full)!;
            foreach (var found in Places(file, name))
            {
                found.Remove(field);
            }

            var isMissed = ScopeSources.Parsed(file.ToJsonString()).Errors.Any(error => error.Code.EndsWith($"{field}.missing", StringComparison.Ordinal));
            // One of the two ways to say the grade is required, which is a rule of its own in the schema.
            Assert.Equal(required.Contains(field) || (name == "activity" && field.EndsWith("rade", StringComparison.Ordinal)), isMissed);
            Assert.Equal(isMissed, Faults(file.ToJsonString()).Count > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_field_that_the_reader_ignores_is_none_of_the_schema(string name)
    {
        var file = JsonNode.Parse(Full)!;
        foreach (var found in Places(file, name))
        {
            found["color"] = "red";
        }

        Assert.Contains(ScopeSources.Parsed(file.ToJsonString()).Warnings, warning => warning.Code.EndsWith(".color.ignored", StringComparison.Ordinal));
        Assert.NotEmpty(Faults(file.ToJsonString()));
    }

    [Fact]
    public void Words_are_the_members_of_the_enumerations()
    {
        Assert.Equal(Words<Stage>(), Enum("stage", null));
        Assert.Equal(Words<ActivityKind>(), Enum("activity", "kind"));
        Assert.Equal(Words<ActivityMode>(), Enum("activity", "mode"));
        Assert.Equal(Words<ActivitySetting>(), Enum("activity", "settings"));
        Assert.Equal(Words<Tier>(), Enum("activity", "tier"));
        Assert.Equal(Words<ProgramType>(), Enum("activity", "programs"));
        Assert.Equal(Words<ArtifactKind>(), Enum("evidence", "kind"));
        Assert.Equal(Words<Role>(), Enum("task", "role"));
        Assert.Equal(Words<Responsibility>(), Enum("task", "responsibility"));
        Assert.Equal(Words<TaskPhase>(), Enum("task", "phase"));
    }

    [Fact]
    public void Every_template_conforms() =>
        Assert.All(ScopeTemplates.Names, name => Assert.Empty(Faults(System.Text.Encoding.UTF8.GetString(ScopeTemplates.Bytes(name)))));

    [Fact]
    public void Whatever_is_written_conforms() =>
        Prop.ForAll(RandomScopes.Any, scope => Faults(ScopeSources.Written(scope)).Count == 0).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\"kind\": \"other\"", "\"kind\": \"Other\"")]
    [InlineData("\"grade\": 9 }", "\"grade\": 14 }")]
    [InlineData("\"grade\": 9 }", "\"grade\": \"9th\" }")]
    [InlineData("\"grade\": 9 }", "\"grade\": 9, \"lastGrade\": 9 }")]
    [InlineData("\"version\": 1", "\"version\": 0")]
    [InlineData("\"effectiveFrom\": \"2026-09-01\"", "\"effectiveFrom\": \"1 September\"")]
    [InlineData("\"yearStarts\": \"09-01\"", "\"yearStarts\": \"13-01\"")]
    [InlineData("\"hours\": 1.5", "\"hours\": 0")]
    [InlineData("\"days\": 3", "\"days\": 1.5")]
    [InlineData("\"prerequisites\": [\"a\"]", "\"prerequisites\": [\"a\", \"a\"]")]
    [InlineData("\"isRequired\": false", "\"isRequired\": \"no\"")]
    [InlineData("\"text\": \"Do.\"", "\"text\": \" \"")]
    public void What_the_schema_refuses_the_reader_refuses_too(string right, string wrong)
    {
        var file = Full.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Full, file);
        Assert.NotEmpty(Faults(file));
        Assert.False(ScopeSources.Parsed(file).Succeeded);
    }

    private static IReadOnlyList<string> Faults(string json) => new SchemaInterpreter(Schema).Faults(JsonDocument.Parse(json).RootElement);

    private static JsonElement Definition(string name) => name.Length == 0 ? Schema : Schema.GetProperty("$defs").GetProperty(name);

    private static IEnumerable<string> Fields(string name) => Definition(name).GetProperty("properties").EnumerateObject().Select(field => field.Name);

    private static IEnumerable<string> Words<TEnum>()
        where TEnum : struct, Enum => System.Enum.GetValues<TEnum>().Select(EnumWords<TEnum>.Word);

    private static IEnumerable<string> Enum(string name, string? field)
    {
        var rule = field is null ? Definition(name) : Definition(name).GetProperty("properties").GetProperty(field);
        return (rule.TryGetProperty("items", out var items) ? items : rule).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);
    }

    private static List<JsonObject> Places(JsonNode file, string name)
    {
        var activities = file["activities"]!.AsArray().Select(activity => activity!.AsObject()).ToList();
        return name switch
        {
            "" => [file.AsObject()],
            "term" => [.. Items(file, "terms")],
            "gradeStage" => [.. Items(file, "stages")],
            "competency" => [.. Items(file, "competencies")],
            "activity" => activities,
            "evidence" => [.. Items(activities[1], "evidence")],
            _ => [.. Items(activities[1], "tasks")],
        };
    }

    private static IEnumerable<JsonObject> Items(JsonNode owner, string field) => owner[field]!.AsArray().Select(item => item!.AsObject());
}
