using Pathways.Cli.Stores;
using Pathways.Matching;
using Pathways.Testing;

namespace Pathways.Cli.Tests;

/// <summary>Two processes keep matches at the same moment: neither sees the run of the other when it looks first.</summary>
public class KeptAtOnceTests
{
    private static readonly TenantScope District = TenantScope.Of(TenantId.From("district"));
    private readonly InMemoryPathwaysStore _store = new();

    [Theory]
    [InlineData(null)]
    [InlineData("r-1")]
    public async Task The_same_match_is_kept_once_and_both_are_told_so(string? name)
    {
        Assert.StartsWith("kept in ", (await KeepAsync(_store, name, 1)).Line, StringComparison.Ordinal);
        Assert.StartsWith("kept already in ", (await KeepAsync(Late(), name, 1)).Line, StringComparison.Ordinal);
        Assert.Single((await _store.ListAsync(District, new MatchRunQuery())).Items);
    }

    [Fact]
    public async Task Of_two_matches_under_one_name_the_later_is_told_that_the_name_is_taken()
    {
        await KeepAsync(_store, "r-1", 1);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => KeepAsync(Late(), "r-1", 2));
        Assert.Equal(["match.run-taken"], refused.Reasons.Select(reason => reason.Code));
    }

    private static Task<KeptRun> KeepAsync(IPathwaysStore store, string? name, int seed)
    {
        var problem = new MatchingProblemBuilder().AddStudent("ana", "mill").AddOpportunity("mill", 1).Build();
        var run = MatchRuns.Propose(MatchRunId.From("unnamed"), Matcher.Match(problem, new() { Seed = Seed.From(seed) }).Get());
        var keeping = new RunKeeping(
            StoreAddress.Parse("--store", "a.json"), District, new(ActorId.From("u-coordinator"), Role.Coordinator), name is null ? null : MatchRunId.From(name));
        return keeping.KeepAsync(store, [], run, default);
    }

    // Finds no run when it is asked first, and all of them from then on.
    private IPathwaysStore Late()
    {
        var wasAsked = false;
        return MeddledStore.Over(_store, method =>
        {
            var isFirst = !wasAsked && method.ReturnType == typeof(ValueTask<MatchRun?>);
            wasAsked |= isFirst;
            return isFirst ? default(ValueTask<MatchRun?>) : null;
        });
    }
}
