using Microsoft.Extensions.DependencyInjection;
using Pathways.Testing;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

public sealed class DigestKeyTests : IDisposable
{
    private static readonly ImmutableArray<byte> First = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];
    private static readonly ImmutableArray<byte> Second = [.. First.Reverse()];
    private static readonly CommandKey Key = CommandKey.From("start");
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task Two_keys_give_two_digests_of_one_request_and_nothing_else_changes()
    {
        var runs = new List<(string Digest, string Receipt, string History)>();
        foreach (var key in new ImmutableArray<byte>?[] { null, First, First, Second })
        {
            using var host = Host(new InMemoryPathwaysStore(), key);
            Must(await StartAsync(host, "a-1"));
            var store = host.GetRequiredService<IPathwaysStore>();
            var done = (await store.FindCommandAsync(Scope, Key))!;
            runs.Add((done.Digest, string.Join(' ', done.Receipt.Saved), string.Join(' ', await store.HistoryAsync(Scope, "application/a-1"))));
        }

        Assert.All(runs, run => Assert.Equal((64, runs[0].Receipt, runs[0].History), (run.Digest.Length, run.Receipt, run.History)));
        Assert.Equal(runs[1].Digest, runs[2].Digest);
        Assert.Equal(3, runs.Select(run => run.Digest).Distinct().Count());
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(First.AsSpan(), System.Text.Encoding.UTF8.GetBytes(runs[0].Digest))), runs[1].Digest);
    }

    [Fact]
    public async Task A_repetition_is_known_under_the_same_key_and_refused_under_another()
    {
        var store = new InMemoryPathwaysStore();
        using var one = Host(store, First);
        using var other = Host(store, Second);
        Must(await StartAsync(one, "a-1"));
        Assert.True(Assert.IsType<ServiceOutcome<Application>.Done>(await StartAsync(one, "a-1")).WasRepeated);
        Assert.Equal(["command.key-reused"], Codes(await StartAsync(one, "a-2")));
        Assert.Equal(["command.key-reused"], Codes(await StartAsync(other, "a-1")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void A_short_key_is_refused(int length) =>
        Assert.Contains($"{length} bytes", Assert.Throws<ArgumentException>(() => new PlacementsOptions { DigestKey = [.. new byte[length]] }).Message, StringComparison.Ordinal);

    private ServiceProvider Host(IPathwaysStore store, ImmutableArray<byte>? key)
    {
        var services = new ServiceCollection();
        services.AddPathways().AddPlacements(options => options.DigestKey = key);
        services.AddSingleton<IClock>(_district.Clock).AddSingleton<IStudentFacts>(_district).AddSingleton<IPartnerStanding>(_district).AddSingleton<IDistrictRules>(_district)
            .AddSingleton<IAccessDirectory>(_district).AddSingleton(store);
        services.AddSingleton<ICommitStore>(store).AddSingleton<IOpportunityStore>(store).AddSingleton<IApplicationStore>(store).AddSingleton<IPlacementStore>(store)
            .AddSingleton<IDocumentStore>(store).AddSingleton<IHoursStore>(store).AddSingleton<IMatchRunStore>(store).AddSingleton<IAuditStore>(store);
        return services.BuildServiceProvider();
    }

    private static async Task<ServiceOutcome<Application>> StartAsync(ServiceProvider host, string id)
    {
        var opportunities = host.GetRequiredService<IOpportunityStore>();
        if (await opportunities.FindAsync(Scope, OpportunityId.From("clinic")) is null)
        {
            using var district = new District();
            await district.PublishAsync("clinic", 1);
            var listing = (await district.Store.FindAsync(Scope, OpportunityId.From("clinic")))! with { Version = 1 };
            await host.GetRequiredService<ICommitStore>().CommitAsync(Scope, new() { Changes = [StoredChange.To(listing)] });
        }

        return await host.GetRequiredService<ApplicationService>().StartAsync(
            Scope, Key, Student("ana"), StudentApplicationId.From(id), StudentId.From("ana"), OpportunityId.From("clinic"));
    }
}
