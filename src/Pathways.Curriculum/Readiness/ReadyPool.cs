namespace Pathways.Curriculum;

/// <summary>The ready students against the seats that come up, sector by sector: where students wait for seats, and seats for students.</summary>
/// <remarks>
/// A student counts in the sector they chose and in no other, so the sectors add up to the whole. Interests and demographics are no part of it.
/// </remarks>
public sealed record ReadyPool
{
    /// <summary>The days within which opportunities begin.</summary>
    public required DateInterval Window { get; init; }

    /// <summary>Each sector that has students or seats, by identifier; students who chose none come last.</summary>
    public required ImmutableArray<PoolSector> Sectors { get; init; }

    /// <summary>How many students are in the pool.</summary>
    public int Pool => Sectors.Sum(sector => sector.Pool);

    /// <summary>How many seats come up.</summary>
    public int Seats => Sectors.Sum(sector => sector.Seats);

    /// <summary>Counts students and seats.</summary>
    /// <param name="students">The students, each once, in any order.</param>
    /// <param name="opportunities">The opportunities, in any order.</param>
    /// <param name="window">The days within which opportunities begin.</param>
    /// <param name="seatsTaken">How many seats of an opportunity are held or filled; nothing when left out.</param>
    /// <param name="forecast">Up to how many unmet criteria a student is named in the forecast, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="forecast"/> is negative.</exception>
    public static ReadyPool Of(
        IEnumerable<PoolStudent> students, IEnumerable<Opportunity> opportunities, DateInterval window,
        Func<OpportunityId, int>? seatsTaken = null, int forecast = 2)
    {
        ArgumentNullException.ThrowIfNull(students);
        ArgumentNullException.ThrowIfNull(opportunities);
        ArgumentNullException.ThrowIfNull(window);
        ArgumentOutOfRangeException.ThrowIfNegative(forecast);
        var people = students.OrderBy(student => student.Student).ToLookup(student => student.Sector);
        var offers = opportunities
            .Where(opportunity => window.Contains(opportunity.Dates.Start))
            .Select(opportunity => (opportunity.Id, opportunity.Sector, Free: opportunity.Seats - (seatsTaken?.Invoke(opportunity.Id) ?? 0)))
            .Where(offer => offer.Free > 0)
            .OrderBy(offer => offer.Id)
            .ToLookup(offer => (SectorId?)offer.Sector);
        var sectors = people.Select(group => group.Key).Union(offers.Select(group => group.Key))
            .OrderBy(sector => sector is null).ThenBy(sector => sector);
        return new()
        {
            Window = window,
            Sectors =
            [
                .. sectors.Select(sector => new PoolSector
                {
                    Sector = sector,
                    Ready = In(people[sector], PipelineState.Ready),
                    Applying = In(people[sector], PipelineState.Applying),
                    PausedReady = [.. people[sector].Where(student => student is { State: PipelineState.Paused, IsReady: true }).Select(student => student.Student)],
                    States = people[sector].GroupBy(student => student.State).ToImmutableSortedDictionary(group => group.Key, group => group.Count()),
                    Opportunities = [.. offers[sector].Select(offer => offer.Id)],
                    Seats = offers[sector].Sum(offer => offer.Free),
                    Forecast = Coming(people[sector], forecast),
                }),
            ],
        };
    }

    private static ImmutableArray<StudentId> In(IEnumerable<PoolStudent> students, PipelineState state) =>
        [.. students.Where(student => student.State == state).Select(student => student.Student)];

    private static ImmutableArray<PoolForecast> Coming(IEnumerable<PoolStudent> students, int most) =>
    [
        .. from student in students
           where student.State is PipelineState.Prospect or PipelineState.Preparing or PipelineState.ReadinessExpired
               && student.Unmet.Length > 0 && student.Unmet.Length <= most
           group student by student.Unmet.Length into alike
           orderby alike.Key
           select new PoolForecast(
               alike.Key,
               [.. alike.Select(student => student.Student)],
               [
                   .. alike.SelectMany(student => student.Unmet).CountBy(criterion => criterion)
                       .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal),
               ]),
    ];
}
