namespace Pathways.Testing.Tests;

public class CommitsTests
{
    private static readonly Application Offered = A.Application(state: ApplicationState.Offered);
    private static readonly Application Accepted = Offered with { State = ApplicationState.Accepted, Version = 2 };

    public static TheoryData<ApplicationState> ApplicationStates => [.. Enum.GetValues<ApplicationState>()];

    public static TheoryData<PlacementState> PlacementStates => [.. Enum.GetValues<PlacementState>()];

    [Fact]
    public void Every_version_has_one_audit_line_and_one_event()
    {
        var placement = A.Placement("p-1", A.Application(state: ApplicationState.Accepted));
        HasOneLineAndEventEach(Commits.New(
            A.Partner(), A.Listing(), A.Application(state: ApplicationState.Accepted), placement, A.Hours("h-1", placement), A.Document("d-1", placement), A.Entry(), A.MatchRun()));
        HasOneLineAndEventEach(Commits.Change(Offered, Accepted, "OfferAccepted").And(Commits.New(A.Placement("p-1", Accepted))).And(Commits.Deletion(A.Entry())));
    }

    [Theory]
    [MemberData(nameof(ApplicationStates))]
    public async Task A_new_application_has_the_seat_that_its_state_needs_and_gives_it_back(ApplicationState state)
    {
        var store = new InMemoryPathwaysStore();
        var application = A.Application(state: state);
        await store.SaveAsync(A.District, Commits.New(A.Listing(), application));
        Assert.Equal((state == ApplicationState.Offered ? 1 : 0, state == ApplicationState.Accepted ? 1 : 0), await TakenAsync(store));
        Assert.Equal(application.HoldsSeat, (await store.ListSeatsAsync(A.District, OpportunityId.From("clinic"))).Any(seat => seat.Holder == application.Subject));

        await store.SaveAsync(A.District, Commits.Deletion(application));
        Assert.Equal((0, 0), await TakenAsync(store));
    }

    [Theory]
    [MemberData(nameof(ApplicationStates))]
    public async Task An_offer_that_goes_on_leaves_the_seat_that_its_next_state_needs(ApplicationState state)
    {
        var store = new InMemoryPathwaysStore();
        await store.SaveAsync(A.District, Commits.New(A.Listing(), Offered));
        await store.SaveAsync(A.District, Commits.Change(Offered, Offered with { State = state, Version = 2 }));
        Assert.Equal((state == ApplicationState.Offered ? 1 : 0, state == ApplicationState.Accepted ? 1 : 0), await TakenAsync(store));
    }

    [Theory]
    [MemberData(nameof(PlacementStates))]
    public async Task A_placement_has_a_seat_until_it_is_broken_off_with_and_without_an_application(PlacementState state)
    {
        var filled = state is PlacementState.CancelledBeforeStart or PlacementState.Terminated ? 0 : 1;
        var accepted = A.Application(state: ApplicationState.Accepted);
        Placement[] placements = [A.Placement(), A.Placement("p-1", accepted)];
        foreach (var placement in placements)
        {
            ImmutableArray<IStored> with = placement.Application is null ? [A.Listing()] : [A.Listing(), accepted];
            var later = placement with { State = state, Version = 2 };

            var atOnce = new InMemoryPathwaysStore();
            await atOnce.SaveAsync(A.District, Commits.New(with.Add(placement with { State = state })));
            Assert.Equal((0, filled), await TakenAsync(atOnce));

            var store = new InMemoryPathwaysStore();
            await store.SaveAsync(A.District, Commits.New(with));
            await store.SaveAsync(A.District, Commits.New(placement));
            Assert.Equal((0, 1), await TakenAsync(store));
            await store.SaveAsync(A.District, Commits.Change(placement, later));
            Assert.Equal((0, filled), await TakenAsync(store));
            await store.SaveAsync(A.District, Commits.Deletion([later, .. with.OfType<Application>()]));
            Assert.Equal((0, 0), await TakenAsync(store));
        }
    }

    [Fact]
    public async Task An_offer_is_accepted_and_opens_its_placement_in_one_commit()
    {
        var store = new InMemoryPathwaysStore();
        await store.SaveAsync(A.District, Commits.New(A.Listing(seats: 1), Offered));
        var commit = Commits.Change(Offered, Accepted, "OfferAccepted").And(Commits.New(A.Placement("p-1", Accepted)));
        Assert.Equal(new SeatClaim(OpportunityId.From("clinic"), SeatMove.Fill, "application/a-1"), Assert.Single(commit.Seats));
        await store.SaveAsync(A.District, commit);
        Assert.Equal((0, 1), await TakenAsync(store));

        var line = Assert.Single(await store.HistoryAsync(A.District, "application/a-1"), line => line.Version == 2);
        Assert.Equal(("OfferAccepted", "Offered", "Accepted", A.Coordinator, A.Moment), (line.Trigger, line.From, line.To, line.By, line.At));
    }

