namespace Pathways.Matching.Kernel;

/// <summary>Draws the conclusions of a <see cref="ThresholdBox"/> until there is nothing more to conclude.</summary>
/// <remarks>
/// <para>At the root nothing is assumed, so whatever is ruled out there is in no weakly stable matching. The rules, for an edge from
/// applicant a to program p, "above" meaning a level higher than any possible threshold of p:</para>
/// <para>(1) an edge below the lowest threshold is not used; (2) a has an edge above: a is matched at least as well as along it;
/// (3) a cannot be matched as well as along an edge: its program is full of that level or higher; (4) too few could fill p
/// at a level or higher: its threshold is lower; (5) enough to fill p at a level or higher have nothing as good as p: its threshold is that
/// level or higher; (6) p must be full and no more can come than it has seats: they all come; (7) p holds somebody for certain:
/// its threshold is no higher than their level.</para>
/// <para>Rules 1 to 5 contain the preprocessing of R. W. Irving and D. F. Manlove, "Finding Large Stable Matchings", ACM Journal of Experimental
/// Algorithmics 14 (2009), article 2, section 4.</para>
/// </remarks>
internal sealed class ThresholdPropagation
{
    private readonly TieCore _core;
    private readonly int[] _applicants;
    private readonly int[] _programs;
    private readonly bool[] _isApplicantIn;
    private readonly bool[] _isProgramIn;
    private int _applicantCount;
    private int _programCount;

    public ThresholdPropagation(TieCore core)
    {
        _core = core;
        _applicants = new int[core.Applicants];
        _programs = new int[core.Programs];
        _isApplicantIn = new bool[core.Applicants];
        _isProgramIn = new bool[core.Programs];
    }

    /// <summary>Looks at everything again.</summary>
    /// <returns>Whether anything is left that could be a weakly stable matching.</returns>
    public bool RunAll(ThresholdBox box)
    {
        for (var a = 0; a < _core.Applicants; a++)
        {
            TouchApplicant(a);
        }

        for (var p = 0; p < _core.Programs; p++)
        {
            TouchProgram(p);
        }

        return Run(box);
    }

    /// <summary>Forbids an edge. Call <see cref="Run"/> afterwards.</summary>
    public void Kill(ThresholdBox box, int edge)
    {
        if (box.Alive[edge])
        {
            box.Alive[edge] = false;
            TouchApplicant(_core.Owner[edge]);
            TouchProgram(_core.Program[edge]);
        }
    }

    /// <summary>Narrows the range of a program's threshold. Call <see cref="Run"/> afterwards.</summary>
    public void Narrow(ThresholdBox box, int program, int lo, int hi)
    {
        lo = Math.Max(lo, box.Lo[program]);
        hi = Math.Min(hi, box.Hi[program]);
        if (lo == box.Lo[program] && hi == box.Hi[program])
        {
            return;
        }

        var (oldLo, oldHi) = (box.Lo[program], box.Hi[program]);
        (box.Lo[program], box.Hi[program]) = (lo, hi);
        TouchProgram(program);
        for (var i = _core.ProgramFirst[program]; i < _core.ProgramFirst[program + 1]; i++)
        {
            var edge = _core.ByProgram[i];
            var level = _core.Level[edge];
            if (level < lo && level >= oldLo)
            {
                Kill(box, edge);
            }

            if (level > hi && level <= oldHi)
            {
                TouchApplicant(_core.Owner[edge]);
            }
        }
    }

    public bool Run(ThresholdBox box)
    {
        while (_applicantCount + _programCount > 0)
        {
            bool holds;
            if (_applicantCount > 0)
            {
                var a = _applicants[--_applicantCount];
                _isApplicantIn[a] = false;
                holds = LookAtApplicant(box, a);
            }
            else
            {
                var p = _programs[--_programCount];
                _isProgramIn[p] = false;
                holds = LookAtProgram(box, p);
            }

            if (!holds)
            {
                Forget();
                return false;
            }
        }

        return true;
    }

