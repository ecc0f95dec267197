namespace Pathways.Curriculum;

/// <summary>Something that a working group recommends to a district, with who answers for it and how far it is.</summary>
public sealed record Recommendation
{
    /// <summary>Which recommendation.</summary>
    public required RecommendationId Id { get; init; }

    /// <summary>What is recommended, in a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>How soon it is meant.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required LocalDate IssuedOn { get; init; }

    /// <summary>How far it is.</summary>
    public RecommendationStatus Status { get; init; }

    /// <summary>Who answers for it, such as the executive director of career and technical education.</summary>
    public ActorId? Owner { get; init; }

    /// <summary>The day by which it is to be done, where one was agreed; otherwise the horizon says it.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>The pathway it is about; <see langword="null"/> for all.</summary>
    public PathwayId? Pathway { get; init; }

    /// <summary>The component of quality it is to improve.</summary>
    public QualityComponent? Component { get; init; }

    /// <summary>The occupations whose demand it answers.</summary>
    public ImmutableArray<OnetSocCode> Occupations { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What it rests on.</summary>
    public ImmutableArray<RecommendationInput> Inputs { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The supports and policies it needs.</summary>
    public ImmutableArray<SupportNeeded> Supports { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How far each school is, at most once for each.</summary>
    public ImmutableArray<SchoolImplementation> Schools { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether nothing more is to be done.</summary>
    public bool IsClosed => Status is RecommendationStatus.Done or RecommendationStatus.Declined;

    /// <summary>
    /// The last day on which it is in time: the day agreed; else, near-term, the last day of the school year after the one in which it was made, medium-term a
    /// year later; <see langword="null"/> for the longer term, which is not due on any day.
    /// </summary>
    /// <param name="yearStarts">The first day of school years; the first of July where nothing is said.</param>
    public LocalDate? LastDay(AnnualDate? yearStarts = null)
    {
        if (Due is not null || Horizon == Horizon.LongTerm)
        {
            return Due;
        }

        var starts = yearStarts ?? SchoolYear.DefaultStart;
        var years = Horizon == Horizon.NearTerm ? 2 : 3;
        return starts.InYear(SchoolYear.Of(IssuedOn, starts).Plus(years).StartsIn).PlusDays(-1);
    }
}

/// <summary>How soon something is meant to be done.</summary>
public enum Horizon
{
    /// <summary>In the next school year.</summary>
    NearTerm,

    /// <summary>In the school year after that.</summary>
    MediumTerm,

    /// <summary>Later, or for as long as it takes.</summary>
    LongTerm,
}

/// <summary>How far a recommendation is.</summary>
public enum RecommendationStatus
{
    /// <summary>It was made.</summary>
    Proposed,

    /// <summary>The district adopted it.</summary>
    Adopted,

    /// <summary>Work on it has begun.</summary>
    InProgress,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>The district declined it.</summary>
    Declined,
}

/// <summary>What a recommendation rests on.</summary>
/// <param name="Kind">What sort of input.</param>
/// <param name="Source">Where it comes from, such as a report, or a meeting with families.</param>
/// <param name="On">Its day, where it has one.</param>
public sealed record RecommendationInput(InputKind Kind, string Source, LocalDate? On = null);

/// <summary>A sort of input to a recommendation.</summary>
public enum InputKind
{
    /// <summary>Research.</summary>
    Research,

    /// <summary>What students, families, staff, partners or neighbors said.</summary>
    Stakeholders,

    /// <summary>What the labor market demands.</summary>
    LaborMarketDemand,

    /// <summary>What an advisory board said.</summary>
    AdvisoryBoard,

    /// <summary>A review of a pathway or of conditions.</summary>
    Review,
}

/// <summary>A support or policy that a recommendation needs.</summary>
/// <param name="Level">Who must give it.</param>
/// <param name="Need">What is needed.</param>
/// <param name="IsInPlace">Whether it is there.</param>
public sealed record SupportNeeded(SupportLevel Level, string Need, bool IsInPlace = false);

/// <summary>Who must give a support.</summary>
public enum SupportLevel
{
    /// <summary>The district.</summary>
    District,

    /// <summary>Each school.</summary>
    School,

    /// <summary>Others, such as the state, a college or partners.</summary>
    Other,
}

/// <summary>How far a school is with a recommendation.</summary>
/// <param name="School">The school.</param>
/// <param name="State">How far it is.</param>
/// <param name="AsOf">The day for which this was said.</param>
public sealed record SchoolImplementation(SchoolId School, ImplementationState State, LocalDate AsOf);

/// <summary>How far an implementation is.</summary>
public enum ImplementationState
{
    /// <summary>Not begun.</summary>
    NotStarted,

    /// <summary>Begun.</summary>
    UnderWay,

    /// <summary>Done.</summary>
    Implemented,
}
