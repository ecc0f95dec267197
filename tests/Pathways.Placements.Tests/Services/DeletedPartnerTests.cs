using Microsoft.Extensions.DependencyInjection;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>What becomes of the opportunities of a partner who is deleted for good.</summary>
public sealed class DeletedPartnerTests : IDisposable
{
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task An_opportunity_of_a_deleted_partner_is_suspended_and_closed_and_not_opened_again()
    {
        await PublishAsync();
        await DeleteAsync();
        Must(await MoveAsync(OpportunityTrigger.Suspend, "partner-gone"));
        Assert.Equal(["opportunity.partner-active"], Codes(await MoveAsync(OpportunityTrigger.Reinstate, null)));
        EndSeason();
        Must(await MoveAsync(OpportunityTrigger.Close, null));
        Assert.Equal(OpportunityState.Closed, await StateAsync());
    }

    [Fact]
    public async Task The_clock_closes_an_opportunity_of_a_deleted_partner()
    {
        await PublishAsync();
        await DeleteAsync();
        EndSeason();
        Assert.Equal(1, (await _district.Get<ClockService>().SweepAsync(Scope)).OpportunitiesMoved);
        Assert.Equal(OpportunityState.Closed, await StateAsync());
    }

    [Fact]
    public async Task A_partner_who_is_deleted_while_it_is_decided_is_noticed_and_it_is_decided_again()
    {
        await _district.PublishAsync("clinic", 1);
        await KeepAsync();
        using var host = _district.WithStore(store => new RaceTests.Overtaken((IPathwaysStore)store, DropAsync, () => { }));
        Must(await host.GetRequiredService<OpportunityService>().AdvanceAsync(Scope, Command(OpportunityTrigger.Suspend, "safety")));
        Assert.Equal(OpportunityState.Suspended, await StateAsync());
    }

    private static SeasonId Season { get; } = SeasonId.From("fall");

    private async Task PublishAsync()
    {
        await _district.PublishAsync("clinic", 1);
        var listing = (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))!;
        await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(listing with { Season = Season, Version = listing.Version + 1 })] });
    }

    private void EndSeason() => _district.Rules = _district.Rules with { Seasons = _district.Rules.Seasons.Add(Season, new(new(2026, 1, 1), new(2026, 8, 31))) };

    private async Task DeleteAsync()
    {
        await KeepAsync();
        await DropAsync();
    }

    private async Task KeepAsync() => Assert.IsType<CommitOutcome.Committed>(await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(Hospital)] }));

    private async Task DropAsync() => Assert.IsType<CommitOutcome.Committed>(await _district.Store.CommitAsync(Scope, new() { Changes = [], Deletions = [StoredDeletion.Of(Hospital)] }));

    private static PartnerListing Hospital { get; } = new() { Organisation = new() { Id = PartnerId.From("hospital"), Name = "Hospital" }, State = PartnerState.Active, Version = 1 };

    private ValueTask<ServiceOutcome<OpportunityListing>> MoveAsync(OpportunityTrigger trigger, string? reason) =>
        _district.Get<OpportunityService>().AdvanceAsync(Scope, Command(trigger, reason));

    private OpportunityCommand Command(OpportunityTrigger trigger, string? reason) => new()
    {
        Key = _district.Key(), By = Coordinator, Opportunity = OpportunityId.From("clinic"), Trigger = trigger, Reason = reason is null ? null : ReasonCode.From(reason),
    };

    private async Task<OpportunityState> StateAsync() => (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))!.State;
}
