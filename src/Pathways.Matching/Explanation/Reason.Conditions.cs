namespace Pathways.Matching;

/// <content>Reserved seats and caps.</content>
public abstract partial record Reason
{
    /// <summary>The opportunity gives some seats to members of groups, and every kind of seat that the student may take went to others.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Kinds">Every kind of seat, in the order in which they are filled.</param>
    /// <param name="Own">Where the student stands by priority.</param>
    public sealed record KindsFilled(OpportunityId Opportunity, ImmutableArray<SeatKindFilled> Kinds, Standing Own)
        : Reason("reason.kinds-filled")
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"No seat at {Opportunity} that the student may take was left. {string.Join(" ", Kinds.Select(kind => kind.Sentence))} The student stands at {Own}.";
    }

    /// <summary>The opportunity has room, or not, but a cap around it is full with students who had to be put first.</summary>
    /// <param name="Opportunity">What.</param>
    /// <param name="Cap">Whose cap it is, in words, such as <c>partner hospital</c> or <c>cap north (region)</c>.</param>
    /// <param name="Seats">How many students it allows in all its opportunities together.</param>
    /// <param name="HigherPriority">How many of them have higher priority.</param>
    /// <param name="SamePriority">How many have the same priority, between whom and the student the tie breaking chose.</param>
    /// <param name="Own">Where the student stands among all under the cap.</param>
    /// <param name="Cutoff">Where the last one under the cap stands.</param>
    public sealed record CapFilled(
        OpportunityId Opportunity, string Cap, int Seats, int HigherPriority, int SamePriority, Standing Own, Standing Cutoff)
        : Reason("reason.cap-filled")
    {
        /// <inheritdoc/>
        public override string Sentence => Seats == 0
            ? $"{Theorems.AtStart(Cap)}, to which {Opportunity} belongs, takes nobody."
            : $"{Theorems.AtStart(Cap)}, to which {Opportunity} belongs, takes {Seats} in all its opportunities together; all went {ToWhom(HigherPriority, SamePriority, Cutoff)}. {Compared(Own, Cutoff)}";
    }
}

/// <summary>A kind of seats that are all given out, or that the student may not take.</summary>
/// <param name="Group">The group that has them; <see langword="null"/> for seats that are open to anyone.</param>
/// <param name="Seats">How many there are.</param>
/// <param name="Taken">How many are given out.</param>
/// <param name="MayTake">Whether the student may take one.</param>
/// <param name="Cutoff">Where the last one stands who got one; <see langword="null"/> when nobody did.</param>
public readonly record struct SeatKindFilled(PriorityGroupId? Group, int Seats, int Taken, bool MayTake, Standing? Cutoff)
{
    /// <summary>Such as <c>2 seats for rural: 2 taken, the last at 45 points.</c></summary>
    public string Sentence
    {
        get
        {
            var kind = $"{(Seats == 1 ? "1 seat" : $"{Seats} seats")} {(Group is { } group ? $"for {group}" : "for anyone")}";
            var last = Cutoff is { } cutoff ? $", the last at {cutoff}" : "";
            return MayTake ? $"{kind}: {Taken} taken{last}." : $"{kind}, which the student is not in: {Taken} taken.";
        }
    }
}
