using Pathways.Matching.Kernel;

namespace Pathways.Matching.Verification;

/// <summary>What programs with reserves, quotas or slots would do, from the definitions of their choices: whom they would take, and whether they can seat those they have.</summary>
/// <remarks>
/// <para>A program would take somebody when it chooses them from those it has and them <em>in whatever order the tied come</em>: a tie
/// is no reason to complain. Somebody who has a seat without being acceptable gives way to anybody who is. Where slots leave too many
/// orders to try them all, <see cref="Undecided"/> says so. Shares no code with the mechanisms.</para>
/// <para>Kind after kind, seats are filled in the order of kinds, and those that no member took by merit at the end: S. D. Kominers and T. Sonmez
/// (2016). With soft reserves that do not overlap this is the choice with minority reserves of I. E. Hafalir, M. B. Yenmez and M. A. Yildirim
/// (2013): the best members as far as seats are reserved, then the best of all. All kinds together: the best members who fill as many
/// reserved seats as can be filled, then the best of all the others (T. Sonmez and M. B. Yenmez 2022).</para>
/// </remarks>
internal sealed class ReserveStability
{
    private readonly Market _market;
    private readonly int[] _programOf;
    private readonly List<Lot>[] _held;
    private readonly int[] _taken;
    private readonly int _mostTries;
    private readonly int[] _tries;

    // The lowest class that a program would take somebody of some groups from, and the highest from which it is sure not to; a better class
    // is never turned down where a worse one is taken.
    private readonly Dictionary<(int Program, ulong Groups), (int Lowest, int SurelyNot)> _bounds = [];
    private readonly SortedDictionary<int, (int Pairs, bool Seats)> _undecided = [];
    private SortedSet<ulong>?[]? _asking;

    /// <param name="market">The market, ties and all.</param>
    /// <param name="programOf">By applicant, its program or <see cref="Market.None"/>.</param>
    /// <param name="mostTries">
    /// How many ways to fill its kinds of seats are tried for all questions whom one program would take; and as many for the question whether it can seat
    /// those it has, so that the one answer does not depend on whether the other was asked for.
    /// </param>
    public ReserveStability(Market market, int[] programOf, int mostTries = SlotOrders.MostTries)
    {
        (_market, _programOf, _mostTries) = (market, programOf, mostTries);
        var counts = new Dictionary<(int Class, ulong Groups), int>[market.Programs];
        _taken = new int[market.Programs];
        _tries = new int[market.Programs];
        for (var a = 0; a < market.Applicants; a++)
        {
            var program = programOf[a];
            if (program != Market.None && market.EdgeTo(a, program) is not Market.None and var edge)
            {
                var lots = counts[program] ??= [];
                var lot = (market.Class[edge], GroupsOf(edge));
                lots[lot] = lots.GetValueOrDefault(lot) + 1;
                _taken[program]++;
            }
        }

        _held = [.. counts.Select(lots => lots is null ? [] : lots.Select(lot => new Lot(lot.Key.Class, lot.Key.Groups, lot.Value)).ToList())];
    }

    /// <summary>
    /// The programs about which the tries did not settle everything that was asked so far: for how many pairs not, whether it would take the applicant,
    /// and whether not, if it can seat all whom it has.
    /// </summary>
    public IEnumerable<(int Program, int Pairs, bool Seats)> Undecided => _undecided.Select(entry => (entry.Key, entry.Value.Pairs, entry.Value.Seats));

    /// <summary>Whether a program would take an applicant whom it does not have, in whatever order the tied come; no where that is undecided.</summary>
    /// <param name="applicant">Who would rather be there.</param>
    /// <param name="edge">The edge of the applicant to the program.</param>
    public bool Takes(int applicant, int edge)
    {
        var program = _market.Program[edge];
        if (_programOf[applicant] == program)
        {
            return false;
        }

        var groups = GroupsOf(edge);
        if (!_bounds.TryGetValue((program, groups), out var bounds))
        {
            // All at once and in one order: who is asked about first must not matter, though all share the tries.
            foreach (var asking in Asking(program) ?? [groups])
            {
                _bounds[(program, asking)] = Bounds(program, asking);
            }

            bounds = _bounds[(program, groups)];
        }

        if (_market.Class[edge] < bounds.Lowest && _market.Class[edge] > bounds.SurelyNot)
        {
            var (pairs, seats) = _undecided.GetValueOrDefault(program);
            _undecided[program] = (pairs + 1, seats);
        }

        return _market.Class[edge] >= bounds.Lowest;
    }

    /// <summary>The programs that cannot give a seat to all whom they have, though they have seats enough: those only for members of a group are no seats for others.</summary>
    /// <param name="cancellationToken">Gives up between programs.</param>
    /// <returns>Each with the number of its (acceptable) applicants, and for how many of them its rule has a seat, in the order of the tied that is best for them.</returns>
    public IEnumerable<(int Program, int Taken, int Seated)> Unseated(CancellationToken cancellationToken = default)
    {
        for (var program = 0; program < _market.Programs; program++)
        {
            if (_market.Plan is { } plan && plan.Rules(program) && _held[program].Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (seated, isSettled) = plan.FillsTogether[program]
                    ? (SeatedTogether(plan, program), true)
                    : new SlotOrders(plan, program, _mostTries).MostSeated(_held[program]);
                if (seated < Math.Min(_taken[program], _market.Capacity[program]))
                {
                    yield return (program, _taken[program], (int)seated);
                }
                else if (!isSettled)
                {
                    _undecided[program] = (_undecided.GetValueOrDefault(program).Pairs, true);
                }
            }
        }
    }

