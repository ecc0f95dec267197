namespace Pathways;

/// <summary>An activity of the curriculum, as it stands in the catalogue; what one student does of it is an <see cref="Experience"/>.</summary>
public sealed record Activity
{
    /// <summary>Which activity.</summary>
    public required ActivityId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>How near to work it is.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The first grade in which it may be done.</summary>
    public required GradeLevel FirstGrade { get; init; }

    /// <summary>The last grade in which it may be done; it is due at the end of its window there.</summary>
    public required GradeLevel LastGrade { get; init; }

    /// <summary>With whom it is done.</summary>
    public ActivityMode Mode { get; init; } = ActivityMode.Either;

    /// <summary>Where and when it may take place; empty when nothing is said.</summary>
    public ImmutableArray<ActivitySetting> Settings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>For whom it is.</summary>
    public Tier Tier { get; init; } = Tier.Universal;

    /// <summary>Whether it must be done by those for whom it is; otherwise it may.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>The kinds of program whose students it is for; empty when it is for students of any and of none.</summary>
    public ImmutableArray<ProgramType> Programs { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the student hands in.</summary>
    public ImmutableArray<EvidenceRequirement> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How often it must be experienced, 0 or more; 0 where handing in the evidence is all.</summary>
    public int Occurrences { get; init; } = 1;

    /// <summary>How many hours it takes in all; <see langword="null"/> when hours do not count.</summary>
    public decimal? Hours { get; init; }

    /// <summary>What must be done before.</summary>
    public ImmutableArray<ActivityId> Prerequisites { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The term of the first grade in which it opens; <see langword="null"/> for the first day of that school year.</summary>
    public TermId? Opens { get; init; }

    /// <summary>The term of the last grade by whose end it is due; <see langword="null"/> for the last day of that school year.</summary>
    public TermId? Closes { get; init; }

    /// <summary>The sectors it is about; empty when it is about any.</summary>
    public ImmutableArray<SectorId> Sectors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is learned.</summary>
    public ImmutableArray<CompetencyId> Competencies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who of school and industry does what for it.</summary>
    public ImmutableArray<ParticipantTask> Tasks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where it comes from: needs, laws, frameworks.</summary>
    public ImmutableArray<string> Sources { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
