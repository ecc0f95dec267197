using System.Collections.Concurrent;
using Pathways.Testing;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>Databases for the cases of the contract: emptied and used again where making one takes longer than a case.</summary>
public abstract class DatabasePool : IAsyncLifetime
{
    private readonly ConcurrentBag<TestDatabase> _free = [];

    private protected DatabasePool(string name) => Harness = new()
    {
        Name = name,
        Capabilities = StoreCapabilities.Parallel | StoreCapabilities.Persistent | StoreCapabilities.FaultInjection,
        Make = async () => new LentStore(this, _free.TryTake(out var kept) ? kept : await TestDatabase.MakeAsync(name)),
        Reopen = async lent => await ((LentStore)lent).ReopenAsync(),
        FailAtWrite = (lent, write) => ((LentStore)lent).FailAt(write),
    };

    internal StoreHarness Harness { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        while (_free.TryTake(out var database))
        {
            await database.DisposeAsync();
        }
    }

    internal async ValueTask GiveBackAsync(TestDatabase database)
    {
        if (await database.TryEmptyAsync())
        {
            _free.Add(database);
        }
        else
        {
            await database.DisposeAsync();
        }
    }
}

/// <summary>A store of the pool, which gives its database back.</summary>
internal sealed class LentStore(DatabasePool pool, TestDatabase database, bool creates = true) : StoreWrapper, IAsyncDisposable
{
    private readonly EfPathwaysStore _store = database.Open(creates);

    public override async ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _store.CommitAsync(scope, commit, cancellationToken);
        }
        finally
        {
            _store.Watch = null;
        }
    }

    public async ValueTask<IPathwaysStore> ReopenAsync()
    {
        await _store.DisposeAsync();
        return new LentStore(pool, database, creates: false);
    }

    /// <summary>Lets the next commit fail before its statement of that number, its COMMIT among them.</summary>
    public void FailAt(int write) => _store.Watch = statement =>
    {
        if (statement != "COMMITTED" && --write == 0)
        {
            throw new IOException($"A fault before {statement}.");
        }
    };

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await pool.GiveBackAsync(database);
    }

    protected override ValueTask<T> ReadAsync<T>(Func<IPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken) => read(_store);

    protected override ValueTask<T> WriteAsync<T>(Func<IPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken) => write(_store);
}
