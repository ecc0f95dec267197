using System.Globalization;

namespace Pathways.WorkRules.Tests.Naive;

/// <summary>The engine and the slow reading agree on everything: which rule, when, of what work, by how much, how bad.</summary>
public class MinuteByMinuteTests
{
    private const int Usual = 3_000;

    [Fact]
    public void The_engine_and_a_reading_minute_by_minute_find_the_same()
    {
        var cases = int.TryParse(Environment.GetEnvironmentVariable("PATHWAYS_WORK_RULE_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Usual;
        var seen = new HashSet<string>();
        var broken = 0;
        for (var i = 0; i < cases; i++)
        {
            var seed = Seed.From(2026).Split((ulong)i);
            var (facts, packs) = RandomCases.Of(seed);
            var found = new WorkRuleEngine(packs).Assess(facts).Findings.Select(MinuteByMinute.Line).Order(StringComparer.Ordinal).ToList();
            var naive = MinuteByMinute.Broken(facts, packs);
            Assert.True(naive.SequenceEqual(found), $"Case {i} differs: {string.Join("; ", naive.Except(found).Select(line => $"only minute by minute {line}").Concat(found.Except(naive).Select(line => $"only the engine {line}")))}");
            Assert.Equal(found.Count, found.Distinct().Count());
            broken += found.Count;
            seen.UnionWith(found.Select(line => line.Split('|')[1]));
        }

        // The cases are worth something only where they break every rule there is.
        Assert.True(broken > cases, $"{broken} findings in {cases} cases");
        var never = WorkRulePacks.All.SelectMany(pack => pack.Rules).Select(rule => rule.Code).Where(code => !seen.Contains(code));
        Assert.Equal("", cases >= Usual ? string.Join(", ", never) : "");
    }
}
