using System.Globalization;
using System.Text.Json;

namespace Pathways.Testing.Tests;

public class ConformanceSuiteTests
{
    private static readonly StoreHarness Memory = StoreHarness.Of("memory", () => new(new InMemoryPathwaysStore()));
    private static readonly ConformanceOptions Fewer = new() { Sequences = 5 };

    [Fact]
    public void No_two_cases_have_one_name() =>
        Assert.Equal(ConformanceSuite.Cases(Memory).Length, ConformanceSuite.Cases(Memory).Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public async Task What_is_not_tried_is_seen_in_the_verdict()
    {
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var report = await ConformanceSuite.RunAsync(Memory with { Capabilities = StoreCapabilities.None }, log, Fewer);
        Assert.True(report.Holds);
        Assert.True(report.Skipped > 10);
        Assert.Equal(report.Cases.Length, report.Held + report.Skipped);
        Assert.Contains("skipped  Everything is there after the store was opened again: The store is not declared to be Persistent.", log.ToString(), StringComparison.Ordinal);
        Assert.Contains($"memory: {report.Held} of {report.Cases.Length} cases hold, 0 fail, {report.Skipped} were not tried", log.ToString(), StringComparison.Ordinal);

        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(report.Cases.Length, json.RootElement.GetProperty("cases").GetArrayLength());
        Assert.Equal(report.Skipped, json.RootElement.GetProperty("cases").EnumerateArray().Count(verdict => verdict.TryGetProperty("skipped", out _)));
    }

    [Fact]
    public async Task A_store_that_breaks_is_reported_and_the_other_cases_are_still_tried()
    {
        var made = 0;
        var harness = StoreHarness.Of("breaks once", () => made++ == 3 ? throw new IOException("no disk") : new(new InMemoryPathwaysStore()));
        var report = await ConformanceSuite.RunAsync(harness, options: Fewer);
        Assert.False(report.Holds);
        Assert.Equal("IOException: no disk", Assert.Single(report.Cases, verdict => verdict.Fault is not null).Fault);
    }

    [Theory]
    [InlineData(StoreCapabilities.Persistent)]
    [InlineData(StoreCapabilities.FaultInjection)]
    public void What_is_declared_must_be_possible_to_try(StoreCapabilities declared) =>
        Assert.Throws<InvalidOperationException>(() => ConformanceSuite.Cases(Memory with { Capabilities = declared }));

    [Fact]
    public void Records_are_tried_with_an_entry_of_every_kind()
    {
        var kinds = RecordEntries.All.Select(EntryKinds.Of).ToList();
        Assert.Equal(Enum.GetValues<EntryKind>().Order(), kinds.Order());
    }

    [Fact]
    public async Task The_usual_suite_is_small_enough_for_a_database()
    {
        var counted = new Counted();
        await ConformanceSuite.RunAsync(StoreHarness.Of("counted", () => new(new Counting(counted))));
        Assert.InRange(counted.Commits, 4_000, 15_000);
    }

    [Fact]
    public async Task Generated_sequences_reach_every_outcome_with_other_seeds_too()
    {
        for (var seed = 0ul; seed < 12; seed++)
        {
            await ConformanceSuite.Cases(Memory, new() { Seed = new(seed) }).Single(c => c.Name.StartsWith("The generated sequences reach", StringComparison.Ordinal)).RunAsync();
        }
    }

    /// <summary>A long run: PATHWAYS_LONG=1 tries 100 times as many sequences.</summary>
    [Fact]
    public async Task Generated_sequences_of_another_seed_hold_too()
    {
        var isLong = Environment.GetEnvironmentVariable("PATHWAYS_LONG") == "1";
        var options = new ConformanceOptions { Seed = new(7), Sequences = isLong ? 10_000 : 100, Steps = 25 };
        foreach (var tried in ConformanceSuite.Cases(Memory, options).Where(c => c.Name.StartsWith("Generated", StringComparison.Ordinal)))
        {
            await tried.RunAsync();
        }
    }

    private sealed class Counted
    {
        public int Commits;
    }

    private sealed class Counting(Counted counted) : Wrong
    {
        public override ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref counted.Commits);
            return base.CommitAsync(scope, commit, cancellationToken);
        }
    }
}
