using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

public sealed class CaseloadServiceTests : IDisposable
{
    private static readonly ActorId Dora = ActorId.From("dora");
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task The_limit_holds_wherever_a_coordinator_gets_a_placement()
    {
        await _district.PublishAsync("clinic", 9);
        var offered = await _district.OfferedAsync("dan", "clinic");
        _district.Rules = _district.Rules with { CaseloadLimit = 1 };
        Must(await ArrangeAsync("p1", "ana"));
        var refused = Assert.IsType<ServiceOutcome<Placement>.Refused>(await ArrangeAsync("p2", "ben"));
        Assert.Equal("command.caseload-full: cora looks after 1 of at most 1 placements, which leaves no room for 1 more. Maybe somebody else can look after it.", Assert.Single(refused.Reasons).ToString());
        _district.Known = _district.Known with { Coordinator = Dora };
        Must(await ArrangeAsync("p3", "cy"));
        Assert.Equal(["command.caseload-full"], Codes(await HandAsync("p3", Coordinator.Id)));
        Must(await HandAsync("p3", Dora)); // who looks after it already
        Must(await HandAsync("p3", ActorId.From("eve")));

        // A student who accepts is not turned away; nobody looks after the placement yet.
        _district.Known = _district.Known with { Coordinator = Coordinator.Id };
        Must(await _district.ApplyAsync(offered, ApplicationTrigger.AcceptOffer, Student("dan")));
        Assert.Null((await _district.Store.FindAsync(Scope, PlacementId.From("dan-clinic")))!.Coordinator);
    }

    [Fact]
    public async Task A_group_is_refused_whole_when_it_is_too_much_for_its_coordinator()
    {
        var visit = PlacementProgramId.From("visit");
        _district.Rules = _district.Rules with { CaseloadLimit = 1, Programs = [new() { Id = visit, Kind = PlacementKind.SiteVisit, IsExclusive = false, MaximumDays = 1 }] };
        await _district.PublishAsync("plant", 2, visit);
        var command = new GroupCommand
        {
            Key = _district.Key(), By = Coordinator, Group = ExperienceGroupId.From("class-9a"), Opportunity = OpportunityId.From("plant"), Dates = new(Fall.Start, Fall.Start),
            Members = [.. new[] { "ana", "ben" }.Select(id => (StudentId.From(id), PlacementId.From($"visit-{id}")))],
        };
        Assert.Equal(["command.caseload-full"], Codes(await _district.Get<PlacementService>().ArrangeGroupAsync(Scope, command)));
        Assert.Empty((await _district.Store.ListAsync(Scope, new PlacementQuery())).Items);
    }

    [Fact]
    public async Task What_is_too_much_is_proposed_to_somebody_with_room_and_moved_with_an_audit_line()
    {
        await _district.PublishAsync("clinic", 9);
        foreach (var student in new[] { "ana", "ben", "cy" })
        {
            Must(await ArrangeAsync($"p-{student}", student));
        }

        var service = _district.Get<CaseloadService>();
        _district.Rules = _district.Rules with { CaseloadLimit = 2 };
        ActorId[] all = [Dora, Coordinator.Id];
        Assert.Equal([("cora", 3, 2), ("dora", 0, 2)], Loads(await service.LoadsAsync(Scope, all, Coordinator, Purpose.Placement)));
        var plan = Seen(await service.ProposeAsync(Scope, all, Coordinator, Purpose.Placement));
        var move = Assert.Single(plan.Moves);
        Assert.Equal(("p-ana", "cora", "dora"), (move.Placement.Value, move.From!.Value.Value, move.To.Value));
        Assert.Equal([2, 1], plan.Caseloads.Select(caseload => caseload.Load));
        Must(await service.MoveAsync(Scope, _district.Key(), Coordinator, move.Placement, move.To));
        var line = (await _district.Store.HistoryAsync(Scope, "placement/p-ana"))[^1];
        Assert.Equal(("AssignCoordinator", "placement.coordinator-runs"), (line.Trigger, line.Rule));
        Assert.Empty(Seen(await service.ProposeAsync(Scope, all, Coordinator, Purpose.Placement)).Moves);
        Assert.Equal(["access.role"], Codes(await service.MoveAsync(Scope, _district.Key(), Supervisor, move.Placement, move.To)));
        Assert.Equal(["access.role"], Told(await service.LoadsAsync(Scope, all, Supervisor, Purpose.Placement)));
        Assert.Equal(["access.role"], Told(await service.ProposeAsync(Scope, all, Student("ana"), Purpose.Placement)));
    }

    [Fact]
    public void What_nobody_has_room_for_stays_where_it_is()
    {
        var placements = Enumerable.Range(0, 4).Select(at => Placements.Given.Bare with { Id = PlacementId.From($"p-{at}"), Coordinator = Dora }).ToArray();
        var plan = CaseloadPlan.Of([new(Dora, 2, 4), new(Coordinator.Id, 1)], placements, CaseloadWeights.Equal);
        Assert.Single(plan.Moves);
        Assert.Single(plan.Stuck);
        Assert.Equal([("cora", 1, 1), ("dora", 3, 2)], plan.Caseloads.Select(caseload => (caseload.Coordinator.Value, caseload.Load, caseload.Limit)));
    }

    private static IEnumerable<(string, int, int)> Loads(ReadOutcome<CaseloadPlan> outcome) =>
        Seen(outcome).Caseloads.Select(caseload => (caseload.Coordinator.Value, caseload.Load, caseload.Limit));

    private ValueTask<ServiceOutcome<Placement>> ArrangeAsync(string id, string student) => _district.Get<PlacementService>().ArrangeAsync(
        Scope, new() { Key = _district.Key(), By = Coordinator, Placement = PlacementId.From(id), Student = StudentId.From(student), Opportunity = OpportunityId.From("clinic") });

    private ValueTask<ServiceOutcome<Placement>> HandAsync(string id, ActorId coordinator) => _district.WorkAsync(id, PlacementTrigger.AssignCoordinator, Coordinator, new PlacementEntry.CoordinatorNamed(coordinator));
}
