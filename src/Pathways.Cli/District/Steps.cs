using Pathways.Json;
using Pathways.Placements;

namespace Pathways.Cli.District;

/// <summary>What came of a request, whatever it was about.</summary>
internal sealed record Step(string Subject, string State, int Version, bool WasRepeated, ImmutableArray<Refusal> Reasons)
{
    public static Step Of<T, TState>(string subject, ServiceOutcome<T> outcome, Func<T, TState> state)
        where T : class, IStored
        where TState : struct, Enum => outcome switch
        {
            ServiceOutcome<T>.Done { Value: { } value } done => new(value.Subject, EnumWords<TState>.Word(state(value)), value.Version, done.WasRepeated, []),

            // Who may do it without seeing it is told that it is done, and not where it stands now.
            ServiceOutcome<T>.Done done => new(subject, "", done.Receipt.Saved.First(saved => saved.Subject == subject).Version, done.WasRepeated, []),
            ServiceOutcome<T>.Refused refused => new(subject, "", 0, false, refused.Reasons),
            _ => throw new InvalidOperationException(),
        };
}

/// <summary>What goes with a request.</summary>
internal sealed record StepRequest
{
    public required string Subject { get; init; }

    public required string Trigger { get; init; }

    public required Actor By { get; init; }

    public required CommandKey Key { get; init; }

    public ReasonCode? Reason { get; init; }

    public PlacementEntry? Entry { get; init; }

    public Instant? Expires { get; init; }

    public PlacementId? Placement { get; init; }

    public ReasonCode? Answer { get; init; }

    public ImmutableArray<Actor> Signed { get; init; } = [];

    public LocalDate? LastDay { get; init; }

    public WorkedHours? Worked { get; init; }

    public HoursEntryId? Replacement { get; init; }

    public string? Digest { get; init; }

    public bool HasComment { get; init; }

    public bool IsTimeFree { get; init; }
}

/// <summary>Sends requests to the service that a subject belongs to.</summary>
internal static class Steps
{
    public const string Application = "application";
    public const string Placement = "placement";
    public const string Document = "document";
    public const string Hours = "hours-entry";
    public const string Opportunity = "opportunity";
    public const string Run = "match-run";

    private static ImmutableArray<string> Kinds { get; } = [Application, Placement, Document, Hours, Opportunity, Run];

    /// <summary>The kind and the identifier of a subject.</summary>
    public static (string Kind, string Id) Split(string subject)
    {
        var at = subject.IndexOf('/', StringComparison.Ordinal);
        return at > 0 && Kinds.Contains(subject[..at]) && Identifier.Fault(subject[(at + 1)..]) is null
            ? (subject[..at], subject[(at + 1)..])
            : throw new UsageException($"\"{subject}\" is no subject. Expected a kind and an identifier, such as application/a-1. Kinds: {string.Join(", ", Kinds)}.");
    }

    /// <summary>A kind that is in the list of kinds, and that somebody forgot to serve.</summary>
    public static InvalidOperationException Unknown(string kind) => new($"Nothing serves the kind \"{kind}\".");

