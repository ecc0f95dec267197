namespace Pathways.Matching.Kernel;

/// <summary>Chains of moves that keep a matching weakly stable and give one more applicant a seat, or another one.</summary>
/// <remarks>
/// <para>A chain <em>down</em> starts with an applicant without a seat. It takes the seat of an equal of the worst class of a program on its list.
/// Who is put out goes on down its own list, from the place it was in: it takes a free seat, must take the seat of somebody of a
/// lower class, and may take that of an equal. Programs only get better, so whoever was refused before is refused still.</para>
/// <para>A chain <em>up</em> starts with an applicant who moves to a free seat in the same place of its list. The seat left goes to
/// somebody who wants it, of a class no worse than all who want it more than what they have; that seat is left in turn.
/// Applicants only get better, so fewer have reason to object.</para>
/// <para>Both searches look at each program once, so that one of them costs O(E); a search that fails marks what is not worth a
/// second look until something else than a chain of its own kind moves.</para>
/// </remarks>
internal sealed class TieChains
{
    private readonly StableSeats _seats;
    private readonly Market _market;

    // Down: by applicant who is put out, who puts it out and along which edge. Up: by program, who leaves it and along which edge.
    private readonly int[] _by;
    private readonly int[] _along;
    private readonly int[] _queue;

    // Programs looked at since the number last changed.
    private readonly uint[] _seen;
    private uint _now = 1;

    // Who is out of the market for a while, and wants nothing.
    private int _absent = Market.None;

    public TieChains(StableSeats seats)
    {
        (_seats, _market) = (seats, seats.Market);
        var most = Math.Max(_market.Applicants, _market.Programs);
        _by = new int[most];
        _along = new int[most];
        _queue = new int[most + 1];
        _seen = new uint[_market.Programs];
    }

    /// <summary>How many edges have been looked at.</summary>
    public long Work { get; private set; }

    /// <summary>Forgets what was not worth a second look.</summary>
    public void Forget() => _now++;

    /// <summary>Counts work done elsewhere.</summary>
    public void Count(int edges) => Work += edges;

