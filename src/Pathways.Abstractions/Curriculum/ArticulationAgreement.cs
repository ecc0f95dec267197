namespace Pathways;

/// <summary>A college's promise to give credit for a course of a high school.</summary>
public sealed record ArticulationAgreement
{
    /// <summary>Which agreement.</summary>
    public required ArticulationId Id { get; init; }

    /// <summary>The pathway whose course earns the credit.</summary>
    public required PathwayId Pathway { get; init; }

    /// <summary>The college.</summary>
    public required string Institution { get; init; }

    /// <summary>The college as a partner of the program, where it is one: it may give placements and hold a seat like any other.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>The course of the high school.</summary>
    public required string Course { get; init; }

    /// <summary>The course of the college that it counts as.</summary>
    public required string CollegeCourse { get; init; }

    /// <summary>The college credits it earns, more than 0.</summary>
    public required decimal Credits { get; init; }

    /// <summary>The days on which it holds.</summary>
    public required DateInterval Validity { get; init; }

    /// <summary>What students may use at the college, such as a laboratory or its library.</summary>
    public ImmutableArray<string> Resources { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the college also offers placements.</summary>
    public bool OffersPlacements { get; init; }

    /// <summary>Whether it holds on a day; the first and the last day count.</summary>
    /// <param name="day">The day.</param>
    public bool HoldsOn(LocalDate day) => Validity.Contains(day);
}
