namespace Pathways.Placements;

/// <summary>What a decision rests on: everything that was read for it, at the version at which it was read. What changed since is noticed when the decision is saved.</summary>
/// <param name="store">Knows versions.</param>
internal sealed class Grounds(ICommitStore store)
{
    private readonly SortedDictionary<string, int> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dispensable = new(StringComparer.Ordinal);

    /// <summary>Rests on everything about a student, also on what is not there yet. Before anything else about the student is read: what comes in between is noticed.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="student">Which student.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<int> OnAsync(TenantScope scope, StudentId student, CancellationToken cancellationToken) => OnAsync(scope, StoredSubject.Of(student), cancellationToken);

    /// <summary>
    /// Rests on a partner, if the store keeps it. Before the host is asked about it. What became of a partner who is deleted for good cannot change any more, and nothing rests on it.
    /// </summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="partner">Which partner.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the partner is not deleted.</returns>
    public async ValueTask<bool> OnAsync(TenantScope scope, PartnerId partner, CancellationToken cancellationToken)
    {
        var state = await store.StateAsync(scope, $"partner/{partner}", cancellationToken).ConfigureAwait(false);
        if (state.IsDeleted)
        {
            return false;
        }

        _dispensable.Add(state.Subject);
        _read.TryAdd(state.Subject, state.Version);
        return true;
    }

    /// <summary>Whether it can be decided again without something that was deleted since it was read.</summary>
    /// <param name="subject">Kind and identifier.</param>
    public bool CanDoWithout(string subject) => _dispensable.Contains(subject);

    /// <summary>Rests on a thing by its name, and says at which version.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="subject">Kind and identifier.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<int> OnAsync(TenantScope scope, string subject, CancellationToken cancellationToken)
    {
        var state = await store.StateAsync(scope, subject, cancellationToken).ConfigureAwait(false);
        _read.TryAdd(subject, state.Version);
        return state.Version;
    }

    /// <summary>Rests on a thing that was read.</summary>
    /// <param name="thing">The thing; <see langword="null"/> when there is none.</param>
    /// <returns>The thing.</returns>
    public T? On<T>(T? thing)
        where T : class, IStored
    {
        if (thing is not null)
        {
            _read.TryAdd(thing.Subject, thing.Version);
        }

        return thing;
    }

    /// <summary>Begins anew, for a decision from the start.</summary>
    public void Clear()
    {
        _read.Clear();
        _dispensable.Clear();
    }

    /// <summary>A commit that is saved only while all of this stands; what it changes itself has its expected version.</summary>
    /// <param name="commit">What is to be saved.</param>
    public Commit Under(Commit commit)
    {
        var changed = commit.Changes.Select(change => change.Value.Subject).ToHashSet(StringComparer.Ordinal);
        return commit with { Unchanged = [.. _read.Where(read => !changed.Contains(read.Key)).Select(read => new SavedVersion(read.Key, read.Value))] };
    }
}

/// <summary>Seats that are taken anew.</summary>
internal static class SeatCounting
{
    /// <summary>
    /// The commit of a decision that takes a seat which nobody held. It counts as a change of the opportunity, so that one of two decisions loses where the other rests on nobody having a seat there,
    /// such as that it is cancelled.
    /// </summary>
    /// <param name="commit">What is to be saved.</param>
    /// <param name="listing">The opportunity as it was read.</param>
    public static Commit Counting(this Commit commit, OpportunityListing listing) => commit with
    {
        Changes = commit.Changes.Add(StoredChange.To(listing with { Version = listing.Version + 1 })),
    };
}
