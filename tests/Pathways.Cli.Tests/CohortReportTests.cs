using System.Text.Json;

namespace Pathways.Cli.Tests;

/// <summary>What <c>progress --cohort</c> says of many at once must hold for each of them.</summary>
public class CohortReportTests
{
    private const string Day = "2026-11-15";
    private static readonly Lazy<Shell> TheText = new(() => Shell.Run("progress", Shell.Sample, "--cohort", "--on", Day));
    private static readonly Lazy<JsonElement> TheJson = new(() => Shell.Run("progress", Shell.Sample, "--cohort", "--on", Day, "--json").Json);

    [Fact]
    public void Every_action_of_the_json_has_each_student_s_own_day_and_words()
    {
        foreach (var action in TheJson.Value.GetProperty("actions").EnumerateArray())
        {
            var each = action.GetProperty("each").EnumerateArray().ToList();
            Assert.Equal(action.GetProperty("count").GetInt32(), each.Count);
            Assert.Equal(action.GetProperty("late").GetInt32(), each.Count(one => one.GetProperty("late").GetBoolean()));
            var days = each.Select(one => one.GetProperty("due").GetString()).OfType<string>().Order(StringComparer.Ordinal).ToList();
            Assert.Equal((days.FirstOrDefault(), days.LastOrDefault()), (action.GetProperty("due").GetString(), action.GetProperty("lastDue").GetString()));
            var messages = each.Select(one => one.GetProperty("message").GetString()).Distinct().ToList();
            Assert.True(messages.Count == 1 ? messages[0] == action.GetProperty("message").GetString() : !messages.Contains(action.GetProperty("message").GetString()));
        }
    }

    [Fact]
    public void A_line_for_many_tells_from_which_to_which_day_and_no_student_s_own_counts()
    {
        var lines = TheText.Value.Output.Split('\n').Where(line => line.Contains(" times, first ", StringComparison.Ordinal)).ToList();
        Assert.Contains(lines, line => line.StartsWith("  late since a day between ", StringComparison.Ordinal));
        var varied = TheJson.Value.GetProperty("actions").EnumerateArray()
            .Where(action => action.GetProperty("each").EnumerateArray().Select(one => one.GetProperty("message").GetString()).Distinct().Count() > 1)
            .SelectMany(action => action.GetProperty("each").EnumerateArray().Select(one => one.GetProperty("message").GetString()!)).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(varied);
        Assert.All(lines, line => Assert.DoesNotContain(line[(line.IndexOf(": ", line.IndexOf(" times, first ", StringComparison.Ordinal), StringComparison.Ordinal) + 2)..].TrimEnd(), varied));
    }

    [Fact]
    public void The_totals_are_those_of_the_lists_of_exceptions()
    {
        var report = TheJson.Value;
        var claims = report.GetProperty("everyStudent").EnumerateArray().Concat(report.GetProperty("someStudents").EnumerateArray()).ToList();
        var exceptions = claims.SelectMany(claim => claim.GetProperty("exceptions").EnumerateArray()).ToList();
        var total = report.GetProperty("total");
        Assert.Equal(total.GetProperty("late").GetInt32(), exceptions.Count(gap => gap.GetProperty("status").GetString() == "late"));
        Assert.Equal(total.GetProperty("opened").GetInt32() - total.GetProperty("done").GetInt32() - total.GetProperty("waived").GetInt32(), exceptions.Count);
        Assert.Contains(
            report.GetProperty("someStudents").EnumerateArray(),
            claim => claim.GetProperty("programs").EnumerateArray().Any(program => program.GetString() == "early-college") && claim.GetProperty("exceptions").GetArrayLength() > 0);
        Assert.Contains($"{total.GetProperty("late").GetInt32().ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)} exceptions are late", TheText.Value.Output, StringComparison.Ordinal);
        Assert.Contains("For students of a program, or with a need", string.Join(' ', TheText.Value.Output.Split('\n').SkipWhile(line => !line.Contains("For students", StringComparison.Ordinal)).Take(4)), StringComparison.Ordinal);
    }
}
