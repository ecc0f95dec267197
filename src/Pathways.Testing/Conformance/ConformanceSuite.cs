namespace Pathways.Testing;

/// <summary>What every store must do, as cases that any test framework, or none, can run.</summary>
/// <remarks>
/// <code>
/// public static TheoryData&lt;string&gt; Names => [.. ConformanceSuite.Cases(Make).Select(c => c.Name)];
///
/// [Theory, MemberData(nameof(Names))]
/// public Task Keeps_the_contract(string name) => ConformanceSuite.Cases(Make).Single(c => c.Name == name).RunAsync();
/// </code>
/// </remarks>
public static class ConformanceSuite
{
    /// <summary>Every case, each on a store of its own.</summary>
    /// <param name="make">Makes an empty store; the case disposes it where it can be disposed.</param>
    public static ImmutableArray<ConformanceCase> Cases(Func<ValueTask<IPathwaysStore>> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return
        [
            .. CommitCases.All.Concat(SeatCases.All).Concat(OverlapCases.All).Concat(CommandCases.All).Concat(TenantCases.All).Concat(QueryCases.All).Concat(OutboxCases.All).Concat(RaceCases.All)
                .Select(named => new ConformanceCase(named.Name, () => RunAsync(make, named.Run))),
        ];
    }

    private static async Task RunAsync(Func<ValueTask<IPathwaysStore>> make, Func<IPathwaysStore, Task> run)
    {
        var store = await make().ConfigureAwait(false);
        try
        {
            await run(store).ConfigureAwait(false);
        }
        finally
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

/// <summary>One thing that every store must do.</summary>
/// <param name="Name">A sentence; public and stable.</param>
/// <param name="RunAsync">Tries it on a store of its own; throws a <see cref="ConformanceException"/> where the store does otherwise.</param>
public sealed record ConformanceCase(string Name, Func<Task> RunAsync);

/// <summary>A store does not do what every store must.</summary>
/// <param name="message">What it did, and what it should have done.</param>
public sealed class ConformanceException(string message) : Exception(message);
