using Pathways;

/// <summary>A commit against what one tenant has: first everything is looked at, in the order of the contract; then everything is done.</summary>
internal static class OwnCommit
{
    public static CommitOutcome Carry(TenantId tenant, OwnTenant there, Commit commit)
    {
        // 0. What makes no sense in itself is the caller's fault.
        CommitCheck.ThrowIfSenseless(commit);
        foreach (var change in commit.Changes)
        {
            if (change.Value is not (OpportunityListing or Application or Placement or PlacementDocument or HoursEntry or MatchRun or StudentRecordEntry or PartnerListing))
            {
                throw new ArgumentException($"{change.Value.Subject} is of no kind that is kept.", nameof(commit));
            }
        }

        // 1. A request that was carried out before has no second effect.
        if (commit.Command is { } command && there.Requests.TryGetValue(command.Key.Value, out var first))
        {
            return first.Digest == command.Digest ? new CommitOutcome.Duplicate(first.Receipt) : new CommitOutcome.KeyReused(command.Key);
        }

        // 2. Deleted stays deleted: a thing, a student, and whatever would be saved about a student who was deleted.
        var students = commit.Changes.Select(change => change.Value)
            .Concat(commit.Deletions.Select(deletion => there.Things.GetValueOrDefault(deletion.Subject)))
            .OfType<IStoredOfStudent>().Select(thing => StoredSubject.Of(thing.Student)).Distinct().ToList();
        var expected = commit.Changes.Select(change => new SavedVersion(change.Value.Subject, change.ExpectedVersion))
            .Concat(commit.Deletions.Select(deletion => new SavedVersion(deletion.Subject, deletion.ExpectedVersion)))
            .Concat(commit.Unchanged).ToList();
        if (expected.Select(wanted => wanted.Subject).Concat(commit.Students.Select(StoredSubject.Of)).FirstOrDefault(there.Deleted.ContainsKey) is { } deleted)
        {
            return new CommitOutcome.Deleted(deleted);
        }

        // 3. What changes, what is deleted and what must not change: each at the version that was read.
        foreach (var wanted in expected)
        {
            if (there.VersionOf(wanted.Subject) is var found && found != wanted.Version)
            {
                return new CommitOutcome.VersionConflict(wanted.Subject, wanted.Version, found);
            }
        }

        // 4. Seats, counted as they are when all claims are carried out.
        var seats = Claimed(there.Seats, commit);
        var listings = commit.Changes.Select(change => change.Value).OfType<OpportunityListing>().ToDictionary(listing => listing.Id);
        foreach (var id in listings.Keys.Concat(commit.Seats.Select(claim => claim.Opportunity)).Distinct())
        {
            var (before, after) = (there.Seats.Count(seat => seat.Opportunity == id), seats.Count(seat => seat.Opportunity == id));
            var listing = listings.GetValueOrDefault(id) ?? (commit.Deletions.Any(deletion => deletion.Subject == $"opportunity/{id}") ? null : there.Things.GetValueOrDefault($"opportunity/{id}") as OpportunityListing);
            if ((after > before || listings.ContainsKey(id)) && after > (listing?.Offer.Seats ?? 0))
            {
                return new CommitOutcome.NoSeatLeft(id);
            }
        }

        // 5. No student has two exclusive placements on one day.
        var changed = commit.Changes.Select(change => change.Value).OfType<Placement>().ToList();
        var subjects = expected.Select(wanted => wanted.Subject).Except(commit.Unchanged.Select(unchanged => unchanged.Subject)).ToHashSet(StringComparer.Ordinal);
        var others = there.Things.Values.OfType<Placement>().Where(placement => !subjects.Contains(placement.Subject)).Concat(changed).ToList();
        foreach (var placement in changed.Where(placement => placement is { IsExclusive: true, IsLive: true }))
        {
            if (others.Find(other => other is { IsExclusive: true, IsLive: true } && other.Id != placement.Id && other.Student == placement.Student
                && other.Dates.Start <= placement.Dates.End && placement.Dates.Start <= other.Dates.End) is { } other)
            {
                return new CommitOutcome.Overlap(placement.Id, other.Id);
            }
        }

        // 6. Nothing speaks against it.
        Save(tenant, there, commit, students);
        there.Seats = seats;
        return new CommitOutcome.Committed(CommitReceipt.Of(commit));
    }

    private static List<SeatHolding> Claimed(List<SeatHolding> seats, Commit commit)
    {
        var after = seats.ToList();
        foreach (var claim in commit.Seats)
        {
            var at = after.FindIndex(seat => seat.Opportunity == claim.Opportunity && seat.Holder == claim.Holder);
            var isPossible = claim.Move switch
            {
                SeatMove.Hold or SeatMove.Take => at < 0,
                SeatMove.Fill or SeatMove.Release => at >= 0 && !after[at].IsFilled,
                _ => at >= 0 && after[at].IsFilled,
            };
            if (!isPossible)
            {
                throw new ArgumentException($"{claim.Holder} cannot {claim.Move} a seat of {claim.Opportunity}.", nameof(commit));
            }

            if (at >= 0)
            {
                after.RemoveAt(at);
            }

            if (claim.Move is SeatMove.Hold or SeatMove.Take or SeatMove.Fill)
            {
                after.Add(new(claim.Opportunity, claim.Holder, IsFilled: claim.Move != SeatMove.Hold, claim.Until));
            }
        }

        return after;
    }

    private static void Save(TenantId tenant, OwnTenant there, Commit commit, List<string> students)
    {
        foreach (var change in commit.Changes)
        {
            there.Things[change.Value.Subject] = change.Value;
        }

        foreach (var student in students.Where(student => !there.Deleted.ContainsKey(student))) // once for each commit, however many things it saves
        {
            there.Students[student] = there.Students.GetValueOrDefault(student) + 1;
        }

        foreach (var deletion in commit.Deletions) // the tombstone stays, and so does the audit log
        {
            there.Deleted[deletion.Subject] = there.VersionOf(deletion.Subject);
            there.Things.Remove(deletion.Subject);
        }

        foreach (var line in commit.Audit)
        {
            var last = there.Audit.LastOrDefault(entry => entry.Line.Subject == line.Subject);
            var number = (last?.Number ?? 0) + 1;
            there.Audit.Add(new(line, number, AuditChain.Next(last?.Hash ?? AuditChain.Start(tenant, line.Subject), number, line)));
        }

        there.Outbox.AddRange(commit.Events.Select(happened => new OutboxEvent(++there.LastPosition, happened)));
        if (commit.Command is { } command)
        {
            there.Requests.Add(command.Key.Value, new(command.Digest, CommitReceipt.Of(commit), commit.At));
        }
    }
}
