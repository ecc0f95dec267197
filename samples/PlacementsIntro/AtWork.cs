using PlacementsIntro.Host;

namespace PlacementsIntro;

/// <summary>The work itself: a start taken back, hours, a visit, an incident.</summary>
internal static class AtWork
{
    public static async Task StartAsync(Walk walk, PlacementId id)
    {
        walk.On(2026, 9, 14, 9);
        await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.Start);

        // The student was ill and did not come. Nothing is edited silently: the start is taken back with a reason, and both lines stay.
        walk.On(2026, 9, 14, 15, 30);
        await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.Undo, reason: "student-was-ill");
        walk.On(2026, 9, 16, 14, 30);
        await walk.PlacementAsync(Cast.Supervisor, id, PlacementTrigger.Start);

        // The start that was taken back took the form with it that it had opened.
        await Forms.PlanAsync(walk, id, "baseline-2");
    }

    /// <summary>The entry says when the work was; the supervisor says that it is true, the school counts it.</summary>
    public static async Task LogAsync(Walk walk, PlacementId id, WorkedHours worked, string? answer = null)
    {
        var entry = HoursEntryId.From($"h-{worked.Day:MMdd}");
        walk.On(worked.Day.Year, worked.Day.Month, worked.Day.Day, 23);
        await walk.SayAsync(
            Cast.Student, $"Draft of {worked.End - worked.Start - worked.BreakMinutes} min",
            await walk.Get<HoursService>().DraftAsync(Walk.Scope, walk.Key, Cast.Student, entry, id, worked),
            value => $"{value.State}");
        await walk.HoursAsync(Cast.Student, entry, HoursEntryTrigger.Submit);
        var next = worked.Day.PlusDays(1);
        walk.On(next.Year, next.Month, next.Day, 15);
        await walk.HoursAsync(Cast.Supervisor, entry, HoursEntryTrigger.Confirm);
        await walk.HoursAsync(Cast.Coordinator, entry, HoursEntryTrigger.Approve, answer);
    }

    public static async Task VisitAsync(Walk walk, PlacementId id)
    {
        walk.On(2026, 10, 7, 15);
        await walk.PlacementAsync(
            Cast.Coordinator, id, PlacementTrigger.RecordVisit, new PlacementEntry.VisitMade(new(VisitId.From("v-1"), walk.Today, Cast.Coordinator.Id)));
    }

    /// <summary>Somebody reports something grave: the platform pauses the work at once, and nobody goes back before it is settled.</summary>
    public static async Task IncidentAsync(Walk walk, PlacementId id)
    {
        var incident = IncidentId.From("i-1");
        walk.On(2026, 10, 14, 16, 30);
        await walk.PlacementAsync(Cast.Supervisor, id, PlacementTrigger.ReportIncident, new PlacementEntry.IncidentReported(
            new() { Id = incident, On = walk.Today, Severity = IncidentSeverity.High, ReportedBy = Cast.Supervisor }));
        walk.On(2026, 10, 16, 10);
        await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.SettleIncident, new PlacementEntry.IncidentSettled(incident, walk.Today));
        await walk.PlacementAsync(Cast.Coordinator, id, PlacementTrigger.Resume, reason: "incident-settled");
    }

    public static async Task ReflectAsync(Walk walk, PlacementId id)
    {
        walk.On(2026, 12, 18, 19);
        await walk.PlacementAsync(
            Cast.Student, id, PlacementTrigger.AddReflection, new PlacementEntry.ReflectionWritten(new(ArtifactId.From("what-i-learned"), walk.Today)));
    }
}
