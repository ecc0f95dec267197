using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Requests and messages are remembered until they are to be forgotten.</summary>
internal static class ForgetCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Requests that are older than a moment are forgotten, and no others", Older),
        new("A request that was forgotten is carried out again", Again),
        new("A request without a time is never forgotten", NoTime),
        new("Messages that are older than a moment are forgotten, and no others", Messages),
        new("What one tenant forgets another remembers", Apart),
        new("What is forgotten takes nothing else with it", NothingElse),
    ];

    private static async Task Older(IPathwaysStore store)
    {
        foreach (var hour in Enumerable.Range(1, 4))
        {
            await store.MustSaveAsync(North, At(Saving(Application($"a{hour}")) with { Command = Stamp($"k{hour}") }, hour)).ConfigureAwait(false);
        }

        Check.Same(2, await store.ForgetAsync(North, Noon + Duration.FromHours(3)).ConfigureAwait(false), "How many were forgotten");
        foreach (var (key, isKept) in new[] { ("k1", false), ("k2", false), ("k3", true), ("k4", true) })
        {
            Check.Same(isKept, await store.FindCommandAsync(North, CommandKey.From(key)).ConfigureAwait(false) is not null, $"Whether {key} is remembered");
        }

        Check.Same(0, await store.ForgetAsync(North, Noon + Duration.FromHours(3)).ConfigureAwait(false), "How many were forgotten the second time");
        await store.MustRefuseAsync<CommitOutcome.Duplicate>(North, At(Saving(Application("a3")) with { Command = Stamp("k3") }, 3), "A request that is remembered").ConfigureAwait(false);
    }

    private static async Task Again(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        await store.ForgetAsync(North, Noon + Duration.Epsilon).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a2")) with { Command = Stamp("k", 'b') }).ConfigureAwait(false);
        Check.Same(Stamp("k", 'b').Digest, (await store.FindCommandAsync(North, CommandKey.From("k")).ConfigureAwait(false))?.Digest, "What was asked under the key");
    }

    private static async Task NoTime(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k"), Audit = [] }).ConfigureAwait(false);
        Check.Same(0, await store.ForgetAsync(North, Noon + Duration.FromDays(10_000)).ConfigureAwait(false), "How many were forgotten");
        var found = await store.FindCommandAsync(North, CommandKey.From("k")).ConfigureAwait(false);
        Check.That(found is { At: null }, "A request without a time was forgotten, or was given a time.");
    }

    private static async Task Messages(IPathwaysStore store)
    {
        await store.TryReceiveAsync(North, new("lms", "m1", Noon)).ConfigureAwait(false);
        await store.TryReceiveAsync(North, new("lms", "m2", Noon + Duration.FromHours(1))).ConfigureAwait(false);
        Check.Same(1, await store.ForgetAsync(North, Noon + Duration.FromHours(1)).ConfigureAwait(false), "How many were forgotten");
        Check.That(await store.TryReceiveAsync(North, new("lms", "m1", Noon)).ConfigureAwait(false), "A message that was forgotten is not the first of its name.");
        Check.That(!await store.TryReceiveAsync(North, new("lms", "m2", Noon)).ConfigureAwait(false), "A message that is remembered comes for the first time.");
    }

    private static async Task Apart(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        await store.TryReceiveAsync(North, new("lms", "m1", Noon)).ConfigureAwait(false);
        Check.Same(0, await store.ForgetAsync(South, Noon + Duration.FromHours(1)).ConfigureAwait(false), "How many another tenant forgot");
        Check.That(await store.FindCommandAsync(North, CommandKey.From("k")).ConfigureAwait(false) is not null, "Another tenant's request was forgotten.");
        Check.That(!await store.TryReceiveAsync(North, new("lms", "m1", Noon)).ConfigureAwait(false), "Another tenant's message was forgotten.");
    }

    private static async Task NothingElse(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        await store.ForgetAsync(North, Noon + Duration.FromDays(1)).ConfigureAwait(false);
        await store.MustHoldAsync(North, Application("a1")).ConfigureAwait(false);
        Check.Same(1, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Length, "The lines of the audit log");
        Check.Same(1, (await store.PendingAsync(North, 10).ConfigureAwait(false)).Length, "The events");
        Check.Same(1, await store.VersionAsync("student/ana").ConfigureAwait(false), "The version of the student");
    }

    private static Commit At(Commit commit, int hour) => commit with { Audit = [.. commit.Audit.Select(line => line with { At = Noon + Duration.FromHours(hour) })] };
}
