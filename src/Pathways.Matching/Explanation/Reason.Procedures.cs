namespace Pathways.Matching;

/// <content>Mechanisms where more than priority decides.</content>
public abstract partial record Reason
{
    /// <summary>Students chose one after the other, and those who took the seats came earlier.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Seats">How many seats it has.</param>
    /// <param name="OwnTurn">When the student chose, from 1.</param>
    /// <param name="LastTurn">When the last seat was taken.</param>
    /// <param name="Cap">Whose cap was full by then, in words; <see langword="null"/> when it was the opportunity's own seats that were gone.</param>
    public sealed record TurnCameLate(OpportunityId Opportunity, int Seats, int OwnTurn, int LastTurn, string? Cap = null)
        : Reason("reason.turn-came-late")
    {
        /// <inheritdoc/>
        public override string Sentence => Cap is null
            ? $"{Went(Opportunity, Seats)} before the student's turn: the last at turn {LastTurn}, the student's was turn {OwnTurn}."
            : $"{Theorems.AtStart(Cap)}, to which {Opportunity} belongs, was full before the student's turn: the last came at turn {LastTurn}, the student's was turn {OwnTurn}.";
    }

    /// <summary>First choices were served before second ones, and so on, and the seats went in an earlier round than the one in which the student asked.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Seats">How many seats it has.</param>
    /// <param name="OwnRound">The round in which the student asked: the place among the choices that were possible, from 1.</param>
    /// <param name="LastRound">The round in which the last seat went.</param>
    public sealed record FilledEarlier(OpportunityId Opportunity, int Seats, int OwnRound, int LastRound) : Reason("reason.filled-earlier")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"{Went(Opportunity, Seats)} by round {LastRound}, to students who asked for it in an earlier round; the student asked in round {OwnRound}.";
    }

    /// <summary>The last seats went in the round in which the student asked, to others who asked in that round and had to be put first.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Seats">How many seats it has.</param>
    /// <param name="Round">The round.</param>
    /// <param name="SeatsLeft">How many seats were left for it.</param>
    /// <param name="HigherPriority">How many of these went to students of higher priority.</param>
    /// <param name="SamePriority">How many went to students of the same priority, between whom and the student the tie breaking chose.</param>
    /// <param name="Own">Where the student stands.</param>
    /// <param name="Cutoff">Where the last one who got a seat in that round stands.</param>
    public sealed record FilledInRound(
        OpportunityId Opportunity, int Seats, int Round, int SeatsLeft, int HigherPriority, int SamePriority, Standing Own, Standing Cutoff)
        : Reason("reason.filled-in-round")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"In round {Round}, when the student asked, {Left}, and went {ToWhom(HigherPriority, SamePriority, Cutoff)}. {Compared(Own, Cutoff)}";

        private string Left => (SeatsLeft, Seats) switch
        {
            (1, 1) => $"the one seat at {Opportunity} was left",
            (1, _) => $"one seat of {Seats} at {Opportunity} was left",
            var (left, seats) when left == seats => $"{(seats == 2 ? "both" : $"all {seats}")} seats at {Opportunity} were left",
            _ => $"{SeatsLeft} seats of {Seats} at {Opportunity} were left",
        };
    }

    /// <summary>Seats were traded, and those here were gone before the student had one to trade for them.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Seats">How many seats it has.</param>
    /// <param name="OwnStep">The step of trades in which the student got a seat, or ran out of choices, from 1.</param>
    /// <param name="LastStep">The step in which the last seat here was traded away.</param>
    /// <param name="Own">Where the student stands here by priority.</param>
    public sealed record TradedAway(OpportunityId Opportunity, int Seats, int OwnStep, int LastStep, Standing Own) : Reason("reason.traded-away")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"{Went(Opportunity, Seats)} to students who had the highest priority there, or got them in exchange for a seat elsewhere, by step {LastStep}. The student stands at {Own}, and had nothing to trade until step {OwnStep}.";
    }
}
