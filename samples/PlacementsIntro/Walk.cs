using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using Pathways.Testing;
using PlacementsIntro.Host;

namespace PlacementsIntro;

/// <summary>Asks the services, one request after the other, and writes down what came of each.</summary>
internal sealed class Walk(IServiceProvider services, SettableClock clock, TextWriter output)
{
    private const int LineLength = 100;
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm");

    // The platform's own lines that were shown already.
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private int _requests;

    public static TenantScope Scope => District.Scope;

    public Instant Now => clock.GetCurrentInstant();

    public LocalDate Today => Now.InZone(District.Zone).Date;

    /// <summary>Each request has a key of its own; who asks again with the same key gets the first answer, and nothing happens twice.</summary>
    public CommandKey Key => CommandKey.From($"request-{++_requests}");

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public void Chapter(string title) => output.WriteLine($"\n{title}");

    public void Note(string text) => output.WriteLine($"{"",18}{text}");

    /// <summary>Moves the clock to an hour of a day, where the school is.</summary>
    public void On(int year, int month, int day, int hour, int minute = 0) =>
        clock.Set(new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(District.Zone).ToInstant());

    public async Task<Application> ApplicationAsync(Actor by, StudentApplicationId id, ApplicationTrigger trigger, Func<ApplicationCommand, ApplicationCommand>? with = null)
    {
        var command = new ApplicationCommand { Key = Key, By = by, Application = id, Trigger = trigger };
        return await SayAsync(by, $"{trigger}", await Get<ApplicationService>().AdvanceAsync(Scope, with?.Invoke(command) ?? command), value => $"{value.State}");
    }

    public async Task<OpportunityListing> OpportunityAsync(Actor by, OpportunityId id, OpportunityTrigger trigger) => await SayAsync(
        by, $"{trigger}", await Get<OpportunityService>().AdvanceAsync(Scope, new() { Key = Key, By = by, Opportunity = id, Trigger = trigger }), value => $"{value.State}");

    public async Task<Placement> PlacementAsync(Actor by, PlacementId id, PlacementTrigger trigger, PlacementEntry? entry = null, string? reason = null) => await SayAsync(
        by, $"{trigger}{(reason is null ? "" : $" ({reason})")}",
        await Get<PlacementService>().AdvanceAsync(
            Scope, new() { Key = Key, By = by, Placement = id, Trigger = trigger, Entry = entry, Reason = reason is null ? null : ReasonCode.From(reason) }),
        value => $"{value.State}");

    public async Task<PlacementDocument> DocumentAsync(Actor by, DocumentId id, DocumentTrigger trigger, DocumentReceipt? receipt = null) => await SayAsync(
        by, $"{trigger}", await Get<DocumentService>().AdvanceAsync(Scope, new() { Key = Key, By = by, Document = id, Trigger = trigger, Receipt = receipt }), value => $"{value.State}");

    public async Task<HoursEntry> HoursAsync(Actor by, HoursEntryId id, HoursEntryTrigger trigger, string? answer = null) => await SayAsync(
        by, $"{trigger}{(answer is null ? "" : $" (answers the rule: {answer})")}",
        await Get<HoursService>().AdvanceAsync(
            Scope, new() { Key = Key, By = by, Entry = id, Trigger = trigger, Answer = answer is null ? null : ReasonCode.From(answer) }),
        value => value.Violations.IsEmpty ? $"{value.State}" : $"{value.State}, against {string.Join(", ", value.Violations)}");

    /// <summary>Lets the platform do what time has made due.</summary>
    public async Task SweepAsync()
    {
        var sweep = await Get<ClockService>().SweepAsync(Scope);
        output.WriteLine(
            $"{Time(Now)}  {"clock",-13}  Sweep: {sweep.OffersExpired + sweep.ApplicationsLapsed} applications ended, {sweep.OpportunitiesMoved} opportunities, "
            + $"{sweep.DocumentsMoved} documents and {sweep.PlacementsMoved} placements moved");
    }

    /// <summary>Writes down what came of a request: the new state and version, or every reason why not.</summary>
    public async Task<T> SayAsync<T>(Actor by, string what, ServiceOutcome<T> outcome, Func<T, string> state)
        where T : class, IStored
    {
        switch (outcome)
        {
            case ServiceOutcome<T>.Done done:
                // What followed by itself, such as the pause after a grave incident, has lines of its own in the audit log.
                var subject = done.Receipt.Saved[0].Subject;
                var lines = await Get<IAuditStore>().HistoryAsync(Scope, subject);
                var own = lines.Last(line => line.By == by);
                output.WriteLine($"{Time(Now)}  {by.Id,-13}  {subject} {what} -> {(own == lines[^1] && done.Value is { } value ? state(value) : own.To)} v{own.Version}");
                foreach (var line in lines.Where(line => line.By.Role == Role.System && line.Version > _seen.GetValueOrDefault(line.Subject)))
                {
                    output.WriteLine($"{Time(line.At)}  {line.By.Id,-13}  {line.Subject} {line.Trigger}{(line.Reason is { } reason ? $" ({reason})" : "")} -> {line.To} v{line.Version}");
                }

                _seen[subject] = lines[^1].Version;
                return done.Value!; // nothing where the rule shows nothing but that it was done
            case ServiceOutcome<T>.Refused refused:
                throw new InvalidOperationException($"{by} {what}: {string.Join(' ', refused.Reasons)}");
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>Asks for what cannot be yet, and writes down every reason.</summary>
    public async Task RefusedAsync(Actor by, PlacementId id, PlacementTrigger trigger)
    {
        var outcome = await Get<PlacementService>().AdvanceAsync(Scope, new() { Key = Key, By = by, Placement = id, Trigger = trigger });
        if (outcome is not ServiceOutcome<Placement>.Refused refused)
        {
            throw new InvalidOperationException($"{trigger} should have been refused.");
        }

        output.WriteLine($"{Time(Now)}  {by.Id,-13}  placement/{id} {trigger} -> refused:");
        foreach (var reason in refused.Reasons)
        {
            Note(reason.Code);
            Wrapped(reason.Sentence);
        }
    }

    public static string Time(Instant at) => Minute.Format(at.InZone(District.Zone).LocalDateTime);

    private void Wrapped(string sentences)
    {
        var line = "";
        foreach (var word in sentences.Split(' '))
        {
            if (line.Length + word.Length >= LineLength)
            {
                Note($"  {line}");
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        Note($"  {line}");
    }
}
