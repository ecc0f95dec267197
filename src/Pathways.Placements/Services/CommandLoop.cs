using System.Diagnostics;

namespace Pathways.Placements;

/// <summary>Loads, decides and saves, and does so again when somebody else was faster.</summary>
/// <param name="store">Where it is saved.</param>
/// <param name="options">How requests are remembered.</param>
internal sealed partial class CommandLoop(ICommitStore store, PlacementsOptions? options = null)
{
    // Each attempt that fails means that another request got through. The pauses grow to a second, so that a hundred at once get through one after the other.
    private const int Attempts = 16;

    /// <summary>Carries a request out.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="stamp">The request; <see langword="null"/> for one that may be repeated without harm.</param>
    /// <param name="subject">What it is about, as kind and identifier.</param>
    /// <param name="load">Loads what it is about, as it is now.</param>
    /// <param name="decide">Loads what is needed, says what the decision rests on, and decides.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ServiceOutcome<T>> RunAsync<T>(
        TenantScope scope, CommandStamp? stamp, string subject, Func<ValueTask<T?>> load, Func<T?, Grounds, ValueTask<Verdict<T>>> decide, CancellationToken cancellationToken)
        where T : class, IStored
    {
        stamp = stamp is not null && options?.DigestKey is { } secret ? stamp with { Digest = CommandDigest.Under(secret, stamp.Digest) } : stamp;
        if (stamp is not null && await store.FindCommandAsync(scope, stamp.Key, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return earlier.Digest == stamp.Digest
                ? Repeated(await load().ConfigureAwait(false), earlier.Receipt)
                : new ServiceOutcome<T>.Refused([ServiceRefusals.KeyReused(stamp.Key)]);
        }

        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var grounds = new Grounds(store);
            var verdict = await decide(await load().ConfigureAwait(false), grounds).ConfigureAwait(false);
            if (verdict.Commit is not { } commit)
            {
                return new ServiceOutcome<T>.Refused(verdict.Reasons);
            }

            switch (await store.CommitAsync(scope, grounds.Under(commit) with { Command = stamp }, cancellationToken).ConfigureAwait(false))
            {
                case CommitOutcome.Committed committed:
                    return new ServiceOutcome<T>.Done(verdict.Value!, committed.Receipt);
                case CommitOutcome.Duplicate duplicate:
                    return Repeated(await load().ConfigureAwait(false), duplicate.First);
                case CommitOutcome.KeyReused reused:
                    return new ServiceOutcome<T>.Refused([ServiceRefusals.KeyReused(reused.Key)]);
                case CommitOutcome.NoSeatLeft full:
                    return new ServiceOutcome<T>.Refused([ServiceRefusals.NoSeat(full.Opportunity)]);
                case CommitOutcome.Overlap overlap:
                    return new ServiceOutcome<T>.Refused([ServiceRefusals.Overlap(overlap.Other)]);
                case CommitOutcome.Deleted deleted when !grounds.CanDoWithout(deleted.Subject):
                    return new ServiceOutcome<T>.Refused([ServiceRefusals.Deleted(deleted.Subject)]);
                case CommitOutcome.TenantMismatch other:
                    return new ServiceOutcome<T>.Refused([ServiceRefusals.Tenant(other.Tenant)]);
                default:
                    await Task.Delay(Pause(attempt), cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        throw new ConcurrencyException(subject, Attempts);
    }

    // Longer each time, and never as long as that of the others, or all would be in one another's way again.
    private static TimeSpan Pause(int attempt)
    {
        var most = Math.Min(4 << Math.Min(attempt, 8), 1000);
        var draw = (uint)(Stopwatch.GetTimestamp() * 2654435761L >> 8) ^ (uint)Environment.CurrentManagedThreadId;
        return TimeSpan.FromMilliseconds(1 + (draw % most));
    }

    // What was saved may have been erased since: that it was done is still confirmed, and there is nothing to show.
    private static ServiceOutcome<T> Repeated<T>(T? now, CommitReceipt first)
        where T : class =>
        new ServiceOutcome<T>.Done(now, first, WasRepeated: true) { View = now is null ? AccessView.Nothing : AccessView.Full };
}

/// <summary>What was decided about a request: what to save, or why not.</summary>
/// <param name="Value">The thing as it is from then on.</param>
/// <param name="Commit">What to save.</param>
/// <param name="Reasons">Why not.</param>
internal readonly record struct Verdict<T>(T? Value, Commit? Commit, ImmutableArray<Refusal> Reasons)
    where T : class, IStored
{
    public static Verdict<T> No(params ImmutableArray<Refusal> reasons) => new(null, null, reasons);

    /// <summary>
    /// The commit with the rule that allowed it, or every reason of the life cycle; or every reason of access, and then nothing of the life cycle: who may not see a thing is not
    /// told how it stands.
    /// </summary>
    public static Verdict<T> Of(AccessDecision access, Func<Decision<T>> decide) => access switch
    {
        AccessDecision.Denied denied => No(denied.Reasons),
        AccessDecision.Allowed allowed => decide() switch
        {
            Decision<T>.Changed changed => Of(changed.Under(allowed)),
            Decision<T>.Refused refused => No(refused.Reasons),
            _ => throw new InvalidOperationException(),
        },
        _ => throw new InvalidOperationException(),
    };

    public static Verdict<T> Of(Decision<T>.Changed changed) => new(changed.Value, Commit.Of(changed), []);
}

/// <summary>Writes into audit lines by which rule something was allowed.</summary>
internal static class Allowing
{
    public static Decision<T>.Changed Under<T>(this Decision<T>.Changed changed, AccessDecision.Allowed allowed)
        where T : class => changed with { Audit = changed.Audit with { Rule = allowed.Rule } };
}
