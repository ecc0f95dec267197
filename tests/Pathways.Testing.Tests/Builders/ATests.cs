using System.Text.Json;
using Pathways.Json;

namespace Pathways.Testing.Tests;

public class ATests
{
    private static readonly Application Accepted = A.Application(state: ApplicationState.Accepted);

    /// <summary>One of every kind, as it is when nothing is said.</summary>
    private static IEnumerable<IStored> Usual =>
        [A.Partner(), A.Listing(), A.Application(), A.Placement(), A.Hours("h-1", A.Placement()), A.Document("d-1", A.Placement()), A.Entry(), A.MatchRun("run-1", A.Application())];

    public static TheoryData<string> Subjects => [.. Usual.Select(thing => thing.Subject)];

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task What_is_usual_is_saved_and_written_without_loss(string subject)
    {
        var thing = Usual.Single(thing => thing.Subject == subject);
        var store = new InMemoryPathwaysStore();
        await store.SaveAsync(A.District, Commits.New(thing is Application or Placement ? [A.Listing(), thing] : [thing]));

        Assert.Equal(1, (await store.StateAsync(A.District, subject)).Version);
        Assert.Equal(Text(thing), Text((IStored)JsonSerializer.Deserialize(Text(thing), thing.GetType(), StoredJsonContext.Default)!));
    }

    [Fact]
    public void Every_kind_that_a_store_keeps_can_be_had()
    {
        var kinds = typeof(IStored).Assembly.GetExportedTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IStored)));
        Assert.Equal(kinds.Select(type => type.Name).Order(), Usual.Select(thing => thing.GetType().Name).Order());
    }

    [Fact]
    public void Equal_calls_give_equal_things() => Assert.Equal(Usual.Select(Text), Usual.Select(Text));

    [Fact]
    public void Things_of_a_placement_are_about_its_student_and_opportunity()
    {
        var placement = A.Placement("p-2", A.Application("a-2", "s-2", "lab", ApplicationState.Accepted));
        var (hours, document) = (A.Hours("h-1", placement), A.Document("d-1", placement));

        Assert.Equal(("a-2", "s-2", "lab", PlacementOrigin.Offer), (placement.Application?.Value, placement.Student.Value, placement.Opportunity.Value, placement.Origin));
        Assert.Equal((placement.Id, placement.Student, placement.Opportunity), (hours.Placement, hours.Student, hours.Opportunity));
        Assert.Equal((placement.Id, placement.Student, placement.Opportunity), (document.Placement, document.Student, document.Opportunity));
    }

    [Fact]
    public void What_is_said_is_there()
    {
        var dates = new DateInterval(new(2027, 1, 4), new(2027, 2, 26));
        Assert.Equal((7, "bank"), (A.Listing("desk", 7, "bank").Offer.Seats, A.Listing("desk", 7, "bank").Offer.Partner.Value));
        Assert.Equal(dates, A.Placement(dates: dates).Dates);
        Assert.Equal((dates.End, 45), (A.Hours("h-1", A.Placement(dates: dates), dates.End, 45).Day, A.Hours("h-1", A.Placement(), minutes: 45).Minutes));
        Assert.Equal(GradeLevel.Parse("9"), A.Student("s-9", 9).Grade);
        Assert.Equal(17, A.Student().BirthDate.AgeOn(A.Semester.Start));
        Assert.Equal(17, A.Student().BirthDate.AgeOn(A.Semester.End));
    }

    [Fact]
    public void An_application_has_an_end_of_its_offer_from_the_offer_on() => Assert.Equal(
        ["Offered", "Accepted", "OfferDeclined", "OfferExpired", "OfferRescinded"],
        Enum.GetValues<ApplicationState>().Where(state => A.Application(state: state).OfferExpires is not null).Select(state => state.ToString()));

    [Theory]
    [InlineData(DocumentState.Required, false)]
    [InlineData(DocumentState.Requested, false)]
    [InlineData(DocumentState.Waived, true)]
    [InlineData(DocumentState.Accepted, true)]
    public void A_document_is_good_once_it_was_accepted_or_waived(DocumentState state, bool isGood)
    {
        var document = A.Document("d-1", A.Placement(), state: state);
        Assert.Equal(isGood, document.IsGoodOn(A.Semester.End));
        Assert.Equal(state == DocumentState.Accepted, !document.Signatures.IsEmpty);
    }

    [Fact]
    public void What_cannot_be_is_refused_with_what_to_try()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => A.Listing(seats: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => A.Hours("h-1", A.Placement(), minutes: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => A.Hours("h-1", A.Placement(), minutes: 541));
        Assert.Contains("Maybe say a day of these", Assert.Throws<ArgumentOutOfRangeException>(() => A.Hours("h-1", A.Placement(), A.Semester.Start.PlusDays(-1))).Message, StringComparison.Ordinal);
        Assert.Contains("Maybe say ApplicationState.Accepted", Assert.Throws<ArgumentException>(() => A.Placement("p-1", A.Application())).Message, StringComparison.Ordinal);
        Assert.Equal(1440, A.Hours("h-1", A.Placement("p-1", Accepted), minutes: 540).End);
    }

    private static string Text(IStored thing) => JsonSerializer.Serialize(thing, thing.GetType(), StoredJsonContext.Default);
}
