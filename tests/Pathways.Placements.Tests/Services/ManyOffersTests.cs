using Microsoft.Extensions.DependencyInjection;
using static Pathways.Placements.ApplicationTrigger;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>Offers for one opportunity rest on the same count of seats, so each that is made lets the others be decided again. All are made all the same.</summary>
public sealed class ManyOffersTests : IDisposable
{
    private const int Offers = 120;

    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task As_many_offers_at_once_as_there_are_seats_are_all_made_by_a_store_that_takes_its_time()
    {
        await _district.PublishAsync("clinic", Offers);
        var ids = new List<StudentApplicationId>();
        for (var at = 0; at < Offers; at++)
        {
            var (id, student) = (StudentApplicationId.From($"a{at}"), Student($"s{at}"));
            ids.Add(id);
            Must(await _district.Get<ApplicationService>().StartAsync(Scope, _district.Key(), student, id, StudentId.From($"s{at}"), OpportunityId.From("clinic")));
            Must(await _district.ApplyAsync(id, Submit, student));
            Must(await _district.ApplyAsync(id, Endorse, Coordinator));
        }

        using var gate = new SemaphoreSlim(1);
        await using var host = _district.WithStore(_ => new OneAtATime(_district.Store, gate));
        var service = host.GetRequiredService<ApplicationService>();
        var expires = _district.Clock.GetCurrentInstant() + Duration.FromDays(1);
        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => service.AdvanceAsync(
            Scope, new() { Key = _district.Key(), By = Coordinator, Application = id, Trigger = MakeOffer, OfferExpires = expires }).AsTask())));
        Assert.All(outcomes, outcome => Assert.IsType<ServiceOutcome<Application>.Done>(outcome));
        Assert.Equal(Offers, (await _district.Store.CountSeatsAsync(Scope, OpportunityId.From("clinic"))).Held);
    }

    // A database writes one commit after the other, and each takes a while.
    private sealed class OneAtATime(ICommitStore inner, SemaphoreSlim gate) : ICommitStore
    {
        public ValueTask<CarriedOut?> FindCommandAsync(TenantScope scope, CommandKey key, CancellationToken cancellationToken = default) => inner.FindCommandAsync(scope, key, cancellationToken);

        public ValueTask<SubjectState> StateAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default) => inner.StateAsync(scope, subject, cancellationToken);

        public ValueTask<int> ForgetAsync(TenantScope scope, Instant before, CancellationToken cancellationToken = default) => inner.ForgetAsync(scope, before, cancellationToken);

        public async ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default)
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                await Task.Delay(4, cancellationToken);
                return await inner.CommitAsync(scope, commit, cancellationToken);
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
