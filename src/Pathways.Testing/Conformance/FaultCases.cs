using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>A commit that breaks at any of its writes leaves nothing behind, and the store goes on.</summary>
internal static class FaultCases
{
    private const int MostWrites = 500;

    private static readonly (string Name, Func<Commit> Make)[] Commits =
    [
        ("things of every kind", () => Saving([.. ReadBackCases.OfEveryKind.Where(value => value is not OpportunityListing)]) with { Command = Stamp("k") }),
        ("a change with seats", () => Saving(Application("x1", "ben") with { Version = 2 }, Listing("lab", 3) with { Version = 2 })
            with { Seats = [Move(SeatMove.Fill, "application/x1", "lab"), Hold("application/x2", "lab"), Move(SeatMove.Vacate, "placement/x9", "lab")], Unchanged = [Student("ben", 1)], Command = Stamp("k") }),
        ("a deletion", () => Deleting(new StoredDeletion("application/x1", 1), new StoredDeletion("partner/x3", 1)) with { Command = Stamp("k") }),
        ("a student with everything", () => Deleting(new StoredDeletion("application/x1", 1), new StoredDeletion("placement/x4", 1), Leaving("ben", 1))),
    ];

    public static ImmutableArray<BenchCase> All { get; } =
    [
        .. Commits.Select(commit => new BenchCase(
            $"A commit of {commit.Name} that breaks at any write leaves nothing behind, and the store goes on", StoreCapabilities.FaultInjection, bench => EveryWriteAsync(bench, commit.Make()))),
    ];

    private static async Task EveryWriteAsync(Bench bench, Commit commit)
    {
        for (var write = 1; ; write++)
        {
            Check.That(write <= MostWrites, $"The commit still broke at write {write}: the harness breaks every commit.");
            var (store, model) = (await bench.MakeAsync().ConfigureAwait(false), new StoreModel());
            await SaveAsync(store, model, Saving(Listing("lab", 2), Application("x1", "ben", "lab"), Placement("x4", "ben", "lab"), Partner("x3"))
                with { Seats = [Hold("application/x1", "lab"), Move(SeatMove.Take, "placement/x9", "lab")] }).ConfigureAwait(false);
            bench.FailAtWrite(store, write);
            if (await BreaksAsync(store, commit).ConfigureAwait(false))
            {
                await ReadOut.MustBeAsync(store, North, model, $"After a fault at write {write}").ConfigureAwait(false);
                await SaveAsync(store, model, Saving(Application("y1", "cy"))).ConfigureAwait(false);
                await SaveAsync(store, model, commit).ConfigureAwait(false); // the caller tries again
                await ReadOut.MustBeAsync(store, North, model, $"After the commit that broke at write {write} was tried again").ConfigureAwait(false);
                continue;
            }

            model.Apply(commit);
            await ReadOut.MustBeAsync(store, North, model, $"After a commit of fewer than {write} writes").ConfigureAwait(false);
            Check.That(write > 1, "No write broke: the harness is declared to inject faults and does not.");
            return;
        }
    }

    private static async Task<bool> BreaksAsync(IPathwaysStore store, Commit commit)
    {
        try
        {
            Check.Is<CommitOutcome.Committed>(await store.CommitAsync(North, commit).ConfigureAwait(false), "A commit that nothing speaks against");
            return false;
        }
#pragma warning disable CA1031 // whatever the harness throws is the fault
        catch (Exception fault) when (fault is not ConformanceException)
#pragma warning restore CA1031
        {
            return true;
        }
    }

    private static async Task SaveAsync(IPathwaysStore store, StoreModel model, Commit commit)
    {
        await store.MustSaveAsync(North, commit).ConfigureAwait(false);
        model.Apply(commit);
    }
}
