using NodaTime.Text;
using Pathways.Cli.Input;
using Pathways.Cli.Stores;
using Pathways.Placements;
using Pathways.Testing;

namespace Pathways.Cli.District;

/// <summary>A folder with district.json, a store (store.json in the folder, or another), and the services over the two.</summary>
internal sealed class PlacementFolder : IDisposable
{
    public const string DistrictName = "district.json";
    public const string StoreName = "store.json";

    private readonly SettableClock _clock;

    private PlacementFolder(DistrictBook book, IPathwaysStore store, SettableClock clock)
    {
        var host = new FolderHost(book, store);
        (Book, Store, Scope, _clock) = (book, store, TenantScope.Of(book.Tenant), clock);
        Applications = new(store, store, store, store, host, host, host, store, clock);
        Placements = new(store, store, store, store, store, host, host, host, store, clock);
        Documents = new(store, store, store, store, host, host, host, Placements, store, clock);
        Hours = new(store, store, store, store, store, host, host, host, clock);
        Opportunities = new(store, store, store, host, host, host, store, clock);
        Runs = new(store, store, store, store, Applications, store, host, store, clock);
        Clock = new(store, store, store, store, store, Opportunities, Documents, Placements, host, clock);
    }

    public DistrictBook Book { get; }

    public IPathwaysStore Store { get; }

    public TenantScope Scope { get; }

    public ApplicationService Applications { get; }

    public PlacementService Placements { get; }

    public DocumentService Documents { get; }

    public HoursService Hours { get; }

    public OpportunityService Opportunities { get; }

    public MatchRunService Runs { get; }

    public ClockService Clock { get; }

    public Instant Now => _clock.GetCurrentInstant();

    /// <summary>Opens a folder. A store in a JSON file nobody else can open until it is closed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="store">Where the store is; null for store.json in the folder.</param>
    /// <param name="at">What time it is taken to be, as written; null for the time it is.</param>
    /// <param name="terminal">Where warnings go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<PlacementFolder> OpenAsync(string folder, string? store, string? at, Terminal terminal, CancellationToken cancellationToken)
    {
        var reading = DistrictFile.Read(Path.Combine(Paths.Given(folder, "FOLDER")!, DistrictName));
        var book = reading.Get();
        foreach (var warning in reading.Warnings)
        {
            terminal.ErrorText.WriteLine($"warning: {warning}");
        }

        var now = at is null ? SystemClock.Instance.GetCurrentInstant() : Moment("--at", at, book.Rules.Zone);
        var opened = store is null
            ? JsonFileStore.Open(Path.Combine(folder, StoreName))
            : await StoreAddress.Parse("--store", store).OpenAsync(WhenMissing.Make, cancellationToken).ConfigureAwait(false);
        return new(book, opened, new(now));
    }

    /// <summary>A moment as it was written: with a zone of its own, or where the schools are.</summary>
    public static Instant Moment(string option, string text, DateTimeZone zone)
    {
        if (InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at))
        {
            return at;
        }

        return LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Parse(text).TryGetValue(default, out var local)
            ? local.InZoneLeniently(zone).ToInstant()
            : throw new UsageException($"{option} {text} is no moment. Expected 2026-09-14T13:00:00Z, or 2026-09-14T09:00 where the schools are.");
    }

    public void Dispose() => ((IDisposable)Store).Dispose();
}
