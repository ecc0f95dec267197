namespace Pathways.Curriculum;

/// <summary>What a district means to reach with its pathways, what it tells whom, and what it heard.</summary>
public sealed record StrategyRegister
{
    /// <summary>The purposes, goals and outcomes.</summary>
    public ImmutableArray<StrategyGoal> Goals { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The messages.</summary>
    public ImmutableArray<Message> Messages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What stakeholders need.</summary>
    public ImmutableArray<StakeholderNeed> Needs { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What there is a limited amount of.</summary>
    public ImmutableArray<CapacityHeld> Capacities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What advisory boards said.</summary>
    public ImmutableArray<BoardAdvice> Advice { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How people learned of pathways.</summary>
    public ImmutableArray<AwarenessSurvey> Surveys { get; init => field = value.IsDefault ? [] : value; } = [];
}
