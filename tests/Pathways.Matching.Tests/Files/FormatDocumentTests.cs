using System.Reflection;
using System.Text.RegularExpressions;
using Pathways.Matching.Cohorts;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

/// <summary>What the documents of the formats say is what the readers do.</summary>
public sealed partial class FormatDocumentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_example_of_a_problem_is_read_and_survives_writing() => Assert.All(Examples("problem.md", 4), text =>
    {
        var problem = ProblemFile.Read(_folder.Put("problem.json", text)).Get();
        Assert.Equal(AnyProblem.Described(problem), AnyProblem.Described(ProblemFile.Read(_folder.Put("again.json", AnyProblem.Written(problem))).Get()));
    });

    [Fact]
    public void Every_example_of_a_matching_is_read() =>
        Assert.All(Examples("matching.md", 2), text => Assert.Single(MatchingFile.Read(_folder.Put("matching.json", text)).Get().Assignments));

    [Fact]
    public void Every_example_of_a_policy_is_read() =>
        Assert.All(Examples("policy.md", 2), text => Assert.True(PolicyFile.Read(_folder.Put("policy.json", text)).Succeeded));

    [Fact]
    public void The_codes_of_problem_files_are_those_of_the_broken_files()
    {
        var produced = Directory.GetFiles(Path.Combine(Repository.FilesOfTests, "broken"), "*.expected").SelectMany(File.ReadAllLines).Select(line => line.Split(": ")[1]);
        Assert.Equal(Sorted(produced, "problem"), Documented("problem"));
    }

    [Fact]
    public void The_codes_of_matching_files_are_those_that_broken_ones_give() => Assert.Equal(
        Sorted(Codes(path => MatchingFile.Read(path).Errors,
            "[", "[]", "{}", """{"format":1,"format":1}""", """{"format":"x","mechanism":1,"mechanism":1,"ties":1,"ties":1,"seed":"","seed":1,"improve":1,"improve":true,"exact":1,"exact":true,"limit":"","limit":1,"readyOn":"soon","readyOn":"2026-09-01"}""", """{"assignments":1,"assignments":1}""",
            """{"assignments":[{},{"student":1,"student":1,"opportunity":1,"opportunity":1,"rank":"","rank":1}]}""").Concat(Violations), "matching"),
        Documented("matching"));

    [Fact]
    public void The_codes_of_policy_files_are_those_that_broken_ones_give() => Assert.Equal(
        Sorted(Codes(path => [.. PolicyFile.Read(path).Errors, .. PolicyFile.Read(path).Warnings],
            "[", "[]", "{}", """{"format":1,"format":1}""", """{"format":"x","eligibility":1,"eligibility":1,"priority":1,"priority":1}""",
            """{"eligibility":{"maximumDistanceKm":-1,"maximumDistanceKm":1,"requireChosenSector":1,"requireChosenSector":1,"requireReadiness":1,"requireReadiness":1,"requireWorkRules":1,"requireWorkRules":1}}""",
            """{"priority":{"readinessPoints":"","readinessPoints":1,"readinessStep":0,"readinessStep":1,"sectorChoicePoints":1,"sectorChoicePoints":[],"groupPoints":1,"groupPoints":{}}}""",
            """{"format":"pathways/policy@1","x":1,"eligibility":{"x":1},"priority":{"x":1}}""").Append("policy.readiness.unanswered").Append("policy.work-rules.unanswered"), "policy"),
        Documented("policy"));

    [Fact]
    public void The_rules_of_eligibility_are_those_of_the_table() => Assert.Equal(
        EligibilityRequirements.Table.Select(row => row.Code).Append("eligibility.not-ranked"),
        Row().Matches(Text("policy.md")).Select(match => match.Groups[1].Value).Where(code => code.StartsWith("eligibility.", StringComparison.Ordinal) && !code.Any(char.IsAsciiLetterUpper)));

    [Fact]
    public void Every_code_in_the_source_is_documented()
    {
        var written = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Pathways.Matching"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Written().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(written.Count > 10);
        Assert.Empty(written.Except([.. Documented("problem"), .. Documented("matching"), .. Documented("policy")]));
    }

    private static IEnumerable<string> Violations =>
        typeof(Violation).GetFields(BindingFlags.Public | BindingFlags.Static).Where(constant => constant.IsLiteral).Select(constant => (string)constant.GetRawConstantValue()!);

    private static IEnumerable<string> Sorted(IEnumerable<string> codes, string kind) =>
        codes.Concat([$"{kind}.file.missing", $"{kind}.file.unreadable", $"{kind}.errors.more"]).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Documented(string kind) =>
        Row().Matches(Text($"{kind}.md")).Select(match => match.Groups[1].Value).Where(code => code.StartsWith($"{kind}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static List<string> Examples(string document, int count)
    {
        var examples = Block().Matches(Text(document)).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(count, examples.Count);
        return examples;
    }

    private static string Text(string document) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats", document));

    private List<string> Codes(Func<string, ImmutableArray<InputError>> read, params string[] texts) =>
        [.. texts.SelectMany(text => read(_folder.Put("broken.json", text))).Select(error => error.Code)];

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"((?:problem|matching|policy)(?:\\.[a-z-]+){2,})\"")]
    private static partial Regex Written();
}
