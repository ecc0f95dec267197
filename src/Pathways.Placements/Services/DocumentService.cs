
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
/// <param name="clock">The time.</param>
public sealed class DocumentService(
    ICommitStore store, IOpportunityStore opportunities, IPlacementStore placements, IDocumentStore documents, IStudentFacts students, IDistrictRules districts,
    IAccessDirectory directory, PlacementService followUps, IClock clock)
{
    private readonly CommandLoop _loop = new(store);
    private readonly AccessGuard _guard = new(directory);

    /// <summary>Moves a document; where a placement must be paused for it, it is paused at once.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<PlacementDocument>> AdvanceAsync(TenantScope scope, DocumentCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var outcome = await RunAsync(scope, command, command.Stamp, isPlatform: false, cancellationToken).ConfigureAwait(false);
        if (outcome is ServiceOutcome<PlacementDocument>.Done done)
        {
            await followUps.FollowUpAsync(scope, done.Value.Placement, CancellationToken.None).ConfigureAwait(false);
        }

        return outcome;
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
            if (await RunAsync(scope, command, null, isPlatform: true, cancellationToken).ConfigureAwait(false) is not ServiceOutcome<PlacementDocument>.Done changed)
            {
                return done;
            }

            (document, done) = (changed.Value, done + 1);
        }
    }

    private ValueTask<ServiceOutcome<PlacementDocument>> RunAsync(
        TenantScope scope, DocumentCommand command, CommandStamp? stamp, bool isPlatform, CancellationToken cancellationToken)
    {
        var subject = $"document/{command.Document}";
        return _loop.RunAsync(scope, stamp, subject, () => documents.FindAsync(scope, command.Document, cancellationToken), Decide, cancellationToken);

        async ValueTask<Verdict<PlacementDocument>> Decide(PlacementDocument? document)
        {
            if (document is null || await placements.FindAsync(scope, document.Placement, cancellationToken).ConfigureAwait(false) is not { } placement
                || await opportunities.FindAsync(scope, document.Opportunity, cancellationToken).ConfigureAwait(false) is not { } listing)
            {
                return Verdict<PlacementDocument>.No(ServiceRefusals.Unknown(subject));
            }

            var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
            var now = clock.GetCurrentInstant();
            var today = now.InZone(rules.Zone).Date;
            var student = await students.AboutAsync(scope, document.Student, new() { Work = listing.Offer, Today = today }, cancellationToken).ConfigureAwait(false) ?? new();
            var access = isPlatform
                ? AccessGuard.AskPlatform(TriggerOperations.Of(command.Trigger))
                : await _guard.AskAsync(
                    scope, command.By, TriggerOperations.Of(command.Trigger), document.Student, document.Opportunity, Purpose.Placement,
                    PlacementAccess.Of(placement, command.By, student, document.Requirement.Signers.Contains(command.By.Role)), cancellationToken).ConfigureAwait(false);
            if (access is AccessDecision.Allowed && command.ExpectedVersion is { } expected && expected != document.Version)
            {
                return Verdict<PlacementDocument>.No(ServiceRefusals.Changed(subject, expected, document.Version));
            }

            var situation = new DocumentSituation { Today = today, PlacementEnded = !placement.IsLive, UndoPermitted = rules.MayUndo.Contains(command.By.Id) };
            return Verdict<PlacementDocument>.Of(
                access, () => DocumentDecisions.Advance(document, command.Trigger, situation, command.By, now, command.Reason, command.Receipt));
        }
    }
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
