namespace Pathways;

/// <summary>What came of a commit. Faults of the infrastructure, and nothing else, are thrown.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>Everything is saved.</summary>
    /// <param name="Receipt">What was saved.</param>
    public sealed record Committed(CommitReceipt Receipt) : CommitOutcome;

    /// <summary>The same request was carried out before; nothing was done this time.</summary>
    /// <param name="First">What was saved then.</param>
    public sealed record Duplicate(CommitReceipt First) : CommitOutcome;

    /// <summary>The key was used before for another request; nothing was done.</summary>
    /// <param name="Key">The key.</param>
    public sealed record KeyReused(CommandKey Key) : CommitOutcome;

    /// <summary>Somebody changed a thing in the meantime; nothing was done. Load it again, decide again.</summary>
    /// <param name="Subject">Which thing.</param>
    /// <param name="Expected">The version it was to have; 0 when it was not to exist.</param>
    /// <param name="Found">The version it has; 0 when it does not exist.</param>
    public sealed record VersionConflict(string Subject, int Expected, int Found) : CommitOutcome;

    /// <summary>An opportunity has no seat left, or is to have fewer seats than are taken; nothing was done.</summary>
    /// <param name="Opportunity">Which opportunity.</param>
    public sealed record NoSeatLeft(OpportunityId Opportunity) : CommitOutcome;

    /// <summary>The student has another exclusive placement on some of the days; nothing was done.</summary>
    /// <param name="Placement">The placement that was to be saved.</param>
    /// <param name="Other">The placement in its way.</param>
    public sealed record Overlap(PlacementId Placement, PlacementId Other) : CommitOutcome;

    /// <summary>A thing was deleted for good, and nothing may be saved under its name; nothing was done.</summary>
    /// <param name="Subject">Which thing.</param>
    public sealed record Deleted(string Subject) : CommitOutcome;

    /// <summary>The caller's connection belongs to another tenant; nothing was done.</summary>
    /// <param name="Tenant">The tenant that was named.</param>
    public sealed record TenantMismatch(TenantId Tenant) : CommitOutcome;
}

/// <summary>What a commit saved.</summary>
/// <param name="Saved">Each thing, as kind and identifier, with its version.</param>
public sealed record CommitReceipt(ImmutableArray<SavedVersion> Saved)
{
    /// <summary>Each thing that was deleted, as kind and identifier.</summary>
    public ImmutableArray<string> Deleted { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What a commit saves when it is saved.</summary>
    /// <param name="commit">The commit.</param>
    public static CommitReceipt Of(Commit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return new([.. commit.Changes.Select(change => new SavedVersion(change.Value.Subject, change.Value.Version))]) { Deleted = [.. commit.Deletions.Select(deletion => deletion.Subject)] };
    }
}

/// <summary>A request that was carried out.</summary>
/// <param name="Digest">What was asked.</param>
/// <param name="Receipt">What was saved.</param>
/// <param name="At">When it was decided (<see cref="Commit.At"/>); what has no time is never forgotten.</param>
public sealed record CarriedOut(string Digest, CommitReceipt Receipt, Instant? At = null);

/// <summary>A thing at a version.</summary>
/// <param name="Subject">Kind and identifier.</param>
/// <param name="Version">The version.</param>
public readonly record struct SavedVersion(string Subject, int Version);
