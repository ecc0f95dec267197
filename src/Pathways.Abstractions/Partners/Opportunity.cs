namespace Pathways;

/// <summary>An offer of experience by a partner: seats, days, times, a place and conditions.</summary>
public sealed record Opportunity
{
    /// <summary>Which opportunity.</summary>
    public required OpportunityId Id { get; init; }

    /// <summary>Who offers it.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of work-based learning it is.</summary>
    public required OpportunityKind Kind { get; init; }

    /// <summary>The sector it belongs to.</summary>
    public required SectorId Sector { get; init; }

    /// <summary>The occupation a student gets to know; <see langword="null"/> when not said.</summary>
    public OnetSocCode? Occupation { get; init; }

    /// <summary>How many students it can take: 0 or more.</summary>
    public required int Seats { get; init; }

    /// <summary>How many it needs to run at all: 0 to <see cref="Seats"/>.</summary>
    public int Minimum { get; init; }

    /// <summary>The first and the last day of work.</summary>
    public required DateInterval Dates { get; init; }

    /// <summary>The hours of work in each week; <see langword="null"/> when they are agreed with each student.</summary>
    public WeeklyHours? Schedule { get; init; }

    /// <summary>Where the work is; <see langword="null"/> when remote or unknown, which rules nobody out.</summary>
    public Worksite? Worksite { get; init; }

    /// <summary>Whether the work is done from anywhere.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Whether the student is paid.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Hazardous work that is part of it.</summary>
    public ImmutableArray<HazardId> Hazards { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it runs under a written student-learner agreement, which permits some hazardous work from 16.</summary>
    public bool IsStudentLearner { get; init; }

    /// <summary>The lowest grade that may take it; <see langword="null"/> for any.</summary>
    public GradeLevel? MinimumGrade { get; init; }

    /// <summary>The lowest age on the first day, in years; <see langword="null"/> for any.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>What a student must have done or hold.</summary>
    public ImmutableArray<QualificationId> Requirements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
