using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements;

// What the platform does by itself.
public static partial class PlacementDecisions
{
    /// <summary>What the platform should do with a placement now: pause it, move its forms, close its evaluations, end it after notice.</summary>
    /// <remarks>
    /// Ask again after each step: one may make another due. A pause is due while a grave incident is open, and when a document that the work waits
    /// for is not good today; with documents that nobody gathered, it is not. An end is due when the last day of a notice is over.
    /// </remarks>
    /// <param name="situation">The placement and what is known around it.</param>
    /// <returns>In the order of triggers; every one would be accepted from <see cref="Actor.Clock"/>.</returns>
    public static ImmutableArray<PlacementFollowUp> FollowUps(PlacementSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var (placement, facts) = (situation.Placement, situation.Facts());
        var due = ImmutableArray.CreateBuilder<PlacementFollowUp>();
        if (PauseReason(situation) is { } reason && PlacementLifecycle.Table.CanAdvance(placement.State, Pause, facts with { ReasonGiven = true }, Actor.Clock))
        {
            due.Add(new(Pause, reason));
        }

        if (PlacementLifecycle.Table.CanAdvance(placement.State, CloseEvaluations, facts, Actor.Clock))
        {
            due.Add(new(CloseEvaluations));
        }

        if (placement.Record.Termination is { } end && end.LastDay < situation.Today && PlacementLifecycle.Table.CanAdvance(placement.State, Terminate, facts, Actor.Clock))
        {
            due.Add(new(Terminate, PlacementFollowUp.NoticeOver));
        }

        if (PlacementLifecycle.Table.CanAdvance(placement.State, Evaluate, facts, Actor.Clock))
        {
            due.AddRange(
                from form in placement.Record.Evaluations
                from trigger in EvaluationDecisions.ClockDue(form, situation.Today)
                select new PlacementFollowUp(Evaluate, Entry: new PlacementEntry.FormMoved(new(form.Id, trigger))));
        }

        return due.ToImmutable();
    }

    /// <summary>The states in which the platform may have something to do; after some ends too, since forms still open and lock then.</summary>
    internal static ImmutableArray<PlacementState> StatesWithFollowUps { get; } =
    [
        .. PlacementLifecycle.Table.States.Where(state => !PlacementLifecycle.Table.EndStates.Contains(state)
            || PlacementLifecycle.Table.Afterwards.Any(row => row.From == state && row.Trigger == Evaluate && row.Roles.Contains(Role.System))),
    ];

    /// <summary>Whether the platform may have something to do with a placement, today or later: after its end only while a form waits for its day.</summary>
    internal static bool HasFollowUps(Placement placement) => placement.IsLive
        || (StatesWithFollowUps.Contains(placement.State) && placement.Record.Evaluations.Any(form => WaitingForms.Contains(form.State)));

    private static ImmutableArray<EvaluationFormState> WaitingForms { get; } =
        [.. EvaluationFormLifecycle.Table.Transitions.Where(row => row.IsClockDriven).Select(row => row.From).Distinct()];

    private static ReasonCode? PauseReason(PlacementSituation situation) => situation switch
    {
        { OpenGraveIncidents.IsEmpty: false } => PlacementFollowUp.GraveIncident,
        { Documents: { } documents } when documents.Any(document => document.Requirement.Blocks == DocumentBlocks.Start && !document.IsGoodOn(situation.Today)) =>
            PlacementFollowUp.DocumentExpired,
        _ => null,
    };
}
