
namespace Pathways.Placements;

/// <summary>Moves documents: loads, gathers what is known, decides by the table, and saves all of it at once.</summary>
/// <param name="store">Where changes are saved.</param>
/// <param name="opportunities">The opportunities.</param>
/// <param name="placements">The placements.</param>
/// <param name="documents">The documents.</param>
/// <param name="students">What the host knows of students.</param>
/// <param name="districts">The districts' rules.</param>
/// <param name="directory">How people stand to students and partners.</param>
/// <param name="followUps">Does what follows for the placement.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
/// <param name="options">What the host chose.</param>
public sealed partial class DocumentService(
    ICommitStore store, IOpportunityStore opportunities, IPlacementStore placements, IDocumentStore documents, IStudentFacts students, IDistrictRules districts,
    IAccessDirectory directory, PlacementService followUps, IAuditStore audit, IClock clock, PlacementsOptions? options = null)
{
    private readonly CommandLoop _loop = new(store, options);
    private readonly AccessGuard _guard = new(directory);

    /// <summary>Moves a document; where a placement must be paused for it, it is paused at once.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<PlacementDocument>> AdvanceAsync(TenantScope scope, DocumentCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var subject = $"document/{command.Document}";
        var outcome = await _loop.RunAsync(
            scope, command.Stamp, subject, () => documents.FindAsync(scope, command.Document, cancellationToken), Ask,
            (document, known, access, _) => ValueTask.FromResult(
                command.ExpectedVersion is { } expected && expected != document!.Version
                    ? Verdict<PlacementDocument>.No(ServiceRefusals.Changed(subject, expected, document.Version))
                    : Verdict<PlacementDocument>.Of(access, () => Decided(command, document!, known))),
            cancellationToken).ConfigureAwait(false);
        if (outcome is ServiceOutcome<PlacementDocument>.Done { Value: { } value })
        {
            await followUps.FollowUpAsync(scope, value.Placement, CancellationToken.None).ConfigureAwait(false);
        }

        return outcome.To(command.By);

        async ValueTask<Asked<Gathered>> Ask(PlacementDocument? document, Grounds grounds) =>
            document is not null && await GatherAsync(scope, document, grounds, cancellationToken).ConfigureAwait(false) is { } known
                ? new(await AskAsync(scope, command.By, TriggerOperations.Of(command.Trigger), document, known, cancellationToken).ConfigureAwait(false), known)
                : Asked<Gathered>.No(ServiceRefusals.Unknown(subject));
    }

    /// <summary>Brings about what time alone has brought about for a document.</summary>
    internal async ValueTask<int> BringAboutAsync(TenantScope scope, PlacementDocument document, CancellationToken cancellationToken)
    {
        var done = 0;
        while (true)
        {
            var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
            var now = clock.GetCurrentInstant();
            var placement = await placements.FindAsync(scope, document.Placement, cancellationToken).ConfigureAwait(false);
            var situation = new DocumentSituation { Today = now.InZone(rules.Zone).Date, PlacementEnded = placement is { IsLive: false } };
            if (DocumentDecisions.ClockDue(document, situation) is not [var due, ..])
            {
                return done;
            }

            var command = new DocumentCommand { Key = CommandKey.From("clock"), By = Actor.Clock, Document = document.Id, Trigger = due };
            var outcome = await _loop.RunAsync(
                scope, null, document.Subject, () => documents.FindAsync(scope, command.Document, cancellationToken),
                async (found, grounds) => found is not null && await GatherAsync(scope, found, grounds, cancellationToken).ConfigureAwait(false) is { } known
                    ? Verdict<PlacementDocument>.Of(AccessGuard.AskPlatform(TriggerOperations.Of(due)), () => Decided(command, found, known))
                    : Verdict<PlacementDocument>.No(),
                cancellationToken).ConfigureAwait(false);
            if (outcome is not ServiceOutcome<PlacementDocument>.Done changed)
            {
                return done;
            }

            (document, done) = (changed.Value!, done + 1);
        }
    }

    private Decision<PlacementDocument> Decided(DocumentCommand command, PlacementDocument document, Gathered known) => DocumentDecisions.Advance(
        document, command.Trigger, Situation(known, command.By), command.By, clock.GetCurrentInstant(), command.Reason, command.Receipt);

    private static DocumentSituation Situation(Gathered known, Actor by) => new()
    {
        Today = known.Today, PlacementEnded = !known.Placement.IsLive, UndoPermitted = known.Rules.MayUndo.Contains(by.Id),
    };

    private async ValueTask<Gathered?> GatherAsync(TenantScope scope, PlacementDocument document, Grounds grounds, CancellationToken cancellationToken)
    {
        await grounds.OnAsync(scope, document.Student, cancellationToken).ConfigureAwait(false);
        if (grounds.On(await placements.FindAsync(scope, document.Placement, cancellationToken).ConfigureAwait(false)) is not { } placement
            || grounds.On(await opportunities.FindAsync(scope, document.Opportunity, cancellationToken).ConfigureAwait(false)) is not { } listing)
        {
            return null;
        }

        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        var today = clock.GetCurrentInstant().InZone(rules.Zone).Date;
        var student = await students.AboutAsync(scope, document.Student, new() { Work = listing.Offer, Today = today }, cancellationToken).ConfigureAwait(false) ?? new();
        return new(placement, listing, rules, today, student);
    }

    private ValueTask<AccessAnswer> AskAsync(TenantScope scope, Actor by, Operation operation, PlacementDocument document, Gathered known, CancellationToken cancellationToken) => _guard.AskAsync(
        scope, by, operation, AccessSubject.Of(known.Listing, document.Student), Purpose.Placement, PlacementAccess.Of(known.Placement, by, known.Student, Asks(document, by)), cancellationToken);

    private static bool Asks(PlacementDocument document, Actor by) => document.Requirement.Signers.Contains(by.Role);

    private sealed record Gathered(Placement Placement, OpportunityListing Listing, DistrictRules Rules, LocalDate Today, StudentFacts Student);
}

/// <summary>A request to move a document.</summary>
public sealed record DocumentCommand
{
    /// <summary>The caller's name for the request; the same again when unsure whether it got through.</summary>
    public required CommandKey Key { get; init; }

    /// <summary>Who asks.</summary>
    public required Actor By { get; init; }

    /// <summary>Which document.</summary>
    public required DocumentId Document { get; init; }

    /// <summary>What is to happen.</summary>
    public required DocumentTrigger Trigger { get; init; }

    /// <summary>Why, where a reason is asked for.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>What came; for <see cref="DocumentTrigger.Receive"/>, and needed there.</summary>
    public DocumentReceipt? Receipt { get; init; }

    /// <summary>The version the caller looked at; a later one is refused. <see langword="null"/> to act on whatever it is now.</summary>
    public int? ExpectedVersion { get; init; }

    internal CommandStamp Stamp => new(Key, CommandDigest.Of(
        "document", Document.Value, Trigger.ToString(), By.Id.Value, By.Role.ToString(), Reason?.Value, ExpectedVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Receipt is null ? null : string.Join('|', Receipt.Signatures.IsDefault ? [] : Receipt.Signatures.Select(signature => $"{signature.By}@{signature.At}")),
        Receipt?.LastDay?.ToString("R", null), Receipt?.Location?.Reveal(Purpose.Interchange)));
}