    public static async Task<Step> AdvanceAsync(PlacementFolder folder, StepRequest request, CancellationToken cancellationToken)
    {
        var (kind, id) = Split(request.Subject);
        Check(request, kind);
        try
        {
            return kind switch
            {
                Application => Step.Of(
                    request.Subject,
                    await folder.Applications.AdvanceAsync(folder.Scope, new()
                    {
                        Key = request.Key, By = request.By, Application = StudentApplicationId.From(id), Trigger = Trigger<ApplicationTrigger>(request), Reason = request.Reason,
                        OfferExpires = request.Expires, Placement = request.Placement, HasComment = request.HasComment, InterviewTimeFree = request.IsTimeFree,
                    }, cancellationToken).ConfigureAwait(false),
                    value => value.State),
                Placement => Step.Of(
                    request.Subject,
                    await folder.Placements.AdvanceAsync(folder.Scope, new()
                    {
                        Key = request.Key, By = request.By, Placement = PlacementId.From(id), Trigger = Trigger<PlacementTrigger>(request), Reason = request.Reason, Entry = request.Entry,
                    }, cancellationToken).ConfigureAwait(false),
                    value => value.State),
                Document => Step.Of(
                    request.Subject,
                    await folder.Documents.AdvanceAsync(folder.Scope, new()
                    {
                        Key = request.Key, By = request.By, Document = DocumentId.From(id), Trigger = Trigger<DocumentTrigger>(request), Reason = request.Reason, Receipt = Receipt(folder, request),
                    }, cancellationToken).ConfigureAwait(false),
                    value => value.State),
                Hours => Step.Of(
                    request.Subject,
                    await folder.Hours.AdvanceAsync(folder.Scope, new()
                    {
                        Key = request.Key, By = request.By, Entry = HoursEntryId.From(id), Trigger = Trigger<HoursEntryTrigger>(request), Reason = request.Reason, Answer = request.Answer,
                        Worked = request.Worked, Replacement = request.Replacement,
                    }, cancellationToken).ConfigureAwait(false),
                    value => value.State),
                Run => Step.Of(
                    request.Subject,
                    await folder.Runs.AdvanceAsync(folder.Scope, new()
                    {
                        Key = request.Key, By = request.By, Run = MatchRunId.From(id), Trigger = Trigger<MatchRunTrigger>(request), Reason = request.Reason, CurrentDigest = request.Digest,
                    }, cancellationToken).ConfigureAwait(false),
                    value => value.State),
                Opportunity => Step.Of(
                    request.Subject,
                    await folder.Opportunities.AdvanceAsync(folder.Scope, new()
                    {
                        Key = request.Key, By = request.By, Opportunity = OpportunityId.From(id), Trigger = Trigger<OpportunityTrigger>(request), Reason = request.Reason, HasComment = request.HasComment,
                    }, cancellationToken).ConfigureAwait(false),
                    value => value.State),
                _ => throw Unknown(kind),
            };
        }
        catch (ArgumentException fault)
        {
            // What was given does not go together: the caller's fault, not an honest no.
            throw new UsageException(fault.Message.Split(" (Parameter ")[0]);
        }
    }

    // An option that would be passed over in silence is an error.
    private static void Check(StepRequest request, string kind)
    {
        foreach (var (option, isGiven, owner) in new[]
        {
            ("--entry", request.Entry is not null, Placement), ("--expires", request.Expires is not null, Application), ("--placement", request.Placement is not null, Application),
            ("--time-free", request.IsTimeFree, Application), ("--answer", request.Answer is not null, Hours), ("--signed", !request.Signed.IsEmpty, Document),
            ("--last-day", request.LastDay is not null, Document), ("--day", request.Worked is not null, Hours), ("--replacement", request.Replacement is not null, Hours),
        })
        {
            if (isGiven && owner != kind)
            {
                throw new UsageException($"{option} goes with {owner}/... alone, and this is {request.Subject}.");
            }
        }
    }

    private static DocumentReceipt? Receipt(PlacementFolder folder, StepRequest request) => Trigger<DocumentTrigger>(request) == DocumentTrigger.Receive
        ? new([.. request.Signed.Select(by => new PartySignature(by, folder.Now))], request.LastDay)
        : request.Signed.IsEmpty && request.LastDay is null ? null : throw new UsageException("--signed and --last-day go with receive alone.");

    private static TTrigger Trigger<TTrigger>(StepRequest request)
        where TTrigger : struct, Enum => EnumWords<TTrigger>.Of.TryGetValue(request.Trigger, out var trigger)
            ? trigger
            : throw new UsageException(
                $"Nothing called \"{request.Trigger}\" happens to {request.Subject}. There are: {string.Join(", ", EnumWords<TTrigger>.Of.Keys.Order(StringComparer.Ordinal))}.");
}
