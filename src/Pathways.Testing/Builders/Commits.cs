using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pathways.Json;

namespace Pathways.Testing;

/// <summary>Commits that fit together: each thing with one audit line, one event, and what happens to its seat, as if the services had saved it.</summary>
/// <remarks>
/// What happens to a seat follows from where its holder stands: an open offer holds it, an accepted one fills it, and so does a placement without an application; it is free again with any other
/// end of the offer, and when a placement is cancelled or terminated. Everything is decided by <see cref="A.Coordinator"/> at <see cref="A.Moment"/>, unless <see cref="By"/> says otherwise. Nothing
/// is looked up: the store still refuses what is stale, or has no seat.
/// </remarks>
public static class Commits
{
    /// <summary>Saves things for the first time, in whatever state they are.</summary>
    /// <param name="things">At least one, each once, at version 1.</param>
    /// <exception cref="ArgumentException">There are none, one is there twice, or one is not new.</exception>
    public static Commit New(params ImmutableArray<IStored> things)
    {
        foreach (var thing in things.IsDefault ? [] : things)
        {
            if (thing.Version != 1)
            {
                throw new ArgumentException($"{thing.Subject} has version {thing.Version}, and what is new has version 1. Maybe use Commits.Change, which asks how it was before.", nameof(things));
            }
        }

        return Checked(new()
        {
            Changes = things.IsDefault ? [] : [.. things.Select(StoredChange.To)],
            Audit = things.IsDefault ? [] : [.. things.Select(thing => Line(thing, thing.Version, "Save", "", Standing.Of(thing)))],
            Events = things.IsDefault ? [] : [.. things.Select(thing => Event(thing, thing.Version, "Saved"))],
            Seats = things.IsDefault ? [] : Standing.Claims(things.Select(thing => ((IStored?)null, (IStored?)thing))),
        });
    }

    /// <summary>Saves a thing that changes.</summary>
    /// <typeparam name="T">What sort of thing.</typeparam>
    /// <param name="before">The thing as it is in the store.</param>
    /// <param name="after">The thing as it is from now on, at the next version: <c>before with { State = ..., Version = 2 }</c>.</param>
    /// <param name="happened">What happened, as the audit line and the event call it, such as <c>OfferMade</c>.</param>
    /// <exception cref="ArgumentException">It is another thing, or about another student or opportunity, its version is not the next, or a filled seat would be held again.</exception>
    public static Commit Change<T>(T before, T after, string happened = "Changed")
        where T : class, IStored
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentException.ThrowIfNullOrEmpty(happened);
        if (About(after) != About(before))
        {
            throw new ArgumentException($"{before.Subject} cannot become {after.Subject}, or about another student or opportunity. Maybe save that with Commits.New.", nameof(after));
        }

        if (after.Version != before.Version + 1)
        {
            throw new ArgumentException($"{after.Subject} would go from version {before.Version} to {after.Version}. Maybe add Version = {before.Version + 1}.", nameof(after));
        }

