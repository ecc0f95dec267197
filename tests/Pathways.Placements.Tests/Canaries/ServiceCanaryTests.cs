using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pathways.Json;
using Pathways.Placements.Tests.Services;
using static Pathways.Placements.PlacementTrigger;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Canaries;

/// <summary>P14, through the services: whatever is done, refused, repeated or thrown, nothing personal shows in what is printed, kept of it, or told to others.</summary>
public sealed class ServiceCanaryTests : IDisposable
{
    private const int Rounds = 30;
    private static readonly ReasonCode Why = ReasonCode.From("because");
    private static readonly Actor Guardian = new(ActorId.From("gil"), Role.Guardian);
    private static readonly Actor Outsider = new(ActorId.From("v"), Role.Volunteer);
    private readonly Canaries _canaries = new();
    private readonly District _district = new();
    private readonly List<string> _leaks = [];
    private int _texts;
    private int _done;
    private int _thrown;

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task Nothing_personal_shows_in_what_services_answer_throw_or_tell()
    {
        _district.Known = _district.Known with { Birth = (BirthDate)_canaries.Next(typeof(BirthDate)) };
        await _district.PublishAsync("clinic", 2);
        var id = PlacementId.From(await _district.ActiveAsync("ana", "clinic"));
        for (var round = 0; round < Rounds; round++)
        {
            await WorkAsync(id, RecordVisit, Coordinator, new PlacementEntry.VisitMade(new(VisitId.From($"v{round}"), Fall.Start, Coordinator.Id, false, _canaries.Text())));
            var incident = new Incident { Id = IncidentId.From($"i{round}"), On = Fall.Start, Severity = IncidentSeverity.Low, ReportedBy = Supervisor, Account = _canaries.Text() };
            await WorkAsync(id, ReportIncident, Supervisor, new PlacementEntry.IncidentReported(incident));
            await WorkAsync(id, SettleIncident, Coordinator, new PlacementEntry.IncidentSettled(incident.Id, Fall.Start, _canaries.Text()));
            await WorkAsync(id, PlanTransport, Coordinator, new PlacementEntry.TransportSettled(new(ReasonCode.From("bus"), _canaries.Text())));
            await WorkAsync(id, ReviseOutcome, Coordinator, new PlacementEntry.OutcomeRevised(OutcomeId.From("o1"), _canaries.Text(), [], []));
            await LogAsync(id, round);
            await DocumentAsync(id);
        }

        foreach (var entry in new Filler(_canaries).Each(typeof(PlacementEntry)).Cast<PlacementEntry>())
        {
            // Most of these do not fit: they are refused or thrown back.
            foreach (var trigger in Enum.GetValues<PlacementTrigger>().Where(trigger => PlacementEntries.Fits(trigger, entry)))
            {
                await WorkAsync(id, trigger, Coordinator, entry);
            }
        }

        await ReadAsync(id);
        foreach (var happened in await _district.Store.PendingAsync(Scope, 1000))
        {
            Look("event", $"{happened} {JsonSerializer.Serialize(happened.Event, StoredJsonContext.Default.TransitionEvent)}");
        }

        foreach (var line in await _district.Store.HistoryAsync(Scope, $"placement/{id}"))
        {
            Look("audit", $"{line} {JsonSerializer.Serialize(line, StoredJsonContext.Default.AuditLine)}");
        }

        Assert.True(Canaries.IsIn(JsonSerializer.Serialize((await _district.Store.FindAsync(Scope, id))!, StoredJsonContext.Default.Placement)), "No canary reached the store.");
        Assert.True(_canaries.Count >= 200, $"Only {_canaries.Count} canaries were planted.");
        Assert.True(_done >= 5 * Rounds && _thrown >= 5 * Rounds, $"Only {_done} requests were carried out and {_thrown} cut off.");
        Assert.True(_texts >= 2_000, $"Only {_texts} texts were looked at.");
        Assert.Empty(_leaks);
    }

    /// <summary>The negative control: a leak in an answer, a refusal, an exception or an audit line is found.</summary>
    [Fact]
    public async Task A_planted_leak_is_found()
    {
        var raw = _canaries.Text().Reveal(Purpose.Access);
        Look("exception", new InvalidOperationException("No.", new IOException(raw)).ToString());
        await TryAsync<Placement>("refusal", () => new(new ServiceOutcome<Placement>.Refused([new("a.b", raw)])));
        await TryAsync<Placement>("store", () => throw new IOException(raw));
        Look("audit", new AuditLine(raw, 1, "a", "b", "c", Coordinator, default));
        Assert.Equal(4, _leaks.Count);
    }

    [Fact]
    public void Services_log_nothing() =>
        Assert.All(
            typeof(PlacementService).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Service", StringComparison.Ordinal)).SelectMany(type => type.GetConstructors()),
            constructor => Assert.DoesNotContain(constructor.GetParameters(), parameter => parameter.ParameterType.Name.Contains("Logger", StringComparison.Ordinal)));

    private Task WorkAsync(PlacementId id, PlacementTrigger trigger, Actor by, PlacementEntry entry) => EachAsync(
        $"{trigger}", by, (service, actor, key) => service.GetRequiredService<PlacementService>().AdvanceAsync(
            Scope, new() { Key = key, By = actor, Placement = id, Trigger = trigger, Entry = entry, Reason = Why }));

