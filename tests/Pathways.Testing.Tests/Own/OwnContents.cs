using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pathways;
using Pathways.Json;

/// <summary>Everything the store keeps of one tenant.</summary>
internal sealed class OwnTenant
{
    public Dictionary<string, IStored> Things { get; set; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Students { get; set; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Deleted { get; set; } = new(StringComparer.Ordinal);

    public List<SeatHolding> Seats { get; set; } = [];

    public List<AuditEntry> Audit { get; set; } = [];

    public List<AuditSeal> Seals { get; set; } = [];

    public List<OutboxEvent> Outbox { get; set; } = [];

    public long LastPosition { get; set; }

    public Dictionary<string, CarriedOut> Requests { get; set; } = new(StringComparer.Ordinal);

    public List<InboxMessage> Inbox { get; set; } = [];

    /// <summary>The version of a thing or of a student; what was deleted keeps its last one.</summary>
    public int VersionOf(string subject) =>
        Deleted.TryGetValue(subject, out var last) ? last : Things.TryGetValue(subject, out var thing) ? thing.Version : Students.GetValueOrDefault(subject);
}

/// <summary>The file: everything of every tenant, written whole.</summary>
internal static class OwnFile
{
    // The things themselves are written as Pathways writes them, without loss; the rest is plain.
    private static readonly JsonSerializerOptions Options = new(StoredJsonContext.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(StoredJsonContext.Default, new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } }),
    };

    public static Dictionary<string, OwnTenant> Load(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, OwnTenant>>(File.ReadAllBytes(path), Options)! : new(StringComparer.Ordinal);

    // Beside the old file, to the disk, and then into its place: there is no moment at which half of it can be read.
    public static void Save(string path, Dictionary<string, OwnTenant> tenants) => WholeFile.Write(path, stream => JsonSerializer.Serialize(stream, tenants, Options));

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(IStored))
        {
            type.PolymorphismOptions = new()
            {
                TypeDiscriminatorPropertyName = "thing",
                DerivedTypes =
                {
                    new(typeof(OpportunityListing), "opportunity"), new(typeof(Application), "application"), new(typeof(Placement), "placement"), new(typeof(PlacementDocument), "document"),
                    new(typeof(HoursEntry), "hours"), new(typeof(MatchRun), "run"), new(typeof(StudentRecordEntry), "entry"), new(typeof(PartnerListing), "partner"),
                },
            };
        }
    }
}
