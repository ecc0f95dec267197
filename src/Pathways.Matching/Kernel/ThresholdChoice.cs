namespace Pathways.Matching.Kernel;

/// <summary>What each program would make of given prices when it chose alone.</summary>
internal sealed class ThresholdChoice
{
    private const long Impossible = long.MinValue;

    private readonly TieCore _core;
    private readonly int[] _weight;
    private readonly long[] _heap; // keys (weight, edge) of the best so far, the least first once there are as many as seats
    private readonly long[] _best;
    private readonly long[] _worth; // by program and threshold, with the best choice that has this threshold
    private readonly int[] _worthFirst;

    public ThresholdChoice(TieCore core)
    {
        _core = core;
        _weight = new int[core.Edges];
        Chosen = new bool[core.Edges];
        Threshold = new int[core.Programs];
        _worthFirst = new int[core.Programs + 1];
        var most = 0;
        for (var p = 0; p < core.Programs; p++)
        {
            var own = core.ByProgram.AsSpan(core.ProgramFirst[p]..core.ProgramFirst[p + 1]);
            most = Math.Max(most, own.Length);
            _worthFirst[p + 1] = _worthFirst[p] + 1 + (own.Length == 0 ? 0 : core.Level[own[0]]);
        }

        _worth = new long[_worthFirst[^1]];
        _heap = new long[most];
        _best = new long[most];
    }

    /// <summary>By edge, whether its program chose it.</summary>
    public bool[] Chosen { get; }

    /// <summary>By program, the threshold it chose.</summary>
    public int[] Threshold { get; }

    /// <summary>The sum of all prices and of what each program makes of its best choice.</summary>
    public long Evaluate(ThresholdBox box, ThresholdPrices prices)
    {
        var total = 0L;
        for (var a = 0; a < _core.Applicants; a++)
        {
            total += prices.Price[a];

            // An edge is worth one applicant, less its price, and spares the regret of itself, of its ties and of all that is worse.
            var weight = ThresholdBound.One - prices.Price[a];
            for (var e = _core.First[a + 1] - 1; e >= _core.First[a];)
            {
                var start = _core.GroupStart[e];
                for (var tied = start; tied <= e; tied++)
                {
                    weight += prices.Regret[tied];
                }

                _weight.AsSpan(start..(e + 1)).Fill(weight);
                e = start - 1;
            }
        }

        for (var p = 0; p < _core.Programs; p++)
        {
            total += EvaluateProgram(box, p, prices.Regret);
        }

        return total;
    }

    /// <summary>How much less than its best choice a program would make with another threshold.</summary>
    public long Loss(int program, int threshold)
    {
        var worth = _worth[_worthFirst[program] + threshold];
        return worth == Impossible ? long.MaxValue : _worth[_worthFirst[program] + Threshold[program]] - worth;
    }

    private long EvaluateProgram(ThresholdBox box, int p, int[] regret)
    {
        var (i, to, seats) = (_core.ProgramFirst[p], _core.ProgramFirst[p + 1], _core.Seats[p]);
        var (best, bestCount) = (Impossible, 0);
        var (sum, regrets, count) = (0L, 0L, 0);
        _worth.AsSpan(_worthFirst[p].._worthFirst[p + 1]).Fill(Impossible);
        Threshold[p] = 0;
        for (var e = i; e < to; e++)
        {
            Chosen[_core.ByProgram[e]] = false;
        }

        while (i < to && _core.Level[_core.ByProgram[i]] is var level && level >= box.Lo[p])
        {
            var (before, regretsHere, top, isIn) = (sum, 0L, Impossible, false);
            for (; i < to && _core.Level[_core.ByProgram[i]] == level; i++)
            {
                var e = _core.ByProgram[i];
                regretsHere += regret[e];
                if (box.Alive[e])
                {
                    var key = ((long)_weight[e] << 32) | (uint)e;
                    top = Math.Max(top, key);
                    isIn |= Add(key, ref count, seats, ref sum);
                }
            }

            if (level <= box.Hi[p] && count == seats && top != Impossible)
            {
                // The threshold is this level exactly: somebody of it is held, in place of the least if need be.
                var worth = (isIn ? sum : before - (_heap[0] >> 32) + (top >> 32)) - regrets;
                _worth[_worthFirst[p] + level] = worth;
                if (worth > best)
                {
                    (best, bestCount, Threshold[p]) = (worth, seats, level);
                    Array.Copy(_heap, _best, seats);
                    _best[0] = isIn ? _best[0] : top;
                }
            }

            regrets += regretsHere;
        }

        if (box.Lo[p] == 0)
        {
            // A seat stays free: nobody is held at a loss, and not the least of those who would fill all.
            var worth = -regrets;
            for (var j = count == seats ? 1 : 0; j < count; j++)
            {
                worth += Math.Max(0, _heap[j] >> 32);
            }

            _worth[_worthFirst[p]] = worth;
            if (worth > best)
            {
                (best, bestCount, Threshold[p]) = (worth, 0, 0);
                for (var j = count == seats ? 1 : 0; j < count; j++)
                {
                    if (_heap[j] >> 32 > 0)
                    {
                        _best[bestCount++] = _heap[j];
                    }
                }
            }
        }

        for (var j = 0; j < bestCount; j++)
        {
            Chosen[(int)(uint)_best[j]] = true;
        }

        return best;
    }

    /// <summary>Adds a key if it is among the best as many as there are seats.</summary>
    private bool Add(long key, ref int count, int seats, ref long sum)
    {
        if (count < seats)
        {
            _heap[count++] = key;
            sum += key >> 32;
            for (var i = (seats / 2) - 1; count == seats && i >= 0; i--)
            {
                SiftDown(i, seats);
            }

            return true;
        }

        if (key < _heap[0])
        {
            return false;
        }

        sum += (key >> 32) - (_heap[0] >> 32);
        _heap[0] = key;
        SiftDown(0, seats);
        return true;
    }

    private void SiftDown(int i, int size)
    {
        var key = _heap[i];
        for (var child = (2 * i) + 1; child < size; child = (2 * i) + 1)
        {
            if (child + 1 < size && _heap[child + 1] < _heap[child])
            {
                child++;
            }

            if (_heap[child] >= key)
            {
                break;
            }

            _heap[i] = _heap[child];
            i = child;
        }

        _heap[i] = key;
    }
}
