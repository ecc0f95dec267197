using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements.Tests.Placements;

/// <summary>What follows an end before its time, a notice that is taken back, and a start that never was.</summary>
public class EarlyEndTests
{
    private static readonly ReasonCode Why = ReasonCode.From("changed-plans");

    [Fact]
    public void The_forms_of_the_end_open_when_a_placement_is_broken_off_and_others_do_not()
    {
        var active = Active with
        {
            Record = PlacementRecord.Empty with
            {
                Evaluations = [Form("f-final", EvaluationFormKind.SupervisorFinal), Form("f-self", EvaluationFormKind.StudentSelf), Form("f-mid", EvaluationFormKind.SupervisorMid)],
            },
        };
        var ended = Changed(Do(active, Terminate, Role.Coordinator, Given.Entry(Terminate)));
        Assert.Equal(
            [("f-final", EvaluationFormState.Open), ("f-self", EvaluationFormState.Open), ("f-mid", EvaluationFormState.Scheduled)],
            ended.Value.Record.Evaluations.Select(form => (form.Id.Value, form.State)));
        Assert.Equal("evaluation/f-final evaluation/f-self", ended.Audit.About);
        Assert.Equal(Given.Today, ended.Value.Record.Evaluations[0].OpensOn);
    }

    [Fact]
    public void A_placement_that_was_broken_off_is_evaluated_and_talked_over_and_stays_over()
    {
        var placement = Changed(Do(Active, Terminate, Role.Coordinator, Given.Entry(Terminate))).Value;
        (PlacementTrigger Trigger, Role Role, PlacementEntry Entry)[] steps =
        [
            (PlanEvaluation, Role.Coordinator, Planned("f-final", EvaluationFormKind.SupervisorFinal, Given.Today)),
            (Evaluate, Role.Supervisor, Given.Submitted("f-final")),
            (PlanEvaluation, Role.CareerSpecialist, Planned("f-site", EvaluationFormKind.StudentOfSite, Given.Today)),
            (Evaluate, Role.Student, Given.Submitted("f-site")),
            (PlanEvaluation, Role.Coordinator, Planned("f-partner", EvaluationFormKind.PartnerOfProgram, Given.Today)),
            (Evaluate, Role.PartnerContact, Given.Submitted("f-partner")),
            (RequestPartnerReview, Role.Coordinator, Given.Entry(RequestPartnerReview)!),
            (RecordDebrief, Role.CareerSpecialist, Given.Entry(RecordDebrief)!),
        ];
        foreach (var (trigger, role, entry) in steps)
        {
            var changed = Changed(Do(placement, trigger, role, entry));
            Assert.Equal((PlacementState.Terminated, null, placement.Version + 1), (changed.Value.State, changed.Seat, changed.Value.Version));
            Assert.Equal(("Terminated", "Terminated"), (changed.Audit.From, changed.Audit.To));
            placement = changed.Value;
        }

        Assert.All(placement.Record.Evaluations, form => Assert.True(form.IsIn, form.Id.Value));
        Assert.NotNull(placement.Record.Debrief);
        Assert.Equal(["placement.entry-twice"], Codes(Do(placement, RecordDebrief, Role.CareerSpecialist, Given.Entry(RecordDebrief))));
        Assert.Equal(["placement.form-kind"], Codes(Do(placement, PlanEvaluation, Role.Coordinator, Planned("f-mid", EvaluationFormKind.SupervisorMid, Given.Today))));
        Assert.Equal(["placement.not-possible"], Codes(Do(placement, Undo, Role.Coordinator, null)));
        Assert.Equal(["placement.not-possible"], Codes(Do(placement, AddReflection, Role.Student, Given.Entry(AddReflection))));
    }

    [Fact]
    public void Nothing_is_recorded_after_any_other_end() =>
        Assert.All(
            from state in new[] { PlacementState.Completed, PlacementState.Incomplete, PlacementState.CancelledBeforeStart }
            from trigger in new[] { Evaluate, RecordDebrief, PlanEvaluation }
            select (state, trigger),
            pair => Assert.Equal(["placement.not-possible"], Codes(Do(Active with { State = pair.state }, pair.trigger, Role.CareerSpecialist, Given.Entry(pair.trigger)))));