    private async Task LogAsync(PlacementId id, int round)
    {
        var (entry, text) = (HoursEntryId.From($"h{round}"), _canaries.Text());
        await EachAsync("hours draft", Student("ana"), (service, by, key) => service.GetRequiredService<HoursService>().DraftAsync(Scope, key, by, entry, id, new(Fall.Start, 900, 960, 0, text)));
        await EachAsync("hours revise", Student("ana"), (service, by, key) => service.GetRequiredService<HoursService>().AdvanceAsync(
            Scope, new() { Key = key, By = by, Entry = entry, Trigger = HoursEntryTrigger.Revise, Worked = new(Fall.Start, 960, 900, 99, text) }));
        await EachAsync("hours submit", Student("ana"), (service, by, key) => service.GetRequiredService<HoursService>().AdvanceAsync(
            Scope, new() { Key = key, By = by, Entry = entry, Trigger = HoursEntryTrigger.Submit }));
    }

    private async Task DocumentAsync(PlacementId id)
    {
        var document = Assert.Single((await _district.Store.ListAsync(Scope, new DocumentQuery { Placement = id })).Items);
        foreach (var trigger in new[] { DocumentTrigger.Request, DocumentTrigger.Receive })
        {
            var receipt = trigger == DocumentTrigger.Receive ? new DocumentReceipt([new(Guardian, _district.Clock.GetCurrentInstant())], null, _canaries.Text()) : null;
            await EachAsync($"document {trigger}", trigger == DocumentTrigger.Receive ? Guardian : Coordinator, (service, by, key) => service.GetRequiredService<DocumentService>().AdvanceAsync(
                Scope, new() { Key = key, By = by, Document = document.Id, Trigger = trigger, Receipt = receipt }));
        }
    }

    private async Task ReadAsync(PlacementId id)
    {
        foreach (var by in new[] { Coordinator, Supervisor, District.Partner, Guardian, Student("ana"), Student("ben"), Outsider })
        {
            Look("find", await _district.Get<PlacementService>().FindAsync(Scope, id, by, Purpose.Placement));
            Look("possible", await _district.Get<PlacementService>().PossibleAsync(Scope, id, by, Purpose.Placement));
            Look("history", await _district.Get<PlacementService>().HistoryAsync(Scope, id, by, Purpose.Placement));
            Look("list", await _district.Get<PlacementService>().ListAsync(Scope, new(), by, Purpose.Placement));
            Look("hours", await _district.Get<HoursService>().ListAsync(Scope, new(), by, Purpose.Placement));
            Look("documents", await _district.Get<DocumentService>().ListAsync(Scope, new(), by, Purpose.Placement));
        }
    }

    // Refused to somebody else, cut off at the write, carried out, and repeated.
    private async Task EachAsync<T>(string what, Actor by, Func<IServiceProvider, Actor, CommandKey, ValueTask<ServiceOutcome<T>>> call)
        where T : class, IStored
    {
        var key = _district.Key();
        await TryAsync(what, () => call(_district.Host, Outsider, _district.Key()));
        using (var broken = _district.WithStore(store => new Broken(store)))
        {
            await TryAsync(what, () => call(broken, by, _district.Key()));
        }

        await TryAsync(what, () => call(_district.Host, by, key));
        await TryAsync(what, () => call(_district.Host, by, key));
    }

    private async Task TryAsync<T>(string what, Func<ValueTask<ServiceOutcome<T>>> call)
        where T : class, IStored
    {
        try
        {
            var outcome = await call();
            Look(what, outcome);
            if (outcome is ServiceOutcome<T>.Done done)
            {
                _done++;
                Look($"value of {what}", done.Value);
                Assert.All(done.Receipt.Saved, saved => Look($"receipt of {what}", saved));
            }
            else if (outcome is ServiceOutcome<T>.Refused refused)
            {
                Assert.All(refused.Reasons, reason => Look($"refusal of {what}", $"{reason} {JsonSerializer.Serialize(reason, PathwaysJsonContext.Default.Refusal)}"));
            }
        }
        catch (Exception fault) when (fault is ArgumentException or IOException)
        {
            _thrown += fault is IOException ? 1 : 0;
            Look($"exception of {what}", fault);
        }
    }

    private void Look(string where, object? shown)
    {
        _texts++;
        if (shown is not null && Canaries.IsIn($"{shown}"))
        {
            _leaks.Add($"{where}: {shown}");
        }
    }

    /// <summary>A store whose disk is full, and that says what it was writing as far as that prints itself.</summary>
    private sealed class Broken(ICommitStore store) : ICommitStore
    {
        public ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken) => throw new IOException(
            $"The disk is full: {commit} {string.Join(' ', commit.Changes)} {string.Join(' ', commit.Audit)} {string.Join(' ', commit.Events)} {string.Join(' ', commit.Seats)} {commit.Command}");

        public ValueTask<CarriedOut?> FindCommandAsync(TenantScope scope, CommandKey key, CancellationToken cancellationToken) => store.FindCommandAsync(scope, key, cancellationToken);

        public ValueTask<SubjectState> StateAsync(TenantScope scope, string subject, CancellationToken cancellationToken) => store.StateAsync(scope, subject, cancellationToken);

        public ValueTask<int> ForgetAsync(TenantScope scope, Instant before, CancellationToken cancellationToken) => store.ForgetAsync(scope, before, cancellationToken);
    }
}
