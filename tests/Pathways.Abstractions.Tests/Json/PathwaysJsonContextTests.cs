using System.Text.Json;
using Pathways.Json;

namespace Pathways.Tests.Json;

public class PathwaysJsonContextTests
{
    private static readonly Opportunity Clinic = new()
    {
        Id = OpportunityId.From("clinic"), Partner = PartnerId.From("hospital"), Title = "Ward & lab", Kind = OpportunityKind.ClinicalWork,
        Sector = SectorId.From("healthcare"), Occupation = OnetSocCode.Parse("31-9092"), Seats = 3, Minimum = 1,
        Dates = new(new(2026, 9, 14), new(2027, 1, 29)), Schedule = WeeklyHours.Parse("Mon,Wed 14:00-17:00"),
        Worksite = new() { Id = WorksiteId.From("w1"), Partner = PartnerId.From("hospital"), Place = new(42.35, -71.55) },
        IsPaid = true, Hazards = [HazardId.From("ho-06")], IsStudentLearner = true, MinimumGrade = GradeLevel.From(11), MinimumAge = 16,
        Requirements = [QualificationId.From("resume"), QualificationId.From("safety-training")],
    };

    [Fact]
    public void An_opportunity_is_written_in_plain_words() =>
        Assert.Equal(
            """
            {"id":"clinic","partner":"hospital","title":"Ward \u0026 lab","kind":"ClinicalWork","sector":"healthcare","occupation":"31-9092.00",
            "seats":3,"minimum":1,"dates":"2026-09-14/2027-01-29","schedule":"Mon 14:00-17:00; Wed 14:00-17:00",
            "worksite":{"id":"w1","partner":"hospital","place":{"latitude":42.35,"longitude":-71.55}},"isRemote":false,"isPaid":true,
            "hazards":["ho-06"],"isStudentLearner":true,"minimumGrade":"11","minimumAge":16,"requirements":["resume","safety-training"]}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(Clinic, PathwaysJsonContext.Default.Opportunity));

    [Fact]
    public void An_opportunity_reads_back()
    {
        var read = Again(Clinic);

        Assert.Equal(Clinic.Hazards, read.Hazards.AsEnumerable());
        Assert.Equal(Clinic.Requirements, read.Requirements.AsEnumerable());
        Assert.Equal(Clinic, read with { Hazards = Clinic.Hazards, Requirements = Clinic.Requirements }); // arrays are equal by reference
    }

    [Fact]
    public void What_is_left_out_of_an_opportunity_has_its_default()
    {
        var read = JsonSerializer.Deserialize(
            """
            {"id":"a","partner":"b","title":"c","kind":"Other","sector":"d","seats":1,"dates":"2026-09-14/2026-09-14"}
            """,
            PathwaysJsonContext.Default.Opportunity)!;

        Assert.Empty(read.Hazards);
        Assert.Empty(read.Requirements);
        Assert.Empty((read with { Hazards = default }).Hazards);
        Assert.Null(read.Worksite);
        Assert.Null(read.Schedule);
        Assert.Equal(0, read.Minimum);
    }

    [Fact]
    public void A_partner_reads_back()
    {
        var partner = new Partner
        {
            Id = PartnerId.From("hospital"), Name = "Hospital", Sectors = [SectorId.From("healthcare")], Town = "Marlborough",
            Place = new(42.35, -71.55), Agreement = new(new(2026, 7, 1), new(2027, 6, 30)),
        };

        var read = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(partner, PathwaysJsonContext.Default.Partner), PathwaysJsonContext.Default.Partner)!;

        Assert.Equal(partner.Sectors, read.Sectors.AsEnumerable());
        Assert.Equal(partner, read with { Sectors = partner.Sectors });
    }

    [Fact]
    public void A_partner_of_whom_little_is_said_has_no_sectors() =>
        Assert.Empty(JsonSerializer.Deserialize("""{"id":"b","name":"B"}""", PathwaysJsonContext.Default.Partner)!.Sectors);

    [Theory]
    [InlineData("2026-09-14")]
    [InlineData("2026-09-14/2026-09-13")]
    [InlineData("2026-09-14/2026-09-15/2026-09-16")]
    [InlineData("2026-09-14/2026-02-30")]
    [InlineData("14.9.2026/15.9.2026")]
    public void Days_that_are_no_interval_are_refused(string dates)
    {
        var json = JsonSerializer.Serialize(Clinic, PathwaysJsonContext.Default.Opportunity)
            .Replace("2026-09-14/2027-01-29", dates, StringComparison.Ordinal);

        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, PathwaysJsonContext.Default.Opportunity));
        Assert.Equal("$.dates", exception.Path);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"latitude":42.35}""")]
    [InlineData("""{"latitude":91,"longitude":0}""")]
    [InlineData("""{"latitude":"42.35","longitude":0}""")]
    [InlineData("[42.35,-71.55]")]
    public void A_point_that_is_none_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GeoPoint>(json));

    [Fact]
    public void A_point_may_say_more_than_is_needed() =>
        Assert.Equal(new(1, 2), JsonSerializer.Deserialize<GeoPoint>("""{"name":{"a":[1]},"longitude":2,"latitude":1}"""));

    [Fact]
    public void Times_are_written_in_their_iso_forms_and_read_back()
    {
        var context = PathwaysJsonContext.Default;

        Assert.Equal("\"2026-09-01\"", JsonSerializer.Serialize(new LocalDate(2026, 9, 1), context.LocalDate));
        Assert.Equal("\"14:30:00\"", JsonSerializer.Serialize(new LocalTime(14, 30), context.LocalTime));
        Assert.Equal("\"2026-09-01T14:30:00Z\"", JsonSerializer.Serialize(Instant.FromUtc(2026, 9, 1, 14, 30), context.Instant));
        Assert.Equal(new LocalDate(2026, 9, 1), JsonSerializer.Deserialize("\"2026-09-01\"", context.LocalDate));
        Assert.Equal(new LocalTime(14, 30), JsonSerializer.Deserialize("\"14:30:00\"", context.LocalTime));
        Assert.Equal(Instant.FromUtc(2026, 9, 1, 14, 30), JsonSerializer.Deserialize("\"2026-09-01T14:30:00Z\"", context.Instant));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("\"1.9.2026\"", context.LocalDate));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("20260901", context.LocalDate));
    }

    [Fact]
    public void Small_values_read_back()
    {
        var context = PathwaysJsonContext.Default;
        var refusal = new Refusal("a.b", "Because.");
        var error = new InputError("a.csv", 1, 2, "a.b", "Because.");
        var actor = new Actor(ActorId.From("u17"), Role.Coordinator);

        Assert.Equal(refusal, JsonSerializer.Deserialize(JsonSerializer.Serialize(refusal, context.Refusal), context.Refusal));
        Assert.Equal(error, JsonSerializer.Deserialize(JsonSerializer.Serialize(error, context.InputError), context.InputError));
        Assert.Equal(actor, JsonSerializer.Deserialize(JsonSerializer.Serialize(actor, context.Actor), context.Actor));
        Assert.Equal("u17 (Coordinator)", actor.ToString());
        Assert.Equal("clock (System)", Actor.Clock.ToString());
    }

    private static Opportunity Again(Opportunity opportunity) => JsonSerializer.Deserialize(
        JsonSerializer.Serialize(opportunity, PathwaysJsonContext.Default.Opportunity), PathwaysJsonContext.Default.Opportunity)!;
}
