namespace Pathways.EntityFrameworkCore;

/// <summary>A thing as a row: what it is selected by in columns, the whole of it as JSON (<see cref="Json.StoredJsonContext"/>).</summary>
/// <remarks>To read and to join with a host's own tables, inside a context of the host (<see cref="PathwaysModel.ApplyPathways"/>); written by <see cref="EfPathwaysStore"/> alone.</remarks>
public abstract class StoredRow
{
    private protected StoredRow()
    {
    }

    /// <summary>Whose data. A query that does not say it reads the data of all, where the database lets it.</summary>
    public string Tenant { get; private set; } = "";

    /// <summary>The identifier.</summary>
    public string Id { get; private set; } = "";

    /// <summary>How often it was changed, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The whole thing as JSON, with notes as they are.</summary>
    public string Value { get; private set; } = "";
}

/// <summary>An <see cref="OpportunityListing"/> as a row.</summary>
public sealed class OpportunityRow : StoredRow
{
    /// <summary>Of which partner.</summary>
    public string Partner { get; private set; } = "";

    /// <summary>In which season.</summary>
    public string? Season { get; private set; }

    /// <summary>The name of an <see cref="OpportunityState"/>.</summary>
    public string State { get; private set; } = "";
}

/// <summary>An <see cref="Application"/> as a row.</summary>
public sealed class ApplicationRow : StoredRow
{
    /// <summary>Whose.</summary>
    public string Student { get; private set; } = "";

    /// <summary>For what.</summary>
    public string Opportunity { get; private set; } = "";

    /// <summary>The name of an <see cref="ApplicationState"/>.</summary>
    public string State { get; private set; } = "";

    /// <summary>When the offer ends, in nanoseconds since 1970.</summary>
    public long? OfferExpires { get; private set; }
}

/// <summary>A <see cref="Placement"/> as a row.</summary>
public sealed class PlacementRow : StoredRow
{
    /// <summary>Whose.</summary>
    public string Student { get; private set; } = "";

    /// <summary>Where.</summary>
    public string Opportunity { get; private set; } = "";

    /// <summary>Directed by whom.</summary>
    public string? Supervisor { get; private set; }

    /// <summary>Looked after by whom.</summary>
    public string? Coordinator { get; private set; }

    /// <summary>Done together by these.</summary>
    public string? GroupId { get; private set; }

    /// <summary>The name of a <see cref="PlacementState"/>.</summary>
    public string State { get; private set; } = "";

    /// <summary>The first day.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Whether it is exclusive and has not ended, so that no other such placement of the student may be on its days.</summary>
    public bool IsOccupying { get; private set; }
}

/// <summary>A <see cref="PlacementDocument"/> as a row.</summary>
public sealed class DocumentRow : StoredRow
{
    /// <summary>Of which placement.</summary>
    public string Placement { get; private set; } = "";

    /// <summary>Whose placement.</summary>
    public string Student { get; private set; } = "";

    /// <summary>The name of a <see cref="DocumentState"/>.</summary>
    public string State { get; private set; } = "";

    /// <summary>The last day on which it is good.</summary>
    public DateOnly? LastDay { get; private set; }
}

/// <summary>An <see cref="HoursEntry"/> as a row.</summary>
public sealed class HoursRow : StoredRow
{
    /// <summary>Of which placement.</summary>
    public string Placement { get; private set; } = "";

    /// <summary>Whose work.</summary>
    public string Student { get; private set; } = "";

    /// <summary>The day of the work.</summary>
    public DateOnly WorkDay { get; private set; }

    /// <summary>The name of an <see cref="HoursEntryState"/>.</summary>
    public string State { get; private set; } = "";
}

/// <summary>A <see cref="MatchRun"/> as a row.</summary>
public sealed class MatchRunRow : StoredRow
{
    /// <summary>Made after which run.</summary>
    public string? Follows { get; private set; }

    /// <summary>The name of a <see cref="MatchRunState"/>.</summary>
    public string State { get; private set; } = "";
}

/// <summary>A <see cref="StudentRecordEntry"/> as a row; the identifier is unique within the record of the student alone.</summary>
public sealed class RecordEntryRow : StoredRow
{
    /// <summary>Whose record.</summary>
    public string Student { get; private set; } = "";

    /// <summary>Of which day.</summary>
    public DateOnly EntryDay { get; private set; }
}

/// <summary>A <see cref="PartnerListing"/> as a row.</summary>
public sealed class PartnerRow : StoredRow
{
    /// <summary>The name of a <see cref="PartnerState"/>.</summary>
    public string State { get; private set; } = "";

    /// <summary>The last day of the vetting.</summary>
    public DateOnly? VettedUntil { get; private set; }
}
