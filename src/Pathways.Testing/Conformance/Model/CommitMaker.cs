using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>How often the generated commits hold what, in percent.</summary>
internal sealed record CommitMix(string Name, int Claims, int Deletions, int Requests, int Placements);

/// <summary>Makes the commits of a sequence: most are right, some are stale, repeated, against a tombstone, for a seat that is not there, or in another's way.</summary>
/// <remarks>A small world on purpose, so that commits meet: four students, two opportunities, and few things of each kind.</remarks>
internal sealed class CommitMaker(Seed seed, CommitMix mix, StoreModel model)
{
    private static readonly DateInterval[] Dates =
        [Fall, new(new(2026, 8, 1), new(2026, 9, 13)), new(new(2026, 8, 1), new(2026, 9, 14)), new(new(2026, 12, 18), new(2027, 1, 31)), new(new(2027, 2, 1), new(2027, 6, 1))];

    private static readonly string[] Names =
        ["opportunity/o0", "opportunity/o1", "application/a0", "application/a1", "application/a2", "placement/p0", "placement/p1", "placement/p2", "hours-entry/h0", "document/d0", "record-entry/s0/e0", "record-entry/s1/e0", "match-run/r0", "partner/c0"];

    private readonly Draws _draws = new(seed);
    private readonly List<Commit> _made = [];
    private int _keys;

    /// <summary>The next commit. Now and then the rarest of a few, or what is rare alone would never meet what else is rare.</summary>
    public Commit Next()
    {
        var commit = Make();
        for (var others = _draws.Percent(40) ? 6 : 0; others > 0; others--)
        {
            commit = Make() is var other && Rarity(other) > Rarity(commit) ? other : commit;
        }

        _made.Add(commit);
        return commit;
    }

    private Commit Make()
    {
        if (_made.Count > 0 && _draws.Percent(mix.Requests / 2) && Earlier() is var again && !again.Deletions.Any(deletion => IsTaken(deletion.Subject)))
        {
            return again; // once more, as it was
        }

        var (changes, deletions, unchanged, taken) = (new List<StoredChange>(), new List<StoredDeletion>(), new List<SavedVersion>(), new HashSet<string>(StringComparer.Ordinal));
        for (var parts = 1 + _draws.Below(3); parts > 0; parts--)
        {
            var name = _draws.Percent(mix.Placements) ? $"placement/p{_draws.Below(3)}" : _draws.Of(Names);
            if (taken.Add(name))
            {
                AddPart(name, changes, deletions, unchanged);
            }
        }

        if (_draws.Percent(mix.Deletions / 2) && _draws.Below(4) is var leaving && changes.All(change => (change.Value as IStoredOfStudent)?.Student.Value != $"s{leaving}"))
        {
            deletions.Add(new($"student/s{leaving}", Expected($"student/s{leaving}", lowest: 0)));
        }
        else if (_draws.Percent(20))
        {
            unchanged.Add(new($"student/s{_draws.Below(4)}", 0));
            unchanged[^1] = unchanged[^1] with { Version = Expected(unchanged[^1].Subject, lowest: 0) };
        }

        if (changes.Count + deletions.Count == 0)
        {
            var name = Names.First(name => !taken.Contains(name));
            changes.Add(new(ThingOf(name, Expected(name, lowest: 0) + 1), 0));
            changes[^1] = StoredChange.To(changes[^1].Value);
        }

        return new Commit
        {
            Changes = [.. changes],
            Deletions = [.. deletions],
            Unchanged = [.. unchanged],
            Audit =
            [
                .. changes.Select(change => Line(change.Value.Subject, change.Value.Version, "Saved")),
                .. deletions.Select(deletion => Line(deletion.Subject, deletion.ExpectedVersion + 1, "Deleted")),
            ],
            Events = [.. changes.Select(change => new TransitionEvent("Saved", change.Value.Subject, change.Value.Version, null, null, Noon))],
            Seats = [.. Claims(deletions).OrderBy(claim => claim.Move is not (SeatMove.Release or SeatMove.Vacate))], // a store may count claim by claim
            Command = Request(),
        };
    }

    /// <summary>A commit that was made before; mostly one whose request was carried out.</summary>
    private Commit Earlier()
    {
        var carriedOut = _made.Where(made => made.Command is { } command && model.Commands.ContainsKey(command.Key)).ToList();
        return _draws.Of(carriedOut.Count > 0 && _draws.Percent(75) ? carriedOut : _made);
    }

