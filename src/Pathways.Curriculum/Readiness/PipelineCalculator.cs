namespace Pathways.Curriculum;

/// <summary>Says where a student stands on the way to a placement, by what is known. Pure.</summary>
public static class PipelineCalculator
{
    /// <summary>Adds what record and readiness say to what is known of applications and placements.</summary>
    /// <param name="record">The student's record.</param>
    /// <param name="evaluation">The evaluation of the day.</param>
    /// <param name="known">Applications, offers, placements, graduation.</param>
    /// <exception cref="ArgumentException">The evaluation is of another student.</exception>
    public static PipelineFacts Gather(StudentRecord record, ReadinessEvaluation evaluation, PipelineFacts known)
    {
        ArgumentNullException.ThrowIfNull(known);
        ReadinessGrants.ThrowUnlessOf(evaluation, record);
        var standing = ReadinessGrants.StandingOf(record, evaluation.Definition, evaluation.On);
        var entries = ReadinessCalculator.Until(record, evaluation.On);
        PipelineStep? step = null;
        foreach (var entry in entries)
        {
            step = entry is PipelineChange change ? change.Step : step;
        }

        return known with
        {
            HasBegun = !entries.IsEmpty,
            IsReady = ReadinessGrants.IsReady(evaluation, standing),
            ReadinessLapsed = ReadinessGrants.IsLapsed(evaluation, standing),
            LastStep = step,
        };
    }

    /// <summary>Where a student stands.</summary>
    /// <remarks>
    /// The farthest that is true counts: a running placement before an offer, an offer before an application. A pause or a withdrawal that
    /// was not taken back counts before all of them, and what is not known counts as not there.
    /// </remarks>
    /// <param name="facts">All that is known, as <see cref="Gather"/> gives it.</param>
    public static PipelineState StateOf(PipelineFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts switch
        {
            { HasGraduated: true, CompletedPlacements: > 0 } => PipelineState.Alumni,
            { LastStep: PipelineStep.Withdrawn } => PipelineState.Withdrawn,
            { LastStep: PipelineStep.Paused } => PipelineState.Paused,
            { RunningPlacements: > 0 } => PipelineState.Placed,
            { OpenOffers: > 0 } => PipelineState.Offered,
            { LiveApplications: > 0, IsReady: true } => PipelineState.Applying,
            { CompletedPlacements: > 0 } => PipelineState.Completed,
            { IsReady: true } => PipelineState.Ready,
            { ReadinessLapsed: true } => PipelineState.ReadinessExpired,
            { HasBegun: true } => PipelineState.Preparing,
            _ => PipelineState.Prospect,
        };
    }
}
