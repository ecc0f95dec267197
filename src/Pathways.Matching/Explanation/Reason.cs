using System.Globalization;

namespace Pathways.Matching;

/// <summary>Why a student has an opportunity, or has not. Never says anything about another student but numbers.</summary>
public abstract partial record Reason
{
    private protected Reason(string code) => Code = code;

    /// <summary>Public and stable.</summary>
    public string Code { get; }

    /// <summary>The reason in words that a student and a school secretary understand.</summary>
    public abstract string Sentence { get; }

    /// <summary>Whether others went before the student, so that some change might have opened it.</summary>
    internal bool IsForOthers => this is NoSeats or SeatsFilled or KindsFilled or CapFilled or TurnCameLate or FilledEarlier or FilledInRound or TradedAway;

    /// <summary>The student has a seat there.</summary>
    /// <param name="Opportunity">Where.</param>
    /// <param name="Rank">The place in the student's list, from 1; <see langword="null"/> when it is not in the list.</param>
    public sealed record HasSeat(OpportunityId Opportunity, int? Rank) : Reason("reason.has-seat")
    {
        /// <inheritdoc/>
        public override string Sentence => Rank is { } rank
            ? $"The student has a seat at {Opportunity}, number {rank} of the list."
            : $"The student has a seat at {Opportunity}, which is not in the list.";
    }

    /// <summary>The student does not list it.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Refusals">What would stand in the way even so.</param>
    public sealed record NotListed(OpportunityId Opportunity, ImmutableArray<Refusal> Refusals) : Reason("reason.not-listed")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"The student does not list {Opportunity}.{(Refusals.IsEmpty ? "" : $" It would not be open either: {Said(Refusals)}")}";
    }

    /// <summary>The opportunity may not, or does not want to, take the student.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Refusals">Every rule that says so.</param>
    public sealed record NotAcceptable(OpportunityId Opportunity, ImmutableArray<Refusal> Refusals) : Reason("reason.not-acceptable")
    {
        /// <inheritdoc/>
        public override string Sentence => $"The student cannot take {Opportunity}: {Said(Refusals)}";
    }

    /// <summary>The opportunity has no seats at all.</summary>
    /// <param name="Opportunity">What.</param>
    public sealed record NoSeats(OpportunityId Opportunity) : Reason("reason.no-seats")
    {
        /// <inheritdoc/>
        public override string Sentence => $"{Opportunity} has no seats.";
    }

    /// <summary>The student holds something the own list puts higher.</summary>
    /// <param name="Opportunity">What the question was about.</param>
    /// <param name="Held">What the student has.</param>
    /// <param name="HeldRank">Its place in the list, from 1.</param>
    public sealed record HoldsBetter(OpportunityId Opportunity, OpportunityId Held, int HeldRank) : Reason("reason.holds-better")
    {
        /// <inheritdoc/>
        public override string Sentence => $"The student has {Held}, number {HeldRank} of the list, and would rather have it than {Opportunity}.";
    }

    /// <summary>The student holds something the own list puts at the same place.</summary>
    /// <param name="Opportunity">What the question was about.</param>
    /// <param name="Held">What the student has.</param>
    /// <param name="Rank">The place of both in the list, from 1.</param>
    public sealed record HoldsEqual(OpportunityId Opportunity, OpportunityId Held, int Rank) : Reason("reason.holds-equal")
    {
        /// <inheritdoc/>
        public override string Sentence => $"The student has {Held}, which the list puts at the same place ({Rank}) as {Opportunity}.";
    }

    /// <summary>All seats went to students whom the opportunity had to put first.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Seats">How many seats it has.</param>
    /// <param name="HigherPriority">How many of them went to students of higher priority.</param>
    /// <param name="SamePriority">How many went to students of the same priority, between whom and the student the tie breaking chose.</param>
    /// <param name="Own">Where the student stands.</param>
    /// <param name="Cutoff">Where the last one who got a seat stands.</param>
    public sealed record SeatsFilled(
        OpportunityId Opportunity, int Seats, int HigherPriority, int SamePriority, Standing Own, Standing Cutoff)
        : Reason("reason.seats-filled")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"{Went(Opportunity, Seats)} {ToWhom(HigherPriority, SamePriority, Cutoff)}. {Compared(Own, Cutoff)}";
    }

    /// <summary>Both would rather have each other: the matching is not stable here.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="FreeSeats">How many of its seats are free.</param>
    public sealed record Blocks(OpportunityId Opportunity, int FreeSeats) : Reason("reason.blocks")
    {
        /// <inheritdoc/>
        public override string Sentence => FreeSeats > 0
            ? $"Nothing stands in the way: {Opportunity} has free seats ({FreeSeats.ToString(CultureInfo.InvariantCulture)}), and the student would rather be there. This matching is not stable."
            : $"Nothing stands in the way: {Opportunity} took a student of lower priority, and the student would rather be there. This matching is not stable.";
    }

    private static string Went(OpportunityId opportunity, int seats) => seats switch
    {
        1 => $"The one seat at {opportunity} went",
        2 => $"Both seats at {opportunity} went",
        _ => $"All {seats} seats at {opportunity} went",
    };

    // Where no number is known, none is said to have decided.
    private static string ToWhom(int higherPriority, int samePriority, Standing last)
    {
        var by = last.Lottery is null ? "" : ", by the tie breaking";
        var students = higherPriority + samePriority == 1 ? "a student" : "students";
        return (higherPriority, samePriority) switch
        {
            (_, 0) => $"to {students} of higher priority",
            (0, _) => $"to {students} of the same priority{by}",
            var (higher, same) => $"to students of higher priority ({higher}) or of the same priority{by} ({same})",
        };
    }

    private static string Compared(Standing own, Standing last) => own.Place == last.Place
        ? $"The last seat went at {last}; the student stands at {own}."
        : $"The last seat went at {last.Priority}; the student stands at {own.Priority}.";

    private static string Said(ImmutableArray<Refusal> refusals) => string.Join(" ", refusals.Select(refusal => refusal.Sentence));
}
