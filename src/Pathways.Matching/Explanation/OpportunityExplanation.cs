using Pathways.Matching.Explanation;

namespace Pathways.Matching;

/// <summary>What became of an opportunity: its seats, what it took to get one, why some are empty, and who would rather be there.</summary>
/// <param name="Opportunity">What.</param>
/// <param name="Seats">How many seats it has.</param>
/// <param name="Filled">How many are given out.</param>
/// <param name="Cutoff">Where the last one stands who got a seat: the lowest priority, and the worst number of it; <see langword="null"/> unless it is full and all its seats go by priority (not by kinds of seats, turns, rounds or trades).</param>
/// <param name="Kinds">Its kinds of seats in the order in which they are filled; empty where all go by merit.</param>
/// <param name="EmptySeats">Every reason why seats are empty; empty when none is.</param>
/// <param name="Waitlist">
/// Every acceptable student who would rather be there than where they are, by priority and then, when it is known how ties were broken, by
/// number. It says nothing on groups and caps: whether the first one may take a seat that comes free depends on which one it is.
/// </param>
public sealed record OpportunityExplanation(
    OpportunityId Opportunity, int Seats, int Filled, Standing? Cutoff, ImmutableArray<SeatKindTaken> Kinds,
    ImmutableArray<EmptySeats> EmptySeats, ImmutableArray<WaitlistEntry> Waitlist)
{
    /// <summary>The result in one or two sentences, which name nobody.</summary>
    public string Sentence
    {
        get
        {
            var seats = Seats == 0 ? $"{Opportunity} has no seats."
                : Filled > Seats ? $"{Opportunity} has {Filled} students for {Counted(Seats, "seat")}."
                : $"{Filled} of {Counted(Seats, "seat")} at {Opportunity} {(Filled == 1 ? "is" : "are")} taken{(Cutoff is { } last ? $", the last at {last}" : "")}.";
            return Waitlist.IsEmpty ? seats : $"{seats} {Counted(Waitlist.Length, "student")} would rather be there than where they are.";
        }
    }

    /// <summary>What became of every opportunity of a result, in the order of the problem.</summary>
    /// <remarks>Runs nothing again: numbers that break ties are those of the options of the result. One after the other is made, as they are asked for.</remarks>
    /// <param name="result">The result.</param>
    public static IEnumerable<OpportunityExplanation> Of(MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var views = OpportunityViews.Of(result);
        return Enumerable.Range(0, result.Problem.Problem.OpportunityCount).Select(views.Of);
    }

    private static string Counted(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
