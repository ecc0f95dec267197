namespace Pathways.Placements;

/// <summary>How far a student came in one skill between the beginning and the end of the work.</summary>
/// <param name="Criterion">Which skill.</param>
/// <param name="Baseline">The level at the beginning; <see langword="null"/> when nobody judged it, or it did not apply.</param>
/// <param name="Final">The level at the end; <see langword="null"/> when it did not apply.</param>
public sealed record SkillGain(CriterionId Criterion, int? Baseline, int? Final)
{
    /// <summary>Levels gained; below 0 for levels lost, <see langword="null"/> when one of the two is not known.</summary>
    public int? Levels => Final - Baseline;

    /// <summary>Compares the two forms, criterion by criterion of the rubric.</summary>
    /// <param name="baseline">The form of the beginning; <see langword="null"/> when there is none, which is warned of and no more.</param>
    /// <param name="final">The form of the end.</param>
    /// <param name="rubric">The rubric of the final form.</param>
    /// <exception cref="ArgumentException">The final form has another rubric, or nobody filled it in.</exception>
    public static SkillGains Of(EvaluationForm? baseline, EvaluationForm final, Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(final);
        ArgumentNullException.ThrowIfNull(rubric);
        if (final.Rubric != rubric.Id || !final.IsIn)
        {
            throw new ArgumentException($"Form {final.Id} was not handed in, or not by rubric {rubric.Id} but by {final.Rubric}.", nameof(final));
        }

        var counts = baseline is { IsIn: true } && baseline.Rubric == rubric.Id;
        Refusal? warning = baseline switch
        {
            _ when counts => null,
            { IsIn: true } => new("skill-gain.other-rubric", $"The baseline was judged by rubric {baseline.Rubric}, the end by {rubric.Id}, so no gain can be told."),
            _ => new("skill-gain.no-baseline", "There is no baseline, so no gain can be told."),
        };
        return new(
            [.. rubric.Criteria.Select(criterion => new SkillGain(criterion.Id, counts ? LevelOf(baseline!, criterion.Id) : null, LevelOf(final, criterion.Id)))],
            warning is { } told ? [told] : ImmutableArray<Refusal>.Empty);
    }

    private static int? LevelOf(EvaluationForm form, CriterionId criterion) => form.Ratings.FirstOrDefault(rating => rating.Criterion == criterion)?.Level;
}

/// <summary>How far a student came, skill by skill.</summary>
/// <param name="Criteria">One for each criterion of the rubric, in its order.</param>
/// <param name="Warnings">Why gains are missing, if they are.</param>
public sealed record SkillGains(ImmutableArray<SkillGain> Criteria, ImmutableArray<Refusal> Warnings);
