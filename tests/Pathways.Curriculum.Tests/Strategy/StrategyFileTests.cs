using System.Text;
using Pathways.Curriculum.Tests.Demand;

namespace Pathways.Curriculum.Tests.Strategy;

public class StrategyFileTests
{
    [Fact]
    public void What_is_read_is_written_byte_for_byte() =>
        Assert.Equal(Given.Text, Encoding.UTF8.GetString(StrategyFile.Bytes(Given.Register)));

    [Fact]
    public void The_page_shows_the_example_of_these_tests() => DemandFileTests.ExampleOf("strategy.md", Given.Text);

    [Fact]
    public void The_page_lists_the_codes_that_can_be_given() => DocumentedCodes.Compare("strategy.md",
    [
        "strategy.file.missing", "strategy.file.unreadable", "strategy.file.too-large", "strategy.errors.more",
        .. BrokenJson.Of(Encoding.UTF8.GetBytes(Given.Text)).SelectMany(broken => StrategyFile.Parse(broken, "x").Errors).Select(error => error.Code),
        .. Broken.SelectMany(broken => Errors(broken.Old, broken.New)),
    ]);

    [Fact]
    public void The_page_lists_the_claims_and_reasons_of_the_report() => Assert.Equal(
        new[] { "StrategyCalculator", "MessageTargeting", "MessageReach" }
            .SelectMany(name => DocumentedCodes.InSource($"src/Pathways.Curriculum/Strategy/{name}.cs", "(?:strategy|message)")).Distinct().Order(StringComparer.Ordinal),
        DocumentedCodes.OnPage("strategy.md").Order(StringComparer.Ordinal));

    [Fact]
    public void Faults_that_no_single_field_shows_are_found_at_their_places() => Assert.All(
        Broken, broken => Assert.Equal(broken.Codes.Split(' '), Errors(broken.Old, broken.New)));

    [Fact]
    public void A_file_is_written_and_read()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            StrategyFile.Write(Given.Register, path);
            Assert.Equal(Given.Text, Encoding.UTF8.GetString(StrategyFile.Bytes(StrategyFile.Read(path).Get())));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static readonly (string Old, string New, string Codes)[] Broken =
    [
        ("\"serves\": \"early-awareness\"", "\"serves\": \"early-awarenes\"", "strategy.goals.serves.unknown"),
        ("\"serves\": \"early-awareness\"", "\"serves\": \"most-ready\"", "strategy.goals.serves.unsuitable"),
        ("\"level\": \"goal\"", "\"level\": \"outcome\"", "strategy.goals.serves.unsuitable"), // and what serves it serves an outcome
        ("\"activity\": \"site-visit-9\",", "", "strategy.goals.measure.missing"),
        ("\"activity\": \"site-visit-9\",", "\"activity\": \"site-visit-9\", \"figure\": \"visits\",", "strategy.goals.measure.duplicate"),
        ("\"target\": 0.8", "\"target\": 80", "strategy.goals.measure.target.out-of-range"),
        ("\"target\": 0.8", "\"target\": 0", "strategy.goals.measure.target.out-of-range"),
        ("\"activity\": \"site-visit-9\",", "\"activity\": \"site-visit-9\", \"figures\": [], \"atMost\": true,", "strategy.goals.measure.figures.malformed strategy.goals.measure.atMost.malformed"),
        ("\"audiences\": [\n        \"student\"\n      ]", "\"audiences\": []", "strategy.messages.audiences.empty"),
        ("\"until\": \"2027-03-03\"", "\"until\": \"2027-01-03\"", "strategy.messages.until.out-of-order"),
        ("\"addressedOn\": \"2026-09-01\"", "\"addressedOn\": \"2026-05-11\"", "strategy.needs.addressedOn.out-of-order"),
        ("\"to\": \"2027-01-31\"", "\"to\": \"2026-08-31\"", "strategy.capacities.to.out-of-order"),
        ("\"carriedOutIn\": \"marlborough@2\"", "\"declinedBecause\": \"Too dear.\"", "strategy.advice.declinedBecause.malformed"),
        ("\"count\": 95", "\"count\": 181", "strategy.surveys.heard.count.out-of-range"),
        ("\"a friend's child\"", "\"school website\"", "strategy.surveys.heard.channel.duplicate"),
    ];

    private static List<string> Errors(string old, string changed)
    {
        Assert.Contains(old, Given.Text, StringComparison.Ordinal);
        return [.. StrategyFile.Parse(Encoding.UTF8.GetBytes(Given.Text.Replace(old, changed, StringComparison.Ordinal)), "x").Errors.Select(error => error.Code)];
    }
}
