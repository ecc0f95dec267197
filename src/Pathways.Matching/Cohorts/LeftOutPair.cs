namespace Pathways.Matching.Cohorts;

/// <summary>A student lists an opportunity that they may not take.</summary>
/// <param name="Student">Who.</param>
/// <param name="Opportunity">What.</param>
/// <param name="Rank">The place in the student's list, from 1.</param>
/// <param name="Refusals">Every rule that stands in the way.</param>
public sealed record LeftOutPair(StudentId Student, OpportunityId Opportunity, int Rank, ImmutableArray<Refusal> Refusals);
