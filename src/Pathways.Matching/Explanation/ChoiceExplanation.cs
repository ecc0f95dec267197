namespace Pathways.Matching;

/// <summary>Why a student has one opportunity, or has not, and what would have changed it.</summary>
/// <param name="Student">Who.</param>
/// <param name="Opportunity">What.</param>
/// <param name="Rank">The place in the student's list, from 1; <see langword="null"/> when it is not listed.</param>
/// <param name="Reason">Why.</param>
/// <param name="WhatIfs">Changes that would have given the student this or better; empty where none was found or none is needed.</param>
public sealed record ChoiceExplanation(
    StudentId Student, OpportunityId Opportunity, int? Rank, Reason Reason, ImmutableArray<WhatIf> WhatIfs);
