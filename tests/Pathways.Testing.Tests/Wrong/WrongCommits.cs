namespace Pathways.Testing.Tests;

/// <summary>Stores that commit wrongly.</summary>
internal static class WrongCommits
{
    public static IEnumerable<WrongStore> All =>
    [
        WrongStore.Of("the expected version is not looked at", () => new WrongCommit(LastWriterWins), "A stale version is a conflict and changes nothing"),
        WrongStore.Of("audit lines are written before anything is looked at", () => new WrongCommit(AuditFirst), "A refused commit writes no line"),
        WrongStore.Of("events are sent before anything is looked at", () => new WrongCommit(EventsFirst), "A refused commit writes no line"),
        WrongStore.Of("capacity is read before the lock", () => new WrongCommit(CapacityBefore), "Of many who take the last seats at once as many succeed as there are seats"),
        WrongStore.Of("a released seat stays taken", () => WrongCommit.Instead(commit => commit with { Seats = [.. commit.Seats.Where(claim => claim.Move != SeatMove.Release)] }), "Seats go from free to held to filled and back"),
        WrongStore.Of("a seat that is given up frees none for the same commit", () => new WrongCommit(ClaimsOnly), "A seat that one change of a commit frees can be taken by another"),
        WrongStore.Of("the last event of a commit is lost", () => WrongCommit.Instead(commit => commit with { Events = commit.Events.Length > 1 ? commit.Events[..^1] : commit.Events }), "A commit saves every thing of it with its audit lines and events"),
        WrongStore.Of("an event waits twice", () => WrongCommit.Instead(commit => commit with { Events = [.. commit.Events.Take(1), .. commit.Events] }), "Events wait, oldest first, until they are taken"),
        WrongStore.Of("audit lines of a commit are written in another order", () => WrongCommit.Instead(commit => commit with { Audit = [.. commit.Audit.Reverse()] }), "The lines of one commit are kept in their order"),
        WrongStore.Of("a repeated request is carried out again", () => WrongCommit.Instead(commit => commit with { Command = null }), "A repeated request has one effect and gives the first receipt"),
        WrongStore.Of("the digest of a request is not compared", () => new WrongCommit(NoDigest), "A key that was used for another request is refused"),
        WrongStore.Of("a refused commit uses up its key", () => WrongCommit.Then(KeepKey), "One stale thing keeps the whole commit from being saved"),
        WrongStore.Of("a deletion is said before a repeated request", () => new WrongCommit(DeletedBeforeKey), "A repeated request gives the first receipt whatever became of its things since"),
        WrongStore.Of("an overlap is said before a missing seat", () => new WrongCommit(OverlapBeforeSeat), "A seat is said before an overlap"),
        WrongStore.Of("what a commit rests on is not looked at", () => WrongCommit.Instead(commit => commit with { Unchanged = [] }), "A commit that rests on a thing that changed is a version conflict"),
        WrongStore.Of("only things that a commit rests on are looked at, not students", () => WrongCommit.Instead(WithoutStudents), "A commit that rests on a student is a version conflict once anything of that student was saved"),
        WrongStore.Of("what a commit rests on is read before the lock", () => new WrongCommit(RestBefore), "Of two commits at once that each rest on the other's student one is saved"),
        WrongStore.Of("a student's version grows with each thing, not with each commit", () => WrongCommit.Then(PerThing), "A student's version grows by one with each commit, however many things it saves"),
        WrongStore.Of("a student's version does not grow with deletions", () => WrongCommit.Then(NotForDeletions), "A student's version grows when a thing of that student is deleted"),
        WrongStore.Of("a student's version does not grow with entries of the record", () => WrongCommit.Then(NotForRecords), "A student's version grows with every kind of thing of that student"),
        WrongStore.Of("tombstones are lost", () => WrongCommit.Then((room, _, _) => room.Tombstones.Clear()), "Deleted stays deleted: whoever comes late is refused"),
        WrongStore.Of("a student who was deleted is not kept in mind", () => WrongCommit.Then(ForgetStudents), "Nothing of any kind is saved about a student who was deleted"),
        WrongStore.Of("a deletion does not look at the version", () => new WrongCommit(DeleteAny), "A stale deletion is a version conflict and deletes nothing"),
        WrongStore.Of("placements that share one day do not overlap", () => new WrongCommit(TouchingIsFree), "Two exclusive placements on one day are refused"),
        WrongStore.Of("times are kept to the second", () => WrongCommit.Instead(ToTheSecond), "A time is kept to the nanosecond"),
    ];

