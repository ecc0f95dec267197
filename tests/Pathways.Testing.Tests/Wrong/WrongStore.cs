namespace Pathways.Testing.Tests;

/// <summary>A store that does one thing wrong, on purpose.</summary>
/// <param name="Fault">What it does wrong, as the documentation says it.</param>
/// <param name="Harness">How to get at it.</param>
/// <param name="CaughtBy">The case that must reject it.</param>
internal sealed record WrongStore(string Fault, StoreHarness Harness, string CaughtBy)
{
    public static WrongStore Of(string fault, Func<IPathwaysStore> make, string caughtBy) => new(fault, StoreHarness.Of(fault, () => new(make())), caughtBy);
}

/// <summary>A right store in memory, of which one call is wrong.</summary>
internal abstract class Wrong : StoreWrapper
{
    protected InMemoryPathwaysStore Right { get; } = new();

    protected override ValueTask<T> ReadAsync<T>(Func<IPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken) => read(Right);

    protected override ValueTask<T> WriteAsync<T>(Func<IPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken) => write(Right);

    /// <summary>Reaches into the store behind.</summary>
    protected static void In(InMemoryPathwaysStore store, TenantScope scope, Action<TenantRoom> act) => _ = store.In(
        scope,
        room =>
        {
            act(room);
            return true;
        },
        CancellationToken.None).AsTask();
}

/// <summary>Commits wrongly.</summary>
internal sealed class WrongCommit(Func<InMemoryPathwaysStore, TenantScope, Commit, ValueTask<CommitOutcome>> commit) : Wrong
{
#pragma warning disable CA1725 // the name of the constructor's
    public override ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit asked, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return commit(Right, scope, asked);
    }
#pragma warning restore CA1725

    /// <summary>Commits something else than was asked.</summary>
    public static WrongCommit Instead(Func<Commit, Commit> other) => new((right, scope, commit) =>
    {
        CommitCheck.ThrowIfSenseless(commit);
        return right.CommitAsync(scope, other(commit));
    });

    /// <summary>Commits rightly, and does something wrong after it.</summary>
    public static WrongCommit Then(Action<TenantRoom, Commit, CommitOutcome> after) => new(async (right, scope, commit) =>
    {
        var outcome = await right.CommitAsync(scope, commit);
        In(right, scope, room => after(room, commit, outcome));
        return outcome;
    });
}
