namespace Pathways.Matching;

/// <summary>A student has a seat.</summary>
/// <param name="Student">Who.</param>
/// <param name="Opportunity">Where.</param>
/// <param name="Rank">The place in the student's list, from 1; <see langword="null"/> when unknown or not listed.</param>
public readonly record struct Assignment(StudentId Student, OpportunityId Opportunity, int? Rank = null);
