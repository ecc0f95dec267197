namespace Pathways.Matching.Kernel;

/// <summary>Bounds how many can be matched in a box from above, by prices for what a relaxation leaves out.</summary>
/// <remarks>
/// <para>The relaxation lets every program choose its threshold and whom it holds for itself. Left out is that nobody is matched twice (price
/// u of the applicant) and that who has an edge above a threshold is matched at least as well (regret r of the edge). For every u and
/// every r of 0 or more, the sum of the prices and of what each program can make of its choice is a bound (Lagrangian duality). Prices
/// are integers, and so is every step from prices to bound: no rounding is part of a proof.</para>
/// <para>Good prices are found as by F. Barahona and R. Anbil, "The Volume Algorithm", Mathematical Programming 87 (2000) 385-399: steps
/// against what an average of the recent choices leaves out. That average also says which edges large matchings use.</para>
/// </remarks>
internal sealed class ThresholdBound
{
    /// <summary>How many units of price one matched applicant is worth.</summary>
    public const int One = 1 << 20;

    // How much the newest choice counts in the average.
    private const double Share = 0.5;
    private const int Patience = 12;
    private const double SlowestPace = 0.02;

    private readonly TieCore _core;
    private readonly Func<bool> _isTimeUp;
    private readonly Action<int> _onRound;
    private readonly ThresholdChoice _choice;
    private readonly ThresholdPrices _next;
    private readonly bool[] _armed;
    private readonly double[] _usualBelow; // by edge, how often the threshold was below its level lately
    private readonly int _mostPrice; // so that no sum over a list overflows

    /// <summary>Makes room for the bounds of a core.</summary>
    /// <param name="core">The core.</param>
    /// <param name="isTimeUp">Asked now and then.</param>
    /// <param name="onRound">Told after each round, when <see cref="Usual"/> has changed.</param>
    public ThresholdBound(TieCore core, Func<bool> isTimeUp, Action<int> onRound)
    {
        (_core, _isTimeUp, _onRound) = (core, isTimeUp, onRound);
        _choice = new(core);
        _next = new(core);
        _armed = new bool[core.Edges];
        Usual = new double[core.Edges];
        _usualBelow = new double[core.Edges];
        var longest = 0;
        for (var a = 0; a < core.Applicants; a++)
        {
            longest = Math.Max(longest, core.First[a + 1] - core.First[a]);
        }

        _mostPrice = (int)Math.Min(16L * One, int.MaxValue / (longest + 4));
    }

    /// <summary>By edge, how often programs chose it lately, 0 to 1.</summary>
    public double[] Usual { get; }

