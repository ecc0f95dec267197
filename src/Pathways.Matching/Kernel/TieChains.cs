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
            var place = held == Market.None ? _market.First[mover] : _market.PlaceStart(held);
            for (var forced = false; place < _market.First[mover + 1] && !forced;)
            {
                for (var end = _market.PlaceEnd(mover, place); place < end; place++)
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

            var edge = _seats.OpenInPlace(a, held);
            if (edge != Market.None && !_seats.IsOpen(_market.Program[held]))
            {
                tail = Leaves(a, edge, tail);
            }
        }

        Work += _seats.Wishing;
        var reverse = _market.Reverse;
        while (head < tail)
        {
            var p = _queue[head++];
            var objecting = _seats.Objecting(p);
            Work += 2 * (reverse.First[p + 1] - reverse.First[p]);
            for (var i = reverse.First[p]; i < reverse.First[p + 1]; i++)
            {
                var (edge, other) = (reverse.Edge[i], reverse.Applicant[i]);
                if (_market.Class[edge] < objecting || !_seats.Wants(other, edge))
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
}