    /// <summary>The rarer what comes of a commit is, and the rarer what it holds, the higher.</summary>
    private int Rarity(Commit commit)
    {
        var outcome = model.Expect(commit) is [var first, ..] ? first : null;
        if (outcome is null or CommitOutcome.Committed or CommitOutcome.VersionConflict)
        {
            return 0;
        }

        var rare = outcome is CommitOutcome.Deleted or CommitOutcome.KeyReused ? 1 : 3;
        return rare + commit.Deletions.Sum(deletion => StoredSubject.FindStudent(deletion.Subject) is null ? 2 : 4)
            + (commit.Changes.Any(change => change.Value is OpportunityListing) ? 2 : 0) + (commit.Seats.IsEmpty ? 0 : 1) + (commit.Unchanged.IsEmpty ? 0 : 1) + (commit.Command is null ? 0 : 1);
    }

    private void AddPart(string name, List<StoredChange> changes, List<StoredDeletion> deletions, List<SavedVersion> unchanged)
    {
        if (!IsTaken(name) && _draws.Percent(mix.Deletions))
        {
            deletions.Add(new(name, Expected(name, lowest: 1)));
        }
        else if (_draws.Percent(15))
        {
            unchanged.Add(new(name, Expected(name, lowest: 0)));
        }
        else
        {
            changes.Add(StoredChange.To(ThingOf(name, Expected(name, lowest: 0) + 1)));
        }
    }

    /// <summary>Whether it is an opportunity with a seat that is taken; what becomes of its seats is for the caller to say before it is deleted.</summary>
    private bool IsTaken(string name) => name.StartsWith("opportunity/", StringComparison.Ordinal) && model.Taken(OpportunityId.From(name["opportunity/".Length..])) > 0;

    /// <summary>The version that there is, or now and then another.</summary>
    private int Expected(string name, int lowest) => Math.Max(lowest, model.VersionOf(name) + (_draws.Percent(93) ? 0 : _draws.Percent(50) ? 1 : -1));

    private CommandStamp? Request()
    {
        if (!_draws.Percent(mix.Requests))
        {
            return null;
        }

        if (model.Commands.Count == 0 || !_draws.Percent(20))
        {
            return Stamp($"k{_keys++}");
        }

        var used = _draws.Of([.. model.Commands.Keys.Order()]);
        return Stamp(used.Value, model.Commands[used].Digest[0] == 'a' ? 'b' : 'a');
    }

    private IEnumerable<SeatClaim> Claims(List<StoredDeletion> deletions)
    {
        for (var claims = 1 + _draws.Below(2); claims > 0 && _draws.Percent(mix.Claims); claims--)
        {
            var (id, holder) = (OpportunityId.From($"o{_draws.Below(2)}"), $"application/a{_draws.Below(4)}");
            if (deletions.Exists(deletion => deletion.Subject == $"opportunity/{id}"))
            {
                continue;
            }

            var move = !model.Seats.TryGetValue((id, holder), out var seat) ? _draws.Percent(60) ? SeatMove.Hold : SeatMove.Take
                : seat.IsFilled ? SeatMove.Vacate : _draws.Percent(50) ? SeatMove.Fill : SeatMove.Release;
            yield return new(id, _draws.Percent(95) ? move : (SeatMove)_draws.Below(5), holder, move == SeatMove.Hold ? Noon : null);
        }
    }

    private IStored ThingOf(string name, int version)
    {
        var id = name[(name.LastIndexOf('/') + 1)..];
        var student = $"s{id[^1]}";
        return name[..name.IndexOf('/', StringComparison.Ordinal)] switch
        {
            "opportunity" => Listing(id, _draws.Below(3)) with { Version = version },
            "application" => Application(id, student, $"o{_draws.Below(2)}", (ApplicationState)_draws.Below(17)) with { Version = version, OfferExpires = _draws.Percent(30) ? Noon : null },
            "placement" => Placement(id, id == "p2" ? "s2" : "s0", $"o{_draws.Below(2)}", _draws.Of(Dates)) with
            {
                Version = version, IsExclusive = _draws.Percent(85), State = _draws.Percent(85) ? PlacementState.Active : (PlacementState)_draws.Below(12),
            },
            "hours-entry" => Hours(id, day: 14 + _draws.Below(5)) with { Version = version, Student = StudentId.From(student) },
            "document" => Document(id) with { Version = version, Student = StudentId.From(student), State = (DocumentState)_draws.Below(10) },
            "match-run" => Run(id) with { Version = version, State = (MatchRunState)_draws.Below(5) },
            "partner" => Partner(id) with { Version = version, State = (PartnerState)_draws.Below(14) },
            _ => Entry(name["record-entry/".Length..name.LastIndexOf('/')], id), // an entry has one version alone
        };
    }

    private static AuditLine Line(string subject, int version, string to) => new(subject, version, "Save", "", to, Coordinator, Noon, ReasonCode.From("because"));
}
