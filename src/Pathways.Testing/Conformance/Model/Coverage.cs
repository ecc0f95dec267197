namespace Pathways.Testing;

/// <summary>Which outcomes the generated commits had, for each thing that a commit can hold.</summary>
internal sealed class Coverage
{
    private static readonly (string Name, Func<Commit, bool> Holds)[] Parts =
    [
        ("a new thing", commit => commit.Changes.Any(change => change.ExpectedVersion == 0)),
        ("a changed thing", commit => commit.Changes.Any(change => change.ExpectedVersion > 0)),
        ("an opportunity", commit => commit.Changes.Any(change => change.Value is OpportunityListing)),
        ("a placement", commit => commit.Changes.Any(change => change.Value is Placement)),
        ("a deleted thing", commit => commit.Deletions.Any(deletion => StoredSubject.FindStudent(deletion.Subject) is null)),
        ("a deleted student", commit => commit.Deletions.Any(deletion => StoredSubject.FindStudent(deletion.Subject) is not null)),
        ("an unchanged thing", commit => commit.Unchanged.Any(unchanged => StoredSubject.FindStudent(unchanged.Subject) is null)),
        ("an unchanged student", commit => commit.Unchanged.Any(unchanged => StoredSubject.FindStudent(unchanged.Subject) is not null)),
        ("a claim on a seat", commit => !commit.Seats.IsEmpty),
        ("a request", commit => commit.Command is not null),
    ];

    private static readonly string[] Outcomes =
    [
        nameof(CommitOutcome.Committed), nameof(CommitOutcome.Duplicate), nameof(CommitOutcome.KeyReused), nameof(CommitOutcome.Deleted), nameof(CommitOutcome.VersionConflict),
        nameof(CommitOutcome.NoSeatLeft), nameof(CommitOutcome.Overlap),
    ];

    private readonly Dictionary<(string Part, string Outcome), int> _reached = [];

    public int Count(string part, string outcome) => _reached.GetValueOrDefault((part, outcome));

    /// <summary>The cells that nothing reached.</summary>
    public IEnumerable<string> Missing => from part in Parts from outcome in Outcomes where Count(part.Name, outcome) == 0 select $"{part.Name}: {outcome}";

    public void Add(Commit commit, ImmutableArray<CommitOutcome> expected)
    {
        var outcome = expected.IsEmpty ? "a fault of the caller" : expected[0].GetType().Name;
        foreach (var (name, holds) in Parts)
        {
            if (holds(commit))
            {
                _reached[(name, outcome)] = Count(name, outcome) + 1;
            }
        }
    }
}