    private static async ValueTask<CommitOutcome> LastWriterWins(InMemoryPathwaysStore right, TenantScope scope, Commit commit)
    {
        var outcome = await right.CommitAsync(scope, commit);
        return outcome is CommitOutcome.VersionConflict conflict && commit.Changes is [{ Value: Application application }]
            ? await right.CommitAsync(scope, commit with { Changes = [StoredChange.To(application with { Version = conflict.Found + 1 })] })
            : outcome;
    }

    private static async ValueTask<CommitOutcome> AuditFirst(InMemoryPathwaysStore right, TenantScope scope, Commit commit)
    {
        CommitCheck.ThrowIfSenseless(commit);
        _ = await right.In(scope, room => Each(commit.Audit, line => room.Log.Write(scope.Tenant, line)), CancellationToken.None);
        return await right.CommitAsync(scope, commit with { Audit = [] });
    }

    private static async ValueTask<CommitOutcome> EventsFirst(InMemoryPathwaysStore right, TenantScope scope, Commit commit)
    {
        CommitCheck.ThrowIfSenseless(commit);
        _ = await right.In(scope, room => Each(commit.Events, happened => room.Outbox.Add(++room.LastPosition, happened)), CancellationToken.None);
        return await right.CommitAsync(scope, commit with { Events = [] });
    }

    private static async ValueTask<CommitOutcome> CapacityBefore(InMemoryPathwaysStore right, TenantScope scope, Commit commit)
    {
        if (commit.Seats is not [{ Move: SeatMove.Hold } claim] || (await right.CountSeatsAsync(scope, claim.Opportunity)).Free <= 0)
        {
            return await right.CommitAsync(scope, commit);
        }

        await Task.Delay(5); // as long as a round trip takes
        return await right.In(
            scope,
            room =>
            {
                var listing = room.Opportunities.Find(claim.Opportunity.Value)!;
                room.Put(listing with { Offer = listing.Offer with { Seats = int.MaxValue } });
                var outcome = Committing.Carry(scope.Tenant, room, commit);
                room.Put(listing);
                return outcome;
            },
            CancellationToken.None);
    }

    private static ValueTask<CommitOutcome> ClaimsOnly(InMemoryPathwaysStore right, TenantScope scope, Commit commit) => right.In(
        scope,
        room =>
        {
            var wanted = commit.Seats.Count(claim => claim.Move is SeatMove.Hold or SeatMove.Take);
            var first = commit.Seats.Select(claim => claim.Opportunity).FirstOrDefault();
            var isFull = wanted > 0 && room.Opportunities.Find(first.Value) is { } listing && room.Seats.Taken(first) + wanted > listing.Offer.Seats;
            return isFull ? new CommitOutcome.NoSeatLeft(first) : Committing.Carry(scope.Tenant, room, commit);
        },
        CancellationToken.None);

    private static async ValueTask<CommitOutcome> NoDigest(InMemoryPathwaysStore right, TenantScope scope, Commit commit)
    {
        var outcome = await right.CommitAsync(scope, commit);
        return outcome is CommitOutcome.KeyReused reused ? new CommitOutcome.Duplicate((await right.FindCommandAsync(scope, reused.Key))!.Receipt) : outcome;
    }

    private static void KeepKey(TenantRoom room, Commit commit, CommitOutcome outcome)
    {
        if (commit.Command is { } command)
        {
            room.Commands.TryAdd(command.Key, new(command.Digest, CommitReceipt.Of(commit), commit.At));
        }
    }

    private static async ValueTask<CommitOutcome> DeletedBeforeKey(InMemoryPathwaysStore right, TenantScope scope, Commit commit)
    {
        foreach (var subject in commit.Changes.Select(change => change.Value.Subject))
        {
            if ((await right.StateAsync(scope, subject)).IsDeleted)
            {
                return new CommitOutcome.Deleted(subject);
            }
        }

        return await right.CommitAsync(scope, commit);
    }

