namespace Pathways.Placements;

/// <summary>Something that happens to an evaluation form.</summary>
/// <param name="Form">Which form.</param>
/// <param name="Trigger">What happens.</param>
public sealed record FormStep(EvaluationFormId Form, EvaluationFormTrigger Trigger)
{
    /// <summary>How each criterion was judged; for <see cref="EvaluationFormTrigger.Submit"/> alone.</summary>
    public ImmutableArray<Rating> Ratings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What else the evaluator says; for <see cref="EvaluationFormTrigger.Submit"/> alone.</summary>
    public Note? Comment { get; init; }

    /// <summary>The rubric of the form; needed for <see cref="EvaluationFormTrigger.Submit"/>.</summary>
    public Rubric? Rubric { get; init; }
}