        return Checked(new()
        {
            Changes = [StoredChange.To(after)],
            Audit = [Line(after, after.Version, happened, Standing.Of(before), Standing.Of(after))],
            Events = [Event(after, after.Version, happened)],
            Seats = Standing.Claims([(before, after)]),
        });
    }

    /// <summary>Deletes things for good, and gives back the seats that they have. A placement and its application, which share a seat, are deleted together.</summary>
    /// <param name="things">The things as they are in the store; at least one, each once.</param>
    /// <exception cref="ArgumentException">There are none, or one is there twice.</exception>
    public static Commit Deletion(params ImmutableArray<IStored> things) => Checked(new()
    {
        Changes = [],
        Deletions = things.IsDefault ? [] : [.. things.Select(StoredDeletion.Of)],
        Audit = things.IsDefault ? [] : [.. things.Select(thing => Line(thing, thing.Version + 1, "Delete", Standing.Of(thing), "Deleted"))],
        Events = things.IsDefault ? [] : [.. things.Select(thing => Event(thing, thing.Version + 1, "Deleted"))],
        Seats = things.IsDefault ? [] : Standing.Claims(things.Select(thing => ((IStored?)thing, (IStored?)null))),
    });

    /// <summary>Two commits as one, saved together or not at all.</summary>
    /// <param name="commit">What comes first: what frees seats, where the other takes them.</param>
    /// <param name="other">What comes after it. The request is the first one's, if it has one.</param>
    /// <exception cref="ArgumentException">A thing is in both.</exception>
    public static Commit And(this Commit commit, Commit other)
    {
        ArgumentNullException.ThrowIfNull(commit);
        ArgumentNullException.ThrowIfNull(other);
        return Checked(commit with
        {
            Changes = commit.Changes.AddRange(other.Changes), Deletions = commit.Deletions.AddRange(other.Deletions), Unchanged = commit.Unchanged.AddRange(other.Unchanged),
            Audit = commit.Audit.AddRange(other.Audit), Events = commit.Events.AddRange(other.Events), Seats = commit.Seats.AddRange(other.Seats), Command = commit.Command ?? other.Command,
        });
    }

    /// <summary>The same commit, decided by somebody else or at another time.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="actor">Who decides all of it.</param>
    /// <param name="at">When; as before when not said.</param>
    public static Commit By(this Commit commit, Actor actor, Instant? at = null)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return commit with
        {
            Audit = [.. commit.Audit.Select(line => line with { By = actor, At = at ?? line.At })],
            Events = [.. commit.Events.Select(happened => happened with { At = at ?? happened.At })],
        };
    }

    /// <summary>The same commit, as a request of a caller: saved once, however often it comes. Its digest says what it saves and deletes, and not who decides it or when.</summary>
    /// <param name="commit">The commit, whole.</param>
    /// <param name="key">The caller's name for the request.</param>
    public static Commit Under(this Commit commit, string key)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var asked = commit.Changes.Select(change => JsonSerializer.Serialize(change.Value, change.Value.GetType(), StoredJsonContext.Default))
            .Concat(commit.Deletions.Select(deletion => FormattableString.Invariant($"{deletion.ExpectedVersion} {deletion.Subject}")));
        return commit with { Command = new(CommandKey.From(key), DigestOf(string.Join('\n', asked))) };
    }

    /// <summary>Saves a commit that nothing speaks against.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="scope">In whose data.</param>
    /// <param name="commit">What to save.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <returns>What was saved; for a request that was carried out before, what was saved then.</returns>
    /// <exception cref="InvalidOperationException">The store refused it, and saved nothing; the message says why.</exception>
    public static async Task<CommitReceipt> SaveAsync(this ICommitStore store, TenantScope scope, Commit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.CommitAsync(scope, commit, cancellationToken).ConfigureAwait(false) switch
        {
            CommitOutcome.Committed committed => committed.Receipt,
            CommitOutcome.Duplicate duplicate => duplicate.First,
            var refused => throw new InvalidOperationException($"The commit was refused: {refused}. Maybe something it needs was not saved before."),
        };
    }

    /// <summary>The SHA-256 of a text, as 64 lower-case hexadecimal digits.</summary>
    internal static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Commit Checked(Commit commit)
    {
        CommitCheck.ThrowIfSenseless(commit);
        return commit;
    }

    private static (string Subject, StudentId? Student, OpportunityId? Opportunity) About(IStored thing) => (thing.Subject, (thing as IStoredOfStudent)?.Student, Standing.OpportunityOf(thing));

    private static AuditLine Line(IStored thing, int version, string trigger, string from, string to) => new(thing.Subject, version, trigger, from, to, A.Coordinator, A.Moment);

    private static TransitionEvent Event(IStored thing, int version, string name) =>
        new(name, thing.Subject, version, (thing as IStoredOfStudent)?.Student, Standing.OpportunityOf(thing), A.Moment);
}
