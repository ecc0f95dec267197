namespace Pathways.Curriculum;

/// <summary>A review of a pathway by the six components of quality, on one day; earlier reviews stay on record.</summary>
public sealed record PathwayScorecard
{
    /// <summary>The pathway.</summary>
    public required PathwayId Pathway { get; init; }

    /// <summary>The day of the review.</summary>
    public required LocalDate ReviewedOn { get; init; }

    /// <summary>Who answers for it.</summary>
    public ActorId? Reviewer { get; init; }

    /// <summary>What was found, at most once for each component.</summary>
    public ImmutableArray<ComponentReview> Components { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>What a review found of one component.</summary>
public sealed record ComponentReview
{
    /// <summary>The component.</summary>
    public required QualityComponent Component { get; init; }

    /// <summary>How far it is; <see langword="null"/> while it is not rated.</summary>
    public QualityRating? Rating { get; init; }

    /// <summary>What the rating rests on.</summary>
    public ImmutableArray<string> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who is to bring it further.</summary>
    public ActorId? Owner { get; init; }

    /// <summary>What else there is to say.</summary>
    public string? Note { get; init; }
}
