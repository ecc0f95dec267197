namespace Pathways.Testing;

/// <summary>Carries a commit out in a tenant's room: looks at everything first, then changes everything.</summary>
internal static class Committing
{
    public static CommitOutcome Carry(TenantId tenant, TenantRoom room, Commit commit)
    {
        CommitCheck.ThrowIfSenseless(commit);
        foreach (var change in commit.Changes)
        {
            TenantRoom.ThrowIfUnknown(change.Value);
        }

        if (commit.Command is { } command && room.Commands.TryGetValue(command.Key, out var earlier))
        {
            return earlier.Digest == command.Digest ? new CommitOutcome.Duplicate(earlier.Receipt) : new CommitOutcome.KeyReused(command.Key);
        }

        var students = StudentsOf(room, commit);
        IEnumerable<SavedVersion> expected =
        [
            .. commit.Changes.Select(change => new SavedVersion(change.Value.Subject, change.ExpectedVersion)),
            .. commit.Deletions.Select(deletion => new SavedVersion(deletion.Subject, deletion.ExpectedVersion)), .. commit.Unchanged,
        ];
        if (expected.Select(wanted => wanted.Subject).Concat(commit.Students.Select(StoredSubject.Of)).FirstOrDefault(room.Tombstones.ContainsKey) is { } deleted)
        {
            return new CommitOutcome.Deleted(deleted);
        }

        foreach (var wanted in expected)
        {
            if (room.StateOf(wanted.Subject).Version is var found && found != wanted.Version)
            {
                return new CommitOutcome.VersionConflict(wanted.Subject, wanted.Version, found);
            }
        }

        if (Crowded(room, commit, out var seats) is { } crowded)
        {
            return new CommitOutcome.NoSeatLeft(crowded);
        }

        return Overlapping(room, commit) is { } overlap ? overlap : Save(tenant, room, commit, students, seats);
    }

    /// <summary>The students that a commit is about, by the names of their subjects.</summary>
    private static string[] StudentsOf(TenantRoom room, Commit commit) =>
    [
        .. commit.Students.Select(StoredSubject.Of)
            .Concat(commit.Deletions.Select(deletion => room.Things.GetValueOrDefault(deletion.Subject)).OfType<IStoredOfStudent>().Select(value => StoredSubject.Of(value.Student)))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The first opportunity that would have more seats taken than there are; what the ledger would say otherwise.</summary>
    private static OpportunityId? Crowded(TenantRoom room, Commit commit, out Dictionary<(OpportunityId Opportunity, string Holder), SeatLedger.Seat?> seats)
    {
        seats = [];
        var taken = new Dictionary<OpportunityId, int>();
        foreach (var claim in commit.Seats)
        {
            var place = (claim.Opportunity, claim.Holder);
            var before = seats.TryGetValue(place, out var pending) ? pending : room.Seats.Find(claim.Opportunity, claim.Holder);
            var isPossible = claim.Move switch
            {
                SeatMove.Hold or SeatMove.Take => before is null,
                SeatMove.Fill or SeatMove.Release => before is { IsFilled: false },
                _ => before is { IsFilled: true },
            };
            if (!isPossible)
            {
                throw new ArgumentException($"{claim.Holder} cannot {claim.Move} a seat of {claim.Opportunity}: it has {(before is null ? "none" : before.IsFilled ? "a filled one" : "a held one")}.", nameof(commit));
            }

            seats[place] = claim.Move is SeatMove.Release or SeatMove.Vacate ? null : new(claim.Holder, claim.Move != SeatMove.Hold, claim.Until);
            var change = claim.Move switch { SeatMove.Hold or SeatMove.Take => 1, SeatMove.Release or SeatMove.Vacate => -1, _ => 0 };
            taken[claim.Opportunity] = taken.GetValueOrDefault(claim.Opportunity, room.Seats.Taken(claim.Opportunity)) + change;
        }

        var listings = commit.Changes.Select(change => change.Value).OfType<OpportunityListing>().ToDictionary(listing => listing.Id);
        foreach (var id in listings.Keys)
        {
            taken.TryAdd(id, room.Seats.Taken(id));
        }

        foreach (var (id, count) in taken.OrderBy(pair => pair.Key))
        {
            var isDeleted = commit.Deletions.Any(deletion => deletion.Subject == $"opportunity/{id}");
            var capacity = (listings.GetValueOrDefault(id) ?? (isDeleted ? null : room.Opportunities.Find(id.Value)))?.Offer.Seats ?? 0;
            var grew = listings.ContainsKey(id) || count > room.Seats.Taken(id);
            if (grew && count > capacity)
            {
                return id;
            }
        }

        return null;
    }

    private static CommitOutcome.Overlap? Overlapping(TenantRoom room, Commit commit)
    {
        var changed = commit.Changes.Select(change => change.Value).OfType<Placement>().ToDictionary(placement => placement.Id);
        foreach (var placement in changed.Values.Where(Occupies))
        {
            var others = room.Placements.Under(0, placement.Student.Value).Where(other => !changed.ContainsKey(other.Id) && commit.Deletions.All(deletion => deletion.Subject != other.Subject)).Concat(changed.Values);
            if (others.FirstOrDefault(other => other.Id != placement.Id && other.Student == placement.Student && Occupies(other) && Meet(other.Dates, placement.Dates)) is { } found)
            {
                return new(placement.Id, found.Id);
            }
        }

        return null;
    }

    private static bool Occupies(Placement placement) => placement is { IsExclusive: true, IsLive: true };

    private static bool Meet(DateInterval one, DateInterval other) => one.Start <= other.End && other.Start <= one.End;

    private static CommitOutcome.Committed Save(TenantId tenant, TenantRoom room, Commit commit, string[] students, Dictionary<(OpportunityId Opportunity, string Holder), SeatLedger.Seat?> seats)
    {
        foreach (var change in commit.Changes)
        {
            room.Put(change.Value);
        }

        foreach (var student in students.Where(student => !room.Tombstones.ContainsKey(student)))
        {
            room.Students[student] = room.Students.GetValueOrDefault(student) + 1;
        }

        foreach (var deletion in commit.Deletions)
        {
            room.Bury(deletion.Subject);
        }

        foreach (var (place, seat) in seats)
        {
            room.Seats.Put(place.Opportunity, place.Holder, seat);
        }

        foreach (var line in commit.Audit)
        {
            room.Log.Write(tenant, line);
        }

        foreach (var happened in commit.Events)
        {
            room.Outbox.Add(++room.LastPosition, happened);
        }

        var receipt = CommitReceipt.Of(commit);
        if (commit.Command is { } command)
        {
            room.Commands.Add(command.Key, new(command.Digest, receipt, commit.At));
        }

        return new(receipt);
    }
}
