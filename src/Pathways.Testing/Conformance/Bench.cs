namespace Pathways.Testing;

/// <summary>Where a case tries its stores: makes them, opens them again, and disposes what it made.</summary>
internal sealed class Bench(StoreHarness harness, ConformanceOptions options) : IAsyncDisposable
{
    private readonly List<IPathwaysStore> _made = [];

    public ConformanceOptions Options => options;

    public async Task<IPathwaysStore> MakeAsync()
    {
        var store = await harness.Make().ConfigureAwait(false);
        _made.Add(store);
        return store;
    }

    public async Task<IPathwaysStore> ReopenAsync(IPathwaysStore store)
    {
        _made.Remove(store);
        var again = await harness.Reopen!(store).ConfigureAwait(false);
        _made.Add(again);
        return again;
    }

    public void FailAtWrite(IPathwaysStore store, int write) => harness.FailAtWrite!(store, write);

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _made)
        {
            if (store is IAsyncDisposable later)
            {
                await later.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                (store as IDisposable)?.Dispose();
            }
        }
    }
}

/// <summary>A case by name.</summary>
/// <param name="Name">A sentence; public and stable.</param>
/// <param name="Needs">What a store must be able to do for it to be tried.</param>
/// <param name="Run">Tries it.</param>
internal sealed record BenchCase(string Name, StoreCapabilities Needs, Func<Bench, Task> Run)
{
    public static BenchCase Of(NamedCase named) => new(named.Name, named.Needs, async bench => await named.Run(await bench.MakeAsync().ConfigureAwait(false)).ConfigureAwait(false));
}

/// <summary>A case that needs one store.</summary>
internal readonly record struct NamedCase(string Name, Func<IPathwaysStore, Task> Run, StoreCapabilities Needs = StoreCapabilities.None);
