namespace Pathways.Placements;

/// <summary>What is known about an evaluation form when something is to happen to it.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record EvaluationFormFacts
{
    /// <summary>The day of the decision.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The first day on which it can be filled in; <see langword="null"/> when nobody said.</summary>
    public LocalDate? OpensOn { get; init; }

    /// <summary>The day by which it is to be filled in; <see langword="null"/> when nobody said.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>The day from which on it stays as it is; <see langword="null"/> when nobody said.</summary>
    public LocalDate? LocksOn { get; init; }

    /// <summary>Whether each criterion of its rubric is rated, or said not to apply.</summary>
    public bool EveryCriterionRated { get; init; }

    /// <summary>Whether whoever fires the trigger is the one who is to fill it in.</summary>
    public bool ActorIsEvaluator { get; init; }

    /// <summary>Whether a newer version was begun.</summary>
    public bool NewVersionBegun { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }
}
