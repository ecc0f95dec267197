using System.Numerics;
using Pathways.Matching.Kernel;

namespace Pathways.Matching.Verification;

/// <summary>Applicants whom a program cannot tell apart: of one priority class, and in the same groups as far as they still matter.</summary>
/// <param name="Class">Higher is better.</param>
/// <param name="Groups">Bit <c>i</c> for the group of the <c>i</c>-th kind of seats.</param>
/// <param name="Count">How many they are.</param>
internal readonly record struct Lot(int Class, ulong Groups, int Count);

/// <summary>What a program that fills kind after kind does, over all orders in which tied applicants could come.</summary>
/// <remarks>
/// Who of a tied class is taken by one kind decides who is left for the next, so all ways to fill the last places of a kind from a tied
/// class are tried, by lots and not by persons. Any such ways for the kinds come from one order: those of earlier kinds first. Where groups do not
/// overlap there is one way only; else the search grows with the number of groups that overlap, and remembers where it has been. Two bounds end
/// most searches early. One that is still not done after <see cref="MostTries"/> ways answers nothing: that takes hundreds of tied applicants in
/// three or more groups that overlap.
/// </remarks>
internal sealed class SlotOrders
{
    /// <summary>How many ways to fill kinds of seats one search tries, unless another number is said.</summary>
    public const int MostTries = 10_000;

    private readonly int _mostTries;
    private readonly SeatPlan _plan;
    private readonly int _first;
    private readonly int _kinds;
    private readonly ulong[] _ahead; // by kind, the groups that matter after it
    private readonly HashSet<string> _deadEnds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _seated = new(StringComparer.Ordinal);
    private int _tries;

    /// <param name="plan">The kinds of seats.</param>
    /// <param name="program">Whose.</param>
    /// <param name="mostTries">How many ways to fill kinds one search tries.</param>
    public SlotOrders(SeatPlan plan, int program, int mostTries = MostTries)
    {
        _mostTries = mostTries;
        (_plan, _first, _kinds) = (plan, plan.First[program], plan.First[program + 1] - plan.First[program]);
        _ahead = new ulong[_kinds];
        for (var i = _kinds - 2; i >= 0; i--)
        {
            var next = plan.Access[_first + i + 1] != SeatAccess.Anyone && plan.Seats[_first + i + 1] > 0;
            _ahead[i] = _ahead[i + 1] | (next ? 1ul << (i + 1) : 0);
        }
    }

    /// <summary>How many ways the last search tried.</summary>
    public int Tries => Math.Min(_tries, _mostTries);

    /// <summary>Whether some order of the tied leaves out one more applicant, who comes last in their class; null when the tries did not settle it.</summary>
    public bool? CanLeaveOut(IReadOnlyList<Lot> held, int priorityClass, ulong groups)
    {
        _deadEnds.Clear();
        _tries = 0;
        var found = CouldFill(held, priorityClass, groups) && CanLeaveOut(0, held, 0, priorityClass, groups);
        return _tries > _mostTries ? null : found;
    }

    /// <summary>How many of those held have seats, in the order of the tied that is best for them; when the tries did not settle it, how many have at most.</summary>
    public (long Seated, bool IsSettled) MostSeated(IReadOnlyList<Lot> held)
    {
        _seated.Clear();
        _tries = 0;
        var seated = MostSeated(0, held, 0);
        return (seated, _tries <= _mostTries);
    }

    private bool CanLeaveOut(int kind, IReadOnlyList<Lot> left, long passedOn, int priorityClass, ulong groups)
    {
        if (kind == _kinds)
        {
            return left.Where(lot => lot.Class >= priorityClass).Sum(lot => (long)lot.Count) >= passedOn;
        }

        var asks = new Lot(priorityClass, groups, 1);
        if (Level(kind, asks) is { } own
            && left.Where(lot => Level(kind, lot) is { } level && level.CompareTo(own) >= 0).Sum(lot => (long)lot.Count) < _plan.Seats[_first + kind])
        {
            return false;
        }

        var state = State(kind, left, passedOn);
        if (_deadEnds.Contains(state))
        {
            return false;
        }

        foreach (var (rest, taken) in Fillings(kind, left))
        {
            // Out of tries, the answer does not matter any more.
            if (++_tries > _mostTries || CanLeaveOut(kind + 1, rest, passedOn + Unused(kind, taken), priorityClass, groups))
            {
                return true;
            }
        }

        _deadEnds.Add(state);
        return false;
    }

    private long MostSeated(int kind, IReadOnlyList<Lot> left, long passedOn)
    {
        var waiting = left.Sum(lot => (long)lot.Count);
        if (kind == _kinds || waiting == 0)
        {
            return Math.Min(waiting, passedOn);
        }

        var state = State(kind, left, passedOn);
        if (_seated.TryGetValue(state, out var known))
        {
            return known;
        }

        var most = 0L;
        var bound = CouldSeat(kind, left, passedOn);
        foreach (var (rest, taken) in Fillings(kind, left))
        {
            most = ++_tries > _mostTries ? bound : Math.Max(most, taken + MostSeated(kind + 1, rest, passedOn + Unused(kind, taken)));
            if (most == bound)
            {
                break;
            }
        }

        return _seated[state] = most;
    }

