using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>Whoever says which version they looked at acts on no other.</summary>
public sealed class ExpectedVersionTests : IDisposable
{
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task A_document_that_changed_since_is_not_moved()
    {
        await _district.PublishAsync("clinic", 1);
        Must(await _district.ApplyAsync(await _district.OfferedAsync("ana", "clinic"), ApplicationTrigger.AcceptOffer, Student("ana")));
        var document = (await _district.Store.ListAsync(Scope, new DocumentQuery { Placement = PlacementId.From("ana-clinic") })).Items[0];
        var service = _district.Get<DocumentService>();
        var asked = new DocumentCommand
        {
            Key = _district.Key(), By = Coordinator, Document = document.Id, Trigger = DocumentTrigger.Receive, Receipt = new([new(new(ActorId.From("gil"), Role.Guardian), _district.Clock.GetCurrentInstant())], null),
            ExpectedVersion = document.Version,
        };
        Assert.Equal(["command.version"], Codes(await service.AdvanceAsync(Scope, asked with { Key = _district.Key(), ExpectedVersion = document.Version - 1 })));
        Assert.Equal(["command.version"], Codes(await service.AdvanceAsync(Scope, asked with { Key = _district.Key(), ExpectedVersion = document.Version + 1 })));
        Assert.Equal(document.Version + 1, Must(await service.AdvanceAsync(Scope, asked)).Version);
        Assert.Equal(["command.version"], Codes(await service.AdvanceAsync(Scope, asked with { Key = _district.Key(), Trigger = DocumentTrigger.BeginReview, Receipt = null })));
        Assert.Equal(["command.key-reused"], Codes(await service.AdvanceAsync(Scope, asked with { ExpectedVersion = document.Version + 1 })));
    }

    [Fact]
    public async Task Who_may_not_see_a_document_is_not_told_its_version()
    {
        await _district.PublishAsync("clinic", 1);
        Must(await _district.ApplyAsync(await _district.OfferedAsync("ana", "clinic"), ApplicationTrigger.AcceptOffer, Student("ana")));
        var document = (await _district.Store.ListAsync(Scope, new DocumentQuery { Placement = PlacementId.From("ana-clinic") })).Items[0];
        var command = new DocumentCommand
        {
            Key = _district.Key(), By = new(ActorId.From("vic"), Role.Volunteer), Document = document.Id, Trigger = DocumentTrigger.BeginReview, ExpectedVersion = 99,
        };
        Assert.DoesNotContain("command.version", Codes(await _district.Get<DocumentService>().AdvanceAsync(Scope, command)));
    }

    [Fact]
    public async Task A_match_run_that_changed_since_is_not_moved()
    {
        var service = _district.Get<MatchRunService>();
        var run = new MatchRun { Id = MatchRunId.From("r-1"), Digest = "d1", Mechanism = "student-optimal", Ties = "lottery", Seed = new(7), Verdict = MatchRunVerdict.Stable, Seats = [] };
        Must(await service.ProposeAsync(Scope, _district.Key(), Coordinator, run));
        var asked = new MatchRunCommand
        {
            Key = _district.Key(), By = new(ActorId.From("adam"), Role.Coordinator), Run = run.Id, Trigger = MatchRunTrigger.Review, CurrentDigest = "d1", ExpectedVersion = 1,
        };
        Assert.Equal(["command.version"], Codes(await service.AdvanceAsync(Scope, asked with { Key = _district.Key(), ExpectedVersion = 2 })));
        var moved = Must(await service.AdvanceAsync(Scope, asked));
        Assert.Equal((MatchRunState.Reviewed, 2), (moved.State, moved.Version));
        Assert.Equal(["command.version"], Codes(await service.AdvanceAsync(Scope, asked with { Key = _district.Key(), Trigger = MatchRunTrigger.Publish })));
        Assert.Equal(["command.key-reused"], Codes(await service.AdvanceAsync(Scope, asked with { ExpectedVersion = 2 })));
    }
}
