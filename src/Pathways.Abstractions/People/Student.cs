namespace Pathways;

/// <summary>A learner, as far as finding and carrying out placements needs to know them.</summary>
/// <remarks>No demographics: who audits outcomes by group joins them afterwards. Personal data redacts itself when printed.</remarks>
public sealed record Student
{
    /// <summary>Which student.</summary>
    public required StudentId Id { get; init; }

    /// <summary>The school the student attends.</summary>
    public required SchoolId School { get; init; }

    /// <summary>The grade the student is in.</summary>
    public required GradeLevel Grade { get; init; }

    /// <summary>The day the student was born; decides about work rules.</summary>
    public required BirthDate BirthDate { get; init; }

    /// <summary>When the student is free for work; <see langword="null"/> when nothing is known, which rules nothing out.</summary>
    public WeeklyHours? Availability { get; init; }

    /// <summary>Where the student lives; <see langword="null"/> when nothing is known, which rules nothing out.</summary>
    public HomePlace? Home { get; init; }

    /// <summary>The farthest the student can travel, in kilometres; <see langword="null"/> for the program's own limit.</summary>
    public double? MaximumDistanceKm { get; init; }

    /// <summary>The sectors the student chose, first choice first.</summary>
    public ImmutableArray<SectorId> SectorChoices { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the student likes, if assessed. Informs the student; never ranks them.</summary>
    public InterestProfile? Interests { get; init; }

    /// <summary>How far the student is with preparing for work, 0 to 100; <see langword="null"/> when not judged.</summary>
    public int? Readiness { get; init; }

    /// <summary>What the student has done or holds, such as a resume or a safety training.</summary>
    public ImmutableArray<QualificationId> Qualifications { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The policy groups of the district that the student belongs to.</summary>
    public ImmutableArray<PriorityGroupId> PriorityGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
