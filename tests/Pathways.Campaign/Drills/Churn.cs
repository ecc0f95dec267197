using System.Diagnostics;

namespace Pathways.Campaign;

/// <summary>A child that changes things without end and says what it tries and what it was told, so that the parent knows what must be there after it was killed.</summary>
/// <remarks>Lines: <c>try KEY SUBJECT VERSION</c> before a commit, then <c>ack KEY</c> or <c>no KEY</c>; <c>fault</c> for each fault of the infrastructure, after which the same is tried again.</remarks>
internal sealed class Churn(IPathwaysStore store, TenantScope scope, string name, Random chance)
{
    private const int Opportunities = 20;
    private const int Students = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3); // longer than a server takes to come back on a busy machine

    private readonly List<Application> _held = [];
    private readonly List<Placement> _placed = [];
    private readonly List<HoursEntry> _logged = [];
    private int _next;

    public static async Task PrepareAsync(IPathwaysStore store, TenantScope scope)
    {
        for (var at = 0; at < Opportunities; at++)
        {
            await store.CommitAsync(scope, Things.Saving(Things.Listing($"o{at}", 40)));
        }
    }

    public static async Task WorkAsync(string address, string tenant, string name, int seed)
    {
        using var opened = await Target.Parse(address).OpenAsync();
        var scope = TenantScope.Of(TenantId.From(tenant));
        _ = await opened.Store.StateAsync(scope, "opportunity/o0");
        Parent.WaitForGo();
        var churn = new Churn(opened.Store, scope, name, new Random(seed));
        while (true)
        {
            await churn.StepAsync();
        }
    }

    public async Task StepAsync()
    {
        var id = $"{name}-{_next++}";
        switch (chance.Next(10))
        {
            case < 3:
                var (student, opportunity) = ($"s{chance.Next(Students)}", $"o{chance.Next(Opportunities)}");
                var application = Things.Application(id, student, opportunity);
                await TryAsync(id, Things.Saving(application) with { Seats = [Things.Seat(SeatMove.Hold, application.Subject, opportunity)] }, application, () => _held.Add(application));
                break;
            case < 5 when Take(_held) is { } held:
                var accepted = held with { State = ApplicationState.Accepted, Version = 2 };
                var start = Things.Fall.Start.PlusDays(chance.Next(200));
                var placement = Things.Placement(id, held.Student.Value, held.Opportunity.Value, new(start, start.PlusDays(3)));
                var commit = Things.Saving(accepted, placement) with { Seats = [Things.Seat(SeatMove.Fill, held.Subject, held.Opportunity.Value)] };
                await TryAsync(id, commit, accepted, () => _placed.Add(placement));
                break;
            case < 6 when Take(_held) is { } held:
                var declined = held with { State = ApplicationState.Declined, Version = 2 };
                await TryAsync(id, Things.Saving(declined) with { Seats = [Things.Seat(SeatMove.Release, held.Subject, held.Opportunity.Value)] }, declined, () => { });
                break;
            case < 8 when _placed.Count > 0:
                var at = _placed[chance.Next(_placed.Count)];
                var entry = Things.Hours(id, at.Id.Value, at.Student.Value);
                await TryAsync(id, Things.Saving(entry), entry, () => _logged.Add(entry));
                break;
            case 8 when Take(_logged) is { } logged:
                await TryAsync(id, Things.Deleting(logged), logged with { Version = 2 }, () => { });
                break;
            default:
                var record = Things.Entry(id, $"s{chance.Next(Students)}");
                await TryAsync(id, Things.Saving(record), record, () => { });
                break;
        }
    }

    private async Task TryAsync(string key, Commit commit, IStored about, Action saved)
    {
        Parent.Say(FormattableString.Invariant($"try {key} {about.Subject} {about.Version}"));
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await store.CommitAsync(scope, commit with { Command = Things.Stamp(key) }) is CommitOutcome.Committed or CommitOutcome.Duplicate)
                {
                    Parent.Say($"ack {key}");
                    saved();
                }
                else
                {
                    Parent.Say($"no {key}");
                }

                return;
            }
            catch (Exception fault) when (patience.Elapsed < Patience && fault is not ArgumentException)
            {
                Parent.Say("fault");
                await Task.Delay(100);
            }
        }
    }

    private T? Take<T>(List<T> things)
        where T : class
    {
        if (things.Count == 0)
        {
            return null;
        }

        var at = chance.Next(things.Count);
        var taken = things[at];
        things.RemoveAt(at);
        return taken;
    }
}

/// <summary>What children said, and whether it is so.</summary>
internal sealed class Promised
{
    private readonly Dictionary<string, (string Subject, int Version)> _acknowledged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Subject, int Version)> _unknown = new(StringComparer.Ordinal);

    public int Faults { get; private set; }

    public int Acknowledged => _acknowledged.Count;

    /// <summary>Requests whose answer never came.</summary>
    public int Unknown => _unknown.Count;

    public void Hear(IEnumerable<string> lines)
    {
        foreach (var words in lines.Select(line => line.Split(' ')))
        {
            switch (words[0])
            {
                case "try": _unknown[words[1]] = (words[2], int.Parse(words[3], CultureInfo.InvariantCulture)); break;
                case "ack" when _unknown.Remove(words[1], out var saved): _acknowledged[words[1]] = saved; break;
                case "no": _unknown.Remove(words[1]); break;
                case "fault": Faults++; break;
                default: throw new InvalidOperationException(string.Join(' ', words));
            }
        }
    }

    /// <summary>How many acknowledged requests are gone, and how many unknown ones are neither wholly there nor wholly absent.</summary>
    public async Task<(int Lost, int Half)> CheckAsync(IPathwaysStore store, TenantScope scope)
    {
        var (lost, half) = (0, 0);
        foreach (var (key, (subject, version)) in _acknowledged)
        {
            var isKnown = await store.FindCommandAsync(scope, CommandKey.From(key)) is not null;
            lost += isKnown && await ReachedAsync(store, scope, subject, version) ? 0 : 1;
        }

        foreach (var (key, (subject, version)) in _unknown)
        {
            var isKnown = await store.FindCommandAsync(scope, CommandKey.From(key)) is not null;
            half += isKnown == await ReachedAsync(store, scope, subject, version) ? 0 : 1;
        }

        return (lost, half);
    }

    // What is deleted keeps its last version; the version after it is its end.
    private static async Task<bool> ReachedAsync(IPathwaysStore store, TenantScope scope, string subject, int version) =>
        await store.StateAsync(scope, subject) is var state && (state.IsDeleted ? state.Version + 1 : state.Version) >= version;
}
