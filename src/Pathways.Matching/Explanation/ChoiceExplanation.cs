namespace Pathways.Matching;

/// <summary>Why a student has one opportunity, or has not, and what would have changed it.</summary>
/// <param name="Student">Who.</param>
/// <param name="Opportunity">What.</param>
/// <param name="Rank">The place in the student's list, from 1; <see langword="null"/> when it is not listed.</param>
/// <param name="Reason">Why.</param>
/// <param name="WhatIfs">Changes that would have given the student this or better; empty where none was found or none is needed.</param>
public sealed record ChoiceExplanation(
    StudentId Student, OpportunityId Opportunity, int? Rank, Reason Reason, ImmutableArray<WhatIf> WhatIfs)
{
    /// <summary>
    /// Why there are no what-ifs, where others went before the student: every change that was tried and is not enough, or why none could be tried.
    /// Empty where there are some, and where none is needed.
    /// </summary>
    public ImmutableArray<NoWhatIf> WithoutWhatIfs { get; init; } = [];
}
