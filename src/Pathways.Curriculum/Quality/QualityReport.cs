namespace Pathways.Curriculum;

/// <summary>Holds every claim of coverage against what is on record, and lists the exceptions with their reasons.</summary>
public sealed record QualityReport
{
    /// <summary>The day of the question.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The claims, in one order.</summary>
    public ImmutableArray<QualityClaim> Claims { get; init; } = [];

    /// <summary>The verdict on each pathway that has a review, by pathway.</summary>
    public ImmutableSortedDictionary<PathwayId, ScorecardVerdict> Verdicts { get; init; } = ImmutableSortedDictionary<PathwayId, ScorecardVerdict>.Empty;

    /// <summary>Recommendations that are overdue by who answers for them; under the empty text those for which nobody does.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Recommendation>> OverdueByOwner { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<Recommendation>>.Empty;

    /// <summary>How far each school is with each recommendation that the district adopted and did not decline, by school and then by recommendation.</summary>
    public ImmutableArray<SchoolStatus> Schools { get; init; } = [];

    /// <summary>The claim with a code.</summary>
    /// <param name="code">Such as <c>quality.every-pathway-reviewed</c>.</param>
    /// <exception cref="ArgumentException">There is no such claim.</exception>
    public QualityClaim Claim(string code) => Claims.FirstOrDefault(claim => claim.Code == code)
        ?? throw new ArgumentException($"There is no claim \"{code}\". There are: {string.Join(", ", Claims.Select(claim => claim.Code))}.", nameof(code));
}

/// <summary>A sentence that says something of all of a kind, how many there are, and each one of which it is not true.</summary>
/// <param name="Code">Public and stable, such as <c>quality.every-pathway-reviewed</c>.</param>
/// <param name="Sentence">The claim.</param>
/// <param name="Total">How many it speaks of.</param>
/// <param name="Exceptions">Those of which it is not true.</param>
public sealed record QualityClaim(string Code, string Sentence, int Total, ImmutableArray<QualityGap> Exceptions)
{
    /// <summary>Of how many it is true.</summary>
    public int Met => Total - Exceptions.Length;

    /// <summary>Whether it is true of all.</summary>
    public bool IsTrue => Exceptions.IsEmpty;

    /// <summary>The claim with its count.</summary>
    public override string ToString() => $"{Sentence} {Met} of {Total}.";

    /// <summary>Holds a claim against all that it speaks of, in the order given.</summary>
    internal static QualityClaim Of<T>(
        string code, string sentence, IReadOnlyCollection<T> all, Func<T, string> name, Func<T, IEnumerable<Refusal>> missing, Func<T, ActorId?>? owner = null)
    {
        var gaps = all.Select(item => new QualityGap(name(item), [.. missing(item)], owner?.Invoke(item))).Where(gap => !gap.Reasons.IsEmpty);
        return new(code, sentence, all.Count, [.. gaps]);
    }
}

/// <summary>One of which a claim is not true.</summary>
/// <param name="Subject">The identifier of the pathway, region, recommendation or school.</param>
/// <param name="Reasons">Everything that stands in the way.</param>
/// <param name="Owner">Who answers for it, where that is known.</param>
public sealed record QualityGap(string Subject, ImmutableArray<Refusal> Reasons, ActorId? Owner = null);

/// <summary>How far a school is with a recommendation.</summary>
/// <param name="School">The school.</param>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="State">How far it is; <see langword="null"/> when it never said.</param>
/// <param name="AsOf">The day for which it said so.</param>
public sealed record SchoolStatus(SchoolId School, RecommendationId Recommendation, ImplementationState? State, LocalDate? AsOf);
