namespace Pathways.Testing;

/// <summary>Carries a commit out in a tenant's room: looks at everything first, then changes everything.</summary>
internal static class Committing
{
    public static CommitOutcome Carry(TenantRoom room, Commit commit)
    {
        ThrowIfSenseless(commit);
        if (commit.Command is { } command && room.Commands.TryGetValue(command.Key, out var earlier))
        {
            return earlier.Digest == command.Digest ? new CommitOutcome.Duplicate(earlier.Receipt) : new CommitOutcome.KeyReused(command.Key);
        }

        foreach (var change in commit.Changes)
        {
            if (room.VersionOf(change.Value) is var found && found != change.ExpectedVersion)
            {
                return new CommitOutcome.VersionConflict(change.Value.Subject, change.ExpectedVersion, found);
            }
        }

        if (Crowded(room, commit, out var seats) is { } crowded)
        {
            return new CommitOutcome.NoSeatLeft(crowded);
        }

        return Overlapping(room, commit) is { } overlap ? overlap : Save(room, commit, seats);
    }

    private static void ThrowIfSenseless(Commit commit)
    {
        if (commit.Changes.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A commit changes at least one thing.", nameof(commit));
        }

        var subjects = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in commit.Changes)
        {
            if (!subjects.Add(change.Value.Subject))
            {
                throw new ArgumentException($"{change.Value.Subject} is in the commit twice. Maybe make two commits of it.", nameof(commit));
            }

            if (change.ExpectedVersion < 0 || change.Value.Version != change.ExpectedVersion + 1)
            {
                throw new ArgumentException(
                    $"{change.Value.Subject} would go from version {change.ExpectedVersion} to {change.Value.Version}; a version grows by one.", nameof(commit));
            }
        }
    }

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
            var capacity = (listings.GetValueOrDefault(id) ?? room.Opportunities.Find(id.Value))?.Offer.Seats ?? 0;
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
            var others = room.Placements.Under(0, placement.Student.Value).Where(other => !changed.ContainsKey(other.Id)).Concat(changed.Values);
            if (others.FirstOrDefault(other => other.Id != placement.Id && other.Student == placement.Student && Occupies(other) && Meet(other.Dates, placement.Dates)) is { } found)
            {
                return new(placement.Id, found.Id);
            }
        }

        return null;
    }

    private static bool Occupies(Placement placement) => placement is { IsExclusive: true, IsLive: true };

    private static bool Meet(DateInterval one, DateInterval other) => one.Start <= other.End && other.Start <= one.End;

    private static CommitOutcome.Committed Save(TenantRoom room, Commit commit, Dictionary<(OpportunityId Opportunity, string Holder), SeatLedger.Seat?> seats)
    {
        foreach (var change in commit.Changes)
        {
            room.Put(change.Value);
        }

        foreach (var (place, seat) in seats)
        {
            room.Seats.Put(place.Opportunity, place.Holder, seat);
        }

        foreach (var line in commit.Audit)
        {
            room.Audit[line.Subject] = room.Audit.GetValueOrDefault(line.Subject, []).Add(line);
        }

        foreach (var happened in commit.Events)
        {
            room.Outbox.Add(++room.LastPosition, happened);
        }

        var receipt = new CommitReceipt([.. commit.Changes.Select(change => new SavedVersion(change.Value.Subject, change.Value.Version))]);
        if (commit.Command is { } command)
        {
            room.Commands.Add(command.Key, new(command.Digest, receipt));
        }

        return new(receipt);
    }
}
