using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>Pages tell nothing of what somebody may not see: neither its name nor how much of it there is.</summary>
public sealed class HiddenPagesTests : IDisposable
{
    private const int Things = 5;
    private readonly District _district = new();
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly Func<Actor, StudentId?, AccessFacts> _relations;

    public HiddenPagesTests() => _relations = _district.Relations;

    public void Dispose() => _district.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Pages_are_full_of_what_may_be_seen_and_their_marks_are_made_of_it(int limit)
    {
        await ApplyAsync();
        var service = _district.Get<ApplicationService>();
        for (var mask = 0; mask < 1 << Things; mask++)
        {
            var seen = Hide(mask);
            var shown = new List<string>();
            PageCursor? from = null;
            do
            {
                var page = await service.ListAsync(Scope, new() { Limit = limit, From = from }, District.Partner, Purpose.Placement);
                shown.AddRange(page.Items.Select(application => application.Id.Value));
                Assert.Equal(shown.Count < seen.Length, page.HasMore);
                if ((from = page.Next) is { } next)
                {
                    Assert.Equal(limit, page.Items.Length);
                    Assert.Equal(page.Items[^1].Id.Value, next.After);
                }
            }
            while (from is not null);
            Assert.Equal(seen, shown);
        }
    }

    [Fact]
    public async Task Asking_for_one_student_after_another_tells_a_partner_nothing_by_a_mark_either()
    {
        await ApplyAsync(ApplicationState.Endorsed, "ana");
        var service = _district.Get<ApplicationService>();
        Assert.Equal(Things, (await service.ListAsync(Scope, new(), District.Partner, Purpose.Placement)).Items.Length);
        foreach (var student in new[] { "ana", "nobody" })
        {
            var page = await service.ListAsync(Scope, new() { Student = StudentId.From(student), Limit = 1 }, District.Partner, Purpose.Placement);
            Assert.Empty(page.Items);
            Assert.Null(page.Next);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_mark_is_of_what_may_be_seen_also_where_the_store_changes_between_two_looks(int look)
    {
        await ApplyAsync();
        Assert.Equal(["a-0", "a-2", "a-4"], Hide(0b01010));
        var looks = 0;
        var racing = new Racing(_district.Store, async () =>
        {
            if (++looks == look)
            {
                await AddAsync("a-1b", ApplicationState.Shortlisted, "s-a-1"); // hidden, and before the last that is shown
            }
        });
        var service = new ApplicationService(
            _district.Store, _district.Store, racing, _district.Store, _district, _district, _district, _district.Store, _district.Clock);
        var page = await service.ListAsync(Scope, new() { Limit = 2 }, District.Partner, Purpose.Placement);
        Assert.True(looks >= look);
        Assert.Equal(["a-0", "a-2"], page.Items.Select(application => application.Id.Value));
        Assert.Equal("a-2", page.Next?.After);
    }

    private string[] Hide(int mask)
    {
        _hidden.Clear();
        _hidden.UnionWith(Enumerable.Range(0, Things).Where(thing => (mask & (1 << thing)) != 0).Select(thing => $"s-a-{thing}"));
        _district.Relations = (actor, student) => _relations(actor, student) with { IsOwnSite = student is { } about && !_hidden.Contains(about.Value) };
        return [.. Enumerable.Range(0, Things).Select(thing => $"a-{thing}").Where(id => !_hidden.Contains($"s-{id}"))];
    }

    private async Task ApplyAsync(ApplicationState state = ApplicationState.Shortlisted, string? student = null)
    {
        await _district.PublishAsync("clinic", 1);
        for (var thing = 0; thing < Things; thing++)
        {
            await AddAsync($"a-{thing}", state, student ?? $"s-a-{thing}");
        }
    }

    private async Task AddAsync(string id, ApplicationState state, string student)
    {
        var application = new Application { Id = StudentApplicationId.From(id), Student = StudentId.From(student), Opportunity = OpportunityId.From("clinic"), State = state };
        Assert.IsType<CommitOutcome.Committed>(await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(application)] }));
    }

    /// <summary>Something happens after each look.</summary>
    private sealed class Racing(IApplicationStore store, Func<Task> meanwhile) : IApplicationStore
    {
        public ValueTask<Application?> FindAsync(TenantScope scope, StudentApplicationId id, CancellationToken cancellationToken) => store.FindAsync(scope, id, cancellationToken);

        public async ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, CancellationToken cancellationToken)
        {
            var page = await store.ListAsync(scope, query, cancellationToken);
            await meanwhile();
            return page;
        }
    }
}
