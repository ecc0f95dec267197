using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>What a repeated request is answered when what it was about is erased.</summary>
public sealed class ErasedRepetitionTests : IDisposable
{
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task A_request_that_is_repeated_after_an_erasure_gets_the_first_receipt_and_nothing_is_shown()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        var service = _district.Get<ApplicationService>();
        var command = new ApplicationCommand { Key = CommandKey.From("no"), By = Student("ana"), Application = id, Trigger = ApplicationTrigger.DeclineOffer, Reason = ReasonCode.From("no") };
        var first = Assert.IsType<ServiceOutcome<Application>.Done>(await service.AdvanceAsync(Scope, command));
        var start = CommandKey.From("start");
        var other = StudentApplicationId.From("a-2");
        var begun = Assert.IsType<ServiceOutcome<Application>.Done>(
            await service.StartAsync(Scope, start, Student("ana"), other, StudentId.From("ana"), OpportunityId.From("clinic")));
        Must(await _district.ApplyAsync(other, ApplicationTrigger.Withdraw, Student("ana"), ReasonCode.From("no")));
        var erased = await StudentErasure.EraseAsync(
            _district.Store, Scope, StudentId.From("ana"), Registrar, _district, _district.Clock.GetCurrentInstant() + Duration.FromDays(4000), ReasonCode.From("asked"));
        Assert.IsType<ErasureOutcome.Planned>(erased);
        Assert.Null(await _district.Store.FindAsync(Scope, id));
        Same(first, await service.AdvanceAsync(Scope, command));
        Same(begun, await service.StartAsync(Scope, start, Student("ana"), other, StudentId.From("ana"), OpportunityId.From("clinic")));
        Assert.Equal(["command.key-reused"], Codes(await service.AdvanceAsync(Scope, command with { Trigger = ApplicationTrigger.AcceptOffer })));
    }

    [Fact]
    public async Task What_is_gone_is_not_decided_again()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        var loop = new CommandLoop(_district.Store);
        var stamp = new CommandStamp(CommandKey.From("once"), new('a', 64));
        var done = 0;
        Assert.IsType<ServiceOutcome<OpportunityListing>.Done>(await RunAsync());
        var listing = (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))!;
        var application = (await _district.Store.FindAsync(Scope, id))!;
        Assert.IsType<CommitOutcome.Committed>(await _district.Store.CommitAsync(Scope, new()
        {
            Changes = [], Deletions = [StoredDeletion.Of(application), StoredDeletion.Of(listing)], Seats = [new(listing.Id, SeatMove.Release, application.Subject)],
        }));
        var again = Assert.IsType<ServiceOutcome<OpportunityListing>.Done>(await RunAsync());
        Assert.Equal((true, null, AccessView.Nothing, 1), (again.WasRepeated, again.Value, again.View, done));

        ValueTask<ServiceOutcome<OpportunityListing>> RunAsync() => loop.RunAsync(
            Scope, stamp, "opportunity/clinic", () => _district.Store.FindAsync(Scope, OpportunityId.From("clinic"), default),
            (found, _) =>
            {
                done++;
                var next = found! with { Version = found.Version + 1 };
                return ValueTask.FromResult(new Verdict<OpportunityListing>(next, new() { Changes = [StoredChange.To(next)] }, []));
            },
            default);
    }

    private static Actor Registrar { get; } = new(ActorId.From("ada"), Role.Administrator);

    private static void Same(ServiceOutcome<Application>.Done first, ServiceOutcome<Application> outcome)
    {
        var again = Assert.IsType<ServiceOutcome<Application>.Done>(outcome);
        Assert.Equal((true, null, AccessView.Nothing), (again.WasRepeated, again.Value, again.View));
        Assert.Equal(first.Receipt.Saved.AsEnumerable(), again.Receipt.Saved);
    }
}
