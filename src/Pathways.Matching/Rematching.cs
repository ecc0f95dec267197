namespace Pathways.Matching;

/// <summary>What a matching kept in place, and how it filled the rest.</summary>
/// <param name="Kept">Who kept which seat, in the order of the students in the problem.</param>
/// <param name="Declined">What students can never get again, by student in the order of the problem and then by opportunity.</param>
/// <param name="Remaining">The matching of the problem that was left: without the kept students, what they hold, and what was declined.</param>
public sealed record Rematching(ImmutableArray<Assignment> Kept, ImmutableArray<Assignment> Declined, MatchResult Remaining);
