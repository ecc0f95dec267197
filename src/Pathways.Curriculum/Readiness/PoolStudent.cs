namespace Pathways.Curriculum;

/// <summary>A student as the ready pool sees them.</summary>
public sealed record PoolStudent
{
    /// <summary>Who.</summary>
    public required StudentId Student { get; init; }

    /// <summary>Where they stand.</summary>
    public required PipelineState State { get; init; }

    /// <summary>The sector they chose; <see langword="null"/> when they chose none.</summary>
    public SectorId? Sector { get; init; }

    /// <summary>Whether they are ready, wherever they stand.</summary>
    public bool IsReady { get; init; }

    /// <summary>The criteria of readiness that are not met, in the order of the definition.</summary>
    public ImmutableArray<string> Unmet { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>A student by their record: the latest sector they chose, and where they stand.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="evaluation">The evaluation of the day.</param>
    /// <param name="known">Applications, offers, placements, graduation.</param>
    /// <exception cref="ArgumentException">The evaluation is of another student.</exception>
    public static PoolStudent Of(StudentRecord record, ReadinessEvaluation evaluation, PipelineFacts known)
    {
        var facts = PipelineCalculator.Gather(record, evaluation, known);
        SectorId? sector = null;
        foreach (var entry in ReadinessCalculator.Until(record, evaluation.On))
        {
            sector = entry is SectorChoice choice ? choice.Sector : sector;
        }

        return new()
        {
            Student = record.Student,
            State = PipelineCalculator.StateOf(facts),
            Sector = sector,
            IsReady = facts.IsReady,
            Unmet = [.. evaluation.Unmet.Select(criterion => criterion.Id)],
        };
    }

    /// <summary>The identifier and the state alone.</summary>
    public override string ToString() => $"{Student}: {State}";
}