    private bool LookAtApplicant(ThresholdBox box, int a)
    {
        var (first, end) = (_core.First[a], _core.First[a + 1]);
        var limit = end;
        for (var e = first; e < limit; e++)
        {
            if (_core.Level[e] > box.Hi[_core.Program[e]])
            {
                limit = _core.GroupEnd[e];
                box.Must[a] = true;
            }
        }

        for (var e = limit; e < end; e++)
        {
            Kill(box, e);
        }

        var best = first;
        while (best < limit && !box.Alive[best])
        {
            best++;
        }

        if (best == limit && box.Must[a])
        {
            return false;
        }

        // Rule 3: these are better than anything that is left.
        var better = best == limit ? limit : _core.GroupStart[best];
        for (var e = first; e < better; e++)
        {
            var p = _core.Program[e];
            if (_core.Level[e] > box.Lo[p])
            {
                Narrow(box, p, _core.Level[e], int.MaxValue);
                if (box.Lo[p] > box.Hi[p])
                {
                    return false;
                }
            }
        }

        var top = best;
        if (best == limit)
        {
            top = Market.None;
        }
        else
        {
            for (var e = best + 1; e < _core.GroupEnd[best]; e++)
            {
                top = box.Alive[e] ? Market.None : top;
            }
        }

        // Whether it is the only edge left may have changed, too.
        box.Top[a] = top;
        if (top != Market.None)
        {
            TouchProgram(_core.Program[top]);
        }

        return true;
    }

    private bool IsForced(ThresholdBox box, int edge)
    {
        var a = _core.Owner[edge];
        if (!box.Must[a] || box.Top[a] != edge)
        {
            return false;
        }

        for (var e = _core.GroupEnd[edge]; e < _core.First[a + 1]; e++)
        {
            if (box.Alive[e])
            {
                return false;
            }
        }

        return true;
    }

    private bool LookAtProgram(ThresholdBox box, int p)
    {
        var (from, to, seats) = (_core.ProgramFirst[p], _core.ProgramFirst[p + 1], _core.Seats[p]);
        var (lo, hi) = (box.Lo[p], 0);
        var (alive, tops, forced) = (0, 0, 0);
        var lowest = 0; // the lowest usable level that is a possible threshold
        for (var i = from; i < to;)
        {
            var level = _core.Level[_core.ByProgram[i]];
            if (level < lo)
            {
                break;
            }

            var (before, isForcedHere) = (alive, false);
            for (; i < to && _core.Level[_core.ByProgram[i]] == level; i++)
            {
                var edge = _core.ByProgram[i];
                if (box.Alive[edge])
                {
                    alive++;
                    tops += box.Top[_core.Owner[edge]] == edge ? 1 : 0;
                    var isForced = IsForced(box, edge);
                    forced += isForced ? 1 : 0;
                    isForcedHere |= isForced;
                }
            }

            if (alive > before)
            {
                lowest = level;
                hi = hi == 0 && alive >= seats && level <= box.Hi[p] ? level : hi;
                hi = isForcedHere ? Math.Min(hi, level) : hi;
                lo = tops >= seats ? Math.Max(lo, level) : lo;
            }
        }

        // A threshold of 1 or more is the level of somebody.
        lo = lo > 0 ? Math.Max(lo, lowest) : lo;
        if (lo > hi || forced > seats)
        {
            return false;
        }

        Narrow(box, p, lo, hi);
        if (forced == seats)
        {
            for (var i = from; i < to; i++)
            {
                if (box.Alive[_core.ByProgram[i]] && !IsForced(box, _core.ByProgram[i]))
                {
                    Kill(box, _core.ByProgram[i]);
                }
            }
        }
        else if (lo > 0 && alive == seats)
        {
            for (var i = from; i < to; i++)
            {
                if (box.Alive[_core.ByProgram[i]])
                {
                    Force(box, _core.ByProgram[i]);
                }
            }
        }

        return true;
    }

    private void Force(ThresholdBox box, int edge)
    {
        var a = _core.Owner[edge];
        if (!box.Must[a])
        {
            box.Must[a] = true;
            TouchApplicant(a);
        }

        for (var e = _core.First[a]; e < _core.First[a + 1]; e++)
        {
            if (e != edge)
            {
                Kill(box, e);
            }
        }
    }

    private void TouchApplicant(int a)
    {
        if (!_isApplicantIn[a])
        {
            _isApplicantIn[a] = true;
            _applicants[_applicantCount++] = a;
        }
    }

    private void TouchProgram(int p)
    {
        if (!_isProgramIn[p])
        {
            _isProgramIn[p] = true;
            _programs[_programCount++] = p;
        }
    }

    private void Forget()
    {
        for (; _applicantCount > 0; _applicantCount--)
        {
            _isApplicantIn[_applicants[_applicantCount - 1]] = false;
        }

        for (; _programCount > 0; _programCount--)
        {
            _isProgramIn[_programs[_programCount - 1]] = false;
        }
    }
}
