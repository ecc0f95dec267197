using Pathways.Json;

namespace Pathways.EntityFrameworkCore;

/// <summary>The kinds of things, each with its table.</summary>
internal static class StoredKinds
{
    private static readonly StoredJsonContext Json = StoredJsonContext.Default;

    public static StoredKind<OpportunityListing> Opportunities { get; } = new(
        "pathways_opportunities", "opportunity", Json.OpportunityListing, ["id"], value => [value.Id.Value], Whole,
        ("partner", value => value.Offer.Partner.Value), ("season", value => value.Season?.Value), ("state", value => value.State.ToString()));

    public static StoredKind<Application> Applications { get; } = new(
        "pathways_applications", "application", Json.Application, ["id"], value => [value.Id.Value], Whole,
        ("student", value => value.Student.Value), ("opportunity", value => value.Opportunity.Value), ("state", value => value.State.ToString()),
        ("offer_expires", value => Moments.Nanoseconds(value.OfferExpires)));

    public static StoredKind<Placement> Placements { get; } = new(
        "pathways_placements", "placement", Json.Placement, ["id"], value => [value.Id.Value], Whole,
        ("student", value => value.Student.Value), ("opportunity", value => value.Opportunity.Value), ("supervisor", value => value.Supervisor?.Value),
        ("coordinator", value => value.Coordinator?.Value), ("group_id", value => value.Group?.Value), ("state", value => value.State.ToString()),
        ("first_day", value => Moments.Day(value.Dates.Start)), ("last_day", value => Moments.Day(value.Dates.End)), ("is_occupying", value => value is { IsExclusive: true, IsLive: true }));

    public static StoredKind<PlacementDocument> Documents { get; } = new(
        "pathways_documents", "document", Json.PlacementDocument, ["id"], value => [value.Id.Value], Whole,
        ("placement", value => value.Placement.Value), ("student", value => value.Student.Value), ("state", value => value.State.ToString()),
        ("last_day", value => Moments.Day(value.LastDay)));

    public static StoredKind<HoursEntry> Hours { get; } = new(
        "pathways_hours", "hours-entry", Json.HoursEntry, ["id"], value => [value.Id.Value], Whole,
        ("placement", value => value.Placement.Value), ("student", value => value.Student.Value), ("work_day", value => Moments.Day(value.Day)),
        ("state", value => value.State.ToString()));

    public static StoredKind<MatchRun> Runs { get; } = new(
        "pathways_match_runs", "match-run", Json.MatchRun, ["id"], value => [value.Id.Value], Whole,
        ("follows", value => value.Follows?.Value), ("state", value => value.State.ToString()));

    public static StoredKind<StudentRecordEntry> Records { get; } = new(
        "pathways_record_entries", "record-entry", Json.StudentRecordEntry, ["student", "id"], value => [value.Student.Value, value.Entry.Id.Value], Entry,
        ("entry_day", value => Moments.Day(value.Entry.On)));

    public static StoredKind<PartnerListing> Partners { get; } = new(
        "pathways_partners", "partner", Json.PartnerListing, ["id"], value => [value.Id.Value], Whole,
        ("state", value => value.State.ToString()), ("vetted_until", value => Moments.Day(value.VettedUntil)));

    public static ImmutableArray<StoredKind> All { get; } = [Opportunities, Applications, Placements, Documents, Hours, Runs, Records, Partners];

    public static StoredKind Of(IStored value) => value switch
    {
        OpportunityListing => Opportunities,
        Application => Applications,
        Placement => Placements,
        PlacementDocument => Documents,
        HoursEntry => Hours,
        MatchRun => Runs,
        StudentRecordEntry => Records,
        PartnerListing => Partners,
        _ => throw new ArgumentException($"{value.Subject} is of no kind that this store keeps: {value.GetType().Name}."),
    };

    /// <summary>The kind of a subject; <see langword="null"/> for a student, or for what is kept by nobody.</summary>
    public static StoredKind? Find(string subject) => All.FirstOrDefault(kind => subject.StartsWith(kind.Prefix, StringComparison.Ordinal) && subject.AsSpan(kind.Prefix.Length).StartsWith("/"));

    private static ImmutableArray<string> Whole(string id) => [id];

    private static ImmutableArray<string> Entry(string name)
    {
        var cut = name.IndexOf('/', StringComparison.Ordinal);
        return cut < 0
            ? [name, ""]
            : [name[..cut].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal), name[(cut + 1)..]];
    }
}
