namespace Pathways.Matching.Cohorts;

/// <summary>How a program decides who may take what, and who goes first where a partner does not say.</summary>
/// <remarks>There is no place for interests or demographics: a policy cannot use them.</remarks>
public sealed record MatchPolicy
{
    /// <summary>The policy of a program that has not written its own.</summary>
    public static MatchPolicy Default { get; } = new();

    /// <summary>Who may take what.</summary>
    public EligibilityPolicy Eligibility { get; init; } = new();

    /// <summary>Who goes first where a partner does not say.</summary>
    public PriorityPolicy Priority { get; init; } = new();
}

/// <summary>Who may take what, beyond what students and opportunities say themselves.</summary>
public sealed record EligibilityPolicy
{
    /// <summary>The farthest a student is sent, in kilometres, unless the student says otherwise; <see langword="null"/> for no limit.</summary>
    public double? MaximumDistanceKm { get; init; }

    /// <summary>Whether a student who chose sectors may take opportunities of these alone.</summary>
    public bool RequireChosenSector { get; init; } = true;

    /// <summary>Whether only students who are ready on the day of the matching may take anything; needs an <see cref="IReadinessGate"/>.</summary>
    public bool RequireReadiness { get; init; }

    /// <summary>Whether students may take only what the rules for minors at work permit them; needs an <see cref="IWorkRules"/>. What only warns keeps nobody out.</summary>
    public bool RequireWorkRules { get; init; }
}

/// <summary>Points that rank students for an opportunity whose partner gives no order of its own; more points go first.</summary>
public sealed record PriorityPolicy
{
    /// <summary>Points for each point of readiness (0 to 100), counted in whole steps.</summary>
    public int ReadinessPoints { get; init; } = 1;

    /// <summary>Readiness is rounded down to a multiple of this, so that small differences tie and the lottery decides; 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is less than 1 or more than 100.</exception>
    public int ReadinessStep
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    } = 10;

    /// <summary>Points when the opportunity is of the student's first, second ... chosen sector; nothing past the end.</summary>
    public ImmutableArray<int> SectorChoicePoints { get; init; } = [20, 10];

    /// <summary>Points for belonging to a policy group of the district; none by default.</summary>
    public ImmutableSortedDictionary<PriorityGroupId, int> GroupPoints { get; init; } =
        ImmutableSortedDictionary<PriorityGroupId, int>.Empty;

    /// <summary>The points of a student for an opportunity.</summary>
    /// <param name="student">The student.</param>
    /// <param name="opportunity">The opportunity.</param>
    public long PointsOf(Student student, Opportunity opportunity)
    {
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(opportunity);
        var readiness = (student.Readiness ?? 0) / ReadinessStep * ReadinessStep;
        var choice = student.SectorChoices.IndexOf(opportunity.Sector);
        return ((long)ReadinessPoints * readiness)
            + (choice >= 0 && choice < SectorChoicePoints.Length ? SectorChoicePoints[choice] : 0)
            + student.PriorityGroups.Distinct().Sum(group => (long)GroupPoints.GetValueOrDefault(group));
    }
}