    // Only groups with seats of their own are told apart.
    private ulong GroupsOf(int edge)
    {
        var program = _market.Program[edge];
        if (_market.Plan is not { } plan || !plan.Rules(program))
        {
            return 0;
        }

        var groups = 0ul;
        for (var kind = plan.First[program]; kind < plan.First[program + 1]; kind++)
        {
            if (plan.Access[kind] != SeatAccess.Anyone && plan.Seats[kind] > 0)
            {
                groups |= plan.Member[edge] & (1ul << (kind - plan.First[program]));
            }
        }

        return groups;
    }

    // What is taken changes only just above the class of somebody held.
    private (int Lowest, int SurelyNot) Bounds(int program, ulong groups)
    {
        int[] classes = [0, .. _held[program].Select(lot => lot.Class + 1).Distinct().Order()];
        var (from, to, surelyNot) = (0, classes.Length, 0);
        while (from < to)
        {
            var middle = (from + to) / 2;
            switch (IsTaken(program, classes[middle], groups))
            {
                case true:
                    to = middle;
                    break;
                case false:
                    from = surelyNot = middle + 1;
                    break;
                default:
                    from = middle + 1;
                    break;
            }
        }

        return (Start(from), surelyNot == from ? int.MaxValue : Start(surelyNot) - 1);

        int Start(int at) => at == classes.Length ? int.MaxValue : classes[at];
    }

    private bool? IsTaken(int program, int priorityClass, ulong groups)
    {
        if (_market.Plan is not { } plan || !plan.Rules(program))
        {
            return _held[program].Where(lot => lot.Class >= priorityClass).Sum(lot => (long)lot.Count) < _market.Capacity[program];
        }

        return plan.FillsTogether[program]
            ? IsTakenTogether(plan, program, new(priorityClass, groups, 1))
            : !CanLeaveOut(plan, program, priorityClass, groups);
    }

    private bool? CanLeaveOut(SeatPlan plan, int program, int priorityClass, ulong groups)
    {
        var orders = new SlotOrders(plan, program, _mostTries - _tries[program]);
        var answer = orders.CanLeaveOut(_held[program], priorityClass, groups);
        _tries[program] += orders.Tries;
        return answer;
    }

    // The groups of those who might ask a program that is searched; null for the others.
    private SortedSet<ulong>? Asking(int program)
    {
        if (_market.Plan is not { } plan || !plan.Rules(program) || plan.FillsTogether[program])
        {
            return null;
        }

        if (_asking is null)
        {
            _asking = new SortedSet<ulong>?[_market.Programs];
            for (var a = 0; a < _market.Applicants; a++)
            {
                for (var edge = _market.First[a]; edge < _market.First[a + 1]; edge++)
                {
                    var listed = _market.Program[edge];
                    if (listed != _programOf[a] && plan.Rules(listed) && !plan.FillsTogether[listed])
                    {
                        (_asking[listed] ??= []).Add(GroupsOf(edge));
                    }
                }
            }
        }

        return _asking[program];
    }

    // The tied come before the one who asks. Which of them come first matters neither to how many reserved seats they fill nor to how many others there are.
    private bool IsTakenTogether(SeatPlan plan, int program, Lot asks)
    {
        var better = _held[program].Where(lot => lot.Class >= asks.Class).ToList();
        var filled = Filled(plan, program, better);
        var others = better.Sum(lot => (long)lot.Count) - filled;
        return Filled(plan, program, [.. better, asks]) > filled || others < OpenSeats(plan, program, [.. _held[program], asks]);
    }

    private long SeatedTogether(SeatPlan plan, int program)
    {
        var filled = Filled(plan, program, _held[program]);
        return filled + Math.Min(_taken[program] - filled, OpenSeats(plan, program, _held[program]));
    }

    /// <summary>How many reserved seats can be filled with members.</summary>
    private static long Filled(SeatPlan plan, int program, List<Lot> lots)
    {
        var seats = new long[plan.First[program + 1] - plan.First[program]];
        for (var i = 0; i < seats.Length; i++)
        {
            seats[i] = plan.Seats[plan.First[program] + i];
        }

        return Seating.Most(seats, lots);
    }

    /// <summary>How many seats are left for those who do not fill reserved ones.</summary>
    private static long OpenSeats(SeatPlan plan, int program, List<Lot> all)
    {
        var (open, soft) = (0L, 0L);
        for (var kind = plan.First[program]; kind < plan.First[program + 1]; kind++)
        {
            open += plan.Access[kind] == SeatAccess.Anyone ? plan.Seats[kind] : 0;
            soft += plan.PassesOn[kind] ? plan.Seats[kind] : 0;
        }

        return soft == 0 ? open : open + soft - Filled(plan, program, all);
    }
}