    /// <summary>Looks for prices that prove that fewer than <paramref name="goal"/> can be matched; leaves the best of them in <paramref name="prices"/>.</summary>
    /// <param name="box">What is possible.</param>
    /// <param name="prices">Where to start; changed.</param>
    /// <param name="goal">What is to be ruled out.</param>
    /// <param name="rounds">How often to try.</param>
    /// <param name="pace">The first step as a share of the way to the goal.</param>
    /// <returns>The lowest bound found, in units of 1 / <see cref="One"/>.</returns>
    public long Lower(ThresholdBox box, ThresholdPrices prices, int goal, int rounds, double pace)
    {
        Arm(box, prices);
        _next.CopyFrom(prices);
        var best = long.MaxValue;
        var idle = 0;
        for (var round = 0; round < rounds && pace >= SlowestPace && !(round > 0 && _isTimeUp()); round++)
        {
            var bound = _choice.Evaluate(box, _next);
            Average(round == 0 ? 1.0 : Share);
            _onRound(round);
            idle = bound < best - (One / 64) ? 0 : idle + 1;
            if (bound < best)
            {
                best = bound;
                prices.CopyFrom(_next);
            }

            if (best < (long)goal * One)
            {
                break;
            }

            if (idle >= Patience)
            {
                (idle, pace) = (0, pace * 0.7);
            }

            if (!Step(box, pace * (bound - (((long)goal * One) - (One / 2)))))
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Cuts off thresholds that the prices prove to be too small for the goal. Run the propagation afterwards.</summary>
    /// <returns>Whether anything is left.</returns>
    public bool Fix(ThresholdBox box, ThresholdPrices prices, int goal, ThresholdPropagation propagation, out bool isChanged)
    {
        isChanged = false;
        var spare = _choice.Evaluate(box, prices) - ((long)goal * One);
        for (var p = 0; p < _core.Programs; p++)
        {
            var (lo, hi) = (box.Lo[p], box.Hi[p]);
            while (lo <= hi && _choice.Loss(p, lo) > spare)
            {
                lo++;
            }

            while (hi > lo && _choice.Loss(p, hi) > spare)
            {
                hi--;
            }

            if (lo > hi)
            {
                return false;
            }

            isChanged |= lo > box.Lo[p] || hi < box.Hi[p];
            propagation.Narrow(box, p, lo, hi);
        }

        return true;
    }

    /// <summary>Where the recent thresholds of a program are most undecided: the last of the lower side, and whether the upper side was chosen more often.</summary>
    public (int Split, bool IsUpFirst) Split(ThresholdBox box, int program)
    {
        var (best, split, isUpFirst) = (-1.0, box.Lo[program], false);
        for (var i = _core.ProgramFirst[program]; i < _core.ProgramFirst[program + 1]; i++)
        {
            var edge = _core.ByProgram[i];
            var below = _usualBelow[edge];
            if (_core.Level[edge] > box.Lo[program] && _core.Level[edge] <= box.Hi[program] && below * (1 - below) > best)
            {
                (best, split, isUpFirst) = (below * (1 - below), _core.Level[edge] - 1, below < 0.5);
            }
        }

        return (split, isUpFirst);
    }

    /// <summary>Which edges stand for a condition that is neither met for certain nor void; the others have no regret.</summary>
    private void Arm(ThresholdBox box, ThresholdPrices prices)
    {
        for (var a = 0; a < _core.Applicants; a++)
        {
            var worst = Market.None;
            for (var e = _core.First[a]; e < _core.First[a + 1]; e++)
            {
                worst = box.Alive[e] ? e : worst;
            }

            for (var e = _core.First[a]; e < _core.First[a + 1]; e++)
            {
                var p = _core.Program[e];
                var isMet = box.Must[a] && worst < _core.GroupEnd[e];
                _armed[e] = !isMet && _core.Level[e] > box.Lo[p] && _core.Level[e] <= box.Hi[p];
                if (!_armed[e])
                {
                    // Whoever must be matched pays the regret as a price, so that what it is worth stays the same.
                    prices.Price[a] = isMet ? Math.Max(prices.Price[a] - prices.Regret[e], -_mostPrice) : prices.Price[a];
                    prices.Regret[e] = 0;
                }
            }
        }
    }

    private void Average(double share)
    {
        for (var e = 0; e < _core.Edges; e++)
        {
            Usual[e] += share * ((_choice.Chosen[e] ? 1.0 : 0.0) - Usual[e]);
            _usualBelow[e] += share * ((_core.Level[e] > _choice.Threshold[_core.Program[e]] ? 1.0 : 0.0) - _usualBelow[e]);
        }
    }

    /// <summary>Moves the prices against what the usual choice leaves out; false when it leaves out nothing.</summary>
    private bool Step(ThresholdBox box, double length)
    {
        var norm = 0.0;
        for (var a = 0; a < _core.Applicants; a++)
        {
            norm += Move(box, a, scale: 0.0);
        }

        if (norm < 1e-9)
        {
            return false;
        }

        for (var a = 0; a < _core.Applicants; a++)
        {
            Move(box, a, length / norm);
        }

        return true;
    }

    /// <summary>Moves the prices of one applicant; returns the squares of what can move.</summary>
    private double Move(ThresholdBox box, int a, double scale)
    {
        var (norm, sum) = (0.0, 0.0);
        for (var e = _core.First[a]; e < _core.First[a + 1]; e++)
        {
            if (e == _core.GroupStart[e])
            {
                for (var tied = e; tied < _core.GroupEnd[e]; tied++)
                {
                    sum += Usual[tied];
                }
            }

            var spare = sum - _usualBelow[e];
            if (_armed[e] && (_next.Regret[e] > 0 || spare < 0))
            {
                norm += spare * spare;
                _next.Regret[e] = (int)Math.Clamp(_next.Regret[e] - (scale * spare), 0, _mostPrice);
            }
        }

        if (box.Must[a] || _next.Price[a] > 0 || sum > 1)
        {
            norm += (1 - sum) * (1 - sum);
            _next.Price[a] = (int)Math.Clamp(_next.Price[a] - (scale * (1 - sum)), box.Must[a] ? -_mostPrice : 0, Math.Max(_mostPrice, One));
        }

        return norm;
    }
}
