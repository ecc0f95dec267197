using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>Somebody a program chooses from.</summary>
/// <param name="Merit">Higher is better; no two are equal.</param>
/// <param name="Groups">The groups they belong to, one bit each.</param>
internal readonly record struct Candidate(int Merit, int Groups)
{
    public bool IsIn(int group) => ((Groups >> group) & 1) != 0;
}

/// <summary>The papers' words about choices, one seat at a time and with every set tried. Answers are sets of positions, one bit each.</summary>
/// <remarks>Slow on purpose: nothing here is shared with the library.</remarks>
internal static class NaiveChoice
{
    public static int Choose(SeatRule rule, SmallKind[] kinds, Candidate[] all, int set) => rule switch
    {
        SeatRule.Merit => Best(all, set, kinds.Sum(kind => kind.Seats)),
        SeatRule.SoftReserves => SoftReserves(kinds, all, set),
        SeatRule.HardQuotas => HardQuotas(kinds, all, set),
        SeatRule.Slots => Slots(kinds, all, set),
        SeatRule.SoftOverlap => SoftOverlap(kinds, all, set),
        _ => HardOverlap(kinds, all, set),
    };

    // Hafalir, Yenmez and Yildirim: minority students up to the reserve, by priority; then all others up to the capacity, by priority.
    private static int SoftReserves(SmallKind[] kinds, Candidate[] all, int set)
    {
        var chosen = 0;
        foreach (var kind in kinds.Where(kind => kind.Access == SeatAccess.MembersOnly))
        {
            chosen |= Best(all, Members(all, set, kind.Group), kind.Seats);
        }

        return chosen | Best(all, set & ~chosen, kinds.Sum(kind => kind.Seats) - int.PopCount(chosen));
    }

    private static int HardQuotas(SmallKind[] kinds, Candidate[] all, int set)
    {
        var chosen = 0;
        foreach (var kind in kinds.Where(kind => kind.Access == SeatAccess.MembersOnly))
        {
            chosen |= Best(all, Members(all, set, kind.Group), kind.Seats);
        }

        return chosen | Best(all, set & ~chosen, kinds.Where(kind => kind.Access == SeatAccess.Anyone).Sum(kind => kind.Seats));
    }

    // Kominers and Sonmez: slot after slot takes the best for it of those who are left.
    private static int Slots(SmallKind[] kinds, Candidate[] all, int set)
    {
        var (chosen, unused) = (0, 0);
        foreach (var kind in kinds)
        {
            for (var seat = 0; seat < kind.Seats; seat++)
            {
                var members = kind.Access == SeatAccess.Anyone ? 0 : Best(all, Members(all, set & ~chosen, kind.Group), 1);
                var anyone = kind.Access == SeatAccess.MembersOnly ? 0 : Best(all, set & ~chosen, 1);
                unused += kind.PassesOn && members == 0 ? 1 : 0;
                chosen |= members != 0 ? members : anyone;
            }
        }

        return chosen | Best(all, set & ~chosen, unused);
    }

    // Sonmez and Yenmez: of all sets of members, one that fills the most reserved seats, the best of those person by person; then the best of the rest.
    private static int SoftOverlap(SmallKind[] kinds, Candidate[] all, int set)
    {
        var chosen = BestOf(all, set, subset => Fits(kinds, all, subset, withOpen: false));
        return chosen | Best(all, set & ~chosen, kinds.Sum(kind => kind.Seats) - int.PopCount(chosen));
    }

    // Of all sets that can be seated, the largest and of those the best, person by person.
    private static int HardOverlap(SmallKind[] kinds, Candidate[] all, int set) =>
        BestOf(all, set, subset => Fits(kinds, all, subset, withOpen: true));

    public static int Best(Candidate[] all, int set, int seats)
    {
        var chosen = 0;
        for (; seats > 0 && set != 0; seats--)
        {
            var best = int.TrailingZeroCount(set);
            for (var i = best + 1; i < all.Length; i++)
            {
                best = ((set >> i) & 1) != 0 && all[i].Merit > all[best].Merit ? i : best;
            }

            chosen |= 1 << best;
            set &= ~(1 << best);
        }

        return chosen;
    }

    /// <summary>Whether each of a set can have a seat, trying every seating.</summary>
    public static bool Fits(SmallKind[] kinds, Candidate[] all, int set, bool withOpen)
    {
        var free = kinds.Select(kind => kind.Seats).ToArray();
        return From(0);

        bool From(int i)
        {
            if (i == all.Length)
            {
                return true;
            }

            if (((set >> i) & 1) == 0)
            {
                return From(i + 1);
            }

            for (var k = 0; k < kinds.Length; k++)
            {
                var may = kinds[k].Access == SeatAccess.Anyone ? withOpen : all[i].IsIn(kinds[k].Group);
                if (may && free[k] > 0)
                {
                    free[k]--;
                    var fits = From(i + 1);
                    free[k]++;
                    if (fits)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    private static int Members(Candidate[] all, int set, int group)
    {
        var members = 0;
        for (var i = 0; i < all.Length; i++)
        {
            members |= all[i].IsIn(group) ? 1 << i : 0;
        }

        return members & set;
    }

    private static int BestOf(Candidate[] all, int set, Func<int, bool> may)
    {
        var best = 0;
        for (var subset = set; subset > 0; subset = (subset - 1) & set)
        {
            if (int.PopCount(subset) >= int.PopCount(best) && may(subset)
                && (int.PopCount(subset) > int.PopCount(best) || IsBetter(all, subset, best)))
            {
                best = subset;
            }
        }

        return best;
    }

    // Their merits, best first, compared like words.
    private static bool IsBetter(Candidate[] all, int one, int other)
    {
        var differs = one ^ other;
        var top = Best(all, differs, 1);
        return (one & top) != 0;
    }
}