    // A bound, so that most searches need not start: to be left out, all seats that one could have must go to others who are at least as good
    // there, and all that are passed on to members or to others who are at least as good.
    private bool CouldFill(IReadOnlyList<Lot> held, int priorityClass, ulong groups)
    {
        var asks = new Lot(priorityClass, groups, 1);
        var seats = new long[_kinds];
        for (var kind = 0; kind < _kinds; kind++)
        {
            seats[kind] = Level(kind, asks) is not null || _plan.PassesOn[_first + kind] ? _plan.Seats[_first + kind] : 0;
        }

        return Seating.Most(seats, [.. held.Select(lot => lot with { Groups = Kinds(kind => IsRival(kind, lot, asks)) })]) == seats.Sum();
    }

    private bool IsRival(int kind, Lot lot, Lot asks) => Level(kind, asks) is { } own
        ? Level(kind, lot) is { } level && level.CompareTo(own) >= 0
        : Level(kind, lot) is not null || lot.Class >= asks.Class;

    // Another bound, so that the first good way is the last: how many can sit in any way, members or not where seats are passed on.
    private long CouldSeat(int kind, IReadOnlyList<Lot> left, long passedOn)
    {
        var seats = new long[_kinds + 1];
        seats[_kinds] = passedOn;
        for (var k = kind; k < _kinds; k++)
        {
            seats[k] = _plan.Seats[_first + k];
        }

        return Seating.Most(seats, [.. left.Select(lot => lot with { Groups = (1ul << _kinds) | Kinds(k => Level(k, lot) is not null || _plan.PassesOn[_first + k]) })]);
    }

    private ulong Kinds(Func<int, bool> which)
    {
        var kinds = 0ul;
        for (var kind = 0; kind < _kinds; kind++)
        {
            kinds |= which(kind) ? 1ul << kind : 0;
        }

        return kinds;
    }

    /// <summary>How a kind of seats sees somebody: better is higher; null when they may not take it.</summary>
    private (bool IsMemberFirst, int Class)? Level(int kind, Lot lot)
    {
        var isMember = ((lot.Groups >> kind) & 1) != 0;
        return _plan.Access[_first + kind] switch
        {
            SeatAccess.MembersOnly => isMember ? (true, lot.Class) : null,
            SeatAccess.MembersFirst => (isMember, lot.Class),
            _ => (false, lot.Class),
        };
    }

    private long Unused(int kind, int taken) => _plan.PassesOn[_first + kind] ? _plan.Seats[_first + kind] - taken : 0;

    /// <summary>Every way to fill a kind: who is left, and how many seats are taken.</summary>
    private IEnumerable<(IReadOnlyList<Lot> Left, int Taken)> Fillings(int kind, IReadOnlyList<Lot> lots)
    {
        var left = lots.Where(lot => Level(kind, lot) is null).ToList();
        var free = _plan.Seats[_first + kind];
        var levels = lots.Where(lot => Level(kind, lot) is not null).GroupBy(lot => Level(kind, lot)!.Value).OrderByDescending(level => level.Key).ToList();
        var at = 0;
        for (; at < levels.Count && levels[at].Sum(lot => lot.Count) <= free; at++)
        {
            free -= levels[at].Sum(lot => lot.Count);
        }

        foreach (var level in levels.Skip(at + 1))
        {
            left.AddRange(level);
        }

        var taken = _plan.Seats[_first + kind] - free;
        if (at == levels.Count)
        {
            yield return (Merged(kind, left), taken);
            yield break;
        }

        // Those who can go nowhere else are tried first.
        var last = Merged(kind, levels[at]).OrderBy(lot => BitOperations.PopCount(lot.Groups)).ToList();
        foreach (var rest in Leaving(last, 0, free, last.Sum(lot => lot.Count) - free))
        {
            yield return (Merged(kind, left.Concat(rest)), taken + free);
        }
    }

    /// <summary>Who is left of lots from <paramref name="at"/> on when so many of them are taken and so many, all others, are left; in every way.</summary>
    private static IEnumerable<IEnumerable<Lot>> Leaving(List<Lot> lots, int at, int take, int leave)
    {
        if (at == lots.Count)
        {
            yield return [];
            yield break;
        }

        for (var most = Math.Min(take, lots[at].Count); most >= 0 && lots[at].Count - most <= leave; most--)
        {
            var stay = lots[at].Count - most;
            foreach (var rest in Leaving(lots, at + 1, take - most, leave - stay))
            {
                yield return rest.Prepend(lots[at] with { Count = stay });
            }
        }
    }

    private List<Lot> Merged(int kind, IEnumerable<Lot> lots) =>
    [
        .. from lot in lots
           group lot.Count by (lot.Class, Groups: lot.Groups & _ahead[kind]) into same
           where same.Sum() > 0
           orderby same.Key
           select new Lot(same.Key.Class, same.Key.Groups, same.Sum()),
    ];

    private static string State(int kind, IReadOnlyList<Lot> left, long passedOn) => FormattableString.Invariant(
        $"{kind};{passedOn};{string.Join(';', left.Select(lot => FormattableString.Invariant($"{lot.Class},{lot.Groups},{lot.Count}")))}");
}
