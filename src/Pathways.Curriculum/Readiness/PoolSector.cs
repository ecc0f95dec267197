namespace Pathways.Curriculum;

/// <summary>The ready students of one sector, or of all, against the seats that come up.</summary>
public sealed record PoolSector
{
    /// <summary>The sector; <see langword="null"/> for students who chose none.</summary>
    public SectorId? Sector { get; init; }

    /// <summary>Who is ready and not applying, by identifier.</summary>
    public ImmutableArray<StudentId> Ready { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who is ready and applying, by identifier.</summary>
    public ImmutableArray<StudentId> Applying { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who is ready and paused, and so not in the pool, by identifier.</summary>
    public ImmutableArray<StudentId> PausedReady { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many students are where, ready or not; states without students are left out.</summary>
    public ImmutableSortedDictionary<PipelineState, int> States { get; init; } = ImmutableSortedDictionary<PipelineState, int>.Empty;

    /// <summary>The opportunities with free seats that begin within the window, by identifier.</summary>
    public ImmutableArray<OpportunityId> Opportunities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many free seats these have.</summary>
    public int Seats { get; init; }

    /// <summary>Who of those not ready misses how little, least first.</summary>
    public ImmutableArray<PoolForecast> Forecast { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many students are in the pool: ready, applying or not.</summary>
    public int Pool => Ready.Length + Applying.Length;

    /// <summary>How many seats more it would take to have one for everybody in the pool.</summary>
    public int SeatsShort => Math.Max(0, Pool - Seats);

    /// <summary>How many ready students more it would take to fill the seats.</summary>
    public int StudentsShort => Math.Max(0, Seats - Pool);

    /// <summary>The sector and the numbers.</summary>
    public override string ToString() => FormattableString.Invariant($"{Sector?.Value ?? "no sector"}: {Pool} ready, {Seats} seats");
}

/// <summary>Students who are the same number of criteria away from being ready.</summary>
/// <param name="Unmet">How many criteria they do not meet, 1 or more.</param>
/// <param name="Students">Who, by identifier.</param>
/// <param name="Criteria">What they miss and how many of them do; what most miss first, then by identifier.</param>
public sealed record PoolForecast(int Unmet, ImmutableArray<StudentId> Students, ImmutableArray<KeyValuePair<string, int>> Criteria);