    [Fact]
    public async Task An_offer_is_held_until_it_expires_and_a_seat_that_is_freed_first_can_be_taken()
    {
        var store = new InMemoryPathwaysStore();
        await store.SaveAsync(A.District, Commits.New(A.Listing(seats: 1), Offered));
        Assert.Equal(Offered.OfferExpires, Assert.Single(await store.ListSeatsAsync(A.District, OpportunityId.From("clinic"))).Until);

        var other = A.Application("a-2", "s-2", state: ApplicationState.Offered);
        await store.SaveAsync(A.District, Commits.Change(Offered, Offered with { State = ApplicationState.OfferDeclined, Version = 2 }).And(Commits.New(other)));
        Assert.Equal(other.Subject, Assert.Single(await store.ListSeatsAsync(A.District, OpportunityId.From("clinic"))).Holder);
    }

    [Fact]
    public async Task A_refusal_of_the_store_is_thrown_with_its_reason()
    {
        var store = new InMemoryPathwaysStore();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => store.SaveAsync(A.District, Commits.New(Offered)));
        Assert.Contains("NoSeatLeft", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await store.StateAsync(A.District, Offered.Subject)).Version);
    }

    [Fact]
    public async Task A_request_is_carried_out_once_and_its_key_is_for_nothing_else()
    {
        var store = new InMemoryPathwaysStore();
        var first = await store.SaveAsync(A.District, Commits.New(A.Listing()).Under("k-1"));
        var again = await store.SaveAsync(A.District, Commits.New(A.Listing()).By(new(ActorId.From("c-2"), Role.Coordinator), A.Moment + Duration.FromDays(1)).Under("k-1"));
        Assert.Equal(first.Saved, again.Saved);
        Assert.Single(await store.HistoryAsync(A.District, "opportunity/clinic"));
        Assert.IsType<CommitOutcome.KeyReused>(await store.CommitAsync(A.District, Commits.New(A.Listing(seats: 4)).Under("k-1")));
        Assert.NotEqual(Commits.Deletion(A.Listing()).Under("k").Command, Commits.Deletion(A.Listing() with { Version = 2 }).Under("k").Command);
    }

    [Fact]
    public void Who_decides_and_when_can_be_said()
    {
        var (actor, at) = (new Actor(ActorId.From("c-2"), Role.Coordinator), A.Moment + Duration.FromHours(1));
        var commit = Commits.New(A.Listing(), A.Application()).By(actor, at);
        Assert.All(commit.Audit, line => Assert.Equal((actor, at), (line.By, line.At)));
        Assert.All(commit.Events, happened => Assert.Equal(at, happened.At));
        Assert.Equal(A.Moment, Commits.New(A.Listing()).By(actor).At);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_what_to_try()
    {
        Assert.Throws<ArgumentException>(() => Commits.New());
        Assert.Throws<ArgumentException>(() => Commits.Deletion());
        Assert.Throws<ArgumentException>(() => Commits.New(A.Listing(), A.Listing()));
        Assert.Throws<ArgumentException>(() => Commits.New(A.Listing()).And(Commits.Deletion(A.Listing())));
        Assert.Contains("Maybe use Commits.Change", Refused(() => Commits.New(Accepted)), StringComparison.Ordinal);
        Assert.Contains("Maybe add Version = 2", Refused(() => Commits.Change(Offered, Offered with { State = ApplicationState.Accepted })), StringComparison.Ordinal);
        Assert.Contains("Maybe save that with Commits.New", Refused(() => Commits.Change(Offered, Accepted with { Opportunity = OpportunityId.From("lab") })), StringComparison.Ordinal);
        Assert.Contains("Maybe save that with Commits.New", Refused(() => Commits.Change(Offered, Accepted with { Id = StudentApplicationId.From("a-2") })), StringComparison.Ordinal);
        Assert.Contains("put back to an offer", Refused(() => Commits.Change(Accepted, Offered with { Version = 3 })), StringComparison.Ordinal);
    }

    private static string Refused(Func<Commit> make) => Assert.Throws<ArgumentException>(make).Message;

    private static void HasOneLineAndEventEach(Commit commit)
    {
        CommitCheck.ThrowIfSenseless(commit);
        var versions = commit.Changes.Select(change => (change.Value.Subject, change.Value.Version)).Concat(commit.Deletions.Select(deletion => (deletion.Subject, deletion.ExpectedVersion + 1))).ToList();
        Assert.Equal(versions, commit.Audit.Select(line => (line.Subject, line.Version)));
        Assert.Equal(versions, commit.Events.Select(happened => (happened.Subject, happened.Version)));
    }

    private static async Task<(int Held, int Filled)> TakenAsync(InMemoryPathwaysStore store)
    {
        var seats = await store.CountSeatsAsync(A.District, OpportunityId.From("clinic"));
        return (seats.Held, seats.Filled);
    }
}
