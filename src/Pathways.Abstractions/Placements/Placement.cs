namespace Pathways;

/// <summary>A student's work at a partner, as far as its life needs it.</summary>
public sealed record Placement
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

    /// <summary>Who directs the work; <see langword="null"/> while nobody is named.</summary>
    public ActorId? Supervisor { get; init; }

    /// <summary>Where it stands.</summary>
    public PlacementState State { get; init; }

    /// <summary>How often it was changed, from 1; grows by one with every change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