    private static async ValueTask<CommitOutcome> OverlapBeforeSeat(InMemoryPathwaysStore right, TenantScope scope, Commit commit)
    {
        var outcome = await right.CommitAsync(scope, commit);
        return outcome is CommitOutcome.NoSeatLeft && commit.Changes[0].Value is Placement placement
            && (await right.ListAsync(scope, new PlacementQuery { Student = placement.Student, Days = placement.Dates })).Items is [var other, ..]
                ? new CommitOutcome.Overlap(placement.Id, other.Id)
                : outcome;
    }

    private static Commit WithoutStudents(Commit commit) =>
        commit with { Unchanged = [.. commit.Unchanged.Where(unchanged => StoredSubject.FindStudent(unchanged.Subject) is null)] };

    private static async ValueTask<CommitOutcome> RestBefore(InMemoryPathwaysStore right, TenantScope scope, Commit commit)
    {
        foreach (var unchanged in commit.Unchanged)
        {
            if (await right.StateAsync(scope, unchanged.Subject) is var state && state.Version != unchanged.Version)
            {
                return new CommitOutcome.VersionConflict(unchanged.Subject, unchanged.Version, state.Version);
            }
        }

        await Task.Delay(5);
        return await right.CommitAsync(scope, commit with { Unchanged = [] });
    }

    private static void PerThing(TenantRoom room, Commit commit, CommitOutcome outcome)
    {
        if (outcome is CommitOutcome.Committed)
        {
            foreach (var again in commit.Changes.Select(change => change.Value).OfType<IStoredOfStudent>().GroupBy(value => value.Student))
            {
                room.Students[StoredSubject.Of(again.Key)] += again.Count() - 1;
            }
        }
    }

    private static void NotForDeletions(TenantRoom room, Commit commit, CommitOutcome outcome)
    {
        if (outcome is CommitOutcome.Committed && commit is { Changes.Length: 0, Deletions.Length: 1 } && commit.Deletions[0].Subject is not "application/a2")
        {
            foreach (var student in room.Students.Keys.Where(student => room.Students[student] > 1).ToList())
            {
                room.Students[student]--;
            }
        }
    }

    private static void NotForRecords(TenantRoom room, Commit commit, CommitOutcome outcome)
    {
        if (outcome is CommitOutcome.Committed && commit.Changes.All(change => change.Value is StudentRecordEntry))
        {
            foreach (var student in commit.Students)
            {
                room.Students[StoredSubject.Of(student)]--;
            }
        }
    }

    private static void ForgetStudents(TenantRoom room, Commit commit, CommitOutcome outcome)
    {
        foreach (var student in room.Tombstones.Keys.Where(subject => StoredSubject.FindStudent(subject) is not null).ToList())
        {
            room.Tombstones.Remove(student);
        }
    }

    private static ValueTask<CommitOutcome> DeleteAny(InMemoryPathwaysStore right, TenantScope scope, Commit commit) => right.In(
        scope,
        room => Committing.Carry(scope.Tenant, room, commit with
        {
            Deletions = [.. commit.Deletions.Select(deletion => room.Things.TryGetValue(deletion.Subject, out var there) ? deletion with { ExpectedVersion = there.Version } : deletion)],
        }),
        CancellationToken.None);

    private static async ValueTask<CommitOutcome> TouchingIsFree(InMemoryPathwaysStore right, TenantScope scope, Commit commit)
    {
        var outcome = await right.CommitAsync(scope, commit);
        return outcome is CommitOutcome.Overlap overlap && commit.Changes is [{ Value: Placement placement }]
            && (await right.FindAsync(scope, overlap.Other))?.Dates.Start == placement.Dates.End
                ? await right.CommitAsync(scope, commit with { Changes = [StoredChange.To(placement with { Dates = new(placement.Dates.Start, placement.Dates.End.PlusDays(-1)) })] })
                : outcome;
    }

    private static Commit ToTheSecond(Commit commit) => commit with
    {
        Changes = [.. commit.Changes.Select(change => change.Value is Application { OfferExpires: { } at } application
            ? change with { Value = application with { OfferExpires = Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()) } } : change)],
    };

    private static bool Each<T>(ImmutableArray<T> all, Action<T> act)
    {
        foreach (var one in all)
        {
            act(one);
        }

        return true;
    }
}
