using Microsoft.Extensions.DependencyInjection;

namespace Pathways.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>What the store does is tested in Pathways.EntityFrameworkCore.Tests, on every database.</summary>
public class RegistrationTests
{
    [Fact]
    public async Task One_store_is_behind_every_port_and_asks_no_server_before_it_is_used()
    {
        var services = new ServiceCollection();
        services.AddPathways().UsePostgreSql("Host=nowhere.invalid;Database=pathways;Username=pathways");
        await using var host = services.BuildServiceProvider();
        var store = host.GetRequiredService<IPathwaysStore>();
        Assert.IsType<EfPathwaysStore>(store);
        Assert.Same(store, host.GetRequiredService<ICommitStore>());
        Assert.Same(store, host.GetRequiredService<IInboxStore>());
    }
}
