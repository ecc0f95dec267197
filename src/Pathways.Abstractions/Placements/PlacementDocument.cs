namespace Pathways;

/// <summary>A document that a placement needs. What it says is kept by the host; this is who signed, and until when it is good.</summary>
public sealed record PlacementDocument : IStoredOfStudent
{
    /// <summary>Which document.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>Of which placement.</summary>
    public required PlacementId Placement { get; init; }

    /// <summary>Whose placement.</summary>
    public required StudentId Student { get; init; }

    /// <summary>At which opportunity.</summary>
    public required OpportunityId Opportunity { get; init; }

    /// <summary>Why it is needed, as it was when the checklist was made.</summary>
    public required DocumentRequirement Requirement { get; init; }

    /// <summary>Where it stands.</summary>
    public DocumentState State { get; init; }

    /// <summary>How often it was changed, from 1; grows by one with every change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Who signed.</summary>
    public ImmutableArray<PartySignature> Signatures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The last day on which it is good; <see langword="null"/> when it does not expire, or nothing came yet.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>The last day of the copy before it, which stays good while a new one is asked for and looked at; <see langword="null"/> when there is none.</summary>
    public LocalDate? EarlierLastDay { get; init; }

    /// <summary>Where the host keeps it.</summary>
    public Note? Location { get; init; }

    /// <inheritdoc/>
    public string Subject => $"document/{Id}";

    /// <summary>Whether it is good on a day, or was waived. While a new copy is on its way, the one before it is good until its own last day.</summary>
    /// <param name="day">The day.</param>
    public bool IsGoodOn(LocalDate day) => State switch
    {
        DocumentState.Waived => true,
        DocumentState.Accepted or DocumentState.Expiring => LastDay is not { } last || day <= last,
        DocumentState.Requested or DocumentState.Received or DocumentState.UnderReview or DocumentState.Rejected => day <= EarlierLastDay,
        _ => false,
    };

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
