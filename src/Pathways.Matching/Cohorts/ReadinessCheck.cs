namespace Pathways.Matching.Cohorts;

/// <summary>Who says whether students are ready, and on which day they must be.</summary>
/// <remarks>
/// The day is that on which the matching is made, not the first day of work: a seat goes to students who have shown what it takes, and what
/// expires before the work begins is looked at again when they are cleared to start.
/// </remarks>
/// <param name="Gate">Says whether a student is ready.</param>
/// <param name="On">The day of the matching.</param>
public sealed record ReadinessCheck(IReadinessGate Gate, LocalDate On);
