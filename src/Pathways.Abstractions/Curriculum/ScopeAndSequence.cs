namespace Pathways;

/// <summary>What students do in which grade: the curriculum of a program, in one version.</summary>
public sealed record ScopeAndSequence
{
    /// <summary>Which scope and sequence.</summary>
    public required ScopeId Id { get; init; }

    /// <summary>Which version of it, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The first day on which it applies.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The first day of school years.</summary>
    public AnnualDate YearStarts { get; init; } = SchoolYear.DefaultStart;

    /// <summary>The terms of the school year, in their order.</summary>
    public ImmutableArray<Term> Terms { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The stage of each grade, lowest grade first.</summary>
    public ImmutableArray<GradeStage> Stages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The sectors that students choose from.</summary>
    public ImmutableArray<SectorId> Sectors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is learned in all.</summary>
    public ImmutableArray<Competency> Competencies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The activities, in the order in which they are shown.</summary>
    public ImmutableArray<Activity> Activities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where it comes from.</summary>
    public ImmutableArray<string> Sources { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Such as <c>marlborough@1</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}");
}

/// <summary>What a grade is about.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Stage">How near to work it is.</param>
public readonly record struct GradeStage(GradeLevel Grade, Stage Stage);

/// <summary>Something that is learned.</summary>
/// <param name="Id">Which competency.</param>
/// <param name="Statement">What it means to have it.</param>
/// <param name="IsDurable">Whether it is of use in any field of work, such as teamwork.</param>
public sealed record Competency(CompetencyId Id, string Statement, bool IsDurable = false);
