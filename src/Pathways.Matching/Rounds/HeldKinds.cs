using Pathways.Matching.Kernel;

namespace Pathways.Matching.Rounds;

/// <summary>Which kinds of seats of one opportunity its kept students sit on.</summary>
/// <remarks>
/// <para>Reserves: as many of the kept as possible sit on seats reserved for a group of theirs; the others on open seats, and then on seats of soft
/// reserves in the order of the problem, as those do to whom such seats were passed on. Where all ways to do the first leave the same seats of each
/// group, what is left is again a problem of reserves: contracting a transversal matroid by a set whose every maximum matching uses the same
/// seats gives the transversal matroid of the other seats.</para>
/// <para>Slots: everybody sits where they may. What is left is certain only when there is one way to do it.</para>
/// </remarks>
/// <param name="Seated">How many of the kept have a seat that they may have.</param>
/// <param name="IsCertain">Whether no other way to seat them leaves other seats.</param>
/// <param name="Left">By kind of the opportunity, how many seats are left.</param>
internal sealed record HeldKinds(int Seated, bool IsCertain, int[] Left)
{
    /// <param name="plan">The kinds of seats.</param>
    /// <param name="program">Of which program.</param>
    /// <param name="areSlots">Whether they are slots; reserves otherwise.</param>
    /// <param name="members">By kept student, bit <c>i</c> for a member of the group of the <c>i</c>-th kind.</param>
    public static HeldKinds Of(SeatPlan plan, int program, bool areSlots, IReadOnlyList<ulong> members)
    {
        var first = plan.First[program];
        var kinds = plan.First[program + 1] - first;
        var left = plan.Seats.AsSpan(first, kinds).ToArray();
        var mayTake = members.ToArray();
        for (var kind = 0; kind < kinds; kind++)
        {
            var isForAll = areSlots && (plan.Access[first + kind] != SeatAccess.MembersOnly || plan.PassesOn[first + kind]);
            for (var person = 0; person < mayTake.Length; person++)
            {
                mayTake[person] = isForAll ? mayTake[person] | (1ul << kind) : mayTake[person];
            }
        }

        var kindOf = Seat(mayTake, left);
        var isCertain = !CanMove(mayTake, kindOf, left, (one, other) => !areSlots && plan.Group[first + one] == plan.Group[first + other]);
        var seated = kindOf.Count(kind => kind != Market.None);
        return areSlots ? new(seated, isCertain, left) : new(seated + Rest(plan, first, left, members.Count - seated), isCertain, left);
    }

    /// <summary>Those without a seat of their own group: open seats, then soft reserves in order. How many of them are seated.</summary>
    private static int Rest(SeatPlan plan, int first, int[] left, int waiting)
    {
        var seated = 0;
        for (var isPassedOn = 0; isPassedOn < 2; isPassedOn++)
        {
            for (var kind = 0; kind < left.Length; kind++)
            {
                var isOpen = plan.Access[first + kind] == SeatAccess.Anyone;
                if (isPassedOn == 0 ? isOpen : plan.PassesOn[first + kind])
                {
                    var taken = Math.Min(left[kind], waiting - seated);
                    (left[kind], seated) = (left[kind] - taken, seated + taken);
                }
            }
        }

        return seated;
    }

    /// <summary>Seats as many as can be, each on a kind they may take; the first who come are never put out again.</summary>
    private static int[] Seat(ulong[] mayTake, int[] left)
    {
        var kindOf = new int[mayTake.Length];
        Array.Fill(kindOf, Market.None);
        for (var person = 0; person < mayTake.Length; person++)
        {
            var tried = 0ul;
            Find(person, ref tried);
        }

        return kindOf;

        bool Find(int person, ref ulong tried)
        {
            for (var kind = 0; kind < left.Length; kind++)
            {
                if (((mayTake[person] & ~tried) >> kind & 1) == 0)
                {
                    continue;
                }

                tried |= 1ul << kind;
                if (left[kind] > 0)
                {
                    left[kind]--;
                    kindOf[person] = kind;
                    return true;
                }

                for (var other = 0; other < kindOf.Length; other++)
                {
                    if (kindOf[other] == kind && Find(other, ref tried))
                    {
                        kindOf[person] = kind;
                        return true;
                    }
                }
            }

            return false;
        }
    }

    // Two largest seatings that use other numbers of seats differ by somebody who can move to a kind with a free one.
    private static bool CanMove(ulong[] mayTake, int[] kindOf, int[] left, Func<int, int, bool> isSame)
    {
        for (var person = 0; person < mayTake.Length; person++)
        {
            for (var kind = 0; kind < left.Length && kindOf[person] != Market.None; kind++)
            {
                if (kind != kindOf[person] && left[kind] > 0 && (mayTake[person] >> kind & 1) == 1 && !isSame(kindOf[person], kind))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
