using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>One application that cannot be brought about does not keep the others waiting.</summary>
public sealed class ClockFaultTests : IDisposable
{
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_offer_without_a_seat_does_not_keep_those_before_and_after_it_from_ending(bool isSeasonOver)
    {
        var season = SeasonId.From("fall");
        await _district.PublishAsync("clinic", 3);
        var listing = (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))!;
        await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(listing with { Season = season, Version = listing.Version + 1 })] });
        var (before, after) = (await _district.OfferedAsync("ana", "clinic"), await _district.OfferedAsync("cai", "clinic"));
        var now = _district.Clock.GetCurrentInstant();
        var seatless = new Application
        {
            Id = StudentApplicationId.From("ben-clinic"), Student = StudentId.From("ben"), Opportunity = listing.Id, State = ApplicationState.Offered, OfferExpires = now + Duration.FromDays(7),
        };
        Assert.IsType<CommitOutcome.Committed>(await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(seatless)] }));
        if (isSeasonOver)
        {
            _district.Rules = _district.Rules with { Seasons = _district.Rules.Seasons.Add(season, new(new(2026, 1, 1), new(2026, 8, 31))) };
        }
        else
        {
            _district.Clock.Set(now + Duration.FromDays(8));
        }

        await FaultsAsync(service => service.SweepAsync(Scope));
        foreach (var id in new[] { before, after })
        {
            Assert.Contains((await _district.Store.FindAsync(Scope, id))!.State, ApplicationLifecycle.Table.EndStates);
        }

        await FaultsAsync(service => service.SweepApplicationsAsync(Scope));
        Assert.Equal(ApplicationState.Offered, (await _district.Store.FindAsync(Scope, seatless.Id))!.State);
    }

    private async Task FaultsAsync(Func<ClockService, ValueTask<ClockSweep>> sweep)
    {
        var faults = await Assert.ThrowsAsync<AggregateException>(() => sweep(_district.Get<ClockService>()).AsTask());
        Assert.StartsWith("application/ben-clinic", Assert.IsAssignableFrom<ArgumentException>(Assert.Single(faults.InnerExceptions)).Message, StringComparison.Ordinal);
    }
}
