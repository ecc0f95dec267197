using Pathways.Curriculum;

namespace Pathways.Cli.Input;

/// <summary>One student by the whole curriculum.</summary>
/// <param name="Progress">How far the student is.</param>
/// <param name="Notes">What should be known of the day.</param>
/// <param name="Aside">The pause or the withdrawal that holds on the day; null where there is none.</param>
/// <param name="Readiness">Whether the student is ready; null where the folder does not say what ready means.</param>
/// <param name="Plan">How the student's plan stands; null where no template was given.</param>
internal sealed record StudentView(StudentProgress Progress, ImmutableArray<string> Notes, PipelineChange? Aside, (ReadinessEvaluation Evaluation, ReadinessVerdict Verdict)? Readiness, PlanReport? Plan);
