using System.Globalization;
using Requirement = Pathways.Requirement<Pathways.Placements.EvaluationFormFacts>;

namespace Pathways.Placements;

/// <summary>What must hold before something happens to an evaluation form.</summary>
public static class EvaluationFormRequirements
{
    /// <summary>Its first day has come.</summary>
    public static Requirement OpeningReached { get; } = new(
        "evaluation.opening-reached", "The first day of the form must have come.", f => f.Today >= f.OpensOn,
        f => f.OpensOn is { } day ? Say($"The form opens on {day:uuuu-MM-dd}; today is {f.Today:uuuu-MM-dd}.") : "It is not known when the form opens.");

    /// <summary>Nothing is left out.</summary>
    public static Requirement EveryCriterionRated { get; } = new(
        "evaluation.every-criterion-rated", "Each criterion must be rated, or said not to apply.", f => f.EveryCriterionRated);

    /// <summary>It is filled in by whom it was meant for.</summary>
    public static Requirement ActorIsEvaluator { get; } = new(
        "evaluation.evaluator", "Only the person who is to evaluate may hand the form in.", f => f.ActorIsEvaluator);

    /// <summary>The time for changes is over.</summary>
    public static Requirement LockReached { get; } = new(
        "evaluation.lock-reached", "The day from which the form stays as it is must have come.", f => f.Today >= f.LocksOn,
        f => f.LocksOn is { } day ? Say($"The form stays as it is from {day:uuuu-MM-dd} on; today is {f.Today:uuuu-MM-dd}.") : "It is not known from when on the form stays as it is.");

    /// <summary>There is a newer one.</summary>
    public static Requirement NewVersionBegun { get; } = new(
        "evaluation.new-version", "The version that takes its place must have been begun.", f => f.NewVersionBegun);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("evaluation.reason", "A reason must be given.", f => f.ReasonGiven);

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
