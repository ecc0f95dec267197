namespace Pathways.Matching;

/// <summary>A student and an opportunity that would both strictly rather have each other.</summary>
/// <param name="Student">Would rather be there than where they are.</param>
/// <param name="Opportunity">Has a free seat, or has somebody of lower priority.</param>
public readonly record struct BlockingPair(StudentId Student, OpportunityId Opportunity);
