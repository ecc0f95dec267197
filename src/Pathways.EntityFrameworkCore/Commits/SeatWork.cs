namespace Pathways.EntityFrameworkCore;

/// <summary>Moves seats: one count for each opportunity, changed by one conditional statement, and a row for each holder.</summary>
internal sealed class SeatWork(Session session, Commit commit)
{
    /// <summary>Carries every claim out.</summary>
    /// <returns>Why not; <see langword="null"/> when it is done.</returns>
    public async ValueTask<CommitOutcome?> CarryAsync(CancellationToken cancellationToken)
    {
        foreach (var gone in commit.Deletions.Where(deletion => StoredKinds.Find(deletion.Subject) == StoredKinds.Opportunities))
        {
            await session.ExecuteAsync(Slot("DELETE FROM pathways_slots WHERE tenant = @tenant AND opportunity = @opportunity", gone.Subject["opportunity/".Length..]), cancellationToken)
                .ConfigureAwait(false);
        }

        var listings = commit.Changes.Where(change => change.Value is OpportunityListing).ToDictionary(change => ((OpportunityListing)change.Value).Id);
        OpportunityId? full = null;
        foreach (var id in commit.Seats.Select(claim => claim.Opportunity).Concat(listings.Keys).Distinct().Order())
        {
            var growth = commit.Seats.Where(claim => claim.Opportunity == id).Sum(claim => claim.Move switch { SeatMove.Hold or SeatMove.Take => 1, SeatMove.Release or SeatMove.Vacate => -1, _ => 0 });
            var isThere = await CountAsync(id, growth, listings.GetValueOrDefault(id), cancellationToken).ConfigureAwait(false);
            full ??= isThere ? null : id;
        }

        await HoldersAsync(isSaving: full is null, cancellationToken).ConfigureAwait(false);
        return full is { } crowded ? new CommitOutcome.NoSeatLeft(crowded) : null;
    }

    /// <summary>Counts seats that are taken or given back, and takes over how many there are. Claims that would give back more than was taken count nothing: their holders tell.</summary>
    /// <returns>Whether there are as many.</returns>
    private async ValueTask<bool> CountAsync(OpportunityId id, int growth, StoredChange? listing, CancellationToken cancellationToken)
    {
        const string Where = "WHERE tenant = @tenant AND opportunity = @opportunity";
        if (listing?.Value is OpportunityListing { Offer.Seats: var capacity })
        {
            if (listing.ExpectedVersion == 0)
            {
                return growth < 0 || (growth <= capacity && await session.ExecuteAsync(
                    Slot("INSERT INTO pathways_slots (tenant, opportunity, capacity, taken) VALUES (@tenant, @opportunity, @capacity, @growth)", id.Value).With("capacity", capacity).With("growth", growth),
                    cancellationToken).ConfigureAwait(false) == 1);
            }

            return await session.ExecuteAsync(
                Slot($"UPDATE pathways_slots SET capacity = @capacity, taken = taken + @growth {Where} AND taken + @growth BETWEEN 0 AND @capacity", id.Value)
                    .With("capacity", capacity).With("growth", growth),
                cancellationToken).ConfigureAwait(false) == 1;
        }

        // Of an opportunity that was deleted no seat is left to count, but those that are taken can be given back.
        return growth > 0
            ? await session.ExecuteAsync(Slot($"UPDATE pathways_slots SET taken = taken + @growth {Where} AND taken + @growth <= capacity", id.Value).With("growth", growth), cancellationToken)
                .ConfigureAwait(false) == 1
            : await session.ExecuteAsync(Slot($"UPDATE pathways_slots SET taken = taken + @growth {Where} AND taken + @growth >= 0", id.Value).With("growth", growth), cancellationToken).ConfigureAwait(false) >= 0;
    }

    private async ValueTask HoldersAsync(bool isSaving, CancellationToken cancellationToken)
    {
        var seats = new Dictionary<(OpportunityId Opportunity, string Holder), (Seat? Before, Seat? After)>();
        foreach (var claim in commit.Seats)
        {
            var place = (claim.Opportunity, claim.Holder);
            var (before, now) = seats.TryGetValue(place, out var known) ? known : await FindAsync(claim, cancellationToken).ConfigureAwait(false) is var found ? (found, found) : default;
            var isPossible = claim.Move switch
            {
                SeatMove.Hold or SeatMove.Take => now is null,
                SeatMove.Fill or SeatMove.Release => now is { IsFilled: false },
                _ => now is { IsFilled: true },
            };
            if (!isPossible)
            {
                throw new ArgumentException($"{claim.Holder} cannot {claim.Move} a seat of {claim.Opportunity}: it has {(now is null ? "none" : now.IsFilled ? "a filled one" : "a held one")}.");
            }

            seats[place] = (before, claim.Move is SeatMove.Release or SeatMove.Vacate ? null : new(claim.Move != SeatMove.Hold, claim.Until));
        }

        foreach (var ((opportunity, holder), (before, after)) in isSaving ? seats : [])
        {
            const string Where = "WHERE tenant = @tenant AND opportunity = @opportunity AND holder = @holder";
            var sql = (before, after) switch
            {
                (null, null) => null,
                (null, _) => "INSERT INTO pathways_seats (tenant, opportunity, holder, is_filled, held_until) VALUES (@tenant, @opportunity, @holder, @is_filled, @held_until)",
                (_, null) => $"DELETE FROM pathways_seats {Where}",
                _ => $"UPDATE pathways_seats SET is_filled = @is_filled, held_until = @held_until {Where}",
            };
            if (sql is null)
            {
                continue;
            }

            var write = Slot(sql, opportunity.Value).With("holder", holder);
            if (after is not null)
            {
                write.With("is_filled", after.IsFilled).With("held_until", after.Until is { } until ? Moments.Text(until) : null);
            }

            if (await session.ExecuteAsync(write, cancellationToken).ConfigureAwait(false) != 1)
            {
                throw new RaceException();
            }
        }
    }

    private async ValueTask<Seat?> FindAsync(SeatClaim claim, CancellationToken cancellationToken)
    {
        var found = await session.QueryAsync(
            Slot("SELECT is_filled FROM pathways_seats WHERE tenant = @tenant AND opportunity = @opportunity AND holder = @holder", claim.Opportunity.Value).With("holder", claim.Holder),
            row => new Seat(row.GetBoolean(0), null), cancellationToken).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    private static Statement Slot(string sql, string opportunity) => new Statement(sql).With("opportunity", opportunity);

    private sealed record Seat(bool IsFilled, Instant? Until);
}
