using static Pathways.Curriculum.Tests.Readiness.Given;

namespace Pathways.Curriculum.Tests.Readiness;

/// <summary>S52: the ready students against the seats that come up.</summary>
public sealed class ReadyPoolTests
{
    private static readonly DateInterval Fall = new(new(2026, 9, 1), new(2026, 12, 31));

    private static readonly ImmutableArray<PoolStudent> Students =
    [
        In("d", PipelineState.Preparing, "law", "resume", "training"), In("b", PipelineState.Applying, "law"), In("a", PipelineState.Ready, "law"),
        In("c", PipelineState.Ready, null), In("e", PipelineState.ReadinessExpired, "law", "resume"), In("f", PipelineState.Preparing, "law", "1", "2", "3"),
        In("g", PipelineState.Placed, "art", "resume"), In("h", PipelineState.Prospect, "law", "resume"),
    ];

    private static readonly ImmutableArray<Opportunity> Opportunities =
    [
        Offer("z", "art", 2, new(2026, 12, 31)), Offer("y", "art", 1, new(2026, 9, 1)), Offer("x", "art", 9, new(2027, 1, 1)), Offer("w", "law", 1, new(2026, 10, 1)),
        Offer("v", "law", 4, new(2026, 10, 1)),
    ];

    [Fact]
    public void Each_sector_says_who_is_ready_what_comes_up_and_who_waits_for_whom()
    {
        var pool = ReadyPool.Of(Students, Opportunities, Fall, id => id.Value == "v" ? 4 : 0);
        Assert.Equal(["art: 0 ready, 3 seats", "law: 2 ready, 1 seats", "no sector: 1 ready, 0 seats"], pool.Sectors.Select(sector => sector.ToString()));
        Assert.Equal([(0, 3), (1, 0), (1, 0)], pool.Sectors.Select(sector => (sector.SeatsShort, sector.StudentsShort)));
        Assert.Equal(["y", "z"], pool.Sectors[0].Opportunities.Select(id => id.Value));
        Assert.Equal(["a"], pool.Sectors[1].Ready.Select(id => id.Value));
        Assert.Equal(["b"], pool.Sectors[1].Applying.Select(id => id.Value));
        Assert.Equal((3, 4), (pool.Pool, pool.Seats));
        Assert.Equal(Students.Length, pool.Sectors.Sum(sector => sector.States.Values.Sum()));
    }

    [Fact]
    public void Who_misses_little_is_named_with_what_is_missing()
    {
        var forecast = ReadyPool.Of(Students, Opportunities, Fall).Sectors.Single(sector => sector.Sector?.Value == "law").Forecast;
        Assert.Equal(["1: e h", "2: d"], forecast.Select(line => $"{line.Unmet}: {string.Join(' ', line.Students)}"));
        Assert.Equal(["resume 2"], forecast[0].Criteria.Select(count => $"{count.Key} {count.Value}"));
        Assert.Equal(["resume 1", "training 1"], forecast[1].Criteria.Select(count => $"{count.Key} {count.Value}"));
        Assert.Empty(ReadyPool.Of(Students, Opportunities, Fall, forecast: 0).Sectors.SelectMany(sector => sector.Forecast));
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Assert.Equal(
        Text(ReadyPool.Of(Students, Opportunities, Fall)), Text(ReadyPool.Of(Students.Reverse(), Opportunities.Reverse(), Fall)));

    [Fact]
    public void A_student_counts_in_the_sector_chosen_last()
    {
        var record = RecordOf(Chose("c", "law", Ago(9)), Chose("d", "art", Ago(5)));
        var definition = Definition(new SectorCriterion { Id = "s", Sentence = "S." }, new AdvisorCriterion { Id = "a", Sentence = "A." });
        var student = PoolStudent.Of(record, ReadinessCalculator.Evaluate(definition, record, ReadinessFacts.None, Today), new());
        Assert.Equal(("art", PipelineState.Preparing, "a"), (student.Sector?.Value, student.State, string.Join(' ', student.Unmet)));
    }

    private static string Text(ReadyPool pool) => string.Join('\n', pool.Sectors.Select(sector =>
        $"{sector} {string.Join(' ', sector.Ready)} {string.Join(' ', sector.Applying)} {string.Join(' ', sector.Opportunities)} {string.Join(' ', sector.Forecast.SelectMany(line => line.Students))}"));

    private static PoolStudent In(string id, PipelineState state, string? sector, params ImmutableArray<string> unmet) => new()
    {
        Student = StudentId.From(id), State = state, Sector = sector is null ? null : SectorId.From(sector), Unmet = unmet,
    };

    private static Opportunity Offer(string id, string sector, int seats, LocalDate start) => new()
    {
        Id = OpportunityId.From(id), Partner = PartnerId.From("p"), Title = id, Kind = OpportunityKind.PaidInternship, Sector = SectorId.From(sector), Seats = seats,
        Dates = new(start, start.PlusDays(60)),
    };
}
