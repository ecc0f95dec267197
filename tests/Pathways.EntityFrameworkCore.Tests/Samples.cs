namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>Things for the tests to save.</summary>
internal static class Samples
{
    public static readonly TenantScope North = TenantScope.Of(TenantId.From("north"));
    public static readonly TenantScope South = TenantScope.Of(TenantId.From("south"));
    public static readonly Instant Noon = Instant.FromUtc(2026, 9, 1, 12, 0);
    public static readonly DateInterval Fall = new(new(2026, 9, 14), new(2026, 12, 18));

    public static OpportunityListing Listing(string id, int seats) => new()
    {
        Offer = new()
        {
            Id = OpportunityId.From(id), Partner = PartnerId.From("hospital"), Title = "Clinic", Kind = OpportunityKind.PaidInternship, Sector = SectorId.From("health"), Seats = seats, Dates = Fall,
        },
        Season = SeasonId.From("fall"),
    };

    public static Application Application(string id, string student = "ana", string opportunity = "clinic") =>
        new() { Id = StudentApplicationId.From(id), Student = StudentId.From(student), Opportunity = OpportunityId.From(opportunity) };

    public static Placement Placement(string id, string student = "ana") =>
        new() { Id = PlacementId.From(id), Student = StudentId.From(student), Opportunity = OpportunityId.From("clinic"), Dates = Fall };

    public static Commit Saving(params ImmutableArray<IStored> values) => new()
    {
        Changes = [.. values.Select(StoredChange.To)],
        Audit = [.. values.Select(value => new AuditLine(value.Subject, value.Version, "Save", "Draft", "Saved", Actor.Clock, Noon, ReasonCode.From("because"), "rule-1"))],
        Events = [.. values.Select(value => new TransitionEvent("Saved", value.Subject, value.Version, null, null, Noon))],
    };

    public static SeatClaim Hold(string holder) => new(OpportunityId.From("clinic"), SeatMove.Hold, holder, Noon);

    public static CommandStamp Stamp(string key, char digit = 'a') => new(CommandKey.From(key), new(digit, 64));

    public static async Task MustSaveAsync(this IPathwaysStore store, Commit commit) => Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(North, commit));
}
