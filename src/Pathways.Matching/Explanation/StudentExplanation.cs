namespace Pathways.Matching;

/// <summary>A student's result, choice by choice.</summary>
/// <param name="Student">Who.</param>
/// <param name="Seat">What the student has; <see langword="null"/> for nothing.</param>
/// <param name="Choices">The whole list in the student's order.</param>
public sealed record StudentExplanation(StudentId Student, OpportunityId? Seat, ImmutableArray<ChoiceExplanation> Choices)
{
    /// <summary>
    /// For a student without a seat, opportunities that are not on the list and that they would have got at its end: at most five, of the first
    /// twenty of the problem that accept the student. Empty when none was found, or when it is not known how the matching was made.
    /// </summary>
    public ImmutableArray<WhatIf> WhatIfs { get; init; } = [];

    /// <summary>Why <see cref="WhatIfs"/> may not be all, where a search with a longer list was ended before it proved anything; else empty.</summary>
    public ImmutableArray<NoWhatIf> WithoutWhatIfs { get; init; } = [];

    /// <summary>The result in one sentence.</summary>
    public string Sentence => (Seat, Choices.FirstOrDefault(choice => choice.Opportunity == Seat)?.Rank, Choices.Length) switch
    {
        ({ } seat, { } rank, var length) => $"{Student} has a seat at {seat}: choice {rank} of {length}.",
        ({ } seat, null, _) => $"{Student} has a seat at {seat}, which is not in the list.",
        (null, _, 0) => $"{Student} has no seat: the list is empty.",
        (null, _, 1) => $"{Student} has no seat; the one choice was not open.",
        (null, _, var length) => $"{Student} has no seat; none of the {length} choices was open.",
    };
}
