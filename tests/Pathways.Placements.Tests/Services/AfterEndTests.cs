using Pathways.Placements.Tests.Placements;
using static Pathways.Placements.PlacementTrigger;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

public sealed class AfterEndTests : IDisposable
{
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task Forms_open_and_lock_by_themselves_after_a_placement_was_broken_off()
    {
        var id = await BrokenOffAsync();
        var form = new EvaluationForm
        {
            Id = EvaluationFormId.From("f-final"), Kind = EvaluationFormKind.SupervisorFinal, Rubric = Given.Rubric.Id, Evaluator = Supervisor.Id,
            OpensOn = Fall.Start.PlusDays(3), DueOn = Fall.Start.PlusDays(5), LocksOn = Fall.Start.PlusDays(8),
        };
        Must(await _district.WorkAsync(id, PlanEvaluation, Coordinator, new PlacementEntry.FormPlanned(form)));
        Assert.Equal((0, EvaluationFormState.Scheduled), await SweptAsync(2));
        Assert.Equal((1, EvaluationFormState.Open), await SweptAsync(3));
        Assert.Equal((0, EvaluationFormState.Open), await SweptAsync(4));
        Must(await _district.WorkAsync(id, Evaluate, Supervisor, Given.Submitted("f-final")));
        Assert.Equal((0, EvaluationFormState.Submitted), await SweptAsync(5));
        Assert.Equal((1, EvaluationFormState.Locked), await SweptAsync(9));
        Assert.Equal((0, EvaluationFormState.Locked), await SweptAsync(20));

        async Task<(int Moved, EvaluationFormState State)> SweptAsync(int days)
        {
            _district.Clock.Set(Fall.Start.PlusDays(days).AtMidnight().InUtc().ToInstant() + Duration.FromHours(12));
            var sweep = await _district.Get<ClockService>().SweepAsync(Scope);
            var placement = (await _district.Store.FindAsync(Scope, PlacementId.From(id)))!;
            Assert.Equal(PlacementState.Terminated, placement.State);
            return (sweep.PlacementsMoved, Assert.Single(placement.Record.Evaluations).State);
        }
    }

    [Fact]
    public async Task An_incident_is_settled_after_the_placement_was_broken_off_and_opens_nothing_again()
    {
        var incident = new Incident { Id = IncidentId.From("i1"), On = Fall.Start, Severity = IncidentSeverity.High, ReportedBy = Student("ana") };
        var id = await BrokenOffAsync(incident);
        var settled = Must(await _district.WorkAsync(id, SettleIncident, Coordinator, new PlacementEntry.IncidentSettled(incident.Id, Fall.Start, Note.From("Wet floor marked"))));
        Assert.Equal((PlacementState.Terminated, Fall.Start), (settled.State, Assert.Single(settled.Record.Incidents).SettledOn));
        Assert.Equal(
            ["placement.incident-settled"], Codes(await _district.WorkAsync(id, SettleIncident, Coordinator, new PlacementEntry.IncidentSettled(incident.Id, Fall.Start, Note.From("Again")))));
        Assert.Equal(["placement.not-possible"], Codes(await _district.WorkAsync(id, Resume, Coordinator, reason: "settled")));
        Assert.Equal(["access.role"], Codes(await _district.WorkAsync(id, SettleIncident, Student("ana"), new PlacementEntry.IncidentSettled(incident.Id, Fall.Start, Note.From("Me")))));
    }

    private async Task<string> BrokenOffAsync(Incident? incident = null)
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.ActiveAsync("ana", "clinic");
        if (incident is not null)
        {
            Must(await _district.WorkAsync(id, ReportIncident, Student("ana"), new PlacementEntry.IncidentReported(incident)));
        }

        Must(await _district.WorkAsync(
            id, Terminate, Coordinator, new PlacementEntry.BrokenOff(new(TerminationParty.Student, TerminationCause.Personal, Fall.Start, true))));
        return id;
    }
}
