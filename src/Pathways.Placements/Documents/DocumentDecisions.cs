using NodaTime.Text;
using static Pathways.Placements.DocumentTrigger;

namespace Pathways.Placements;

/// <summary>Decides about documents: pure, without store and clock. What comes out is saved whole or not at all.</summary>
public static class DocumentDecisions
{
    /// <summary>Moves a document, or says everything that stands in the way.</summary>
    /// <param name="document">The document.</param>
    /// <param name="trigger">What is to happen.</param>
    /// <param name="situation">What is known around it.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, where a row asks for a reason.</param>
    /// <param name="receipt">What came; for <see cref="Receive"/> only, and needed there.</param>
    /// <returns>
    /// Beside the codes of the life cycle: <c>document.over</c> when what came was good only until a day that is past, <c>document.signed-later</c>
    /// for a signature of the future.
    /// </returns>
    /// <exception cref="ArgumentException">A receipt goes with another trigger, or is missing.</exception>
    public static Decision<PlacementDocument> Advance(
        PlacementDocument document, DocumentTrigger trigger, DocumentSituation situation, Actor actor, Instant at, ReasonCode? reason = null, DocumentReceipt? receipt = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(situation);
        if ((trigger == Receive) != (receipt is not null))
        {
            throw new ArgumentException($"What came goes with {Receive} and with nothing else; this is {trigger}.", nameof(receipt));
        }

        var today = situation.Today;
        var judged = trigger == Accept ? document with { LastDay = LastDay(document.Requirement, today, document.LastDay) } : document;
        var faults = receipt is null ? [] : Faults(receipt, today, at);
        switch (DocumentLifecycle.Table.Advance(document.State, trigger, FactsOf(judged, situation) with { ReasonGiven = reason.HasValue }, actor))
        {
            case LifecycleOutcome<DocumentState>.Refused refused:
                return new Decision<PlacementDocument>.Refused(refused.Refusals is [{ Code: "document.not-possible" }] ? refused.Refusals : [.. refused.Refusals, .. faults]);
            case LifecycleOutcome<DocumentState>.Advanced when !faults.IsEmpty:
                return new Decision<PlacementDocument>.Refused(faults);
            case LifecycleOutcome<DocumentState>.Advanced advanced:
                var changed = After(judged, trigger, receipt) with { State = advanced.To, Version = document.Version + 1 };
                return Changes.Of<PlacementDocument>(
                    changed, new(document.Subject, changed.Version, trigger.ToString(), document.State.ToString(), changed.State.ToString(), actor, at, reason),
                    EventOf(trigger), document.Student, document.Opportunity, null);
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>What time alone has brought about: the document is near its end, over, or not needed any more.</summary>
    /// <param name="document">The document.</param>
    /// <param name="situation">The day, and whether the placement has ended.</param>
    /// <returns>In the order of triggers; fire the first, and ask again.</returns>
    public static ImmutableArray<DocumentTrigger> ClockDue(PlacementDocument document, DocumentSituation situation)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(situation);
        return DocumentLifecycle.Table.DueAt(document.State, FactsOf(document, situation));
    }

    /// <summary>The last day on which a document that is accepted today is good: the first of all that end it.</summary>
    /// <param name="requirement">Why it is needed.</param>
    /// <param name="accepted">The day on which it is accepted.</param>
    /// <param name="says">The last day that the document itself says, if it does.</param>
    /// <returns><see langword="null"/> when nothing ends it.</returns>
    public static LocalDate? LastDay(DocumentRequirement requirement, LocalDate accepted, LocalDate? says)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        LocalDate?[] ends =
        [
            says,
            requirement.ValidDays is { } days ? accepted.PlusDays(days - 1) : null,
            requirement.ValidUntil is { } until ? Next(until, accepted) : null,
        ];
        return ends.Min();
    }

    /// <summary>The first such day of the year on or after a day. 29 February is 28 February in other years.</summary>
    internal static LocalDate Next(AnnualDate day, LocalDate from) => day.InYear(from.Year) is var here && here >= from ? here : day.InYear(from.Year + 1);

    internal static DocumentFacts FactsOf(PlacementDocument document, DocumentSituation situation) => new()
    {
        Today = situation.Today,
        LastDay = document.LastDay,
        NeverExpires = document.LastDay is null,
        WarningDays = document.Requirement.WarningDays,
        SignaturesComplete = document.Requirement.Signers.All(role => document.Signatures.Any(signature => signature.By.Role == role)),
        WaiverPermitted = document.Requirement.CanBeWaived,
        PlacementEnded = situation.PlacementEnded,
        UndoPermitted = situation.UndoPermitted,
    };

    private static PlacementDocument After(PlacementDocument document, DocumentTrigger trigger, DocumentReceipt? receipt) => trigger switch
    {
        // The copy that is good stays so until the new one is accepted; any other was never good, or is not any more.
        Request => document with
        {
            EarlierLastDay = document.State == DocumentState.Expiring ? document.LastDay : document.EarlierLastDay, Signatures = [], LastDay = null, Location = null,
        },
        Receive => document with { Signatures = receipt!.Signatures, LastDay = receipt.LastDay, Location = receipt.Location },
        Accept or Revoke or Waive => document with { EarlierLastDay = null },
        _ => document,
    };

    private static ImmutableArray<Refusal> Faults(DocumentReceipt receipt, LocalDate today, Instant at) =>
    [
        .. receipt.LastDay is { } last && last < today
            ? [new("document.over", $"The document was good until {LocalDatePattern.Iso.Format(last)}; today is {LocalDatePattern.Iso.Format(today)}. Ask for a new one.")]
            : ImmutableArray<Refusal>.Empty,
        .. !receipt.Signatures.IsDefault && receipt.Signatures.Any(signature => signature.At > at)
            ? [new("document.signed-later", "A signature is of a later time than now. Maybe the clock or the day is wrong.")]
            : ImmutableArray<Refusal>.Empty,
    ];

    private static string EventOf(DocumentTrigger trigger) => trigger switch
    {
        Request => "DocumentRequested",
        Receive => "DocumentReceived",
        BeginReview => "DocumentReviewBegun",
        Accept => "DocumentAccepted",
        Reject => "DocumentRejected",
        Revoke => "DocumentRevoked",
        NearExpiry => "DocumentExpiring",
        Expire => "DocumentExpired",
        Waive => "DocumentWaived",
        Retire => "DocumentRetired",
        Undo => "DocumentStepTakenBack",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such trigger."),
    };
}
