using System.Text.Json;
using Pathways.Cli.Output;
using Pathways.Testing;

namespace Pathways.Cli.Tests;

/// <summary>Something of a student is saved while everything of the student is exported.</summary>
public class ExportedAtOnceTests
{
    private static readonly TenantScope District = TenantScope.Of(TenantId.From("district"));
    private static readonly Actor Ana = new(ActorId.From("u-ana"), Role.Student);
    private readonly InMemoryPathwaysStore _store = new();

    [Theory]
    [InlineData("HistoryAsync")] // the log is read last, and would tell of more than the things do
    [InlineData("ListAsync")]
    public async Task An_export_is_of_one_moment(string method)
    {
        await SaveAsync("a-1", 1);
        List<Task> saved = [];
        var store = MeddledStore.Over(_store, called =>
        {
            if (called.Name == method && saved.Count == 0)
            {
                saved.Add(SaveAsync("a-1", 2));
                saved.Add(SaveAsync("a-2", 1));
            }

            return null;
        });
        var (holdings, write) = await StudentExport.MakeAsync(store, District, StudentId.From("ana"), default);
        await Task.WhenAll(saved);
        Assert.Equal([("a-1", 2), ("a-2", 1)], holdings.Applications.Select(application => (application.Id.Value, application.Version)));
        using var stream = new MemoryStream();
        write(stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal((2, 3), (json.RootElement.GetProperty("applications").GetArrayLength(), json.RootElement.GetProperty("audit").GetArrayLength()));
    }

    [Fact]
    public async Task Where_something_is_saved_each_time_nothing_is_exported()
    {
        await SaveAsync("a-0", 1);
        var (saved, busy) = (new List<Task>(), true);
        var store = MeddledStore.Over(_store, called =>
        {
            if (busy && called.Name == "HistoryAsync")
            {
                saved.Add(SaveAsync($"a-{saved.Count + 1}", 1));
            }

            return null;
        });
        await Assert.ThrowsAsync<ConcurrencyException>(() => StudentExport.MakeAsync(store, District, StudentId.From("ana"), default));
        busy = false;
        await Task.WhenAll(saved);
        Assert.Equal(saved.Count + 1, (await StudentExport.MakeAsync(store, District, StudentId.From("ana"), default)).Holdings.Applications.Length);
    }

    private async Task SaveAsync(string id, int version)
    {
        var application = new Application { Id = StudentApplicationId.From(id), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("mill"), Version = version };
        var line = new AuditLine(application.Subject, version, "Write", "", "Draft", Ana, Instant.FromUtc(2026, 9, 1, 0, 0), null);
        Assert.IsType<CommitOutcome.Committed>(await _store.CommitAsync(District, new() { Changes = [StoredChange.To(application)], Audit = [line] }));
    }
}
