using Pathways.Testing;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>Everything of a student is read as it stood at one moment.</summary>
public sealed class HoldingsTests : IDisposable
{
    private static readonly StudentId Ana = StudentId.From("ana");
    private readonly District _district = new();
    private int _saved;

    public void Dispose() => _district.Dispose();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    public async Task What_is_saved_meanwhile_is_read_too(int rivals, int reads)
    {
        await SaveAsync();
        var store = new Busy(_district.Store, SaveAsync, rivals);
        var holdings = await StudentHoldings.ReadAsync(store, Scope, Ana);
        Assert.Equal((reads, rivals + 1, rivals + 1), (store.Reads, holdings.Applications.Length, holdings.State.Version));
        Assert.True(await holdings.IsCurrentAsync(store, Scope));
        await SaveAsync();
        Assert.False(await holdings.IsCurrentAsync(store, Scope));
    }

    [Fact]
    public async Task Where_something_is_saved_each_time_it_is_a_race() =>
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await StudentHoldings.ReadAsync(new Busy(_district.Store, SaveAsync, int.MaxValue), Scope, Ana));

    private async Task SaveAsync()
    {
        var application = new Application { Id = StudentApplicationId.From($"a-{++_saved}"), Student = Ana, Opportunity = OpportunityId.From("clinic") };
        Assert.IsType<CommitOutcome.Committed>(await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(application)] }));
    }

    // Somebody saves while the hours are read, after the applications were.
    private sealed class Busy(IPathwaysStore store, Func<Task> rival, int rivals) : StoreWrapper
    {
        public int Reads { get; private set; }

        public override async ValueTask<Page<HoursEntry>> ListAsync(TenantScope scope, HoursQuery query, CancellationToken cancellationToken = default)
        {
            if (Reads++ < rivals)
            {
                await rival();
            }

            return await base.ListAsync(scope, query, cancellationToken);
        }

        protected override ValueTask<T> ReadAsync<T>(Func<IPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken) => read(store);

        protected override ValueTask<T> WriteAsync<T>(Func<IPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken) => write(store);
    }
}