    [Theory]
    [InlineData(PlacementState.Active)]
    [InlineData(PlacementState.Paused)]
    public void A_notice_is_taken_back_before_its_last_day_with_a_reason(PlacementState state)
    {
        var noticed = Changed(Do(Active with { State = state }, GiveNotice, Role.Coordinator, Given.Entry(GiveNotice))).Value;
        Assert.Equal(["placement.reason"], Codes(Do(noticed, WithdrawNotice, Role.Coordinator, null)));
        var back = Changed(Do(noticed, WithdrawNotice, Role.Coordinator, null, Why));
        Assert.Equal((state, null, "NoticeWithdrawn", Why), (back.Value.State, back.Value.Record.Termination, back.Events[0].Name, back.Audit.Reason!.Value));
        var later = new PlacementSituation { Placement = back.Value, Today = Given.Today.PlusDays(8), Documents = [] };
        Assert.Equal(Given.Bare.Dates.End, later.LastDay);
        Assert.DoesNotContain(PlacementDecisions.FollowUps(later), due => due.Trigger == Terminate);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(8, false)]
    public void On_its_last_day_a_notice_stands(int days, bool isPossible)
    {
        var noticed = Changed(Do(Active, GiveNotice, Role.Coordinator, Given.Entry(GiveNotice))).Value;
        var then = new PlacementSituation { Placement = noticed, Today = Given.Today.PlusDays(days) };
        var decision = PlacementDecisions.Advance(noticed, WithdrawNotice, then.Facts(), Given.By(Role.Coordinator), Given.Now, Why);
        Assert.Equal(isPossible, decision is Decision<Placement>.Changed);
        Assert.Equal(isPossible ? [] : ["placement.notice-running"], Codes(decision));
        Assert.Equal("No notice is given.", Refused(Do(Active, WithdrawNotice, Role.Coordinator, null, Why)).Single().Sentence);
    }

    /// <summary>A form that a start opened could be handed in by nobody once the start is taken back, and would open nothing anew with the next one.</summary>
    [Fact]
    public void A_start_that_is_taken_back_voids_the_forms_it_opened_and_the_audit_line_names_them()
    {
        var ready = Active with
        {
            State = PlacementState.ReadyToStart,
            Record = PlacementRecord.Empty with
            {
                Evaluations =
                [
                    Given.Form("f-base", EvaluationFormKind.SupervisorBaseline, EvaluationFormState.Scheduled),
                    Given.Form("f-final", EvaluationFormKind.SupervisorFinal, EvaluationFormState.Scheduled) with { OpensOn = Given.Today.PlusDays(30), DueOn = null, LocksOn = null },
                ],
            },
        };
        var started = ready with { State = PlacementState.Active };
        var due = Assert.Single(PlacementDecisions.FollowUps(new() { Placement = started, Today = Given.Today }));
        var opened = Changed(PlacementDecisions.Advance(started, due.Trigger, new() { Today = Given.Today }, Actor.Clock, Given.Now, due.Reason, due.Entry));
        Assert.Equal("evaluation/f-base", opened.Audit.About);

        var undone = Changed(PlacementDecisions.Advance(
            opened.Value, Undo, new() { Today = Given.Today, UndoPermitted = true, ApprovedMinutes = 0 }, Given.By(Role.Coordinator), Given.Now, Why));
        Assert.Equal([EvaluationFormState.Cancelled, EvaluationFormState.Scheduled], undone.Value.Record.Evaluations.Select(form => form.State));
        Assert.Equal(("Undo", "evaluation/f-base"), (undone.Audit.Trigger, undone.Audit.About));
    }

    private static Placement Active { get; } = Given.Bare with { State = PlacementState.Active };

    private static EvaluationForm Form(string id, EvaluationFormKind kind) =>
        Given.Form(id, kind, EvaluationFormState.Scheduled) with { OpensOn = Given.Today.PlusDays(60), DueOn = null, LocksOn = null };

    private static PlacementEntry.FormPlanned Planned(string id, EvaluationFormKind kind, LocalDate opens) =>
        new PlacementEntry.FormPlanned(Given.Form(id, kind, EvaluationFormState.Scheduled) with { OpensOn = opens, DueOn = null, LocksOn = null });

    private static Decision<Placement> Do(Placement placement, PlacementTrigger trigger, Role role, PlacementEntry? entry, ReasonCode? reason = null) =>
        PlacementDecisions.Advance(
            placement, trigger, new PlacementSituation { Placement = placement, Today = Given.Today }.Facts(), Given.By(role), Given.Now, reason, entry);

    private static Decision<Placement>.Changed Changed(Decision<Placement> decision) => Assert.IsType<Decision<Placement>.Changed>(decision);

    private static ImmutableArray<Refusal> Refused(Decision<Placement> decision) => Assert.IsType<Decision<Placement>.Refused>(decision).Reasons;

    private static IEnumerable<string> Codes(Decision<Placement> decision) => decision is Decision<Placement>.Refused refused ? refused.Reasons.Select(reason => reason.Code) : [];
}
