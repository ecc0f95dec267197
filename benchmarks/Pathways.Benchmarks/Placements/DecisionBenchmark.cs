using BenchmarkDotNet.Attributes;
using Pathways.Placements;

namespace Pathways.Benchmarks.Placements;

/// <summary>
/// One decision about a placement: asking the table, asking for everything that stands in the way, and the whole change with audit line and
/// events; beside the same question as a switch by hand, which knows this one row and gives no reasons.
/// </summary>
[MemoryDiagnoser]
public class DecisionBenchmark
{
    private readonly Actor _coordinator = new(ActorId.From("u1"), Role.Coordinator);
    private readonly Instant _now = Instant.FromUtc(2026, 9, 14, 12, 0);
    private readonly PlacementFacts _facts = new()
    {
        Today = new(2026, 9, 14), FirstDay = new(2026, 9, 14), DocumentsAccepted = true, OutcomesSigned = true, ScheduleLawful = true, HazardsCleared = true,
        SafetyOrientationHeld = true, TransportPlanned = true, SupervisorIndependent = true, PaySettled = true, OpportunityInForce = true,
    };

    private readonly Placement _placement = new()
    {
        Id = PlacementId.From("p-1"), Student = StudentId.From("s-1"), Opportunity = OpportunityId.From("o-1"),
        Dates = new(new(2026, 9, 14), new(2026, 12, 18)), State = PlacementState.Onboarding,
    };

    private PlacementFacts _without = null!;

    [GlobalSetup]
    public void TakeOneAway() => _without = _facts with { SupervisorIndependent = false };

    [Benchmark(Baseline = true)]
    public bool ByHand() => _placement.State switch
    {
        PlacementState.Onboarding => _coordinator.Role == Role.Coordinator && _facts.DocumentsAccepted && _facts.OutcomesSigned && _facts.ScheduleLawful
            && _facts.HazardsCleared && _facts.SafetyOrientationHeld && _facts.TransportPlanned && _facts.SupervisorIndependent && _facts.PaySettled && _facts.OpportunityInForce,
        _ => false,
    };

    [Benchmark]
    public bool CanAdvance() => PlacementLifecycle.Table.CanAdvance(_placement.State, PlacementTrigger.ClearToStart, _facts, _coordinator);

    [Benchmark]
    public bool CanAdvanceRefused() => PlacementLifecycle.Table.CanAdvance(_placement.State, PlacementTrigger.ClearToStart, _without, _coordinator);

    [Benchmark]
    public int Refusals() => PlacementLifecycle.Table.Refusals(_placement.State, PlacementTrigger.ClearToStart, _facts, _coordinator).Length;

    [Benchmark]
    public LifecycleOutcome<PlacementState> Advance() => PlacementLifecycle.Table.Advance(_placement.State, PlacementTrigger.ClearToStart, _facts, _coordinator);

    [Benchmark]
    public Decision<Placement> WholeChange() => PlacementDecisions.Advance(_placement, PlacementTrigger.ClearToStart, _facts, _coordinator, _now);
}
