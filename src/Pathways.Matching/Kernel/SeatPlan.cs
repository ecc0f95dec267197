namespace Pathways.Matching.Kernel;

/// <summary>Who may take which seats of the programs that do not give all of them by merit alone.</summary>
/// <remarks>
/// Program <c>p</c> fills the kinds of seats <c>First[p] .. First[p + 1]</c> one after the other; none means that all its seats go by merit.
/// The seats of its kinds add up to its capacity. No program has more than 63 kinds.
/// </remarks>
internal sealed class SeatPlan
{
    /// <summary>By program, where its kinds start.</summary>
    public required int[] First { get; init; }

    /// <summary>By kind, how many seats there are.</summary>
    public required int[] Seats { get; init; }

    /// <summary>By kind, who may take them.</summary>
    public required SeatAccess[] Access { get; init; }

    /// <summary>By kind, whether seats that no member takes go to anyone once all kinds are filled; only with <see cref="SeatAccess.MembersOnly"/>.</summary>
    public required bool[] PassesOn { get; init; }

    /// <summary>By kind, the index of the policy group; -1 for seats that are open to anyone.</summary>
    public required int[] Group { get; init; }

    /// <summary>
    /// By program, whether its kinds are filled together, so that as many reserved seats as possible go to members (overlapping groups);
    /// otherwise one kind after the other.
    /// </summary>
    public required bool[] FillsTogether { get; init; }

    /// <summary>By edge, bit <c>i</c> is set when the applicant belongs to the group of the <c>i</c>-th kind of the program.</summary>
    public required ulong[] Member { get; init; }

    /// <summary>Whether a program gives some of its seats by more than merit.</summary>
    public bool Rules(int program) => First[program] < First[program + 1];

    /// <summary>The same after an edge has moved to the front of the list that starts at <paramref name="first"/>.</summary>
    public SeatPlan WithFirst(int first, int edge) => With(Market.MovedFirst(Member, first, edge));

    /// <summary>The same with other memberships, by edge.</summary>
    public SeatPlan With(ulong[] member) => new()
    {
        First = First, Seats = Seats, Access = Access, PassesOn = PassesOn, Group = Group, FillsTogether = FillsTogether, Member = member,
    };

    /// <summary>The same with more seats of the last kind of a program that is open to anyone, or of its last kind when none is.</summary>
    public SeatPlan WithMoreSeats(int program, int more)
    {
        var changed = (int[])Seats.Clone();
        var open = Array.LastIndexOf(Access, SeatAccess.Anyone, First[program + 1] - 1, First[program + 1] - First[program]);
        changed[open < 0 ? First[program + 1] - 1 : open] += more;
        return new()
        {
            First = First, Seats = changed, Access = Access, PassesOn = PassesOn, Group = Group, FillsTogether = FillsTogether, Member = Member,
        };
    }
}

/// <summary>Who may take a kind of seats.</summary>
internal enum SeatAccess : byte
{
    /// <summary>Anyone, by merit.</summary>
    Anyone,

    /// <summary>Members of the group by merit, then anyone by merit.</summary>
    MembersFirst,

    /// <summary>Members of the group, by merit.</summary>
    MembersOnly,
}
