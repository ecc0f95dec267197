namespace Pathways.Matching;

/// <summary>A kind of seats, and who got them.</summary>
/// <param name="Group">The group that has them; <see langword="null"/> for seats that are open to anyone.</param>
/// <param name="Seats">How many there are.</param>
/// <param name="Taken">How many are given out.</param>
/// <param name="Cutoff">Where the last one stands who got one; <see langword="null"/> unless all are given out.</param>
public readonly record struct SeatKindTaken(PriorityGroupId? Group, int Seats, int Taken, Standing? Cutoff)
{
    /// <summary>Such as <c>2 seats for rural: 2 taken, the last at 45 points.</c></summary>
    public string Sentence =>
        $"{(Seats == 1 ? "1 seat" : $"{Seats} seats")} {(Group is { } group ? $"for {group}" : "for anyone")}: {Taken} taken{(Cutoff is { } cutoff ? $", the last at {cutoff}" : "")}.";
}
