namespace Pathways.Matching;

/// <summary>A student's result, choice by choice.</summary>
/// <param name="Student">Who.</param>
/// <param name="Seat">What the student has; <see langword="null"/> for nothing.</param>
/// <param name="Choices">The whole list in the student's order.</param>
public sealed record StudentExplanation(StudentId Student, OpportunityId? Seat, ImmutableArray<ChoiceExplanation> Choices)
{
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
