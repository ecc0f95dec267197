namespace Pathways.Matching;

/// <summary>What a mechanism promises, given how ties are broken.</summary>
/// <remarks>Each one that a mechanism has is asserted by tests, and each one that it lacks has a counterexample there.</remarks>
public enum MechanismProperty
{
    /// <summary>Nobody gets what they do not list, and no opportunity whom it does not accept.</summary>
    IndividuallyRational,

    /// <summary>No seat stays free that a student, whom it may take, would rather have.</summary>
    NonWasteful,

    /// <summary>No student and opportunity would both rather have each other; with ties, both would have to gain strictly.</summary>
    Stable,

    /// <summary>No stable matching gives any student a better seat.</summary>
    StudentOptimal,

    /// <summary>No stable matching gives any opportunity better students.</summary>
    OpportunityOptimal,

    /// <summary>No student ever gains by misstating the own list.</summary>
    StrategyProofForStudents,

    /// <summary>No other matching is better for some students and worse for none.</summary>
    ParetoEfficientForStudents,

    /// <summary>Higher priority somewhere never gives a student a worse seat.</summary>
    RespectsImprovements,

    /// <summary>A student and an opportunity who put each other highest get each other.</summary>
    MutuallyBest,

    /// <summary>No student can change what others get without changing what they get themselves.</summary>
    NonBossy,

    /// <summary>When a student leaves, nobody else is worse off.</summary>
    PopulationMonotonic,

    /// <summary>When an opportunity has one more seat, no student is worse off.</summary>
    ResourceMonotonic,
}

/// <summary>The names of properties in commands and files.</summary>
public static class MechanismPropertyNames
{
    private static readonly ImmutableArray<(string Name, string Sentence)> Words =
    [
        ("individually-rational", "Nobody gets what they do not list, and no opportunity whom it does not accept."),
        ("non-wasteful", "No seat stays free that a student, whom it may take, would rather have."),
        ("stable", "No student and opportunity would both rather have each other."),
        ("student-optimal", "No stable matching gives any student a better seat."),
        ("opportunity-optimal", "No stable matching gives any opportunity better students."),
        ("strategy-proof", "No student ever gains by misstating the own list."),
        ("pareto-efficient", "No other matching is better for some students and worse for none."),
        ("respects-improvements", "Higher priority somewhere never gives a student a worse seat."),
        ("mutually-best", "A student and an opportunity who put each other highest get each other."),
        ("non-bossy", "No student can change what others get without changing what they get themselves."),
        ("population-monotonic", "When a student leaves, nobody else is worse off."),
        ("resource-monotonic", "When an opportunity has one more seat, no student is worse off."),
    ];

    /// <summary>Every property.</summary>
    public static ImmutableArray<MechanismProperty> All { get; } = [.. Enum.GetValues<MechanismProperty>()];

    /// <summary>The name in commands and files, such as <c>strategy-proof</c>.</summary>
    /// <param name="property">The property.</param>
    public static string Name(this MechanismProperty property) => Words[(int)property].Name;

    /// <summary>What it means, in one sentence.</summary>
    /// <param name="property">The property.</param>
    public static string Sentence(this MechanismProperty property) => Words[(int)property].Sentence;
}
