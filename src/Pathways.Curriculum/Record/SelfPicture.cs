namespace Pathways.Curriculum;

/// <summary>What a student found out about themselves up to a day: interests, strengths, aims. It informs the student and ranks nobody.</summary>
/// <remarks>Assessments are repeated; the latest counts and the earlier ones stay. Of several on one day the last by identifier counts.</remarks>
public sealed record SelfPicture
{
    private SelfPicture()
    {
    }

    /// <summary>Every self-assessment of interests, oldest first.</summary>
    public ImmutableArray<InterestResult> InterestHistory { get; private init; } = [];

    /// <summary>Every self-assessment of strengths, oldest first.</summary>
    public ImmutableArray<StrengthResult> StrengthHistory { get; private init; } = [];

    /// <summary>Every declaration of what comes after high school, oldest first.</summary>
    public ImmutableArray<IntentDeclared> IntentHistory { get; private init; } = [];

    /// <summary>The goals, oldest first.</summary>
    public ImmutableArray<GoalSet> Goals { get; private init; } = [];

    /// <summary>The latest interests.</summary>
    public InterestResult? Interests => InterestHistory.LastOrDefault();

    /// <summary>The latest strengths.</summary>
    public StrengthResult? Strengths => StrengthHistory.LastOrDefault();

    /// <summary>What the student means to do after high school.</summary>
    public IntentDeclared? Intent => IntentHistory.LastOrDefault();

    /// <summary>The picture on a day.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="on">The last day that counts.</param>
    public static SelfPicture Of(StudentRecord record, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(record);
        var interests = ImmutableArray.CreateBuilder<InterestResult>();
        var strengths = ImmutableArray.CreateBuilder<StrengthResult>();
        var intents = ImmutableArray.CreateBuilder<IntentDeclared>();
        var goals = ImmutableArray.CreateBuilder<GoalSet>();
        foreach (var entry in record.Standing.TakeWhile(entry => entry.On <= on))
        {
            switch (entry)
            {
                case InterestResult result:
                    interests.Add(result);
                    break;
                case StrengthResult result:
                    strengths.Add(result);
                    break;
                case IntentDeclared intent:
                    intents.Add(intent);
                    break;
                case GoalSet goal:
                    goals.Add(goal);
                    break;
            }
        }

        return new()
        {
            InterestHistory = interests.ToImmutable(),
            StrengthHistory = strengths.ToImmutable(),
            IntentHistory = intents.ToImmutable(),
            Goals = goals.ToImmutable(),
        };
    }

    /// <summary>How much there is; nothing of what it says.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{InterestHistory.Length} interest results, {StrengthHistory.Length} strength results, {IntentHistory.Length} intents, {Goals.Length} goals");
}
