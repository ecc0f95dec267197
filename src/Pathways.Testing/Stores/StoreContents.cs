using System.Text.Json;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways.Testing;

/// <summary>Everything that a store in one file holds.</summary>
internal sealed record StoreContents(string Format, ImmutableArray<TenantContents> Tenants)
{
    public const string CurrentFormat = "pathways/store@1";

    /// <summary>Whether no list is missing, as it is in a file that something else wrote.</summary>
    public bool IsWhole => !Tenants.IsDefault && Tenants.All(tenant => !(
        tenant.Opportunities.IsDefault || tenant.Applications.IsDefault || tenant.Placements.IsDefault || tenant.Documents.IsDefault || tenant.Hours.IsDefault || tenant.Runs.IsDefault
        || tenant.Records.IsDefault || tenant.Partners.IsDefault || tenant.Students.IsDefault || tenant.Tombstones.IsDefault || tenant.Seats.IsDefault || tenant.Audit.IsDefault
        || tenant.Seals.IsDefault || tenant.Outbox.IsDefault || tenant.Inbox.IsDefault || tenant.Commands.IsDefault));
}

/// <summary>Everything of one tenant.</summary>
internal sealed record TenantContents(
    TenantId Tenant, ImmutableArray<OpportunityListing> Opportunities, ImmutableArray<Application> Applications, ImmutableArray<Placement> Placements,
    ImmutableArray<PlacementDocument> Documents, ImmutableArray<HoursEntry> Hours, ImmutableArray<MatchRun> Runs, ImmutableArray<StudentRecordEntry> Records,
    ImmutableArray<PartnerListing> Partners, ImmutableArray<SavedVersion> Students, ImmutableArray<SavedVersion> Tombstones, ImmutableArray<SeatHolding> Seats,
    ImmutableArray<AuditEntry> Audit, ImmutableArray<AuditSeal> Seals, ImmutableArray<OutboxEvent> Outbox, ImmutableArray<InboxMessage> Inbox,
    ImmutableArray<CommandContents> Commands, long LastPosition);

/// <summary>A request that was carried out.</summary>
internal sealed record CommandContents(CommandKey Key, CarriedOut CarriedOut);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters =
    [
        typeof(LocalDateJsonConverter), typeof(LocalTimeJsonConverter), typeof(InstantJsonConverter), typeof(AnnualDateJsonConverter), typeof(DateIntervalJsonConverter),
        typeof(StoredNoteJsonConverter), typeof(StoredInterestProfileJsonConverter),
    ])]
[JsonSerializable(typeof(StoreContents))]
internal sealed partial class StoreContentsJson : JsonSerializerContext;
