namespace Pathways;

/// <summary>A student's work at a partner, as far as its life needs it.</summary>
public sealed record Placement : IStoredOfStudent
{
    /// <summary>Which placement.</summary>
    public required PlacementId Id { get; init; }

    /// <summary>Who works there.</summary>
    public required StudentId Student { get; init; }

    /// <summary>Where: the opportunity, one of whose seats the student has.</summary>
    public required OpportunityId Opportunity { get; init; }

    /// <summary>The application it came from; <see langword="null"/> when staff placed the student, or the student found the place.</summary>
    public StudentApplicationId? Application { get; init; }

    /// <summary>The first and the last day of work.</summary>
    public required DateInterval Dates { get; init; }

    /// <summary>How the student came to it.</summary>
    public PlacementOrigin Origin { get; init; }

    /// <summary>The program whose rules it runs under; <see langword="null"/> when nobody said.</summary>
    public PlacementProgramId? Program { get; init; }

    /// <summary>Whether the student can have no other such placement at overlapping dates.</summary>
    public bool IsExclusive { get; init; } = true;

    /// <summary>The students who do it together; <see langword="null"/> for one student's own.</summary>
    public ExperienceGroupId? Group { get; init; }

    /// <summary>Who looks after it at school; <see langword="null"/> while nobody does.</summary>
    public ActorId? Coordinator { get; init; }

    /// <summary>Who directs the work; <see langword="null"/> while nobody is named.</summary>
    public ActorId? Supervisor { get; init; }

    /// <summary>Where it stands.</summary>
    public PlacementState State { get; init; }

    /// <summary>How often it was changed, from 1; grows by one with every change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What it carries: what was agreed, what happened, what was learned.</summary>
    public PlacementRecord Record { get; init; } = PlacementRecord.Empty;

    /// <summary>Whether it has not ended.</summary>
    public bool IsLive => State is not (PlacementState.Completed or PlacementState.Incomplete or PlacementState.CancelledBeforeStart or PlacementState.Terminated);

    /// <inheritdoc/>
    public string Subject => $"placement/{Id}";

    /// <summary>Who holds its seat: the application it came from, or the placement itself.</summary>
    public string SeatHolder => Application is { } application ? $"application/{application}" : Subject;

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
