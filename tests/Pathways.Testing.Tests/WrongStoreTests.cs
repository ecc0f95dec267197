using System.Text;

namespace Pathways.Testing.Tests;

/// <summary>The suite is itself tested: each of these stores does one thing wrong, and must be rejected by the case that is there for it.</summary>
public class WrongStoreTests
{
    private static readonly ConformanceOptions Fewer = new() { Sequences = 20 };

    private static IEnumerable<WrongStore> All => WrongCommits.All.Concat(WrongReads.All).Concat(WrongHarnesses.All);

    public static TheoryData<string> Faults => [.. All.Select(wrong => wrong.Fault)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_wrong_store_is_rejected_by_the_case_that_is_there_for_it(string fault)
    {
        var wrong = All.Single(wrong => wrong.Fault == fault);
        var tried = ConformanceSuite.Cases(wrong.Harness, Fewer).SingleOrDefault(c => c.Name == wrong.CaughtBy);
        Assert.True(tried is { Skipped: null }, $"There is no case \"{wrong.CaughtBy}\".");
        try
        {
            await tried.RunAsync();
        }
        catch (ConformanceException)
        {
            return;
        }

        var report = await ConformanceSuite.RunAsync(wrong.Harness, options: Fewer);
        Assert.Fail($"\"{wrong.CaughtBy}\" does not reject it. These do: {string.Join("; ", report.Cases.Where(verdict => verdict.Fault is not null).Select(verdict => verdict.Name))}");
    }

    [Fact]
    public async Task A_wrong_store_is_rejected_by_generated_sequences_too()
    {
        foreach (var fault in new[] { "tombstones are lost", "what a commit rests on is not looked at", "a student's version does not grow with deletions", "an overlap is said before a missing seat" })
        {
            var report = await ConformanceSuite.RunAsync(All.Single(wrong => wrong.Fault == fault).Harness, options: new ConformanceOptions());
            Assert.Contains(report.Cases, verdict => verdict.Fault is { } found && verdict.Name.StartsWith("Generated", StringComparison.Ordinal) && found.StartsWith("Seed ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void At_least_twelve_wrong_stores_are_tried() => Assert.InRange(All.Select(wrong => wrong.Fault).Distinct().Count(), 12, int.MaxValue);

    /// <summary>Run the tests with PATHWAYS_UPDATE_DOCS=1 to write the table anew.</summary>
    [Fact]
    public void The_page_lists_every_wrong_store_with_the_case_that_rejects_it()
    {
        var rows = new StringBuilder("| what the store does wrong | the case that rejects it |\n|---|---|\n");
        foreach (var wrong in All)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {wrong.Fault} | {wrong.CaughtBy} |\n");
        }

        StoragePage.Holds("wrong stores", rows.ToString());
    }
}
