namespace Pathways.Matching;

/// <content>Reserved seats and caps.</content>
public abstract partial record Reason
{
    /// <summary>The opportunity gives some seats to members of groups, and every kind of seat that the student may take went to others.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Kinds">Every kind of seat, in the order in which they are filled.</param>
    /// <param name="Own">Where the student stands by priority.</param>
    /// <param name="AreFilledTogether">
    /// Whether somebody who is in several of the groups counts for whichever of them needs it, so that a seat of one group that comes free may free one of another.
    /// </param>
    public sealed record KindsFilled(OpportunityId Opportunity, ImmutableArray<SeatKindFilled> Kinds, Standing Own, bool AreFilledTogether = false)
        : Reason("reason.kinds-filled")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"No seat at {Opportunity} that the student may take was left. {string.Join(" ", Kinds.Select(kind => kind.Sentence))}{(AreFilledTogether ? " Whoever is in several of the groups has the seat of the one that needs them." : "")} The student stands at {Own}.";
    }

    /// <summary>The opportunity has room, or not, but a cap around it is full with students who had to be put first.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Cap">Whose cap it is, in words, such as <c>partner hospital</c> or <c>cap north (region)</c>.</param>
    /// <param name="Seats">How many students it allows in all its opportunities together.</param>
    /// <param name="HigherPriority">How many other students under it have higher priority.</param>
    /// <param name="SamePriority">How many others have the same priority, between whom and the student the tie breaking chose.</param>
    /// <param name="Own">Where the student stands among all under the cap.</param>
    /// <param name="Cutoff">Where the last one under the cap stands.</param>
    /// <param name="Held">The opportunity under the same cap where the student has a seat, which counts, too; <see langword="null"/> when there is none.</param>
    /// <param name="AtHeld">Where the student stands there, among all under the cap.</param>
    public sealed record CapFilled(
        OpportunityId Opportunity, string Cap, int Seats, int HigherPriority, int SamePriority, Standing Own, Standing Cutoff,
        OpportunityId? Held = null, Standing? AtHeld = null)
        : Reason("reason.cap-filled")
    {
        /// <inheritdoc/>
        public override string Sentence => Seats == 0
            ? $"{Theorems.AtStart(Cap)}, to which {Opportunity} belongs, takes nobody."
            : $"{Theorems.AtStart(Cap)}, to which {Opportunity} belongs, takes {Seats} in all its opportunities together{Whose}. {Compared(Own, Cutoff)}";

        private string Whose => (Held, HigherPriority + SamePriority) switch
        {
            (null, _) => $"; all went {ToWhom(HigherPriority, SamePriority, Cutoff)}",
            ({ } held, 0) => $", which is the student's own seat at {held}, at {AtHeld?.Priority}",
            ({ } held, 1) => $": one is the student's own at {held}, at {AtHeld?.Priority}, and the other went {ToWhom(HigherPriority, SamePriority, Cutoff)}",
            ({ } held, _) => $": one is the student's own at {held}, at {AtHeld?.Priority}, and the others went {ToWhom(HigherPriority, SamePriority, Cutoff)}",
        };
    }
}

/// <summary>A kind of seats that are all given out, or that the student may not take.</summary>
/// <param name="Group">The group that has them; <see langword="null"/> for seats that are open to anyone.</param>
/// <param name="Seats">How many there are.</param>
/// <param name="Taken">How many are given out.</param>
/// <param name="MayTake">Whether the student may take one.</param>
/// <param name="Cutoff">
/// Where the last one stands with whom the student is compared: the last of all, or the last from outside the group when members go first and the student
/// is none; <see langword="null"/> when there is nobody such, and when the student may not take one.
/// </param>
/// <param name="Last">Where the last of all stands who got one; <see langword="null"/> when nobody did.</param>
/// <param name="MembersFirst">Whether members of the group go first and the student is none, so that the cutoff is that of the last one from outside the group.</param>
public readonly record struct SeatKindFilled(
    PriorityGroupId? Group, int Seats, int Taken, bool MayTake, Standing? Cutoff, Standing? Last, bool MembersFirst = false)
{
    /// <summary>Such as <c>2 seats for rural: 2 taken, the last at 45 points.</c></summary>
    public string Sentence
    {
        get
        {
            var kind = $"{(Seats == 1 ? "1 seat" : $"{Seats} seats")} {(Group is { } group ? $"for {group}" : "for anyone")}";
            var last = Last is { } all ? $", the last at {all}" : "";
            return !MayTake ? $"{kind}, which the student is not in: {Taken} taken{last}."
                : !MembersFirst || Taken == 0 ? $"{kind}: {Taken} taken{last}."
                : Cutoff is { } others ? $"{kind}, whose members go first: {Taken} taken{last}; the last from outside the group at {others}."
                : $"{kind}, whose members go first: {Taken} taken, all by members{last}.";
        }
    }
}
