namespace Pathways.Matching.Kernel;

/// <summary>Moves by lot from one weakly stable matching to another; the chains are those of <see cref="TieChains"/>.</summary>
internal sealed class TieWalks(StableSeats seats)
{
    // Moves by lot before a chain takes the shortest way to its end.
    private const int Most = 16;

    private readonly StableSeats _seats = seats;
    private readonly Market _market = seats.Market;

    /// <summary>How many edges have been looked at.</summary>
    public long Work { get; private set; }

    /// <summary>A chain down by lot: it gives an applicant a seat if any equal has one, and somebody else may lose theirs.</summary>
    /// <param name="applicant">Has no seat.</param>
    /// <param name="draws">For the choices.</param>
    /// <returns>Who has no seat now, or <see cref="Market.None"/> when everybody found one.</returns>
    public int Down(int applicant, ref Draws draws)
    {
        var mover = applicant;
        var left = Market.None;
        for (var moves = 0; mover != Market.None; moves++)
        {
            var edge = Choice(mover, left, ref draws, moves < Most);
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
    public void Up(int applicant, ref Draws draws)
    {
        if (_seats.OpenInPlace(applicant, _seats.EdgeOf[applicant]) is var edge && edge != Market.None)
        {
            Rise(applicant, edge, ref draws);
        }
    }

    /// <summary>An applicant takes the seat of an equal in a program that it likes as much or more, others move up behind, and the one put out goes down by lot.</summary>
    /// <param name="applicant">Has a seat.</param>
    /// <param name="draws">For the choices.</param>
    /// <remarks>Like a market that somebody leaves and comes back to. One applicant less may have a seat afterwards.</remarks>
    public void Overtake(int applicant, ref Draws draws)
    {
        var (wish, found, held) = (Market.None, 0, _seats.EdgeOf[applicant]);
        for (var (edge, end) = (_market.First[applicant], _market.PlaceEnd(applicant, held)); edge < end; edge++)
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

        _seats.Absent = OneOfWorst(_market.Program[wish], ref draws);
        _seats.Take(_seats.Absent);
        Rise(applicant, wish, ref draws);
        var back = _seats.Absent;
        _seats.Absent = Market.None;
        Down(back, ref draws);
    }

    /// <summary>An applicant moves up to a free seat, and others into the seats left behind until nobody objects to one that stays free.</summary>
    private void Rise(int mover, int edge, ref Draws draws)
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
            (mover, edge) = Follower(left, mover, ref draws, moves < Most);
        }
    }

    private (int Applicant, int Edge) Follower(int program, int leaver, ref Draws draws, bool mayGainNothing)
    {
        var reverse = _market.Reverse;
        var objecting = _seats.Objecting(program);
        var (one, along, found) = (Market.None, Market.None, 0);
        Work += 2 * (reverse.First[program + 1] - reverse.First[program]);
        if (objecting < 0 && (!mayGainNothing || draws.Below(2) == 0))
        {
            return (one, along);
        }

        for (var i = reverse.First[program]; i < reverse.First[program + 1]; i++)
        {
            var (edge, other) = (reverse.Edge[i], reverse.Applicant[i]);
            if (_market.Class[edge] < objecting || other == leaver || other == _seats.Absent || !_seats.Wants(other, edge))
            {
                continue;
            }

            var held = _seats.EdgeOf[other];
            if (held == Market.None)
            {
                return (other, edge);
            }

            if ((mayGainNothing || edge < _market.PlaceStart(held)) && draws.Below(++found) == 0)
            {
                (one, along) = (other, edge);
            }
        }

        return (one, along);
    }

    /// <summary>Where somebody put out goes: into the first place with a seat for it, unless an equal's seat comes before and the lot says so.</summary>
    private int Choice(int mover, int left, ref Draws draws, bool mayDisplaceEquals)
    {
        var place = left == Market.None ? _market.First[mover] : _market.PlaceStart(left);
        var first = place;
        var equals = Market.None;
        var found = 0;
        while (place < _market.First[mover + 1])
        {
            var must = Market.None;
            for (var end = _market.PlaceEnd(mover, place); place < end; place++)
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
}
