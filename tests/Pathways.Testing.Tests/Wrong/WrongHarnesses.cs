namespace Pathways.Testing.Tests;

/// <summary>Stores that are wrong when they break, or when they are opened again.</summary>
internal static class WrongHarnesses
{
    public static IEnumerable<WrongStore> All =>
    [
        new("a commit that breaks leaves its things without their audit lines", Breaking("half a commit", commit => commit with { Audit = [], Events = [] }), "A commit of things of every kind that breaks at any write leaves nothing behind, and the store goes on"),
        new("a commit that breaks leaves its key", Breaking("a key", commit => commit with { Changes = [StoredChange.To(Things.Run("x"))], Deletions = [], Seats = [], Audit = [], Events = [], Unchanged = [] }), "A commit of a deletion that breaks at any write leaves nothing behind, and the store goes on"),
        new("the outbox is lost when the store is opened again", Reopened("no outbox", room => room.Outbox.Clear()), "A store that was opened again goes on where it was"),
        new("requests are lost when the store is opened again", Reopened("no requests", room => room.Commands.Clear()), "Everything is there after the store was opened again"),
        new("tombstones are lost when the store is opened again", Reopened("no tombstones", room => room.Tombstones.Clear()), "Everything is there after the store was opened again"),
        new("positions of events begin anew when the store is opened again", Reopened("new positions", room => room.LastPosition = 0), "A store that was opened again goes on where it was"),
    ];

    private static StoreHarness Breaking(string name, Func<Commit, Commit> left) => new()
    {
        Name = name,
        Make = () => new(new BreaksOnce(left)),
        Capabilities = StoreCapabilities.Parallel | StoreCapabilities.FaultInjection,
        FailAtWrite = (store, write) => ((BreaksOnce)store).Breaks = write == 1,
    };

    private static StoreHarness Reopened(string name, Action<TenantRoom> lose) => new()
    {
        Name = name,
        Make = () => new(new InMemoryPathwaysStore()),
        Capabilities = StoreCapabilities.Parallel | StoreCapabilities.Persistent,
        Reopen = async store =>
        {
            _ = await ((InMemoryPathwaysStore)store).In(
                Things.North,
                room =>
                {
                    lose(room);
                    return true;
                },
                CancellationToken.None);
            return store;
        },
    };

    /// <summary>Leaves something of a commit behind when it breaks.</summary>
    private sealed class BreaksOnce(Func<Commit, Commit> left) : Wrong
    {
        public bool Breaks { get; set; }

        public override async ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default)
        {
            if (!Breaks)
            {
                return await base.CommitAsync(scope, commit, cancellationToken);
            }

            Breaks = false;
            await base.CommitAsync(scope, left(commit), cancellationToken);
            throw new IOException("The connection was lost.");
        }
    }
}
