namespace Pathways.Placements;

/// <summary>Everything that a store holds of one student.</summary>
/// <remarks>The audit log, in which nothing personal stands, names students by identifier alone and is not among it.</remarks>
public sealed record StudentHoldings
{
    private const int Attempts = 5;

    /// <summary>Whose.</summary>
    public required StudentId Student { get; init; }

    /// <summary>How the student stood before the rest was read: a deletion at this version is refused when anything came in between.</summary>
    public required SubjectState State { get; init; }

    /// <summary>The applications.</summary>
    public ImmutableArray<Application> Applications { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The placements.</summary>
    public ImmutableArray<Placement> Placements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The documents of the placements.</summary>
    public ImmutableArray<PlacementDocument> Documents { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The hours log.</summary>
    public ImmutableArray<HoursEntry> Hours { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The record.</summary>
    public ImmutableArray<StudentRecordEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The match runs that name the student, whole: with other students in them, who are nobody else's business.</summary>
    public ImmutableArray<MatchRun> Runs { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>All that is about the student alone, one after the other.</summary>
    public IEnumerable<IStoredOfStudent> All => [.. Applications, .. Placements, .. Documents, .. Hours, .. Entries];

    /// <summary>Reads everything of a student, as it stood at one moment: anew when something of the student was saved meanwhile. Match runs are about many, and are as they were when they were read.</summary>
    /// <param name="store">Where.</param>
    /// <param name="scope">In whose data.</param>
    /// <param name="student">Whose.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ConcurrencyException">Something was saved each time.</exception>
    public static async ValueTask<StudentHoldings> ReadAsync(IPathwaysStore store, TenantScope scope, StudentId student, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var holdings = await ReadOnceAsync(store, scope, student, cancellationToken).ConfigureAwait(false);
            if (await holdings.IsCurrentAsync(store, scope, cancellationToken).ConfigureAwait(false))
            {
                return holdings;
            }
        }

        throw new ConcurrencyException(StoredSubject.Of(student), Attempts);
    }

    /// <summary>Whether nothing of the student was saved or deleted since this was read, so that what was read after it goes with it.</summary>
    /// <param name="store">Where.</param>
    /// <param name="scope">In whose data.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> IsCurrentAsync(IPathwaysStore store, TenantScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.StateAsync(scope, StoredSubject.Of(Student), cancellationToken).ConfigureAwait(false) == State;
    }

    /// <summary>The student's identifier alone.</summary>
    public override string ToString() => Student.ToString();

    private static async ValueTask<StudentHoldings> ReadOnceAsync(IPathwaysStore store, TenantScope scope, StudentId student, CancellationToken cancellationToken)
    {
        var state = await store.StateAsync(scope, StoredSubject.Of(student), cancellationToken).ConfigureAwait(false);
        return new()
        {
            Student = student,
            State = state,
            Applications = await All(new ApplicationQuery { Student = student, Limit = 1000 }, (query, token) => store.ListAsync(scope, query, token)).ConfigureAwait(false),
            Placements = await All(new PlacementQuery { Student = student, Limit = 1000 }, (query, token) => store.ListAsync(scope, query, token)).ConfigureAwait(false),
            Documents = await All(new DocumentQuery { Student = student, Limit = 1000 }, (query, token) => store.ListAsync(scope, query, token)).ConfigureAwait(false),
            Hours = await All(new HoursQuery { Student = student, Limit = 1000 }, (query, token) => store.ListAsync(scope, query, token)).ConfigureAwait(false),
            Entries = await All(new RecordQuery { Student = student, Limit = 1000 }, (query, token) => store.ListAsync(scope, query, token)).ConfigureAwait(false),
            Runs = await RunsAsync(store, scope, student, cancellationToken).ConfigureAwait(false),
        };

        Task<ImmutableArray<T>> All<T, TQuery>(TQuery query, Func<TQuery, CancellationToken, ValueTask<Page<T>>> list)
            where TQuery : StoreQuery => Pages.AllAsync(query, list, cancellationToken).ToImmutableAsync().AsTask();
    }

    // No query selects runs by student, and most of what is read is let go of at once. The name under which students are hidden is nobody's: what a run says there is not told.
    private static async ValueTask<ImmutableArray<MatchRun>> RunsAsync(IPathwaysStore store, TenantScope scope, StudentId student, CancellationToken cancellationToken)
    {
        if (RunErasure.IsHidden(student))
        {
            return [];
        }

        var runs = ImmutableArray.CreateBuilder<MatchRun>();
        await foreach (var run in Pages.AllAsync(new MatchRunQuery { Limit = 100 }, (query, token) => store.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            if (RunErasure.Names(run, student))
            {
                runs.Add(run);
            }
        }

        return runs.ToImmutable();
    }
}