    /// <summary>Whether no matching at all places more, stable or not: then nothing is left to look for.</summary>
    public bool NothingLarger()
    {
        Forget();
        var (head, tail) = (0, 0);
        for (var a = 0; a < _market.Applicants; a++)
        {
            if (_seats.EdgeOf[a] == Market.None)
            {
                _queue[tail++] = a;
            }
        }

        while (head < tail)
        {
            var mover = _queue[head++];
            Work += _market.First[mover + 1] - _market.First[mover];
            for (var edge = _market.First[mover]; edge < _market.First[mover + 1]; edge++)
            {
                var p = _market.Program[edge];
                if (_seats.IsOpen(p))
                {
                    return false;
                }

                if (_seen[p] != _now)
                {
                    _seen[p] = _now;
                    foreach (var other in _seats.In(p))
                    {
                        _queue[tail++] = other;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Looks for a chain down that ends in a free seat, and takes it.</summary>
    /// <param name="applicant">Has no seat.</param>
    public bool Down(int applicant)
    {
        var (head, tail) = (0, 0);
        _by[applicant] = Market.None;
        for (_queue[tail++] = applicant; head < tail;)
        {
            var mover = _queue[head++];
            var held = _seats.EdgeOf[mover];
            var place = held == Market.None ? _market.First[mover] : PlaceStart(held);
            for (var forced = false; place < _market.First[mover + 1] && !forced;)
            {
                for (var end = PlaceEnd(mover, place); place < end; place++)
                {
                    var p = _market.Program[place];
                    if (place == held)
                    {
                        continue;
                    }

                    if (_seats.IsOpen(p))
                    {
                        Work += place - _market.First[mover];
                        TakeDown(mover, place);
                        return true;
                    }

                    var (own, worst) = (_market.Class[place], _seats.Worst[p]);
                    forced |= own > worst;
                    if (own < worst || _seen[p] == _now)
                    {
                        continue;
                    }

                    _seen[p] = _now;
                    foreach (var other in _seats.In(p))
                    {
                        if (_market.Class[_seats.EdgeOf[other]] == worst)
                        {
                            (_by[other], _along[other]) = (mover, place);
                            _queue[tail++] = other;
                        }
                    }
                }
            }

            Work += place - _market.First[mover];
        }

        return false;
    }

    /// <summary>Looks for a chain up that ends with somebody who has no seat, and takes it.</summary>
    public bool Up()
    {
        Forget();
        var (head, tail) = (0, 0);
        for (var a = 0; a < _market.Applicants; a++)
        {
            var held = _seats.EdgeOf[a];
            if (held == Market.None || _seen[_market.Program[held]] == _now)
            {
                continue;
            }

            var edge = OpenInPlace(a, held);
            if (edge != Market.None && !_seats.IsOpen(_market.Program[held]))
            {
                tail = Leaves(a, edge, tail);
            }
        }

        Work += _market.Applicants;
        var reverse = _market.Reverse;
        while (head < tail)
        {
            var p = _queue[head++];
            var objecting = Objecting(p);
            Work += 2 * (reverse.First[p + 1] - reverse.First[p]);
            for (var i = reverse.First[p]; i < reverse.First[p + 1]; i++)
            {
                var (edge, other) = (reverse.Edge[i], reverse.Applicant[i]);
                if (_market.Class[edge] < objecting || !Wants(other, edge))
                {
                    continue;
                }

                if (_seats.EdgeOf[other] is var held && held == Market.None)
                {
                    TakeUp(other, edge);
                    return true;
                }

                if (_seen[_market.Program[held]] != _now && !_seats.IsOpen(_market.Program[held]))
                {
                    tail = Leaves(other, edge, tail);
                }
            }
        }

        return false;
    }

    /// <summary>A chain down by lot: it gives an applicant a seat if any equal has one, and somebody else may lose theirs.</summary>
    /// <param name="applicant">Has no seat.</param>
    /// <param name="draws">For the choices.</param>
    /// <param name="most">After so many moves, only those that must be.</param>
    /// <returns>Who has no seat now, or <see cref="Market.None"/> when everybody found one.</returns>
    public int WanderDown(int applicant, ref Draws draws, int most)
    {
        var mover = applicant;
        var left = Market.None;
        for (var moves = 0; mover != Market.None; moves++)
        {
            var edge = Choice(mover, left, ref draws, moves < most);
            if (edge == Market.None)
            {
                return mover;
            }

            var p = _market.Program[edge];
            var other = _seats.IsOpen(p) ? Market.None : OneOfWorst(p, ref draws);
            left = Market.None;
            if (other != Market.None)
            {
                left = _seats.EdgeOf[other];
                _seats.Take(other);
            }

            _seats.Put(mover, edge);
            _seats.Look(p);
            mover = other;
        }

        return Market.None;
    }

    /// <summary>A chain up by lot: an applicant moves to a free seat that is as good, and others move up behind.</summary>
    /// <param name="applicant">Has a seat.</param>
    /// <param name="draws">For the choices.</param>
    /// <param name="most">After so many moves, only those that must be.</param>
    public void WanderUp(int applicant, ref Draws draws, int most)
    {
        if (OpenInPlace(applicant, _seats.EdgeOf[applicant]) is var edge && edge != Market.None)
        {
            Rise(applicant, edge, ref draws, most);
        }
    }

    /// <summary>An applicant takes the seat of an equal in a program that it likes as much or more, others move up behind, and the one put out goes down by lot.</summary>
    /// <param name="applicant">Has a seat.</param>
    /// <param name="draws">For the choices.</param>
    /// <param name="most">After so many moves, only those that must be.</param>
    /// <remarks>Like a market that somebody leaves and comes back to. One applicant less may have a seat afterwards.</remarks>
    public void Overtake(int applicant, ref Draws draws, int most)
    {
        var (wish, found, held) = (Market.None, 0, _seats.EdgeOf[applicant]);
        for (var (edge, end) = (_market.First[applicant], PlaceEnd(applicant, held)); edge < end; edge++)
        {
            var worst = _seats.Worst[_market.Program[edge]];
            if (edge != held && worst != StableSeats.Open && _market.Class[edge] >= worst && draws.Below(++found) == 0)
            {
                wish = edge;
            }
        }

        if (wish == Market.None)
        {
            return;
        }

        _absent = OneOfWorst(_market.Program[wish], ref draws);
        _seats.Take(_absent);
        Rise(applicant, wish, ref draws, most);
        var back = _absent;
        _absent = Market.None;
        WanderDown(back, ref draws, most);
    }

    /// <summary>An applicant moves up to a free seat, and others into the seats left behind until nobody objects to one that stays free.</summary>
    private void Rise(int mover, int edge, ref Draws draws, int most)
    {
        for (var moves = 1; mover != Market.None; moves++)
        {
            var held = _seats.EdgeOf[mover];
            if (held != Market.None)
            {
                _seats.Take(mover);
            }

            _seats.Put(mover, edge);
            _seats.Look(_market.Program[edge]);
            if (held == Market.None)
            {
                return;
            }

            var left = _market.Program[held];
            _seats.Look(left);
            (mover, edge) = Follower(left, mover, ref draws, moves < most);
        }
    }

    private (int Applicant, int Edge) Follower(int program, int leaver, ref Draws draws, bool mayGainNothing)
    {
        var reverse = _market.Reverse;
        var objecting = Objecting(program);
        var (one, along, found) = (Market.None, Market.None, 0);
        Work += 2 * (reverse.First[program + 1] - reverse.First[program]);
        if (objecting < 0 && (!mayGainNothing || draws.Below(2) == 0))
        {
            return (one, along);
        }

        for (var i = reverse.First[program]; i < reverse.First[program + 1]; i++)
        {
            var (edge, other) = (reverse.Edge[i], reverse.Applicant[i]);
            if (_market.Class[edge] < objecting || other == leaver || other == _absent || !Wants(other, edge))
            {
                continue;
            }

            var held = _seats.EdgeOf[other];
            if (held == Market.None)
            {
                return (other, edge);
            }

            if ((mayGainNothing || edge < PlaceStart(held)) && draws.Below(++found) == 0)
            {
                (one, along) = (other, edge);
            }
        }

        return (one, along);
    }

    /// <summary>Where somebody put out goes: into the first place with a seat for it, unless an equal's seat comes before and the lot says so.</summary>
    private int Choice(int mover, int left, ref Draws draws, bool mayDisplaceEquals)
    {
        var place = left == Market.None ? _market.First[mover] : PlaceStart(left);
        var first = place;
        var equals = Market.None;
        var found = 0;
        while (place < _market.First[mover + 1])
        {
            var must = Market.None;
            for (var end = PlaceEnd(mover, place); place < end; place++)
            {
                var (own, worst) = (_market.Class[place], _seats.Worst[_market.Program[place]]);
                if (place == left || own < worst)
                {
                    continue;
                }

                if (worst == StableSeats.Open)
                {
                    return place;
                }

                if (own > worst)
                {
                    must = place;
                }
                else if (draws.Below(++found) == 0)
                {
                    equals = place;
                }
            }

            if (must != Market.None)
            {
                Work += place - first;
                return mayDisplaceEquals && equals != Market.None && draws.Below(2) == 0 ? equals : must;
            }
        }

        Work += place - first;
        return mayDisplaceEquals ? equals : Market.None;
    }

    private int OneOfWorst(int program, ref Draws draws)
    {
        var (one, found) = (Market.None, 0);
        foreach (var other in _seats.In(program))
        {
            if (_market.Class[_seats.EdgeOf[other]] == _seats.Worst[program] && draws.Below(++found) == 0)
            {
                one = other;
            }
        }

        return one;
    }

    private void TakeDown(int mover, int edge)
    {
        while (true)
        {
            if (_seats.EdgeOf[mover] != Market.None)
            {
                _seats.Take(mover);
            }

            _seats.Put(mover, edge);
            _seats.Look(_market.Program[edge]);
            if (_by[mover] == Market.None)
            {
                return;
            }

            (mover, edge) = (_by[mover], _along[mover]);
        }
    }

    private void TakeUp(int mover, int edge)
    {
        while (true)
        {
            var p = _market.Program[edge];
            var isLast = _seats.IsOpen(p);
            var leaving = _by[p];
            if (!isLast)
            {
                _seats.Take(leaving);
            }

            _seats.Put(mover, edge);
            _seats.Look(p);
            if (isLast)
            {
                return;
            }

            (mover, edge) = (leaving, _along[p]);
        }
    }

    /// <summary>Notes that an applicant would leave its program along an edge.</summary>
    private int Leaves(int applicant, int edge, int tail)
    {
        var p = _market.Program[_seats.EdgeOf[applicant]];
        (_seen[p], _by[p], _along[p]) = (_now, applicant, edge);
        _queue[tail] = p;
        return tail + 1;
    }

    /// <summary>The best class among those who strictly prefer a program to what they have, or -1.</summary>
    private int Objecting(int program)
    {
        var reverse = _market.Reverse;
        var best = -1;
        for (var i = reverse.First[program]; i < reverse.First[program + 1]; i++)
        {
            var (edge, held) = (reverse.Edge[i], _seats.EdgeOf[reverse.Applicant[i]]);
            if (_market.Class[edge] > best && reverse.Applicant[i] != _absent && (held == Market.None || edge < PlaceStart(held)))
            {
                best = _market.Class[edge];
            }
        }

        return best;
    }

    /// <summary>Whether an applicant would move along an edge to another program, gaining or losing nothing.</summary>
    private bool Wants(int applicant, int edge) =>
        _seats.EdgeOf[applicant] is var held && (held == Market.None || (edge != held && edge < PlaceEnd(applicant, held)));

    /// <summary>An edge to a free seat in the place of a seat, or <see cref="Market.None"/>.</summary>
    private int OpenInPlace(int applicant, int held)
    {
        for (var (edge, end) = (PlaceStart(held), PlaceEnd(applicant, held)); edge < end; edge++)
        {
            if (edge != held && _seats.IsOpen(_market.Program[edge]))
            {
                return edge;
            }
        }

        return Market.None;
    }

    private int PlaceStart(int edge)
    {
        while (_market.Tied is { } tied && tied[edge])
        {
            edge--;
        }

        return edge;
    }

    private int PlaceEnd(int applicant, int edge)
    {
        for (edge++; _market.Tied is { } tied && edge < _market.First[applicant + 1] && tied[edge]; edge++)
        {
        }

        return edge;
    }
}
