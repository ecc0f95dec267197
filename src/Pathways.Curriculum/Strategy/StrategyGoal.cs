namespace Pathways.Curriculum;

/// <summary>One statement of what pathways are for: a purpose, a goal that serves it, or an outcome by which a goal is seen to be reached.</summary>
public sealed record StrategyGoal
{
    /// <summary>Which statement.</summary>
    public required StrategyGoalId Id { get; init; }

    /// <summary>What sort of statement.</summary>
    public required GoalLevel Level { get; init; }

    /// <summary>The statement, in a sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>What it serves: the purpose of a goal, the goal of an outcome; <see langword="null"/> for a purpose.</summary>
    public StrategyGoalId? Serves { get; init; }

    /// <summary>How an outcome is measured; <see langword="null"/> while nobody said.</summary>
    public OutcomeMeasure? Measure { get; init; }

    /// <summary>Who answers for it.</summary>
    public ActorId? Owner { get; init; }
}

/// <summary>What sort of statement a goal is.</summary>
public enum GoalLevel
{
    /// <summary>Why there are pathways at all.</summary>
    Purpose,

    /// <summary>What is to be reached for it.</summary>
    Goal,

    /// <summary>What can be seen when it is reached.</summary>
    Outcome,
}

/// <summary>How an outcome is measured.</summary>
/// <remarks>A closed family. A share is of the students of a cohort for whom the question has come up.</remarks>
public abstract record OutcomeMeasure
{
    private protected OutcomeMeasure()
    {
    }

    /// <summary>What is meant to be reached: a share above 0 and up to 1, or a figure.</summary>
    public required decimal Target { get; init; }
}

/// <summary>The share of students who did an activity, or need not.</summary>
/// <param name="Activity">Which activity of the scope.</param>
public sealed record ActivityShare(ActivityId Activity) : OutcomeMeasure;

/// <summary>The share of students who are ready by a definition.</summary>
/// <param name="Definition">Which definition.</param>
public sealed record ReadinessShare(ReadinessDefinitionId Definition) : OutcomeMeasure;

/// <summary>A figure that comes from elsewhere, such as a rate that the state publishes; the latest one counts.</summary>
/// <param name="Name">What it is a figure of.</param>
public sealed record ReportedFigure(string Name) : OutcomeMeasure
{
    /// <summary>Whether lower is better: the target is the most it may be, as for a rate of students who leave.</summary>
    public bool IsAtMost { get; init; }

    /// <summary>The figures, in any order.</summary>
    public ImmutableArray<DatedFigure> Figures { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A figure of a day.</summary>
/// <param name="On">The day of which it is true.</param>
/// <param name="Value">The figure.</param>
/// <param name="Source">Where it was found.</param>
public sealed record DatedFigure(LocalDate On, decimal Value, string Source);
