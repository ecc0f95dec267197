using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>What was saved is there when the store is opened again.</summary>
internal static class PersistenceCases
{
    public static ImmutableArray<BenchCase> All { get; } =
    [
        new("Everything is there after the store was opened again", StoreCapabilities.Persistent, Everything),
        new("A store that was opened again goes on where it was", StoreCapabilities.Persistent, GoesOn),
        new("Generated sequences that are interrupted again and again do what the model says", StoreCapabilities.Persistent, Interrupted),
    ];

    private static async Task Everything(Bench bench)
    {
        var (store, model) = (await bench.MakeAsync().ConfigureAwait(false), new StoreModel());
        foreach (var commit in new[]
        {
            Saving(ReadBackCases.OfEveryKind) with { Command = Stamp("k") }, Saving(Listing("lab", 2), Application("a2", "ben", "lab")) with { Seats = [Hold("application/a2", "lab"), Move(SeatMove.Take, "placement/p9", "lab")] },
            Saving([.. RecordEntries.All.Select(entry => new StudentRecordEntry { Student = StudentId.From("zoe"), Entry = entry })]), Deleting(new StoredDeletion("application/a1", 1), Leaving("cy", 0)),
            Deleting(new StoredDeletion("partner/hospital", 1)) with { Command = Stamp("l") },
        })
        {
            await store.MustSaveAsync(North, commit).ConfigureAwait(false);
            model.Apply(commit);
        }

        store = await bench.ReopenAsync(store).ConfigureAwait(false);
        await ReadOut.MustBeAsync(store, North, model, "After it was opened again").ConfigureAwait(false);
    }

    private static async Task GoesOn(Bench bench)
    {
        var store = await bench.MakeAsync().ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a1"), Application("a2")) with { Command = Stamp("k") }).ConfigureAwait(false);
        var first = await store.SealAsync(North, Noon).ConfigureAwait(false);
        await store.TryReceiveAsync(North, new("lms", "m1", Noon)).ConfigureAwait(false);
        var taken = await store.PendingAsync(North, 10).ConfigureAwait(false);
        await store.MarkTakenAsync(North, [.. taken.Select(pending => pending.Position)]).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a2", 1))).ConfigureAwait(false);

        store = await bench.ReopenAsync(store).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Duplicate>(North, Saving(Application("a1"), Application("a2")) with { Command = Stamp("k") }, "The same request").ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Deleted>(North, Saving(Application("a2")), "A late writer").ConfigureAwait(false);
        Check.That(!await store.TryReceiveAsync(North, new("lms", "m1", Noon)).ConfigureAwait(false), "A message comes for the first time again.");
        await store.MustSaveAsync(North, Saving(Application("a1") with { Version = 2 })).ConfigureAwait(false);
        var pending = await store.PendingAsync(North, 10).ConfigureAwait(false);
        Check.Sequence(["application/a2", "application/a1"], pending.Select(waiting => waiting.Event.Subject), "The events that nobody took");
        Check.That(pending[0].Position > taken[^1].Position, "A position was used twice.");
        var second = await store.SealAsync(North, Noon).ConfigureAwait(false);
        Check.Same((first!.Hash, 2), (second?.Previous, second?.Number ?? 0), "What the second seal says of the first");
        Check.Sequence(["application/a1", "application/a2"], second!.Heads.Select(head => head.Subject), "What is sealed");
        Check.That((await AuditVerifier.VerifyAsync(store, North, anchor: first.Hash).ConfigureAwait(false)).Holds, "An honest log does not hold.");
    }

    private static Task Interrupted(Bench bench) => ModelCases.InterruptedAsync(bench);
}
