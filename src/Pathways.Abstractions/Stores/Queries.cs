namespace Pathways;

/// <summary>Selects applications, by identifier. What is left out selects everything.</summary>
public sealed record ApplicationQuery : StoreQuery
{
    /// <summary>Whose.</summary>
    public StudentId? Student { get; init; }

    /// <summary>For what.</summary>
    public OpportunityId? Opportunity { get; init; }

    /// <summary>In one of these states; empty for any.</summary>
    public ImmutableArray<ApplicationState> States { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Only with an open offer that ends at this time or before.</summary>
    public Instant? OfferExpiresBy { get; init; }
}

/// <summary>Selects placements, by identifier. What is left out selects everything.</summary>
public sealed record PlacementQuery : StoreQuery
{
    /// <summary>Whose.</summary>
    public StudentId? Student { get; init; }

    /// <summary>Where.</summary>
    public OpportunityId? Opportunity { get; init; }

    /// <summary>Directed by whom.</summary>
    public ActorId? Supervisor { get; init; }

    /// <summary>Looked after by whom.</summary>
    public ActorId? Coordinator { get; init; }

    /// <summary>Done together by these.</summary>
    public ExperienceGroupId? Group { get; init; }

    /// <summary>In one of these states; empty for any.</summary>
    public ImmutableArray<PlacementState> States { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>With at least one of these days.</summary>
    public DateInterval? Days { get; init; }
}

/// <summary>Selects opportunities, by identifier. What is left out selects everything.</summary>
public sealed record OpportunityQuery : StoreQuery
{
    /// <summary>Of whom.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>In one of these states; empty for any.</summary>
    public ImmutableArray<OpportunityState> States { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>In which season.</summary>
    public SeasonId? Season { get; init; }
}

/// <summary>Selects documents, by identifier. What is left out selects everything.</summary>
public sealed record DocumentQuery : StoreQuery
{
    /// <summary>Of which placement.</summary>
    public PlacementId? Placement { get; init; }

    /// <summary>Whose placement.</summary>
    public StudentId? Student { get; init; }

    /// <summary>In one of these states; empty for any.</summary>
    public ImmutableArray<DocumentState> States { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Only those whose last day is this one or an earlier one.</summary>
    public LocalDate? LastDayBy { get; init; }
}

/// <summary>Selects entries of hours logs, by identifier. What is left out selects everything.</summary>
public sealed record HoursQuery : StoreQuery
{
    /// <summary>Of which placement.</summary>
    public PlacementId? Placement { get; init; }

    /// <summary>Whose work.</summary>
    public StudentId? Student { get; init; }

    /// <summary>On one of these days.</summary>
    public DateInterval? Days { get; init; }

    /// <summary>In one of these states; empty for any.</summary>
    public ImmutableArray<HoursEntryState> States { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>Selects match runs, by identifier. What is left out selects everything.</summary>
public sealed record MatchRunQuery : StoreQuery
{
    /// <summary>Made after this one.</summary>
    public MatchRunId? Follows { get; init; }

    /// <summary>In one of these states; empty for any.</summary>
    public ImmutableArray<MatchRunState> States { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>Selects entries of records, by student and then by identifier. What is left out selects everything.</summary>
public sealed record RecordQuery : StoreQuery
{
    /// <summary>Whose record.</summary>
    public StudentId? Student { get; init; }

    /// <summary>Of these days.</summary>
    public DateInterval? Days { get; init; }
}

/// <summary>Selects partners, by identifier. What is left out selects everything.</summary>
public sealed record PartnerQuery : StoreQuery
{
    /// <summary>In one of these states; empty for any.</summary>
    public ImmutableArray<PartnerState> States { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whose vetting ends on this day or an earlier one.</summary>
    public LocalDate? VettedUntilBy { get; init; }
}

/// <summary>Selects lines of the audit log, by subject and, within a subject, in the order in which they were written. What is left out selects everything.</summary>
public sealed record AuditQuery : StoreQuery
{
    /// <summary>About what, as kind and identifier.</summary>
    public string? Subject { get; init; }
}

/// <summary>Selects seals of the audit log, oldest first.</summary>
public sealed record SealQuery : StoreQuery;
