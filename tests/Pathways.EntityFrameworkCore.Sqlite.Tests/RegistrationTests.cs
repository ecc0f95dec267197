using Microsoft.Extensions.DependencyInjection;

namespace Pathways.EntityFrameworkCore.Sqlite.Tests;

/// <summary>What the store does is tested in Pathways.EntityFrameworkCore.Tests, on every database.</summary>
public class RegistrationTests
{
    [Fact]
    public async Task One_store_is_behind_every_port_and_makes_no_file_before_it_is_used()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var services = new ServiceCollection();
        services.AddPathways().UseSqlite($"Data Source={file}", options => options.CreateIfMissing = true);
        await using var host = services.BuildServiceProvider();
        var store = host.GetRequiredService<IPathwaysStore>();
        Assert.IsType<EfPathwaysStore>(store);
        Assert.Same(store, host.GetRequiredService<ICommitStore>());
        Assert.Same(store, host.GetRequiredService<IInboxStore>());
        Assert.False(File.Exists(file));
    }
}
