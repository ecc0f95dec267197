using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>A decision that rests on something is saved only while that is as it was read.</summary>
internal static class UnchangedCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("A commit that rests on a thing that changed is a version conflict", StaleThing),
        new("A commit that rests on a thing of any kind is saved while it is as it was read", EveryKind),
        new("A commit that rests on what must not exist is a version conflict when it does", MustNotExist),
        new("A commit that rests on a student is a version conflict once anything of that student was saved", StaleStudent),
        new("A commit that rests on a student may change things of that student", OwnStudent),
        new("What a commit rests on is not changed by it", NotChanged),
        new("A commit that rests on a thing and changes nothing makes no sense", Senseless),
    ];

    private static async Task StaleThing(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1) with { Version = 2, State = OpportunityState.Closed })).ConfigureAwait(false);
        foreach (var version in new[] { 0, 1, 3 })
        {
            var commit = Saving(Application("a1")) with { Unchanged = [new("opportunity/clinic", version)], Command = Stamp("k") };
            var conflict = await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, commit, "A decision that rests on what changed").ConfigureAwait(false);
            Check.Same(new("opportunity/clinic", version, 2), conflict, "The conflict");
        }

        await store.MustLackAsync(North, Application("a1")).ConfigureAwait(false);
        Check.Same(null, await store.FindCommandAsync(North, CommandKey.From("k")).ConfigureAwait(false), "The request");
        Check.Same(0, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Length, "The lines of the audit log");
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Unchanged = [new("opportunity/clinic", 2)] }).ConfigureAwait(false);
    }

    private static async Task EveryKind(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(ReadBackCases.OfEveryKind)).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a9", "zoe")) with { Unchanged = [.. ReadBackCases.OfEveryKind.Select(value => new SavedVersion(value.Subject, 1))] }).ConfigureAwait(false);
        foreach (var value in ReadBackCases.OfEveryKind)
        {
            var commit = Saving(Application("a8", "zoe")) with { Unchanged = [new(value.Subject, 2)] };
            await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, commit, $"{value.Subject} at another version").ConfigureAwait(false);
        }
    }

    private static async Task MustNotExist(IPathwaysStore store)
    {
        var resting = Saving(Application("a1")) with { Unchanged = [new("placement/p1", 0), Student("ben", 0)] };
        await store.MustSaveAsync(North, resting).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Placement("p1", "cy"))).ConfigureAwait(false);
        var conflict = await store.MustRefuseAsync<CommitOutcome.VersionConflict>(
            North, Saving(Application("a2")) with { Unchanged = [new("placement/p1", 0)] }, "A decision that rests on what must not exist").ConfigureAwait(false);
        Check.Same(new("placement/p1", 0, 1), conflict, "The conflict");
    }

    private static async Task StaleStudent(IPathwaysStore store)
    {
        var version = 0;
        foreach (var value in new IStored[] { Placement("p1"), Hours("h1"), Document("d1"), Entry("ana", "e1"), Application("a1") })
        {
            await store.MustSaveAsync(North, Saving(value)).ConfigureAwait(false);
            var conflict = await store.MustRefuseAsync<CommitOutcome.VersionConflict>(
                North, Saving(Application("a2", "ben")) with { Unchanged = [Student("ana", version)] }, $"A decision that rests on the student as before {value.Subject}").ConfigureAwait(false);
            Check.Same(new("student/ana", version, ++version), conflict, "The conflict");
        }
    }

    private static async Task OwnStudent(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Unchanged = [Student("ana", 0)] }).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Placement("p1")) with { Unchanged = [Student("ana", 1)] }).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, Saving(Document("d1")) with { Unchanged = [Student("ana", 1)] }, "A decision that rests on the student as before").ConfigureAwait(false);
    }

    private static async Task NotChanged(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Placement("p1"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a1", "ben")) with { Unchanged = [new("opportunity/clinic", 1), new("placement/p1", 1), Student("ana", 1)] }).ConfigureAwait(false);
        await store.MustHoldAsync(North, Listing("clinic", 1)).ConfigureAwait(false);
        await store.MustHoldAsync(North, Placement("p1")).ConfigureAwait(false);
        Check.Same(1, await store.VersionAsync("student/ana").ConfigureAwait(false), "The version of the student");
        Check.Same(1, (await store.HistoryAsync(North, "placement/p1").ConfigureAwait(false)).Length, "The lines of the audit log");
    }

    private static async Task Senseless(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        foreach (var (commit, when) in new[]
        {
            (Saving() with { Unchanged = [new("application/a1", 1)] }, "Nothing but what it rests on"),
            (Saving(Application("a1") with { Version = 2 }) with { Unchanged = [new("application/a1", 1)] }, "A thing that is to change and not to change"),
            (Deleting(Leaving("ana", 1)) with { Unchanged = [Student("ana", 1)] }, "A student who is to be deleted and not to change"),
        })
        {
            await Check.Throws<ArgumentException>(() => store.CommitAsync(North, commit).AsTask(), when).ConfigureAwait(false);
        }

        await store.MustHoldAsync(North, Application("a1")).ConfigureAwait(false);
    }
}
