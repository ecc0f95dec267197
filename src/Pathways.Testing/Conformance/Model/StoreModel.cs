namespace Pathways.Testing;

/// <summary>The contract of a store, as plainly as it can be said: what may come of a commit, and what is there after it. It shares nothing with any store.</summary>
internal sealed class StoreModel
{
    public SortedDictionary<string, IStored> Things { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Students { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Deleted { get; } = new(StringComparer.Ordinal);

    public Dictionary<(OpportunityId Opportunity, string Holder), (bool IsFilled, Instant? Until)> Seats { get; } = [];

    public List<AuditLine> Audit { get; } = [];

    public List<TransitionEvent> Events { get; } = [];

    public Dictionary<CommandKey, CarriedOut> Commands { get; } = [];

    public int VersionOf(string subject) => Things.TryGetValue(subject, out var value) ? value.Version : Students.GetValueOrDefault(subject);

    /// <summary>Everything that may come of a commit, as <see cref="StoredText.Of(CommitOutcome)"/> says it; nothing when it makes no sense.</summary>
    public ImmutableArray<CommitOutcome> Expect(Commit commit)
    {
        if (commit.Command is { } command && Commands.TryGetValue(command.Key, out var first))
        {
            return [first.Digest == command.Digest ? new CommitOutcome.Duplicate(first.Receipt) : new CommitOutcome.KeyReused(command.Key)];
        }

        var wanted = commit.Changes.Select(change => (change.Value.Subject, Version: change.ExpectedVersion))
            .Concat(commit.Deletions.Select(deletion => (deletion.Subject, Version: deletion.ExpectedVersion)))
            .Concat(commit.Unchanged.Select(unchanged => (unchanged.Subject, unchanged.Version))).ToList();
        var gone = wanted.Select(one => one.Subject).Concat(commit.Students.Select(StoredSubject.Of)).Where(Deleted.ContainsKey).Distinct().ToList();
        if (gone.Count > 0)
        {
            return [.. gone.Select(subject => new CommitOutcome.Deleted(subject))];
        }

        var stale = wanted.Where(one => VersionOf(one.Subject) != one.Version).ToList();
        if (stale.Count > 0)
        {
            return [.. stale.Select(one => new CommitOutcome.VersionConflict(one.Subject, one.Version, VersionOf(one.Subject)))];
        }

        if (After(commit) is not { } seats)
        {
            return [];
        }

        var crowded = Crowded(commit, seats).ToList();
        if (crowded.Count > 0)
        {
            return [.. crowded.Select(id => new CommitOutcome.NoSeatLeft(id))];
        }

        var overlaps = Overlaps(commit).ToList();
        return overlaps.Count > 0 ? [.. overlaps] : [new CommitOutcome.Committed(CommitReceipt.Of(commit))];
    }

    /// <summary>What is there after a commit that was saved.</summary>
    public void Apply(Commit commit)
    {
        var (students, seats) = (StudentsOf(commit).FindAll(student => !Deleted.ContainsKey(student)), After(commit)!);
        foreach (var change in commit.Changes)
        {
            Things[change.Value.Subject] = change.Value;
        }

        students.ForEach(student => Students[student] = Students.GetValueOrDefault(student) + 1);
        foreach (var deletion in commit.Deletions)
        {
            Deleted[deletion.Subject] = VersionOf(deletion.Subject);
            Things.Remove(deletion.Subject);
        }

        Seats.Clear();
        foreach (var (place, seat) in seats)
        {
            Seats.Add(place, seat);
        }

        Audit.AddRange(commit.Audit);
        Events.AddRange(commit.Events);
        if (commit.Command is { } command)
        {
            Commands.Add(command.Key, new(command.Digest, CommitReceipt.Of(commit), commit.At));
        }
    }

    public int Capacity(OpportunityId id) => Things.GetValueOrDefault($"opportunity/{id}") is OpportunityListing listing ? listing.Offer.Seats : 0;

    public int Taken(OpportunityId id) => Seats.Keys.Count(place => place.Opportunity == id);

    private List<string> StudentsOf(Commit commit) =>
    [
        .. commit.Changes.Select(change => change.Value).Concat(commit.Deletions.Select(deletion => Things.GetValueOrDefault(deletion.Subject)))
            .OfType<IStoredOfStudent>().Select(value => $"student/{value.Student}").Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Who has which seat after the claims; <see langword="null"/> when a claim is on a seat that its holder does not have.</summary>
    private Dictionary<(OpportunityId Opportunity, string Holder), (bool IsFilled, Instant? Until)>? After(Commit commit)
    {
        var seats = new Dictionary<(OpportunityId Opportunity, string Holder), (bool IsFilled, Instant? Until)>(Seats);
        foreach (var claim in commit.Seats)
        {
            var place = (claim.Opportunity, claim.Holder);
            var has = seats.TryGetValue(place, out var seat);
            switch (claim.Move)
            {
                case SeatMove.Hold when !has: seats[place] = (false, claim.Until); break;
                case SeatMove.Take when !has: seats[place] = (true, claim.Until); break;
                case SeatMove.Fill when has && !seat.IsFilled: seats[place] = (true, claim.Until); break;
                case SeatMove.Release when has && !seat.IsFilled: seats.Remove(place); break;
                case SeatMove.Vacate when has && seat.IsFilled: seats.Remove(place); break;
                default: return null;
            }
        }

        return seats;
    }

    /// <summary>The opportunities that would have more seats taken than there are, of those that gain a taken seat or change how many they have.</summary>
    private IEnumerable<OpportunityId> Crowded(Commit commit, Dictionary<(OpportunityId Opportunity, string Holder), (bool IsFilled, Instant? Until)> after)
    {
        var listings = commit.Changes.Select(change => change.Value).OfType<OpportunityListing>().ToDictionary(listing => listing.Id, listing => listing.Offer.Seats);
        return
            from id in listings.Keys.Concat(commit.Seats.Select(claim => claim.Opportunity)).Distinct()
            let taken = after.Keys.Count(place => place.Opportunity == id)
            let isDeleted = commit.Deletions.Any(deletion => deletion.Subject == $"opportunity/{id}")
            let capacity = listings.TryGetValue(id, out var seats) ? seats : isDeleted ? 0 : Capacity(id)
            where (listings.ContainsKey(id) || taken > Taken(id)) && taken > capacity
            select id;
    }

    private IEnumerable<CommitOutcome.Overlap> Overlaps(Commit commit)
    {
        var changed = commit.Changes.Select(change => change.Value).OfType<Placement>().Where(IsInTheWay).ToList();
        var names = commit.Changes.Select(change => change.Value.Subject).Concat(commit.Deletions.Select(deletion => deletion.Subject)).ToHashSet(StringComparer.Ordinal);
        var others = Things.Values.OfType<Placement>().Where(placement => IsInTheWay(placement) && !names.Contains(placement.Subject)).Concat(changed).ToList();
        return
            from placement in changed
            from other in others
            where other.Id != placement.Id && other.Student == placement.Student && other.Dates.Start <= placement.Dates.End && placement.Dates.Start <= other.Dates.End
            select new CommitOutcome.Overlap(placement.Id, other.Id);
    }

    private static bool IsInTheWay(Placement placement) => placement.IsExclusive && placement.IsLive;
}
