using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>What is saved is saved whole, under the version that was expected.</summary>
internal static class CommitCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("What was saved is read back as it was", ReadsBack),
        new("What was never saved is not found", NotFound),
        new("A commit saves every thing of it with its audit lines and events", SavesAll),
        new("A thing that is to be new and exists is a version conflict", NewTwice),
        new("A stale version is a conflict and changes nothing", Stale),
        new("A thing that is to exist and does not is a version conflict", Missing),
        new("One stale thing keeps the whole commit from being saved", OneStale),
        new("A commit that makes no sense is refused as a fault of the caller", Senseless),
        new("A cancelled commit saves nothing", Cancelled),
    ];

    private static async Task ReadsBack(IPathwaysStore store)
    {
        var listing = Listing("clinic", 2);
        var application = Application("a'1 Ж") with { OfferExpires = Noon };
        var placement = Placement("p1") with
        {
            Supervisor = ActorId.From("s9"),
            Record = new()
            {
                Periods = [new(Fall, WeeklyHours.Parse("Mon-Thu 14:00-17:00"))],
                Outcomes = [new() { Id = OutcomeId.From("o1"), Text = Note.From("Explain \"triage\" — to anyone; ünïcode"), Signatures = [new(Coordinator, Noon)] }],
                Incidents = [new() { Id = IncidentId.From("i1"), On = Fall.Start, Severity = IncidentSeverity.Low, ReportedBy = Coordinator }],
                Pay = new(PayKind.Wage, 15.25m),
                Debrief = new(Fall.End, DebriefPresence.Present, DebriefPresence.AbsentFor(ReasonCode.From("ill")), DebriefPresence.Present, [new(Note.From("Send a card"), ActorId.From("ana"))]),
            },
        };
        await store.MustSaveAsync(North, Saving(listing, application, placement, Hours("h1"), Document("d1"))).ConfigureAwait(false);
        var foundListing = await store.FindAsync(North, listing.Id).ConfigureAwait(false);
        Check.Same(2, foundListing?.Offer.Seats, "The seats of the opportunity");
        Check.Same(listing.Season, foundListing?.Season, "The season of the opportunity");
        Check.Same(application, await store.FindAsync(North, application.Id).ConfigureAwait(false), "The application");
        var found = await store.FindAsync(North, placement.Id).ConfigureAwait(false);
        Check.Same(placement.Supervisor, found?.Supervisor, "The supervisor");
        Check.Same(placement.Dates, found?.Dates, "The dates");
        Check.Same("Explain \"triage\" — to anyone; ünïcode", found?.Record.Outcomes[0].Text.Reveal(Purpose.Interchange), "The text of an outcome");
        Check.Same(new PartySignature(Coordinator, Noon), found!.Record.Outcomes[0].Signatures[0], "The signature under an outcome");
        Check.Same(placement.Record.Periods[0], found.Record.Periods[0], "A stretch of the work");
        Check.Same(placement.Record.Incidents[0], found.Record.Incidents[0], "An incident");
        Check.Same(placement.Record.Pay, found.Record.Pay, "The pay");
        Check.Same(ReasonCode.From("ill"), found.Record.Debrief?.Company.Absence, "Why the company was not at the debrief");
        Check.Same("Send a card", found.Record.Debrief?.NextSteps[0].Text.Reveal(Purpose.Interchange), "A next step");
        var entry = await store.FindAsync(North, HoursEntryId.From("h1")).ConfigureAwait(false);
        Check.Same(165, entry?.Minutes, "The minutes of an entry of the hours log");
        Check.Sequence(["work.us.hours-day"], entry!.Violations, "The violations of an entry");
        var document = await store.FindAsync(North, DocumentId.From("d1")).ConfigureAwait(false);
        Check.Sequence([Role.Guardian, Role.Coordinator], document!.Requirement.Signers, "Who signs a document");
        Check.Same(new PartySignature(Coordinator, Noon), document.Signatures[0], "The signature under a document");
    }

    private static async Task NotFound(IPathwaysStore store)
    {
        Check.Same(null, await store.FindAsync(North, OpportunityId.From("x")).ConfigureAwait(false), "An opportunity");
        Check.Same(null, await store.FindAsync(North, StudentApplicationId.From("x")).ConfigureAwait(false), "An application");
        Check.Same(null, await store.FindAsync(North, PlacementId.From("x")).ConfigureAwait(false), "A placement");
        Check.Same(null, await store.FindAsync(North, DocumentId.From("x")).ConfigureAwait(false), "A document");
        Check.Same(null, await store.FindAsync(North, HoursEntryId.From("x")).ConfigureAwait(false), "An entry of the hours log");
        Check.Same(0, (await store.HistoryAsync(North, "placement/x").ConfigureAwait(false)).Length, "The lines of the audit log");
        Check.Same(null, await store.FindCommandAsync(North, CommandKey.From("x")).ConfigureAwait(false), "A request");
        Check.Same(default(SeatCount) with { Opportunity = OpportunityId.From("x") }, await store.CountSeatsAsync(North, OpportunityId.From("x")).ConfigureAwait(false), "The seats");
    }

    private static async Task SavesAll(IPathwaysStore store)
    {
        var first = Application("a1");
        var receipt = await store.MustSaveAsync(North, Saving(first, Placement("p1"))).ConfigureAwait(false);
        Check.Sequence([new("application/a1", 1), new SavedVersion("placement/p1", 1)], receipt.Saved, "The receipt");
        await store.MustSaveAsync(North, Saving(first with { State = ApplicationState.Shortlisted, Version = 2 })).ConfigureAwait(false);
        var lines = await store.HistoryAsync(North, first.Subject).ConfigureAwait(false);
        Check.Sequence([1, 2], lines.Select(line => line.Version), "The versions in the audit log");
        Check.Same(new AuditLine("application/a1", 2, "Save", "", "Saved", Coordinator, Noon, ReasonCode.From("because")), lines[1], "A line of the audit log");
        var events = await store.PendingAsync(North, 10).ConfigureAwait(false);
        Check.Sequence(["application/a1", "placement/p1", "application/a1"], events.Select(pending => pending.Event.Subject), "The events, oldest first");
    }

    private static async Task NewTwice(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        var outcome = await store.CommitAsync(North, Saving(Application("a1", "ben"))).ConfigureAwait(false);
        Check.Same(new("application/a1", 0, 1), Check.Is<CommitOutcome.VersionConflict>(outcome, "A second beginning"), "The conflict");
        Check.Same(StudentId.From("ana"), (await store.FindAsync(North, StudentApplicationId.From("a1")).ConfigureAwait(false))?.Student, "The student");
    }

    private static async Task Stale(IPathwaysStore store)
    {
        var one = Application("a1");
        await store.MustSaveAsync(North, Saving(one)).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(one with { Version = 2, State = ApplicationState.Shortlisted })).ConfigureAwait(false);
        var outcome = await store.CommitAsync(North, Saving(one with { Version = 2, State = ApplicationState.Withdrawn })).ConfigureAwait(false);
        Check.Same(new("application/a1", 1, 2), Check.Is<CommitOutcome.VersionConflict>(outcome, "A change of what changed in the meantime"), "The conflict");
        await ShouldBe(store, ApplicationState.Shortlisted, 2, 2).ConfigureAwait(false);
    }

    private static async Task Missing(IPathwaysStore store)
    {
        var outcome = await store.CommitAsync(North, Saving(Application("a1") with { Version = 4 })).ConfigureAwait(false);
        Check.Same(new("application/a1", 3, 0), Check.Is<CommitOutcome.VersionConflict>(outcome, "A change of what does not exist"), "The conflict");
        Check.Same(null, await store.FindAsync(North, StudentApplicationId.From("a1")).ConfigureAwait(false), "The application");
    }

    private static async Task OneStale(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Application("a1"))).ConfigureAwait(false);
        var commit = Saving(Placement("p1"), Application("a1") with { Version = 3 }) with { Seats = [Hold("application/a1")], Command = Stamp("k") };
        Check.Is<CommitOutcome.VersionConflict>(await store.CommitAsync(North, commit).ConfigureAwait(false), "A commit with one stale thing");
        Check.Same(null, await store.FindAsync(North, PlacementId.From("p1")).ConfigureAwait(false), "The other thing of the commit");
        Check.Same(0, (await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false)).Held, "The seats held");
        Check.Same(null, await store.FindCommandAsync(North, CommandKey.From("k")).ConfigureAwait(false), "The request");
        await ShouldBe(store, ApplicationState.Endorsed, 1, 1).ConfigureAwait(false);
    }

    private static async Task Senseless(IPathwaysStore store)
    {
        foreach (var (commit, when) in new[]
        {
            (Saving(), "A commit without a change"),
            (Saving(Application("a1"), Application("a1")), "A thing twice"),
            (new Commit { Changes = [new(Application("a1"), 1)] }, "A version that does not grow by one"),
            (new Commit { Changes = [new(Application("a1") with { Version = 0 }, -1)] }, "A version below 1"),
            (Saving(Application("a1")) with { Seats = [Move(SeatMove.Fill, "application/a1")] }, "Filling a seat that is not held"),
            (Saving(Application("a1")) with { Seats = [Move(SeatMove.Release, "application/a1")] }, "Releasing a seat that is not held"),
            (Saving(Application("a1")) with { Seats = [Move(SeatMove.Vacate, "application/a1")] }, "Vacating a seat that is not filled"),
        })
        {
            await Check.Throws<ArgumentException>(() => store.CommitAsync(North, commit).AsTask(), when).ConfigureAwait(false);
            Check.Same(null, await store.FindAsync(North, StudentApplicationId.From("a1")).ConfigureAwait(false), $"{when}: the application");
        }

        await Check.Throws<InvalidOperationException>(() => store.CommitAsync(default, Saving(Application("a1"))).AsTask(), "No tenant").ConfigureAwait(false);
    }

    private static async Task Cancelled(IPathwaysStore store)
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync().ConfigureAwait(false);
        await Check.Throws<OperationCanceledException>(() => store.CommitAsync(North, Saving(Application("a1")), given.Token).AsTask(), "A cancelled commit").ConfigureAwait(false);
        Check.Same(null, await store.FindAsync(North, StudentApplicationId.From("a1")).ConfigureAwait(false), "The application");
    }

    private static async Task ShouldBe(IPathwaysStore store, ApplicationState state, int version, int lines)
    {
        var found = await store.FindAsync(North, StudentApplicationId.From("a1")).ConfigureAwait(false);
        Check.Same(state, found?.State, "The state");
        Check.Same(version, found?.Version, "The version");
        Check.Same(lines, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Length, "The lines of the audit log");
        Check.Same(lines, (await store.PendingAsync(North, 100).ConfigureAwait(false)).Count(pending => pending.Event.Subject == "application/a1"), "The events");
    }
}
