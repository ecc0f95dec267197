namespace Pathways.Matching.Kernel;

/// <summary>Finds a largest matching along the usable edges of a box that matches all who must be matched and fills what must be full.</summary>
/// <remarks>
/// Three rounds of alternating paths: from those who must be matched, from the programs that must be full, then from everybody else. No path
/// undoes what an earlier round reached, and by N. S. Mendelsohn and A. L. Dulmage, "Some Generalizations of the Problem of Distinct
/// Representatives", Canadian Journal of Mathematics 10 (1958) 230-241, nothing is lost by it: when both can be reached alone, both can be
/// reached by one matching, and by a largest one. Starts from <see cref="ThresholdBox.Matched"/>, so a child repairs what its parent found.
/// </remarks>
internal sealed class ThresholdFlow
{
    private readonly TieCore _core;
    private readonly int[] _count;
    private readonly int[] _queue; // applicants or programs
    private readonly int[] _reachedBy; // by program, the edge along which a path came to it
    private readonly int[] _seen; // by program, the mark of the search that saw it
    private int _mark;

    public ThresholdFlow(TieCore core)
    {
        _core = core;
        _count = new int[core.Programs];
        _queue = new int[Math.Max(core.Applicants, core.Programs) + 1];
        _reachedBy = new int[core.Programs];
        _seen = new int[core.Programs];
    }

    /// <summary>Completes <see cref="ThresholdBox.Matched"/>.</summary>
    /// <returns>How many are matched, or <see cref="Market.None"/> when those who must be cannot all be matched, or a program cannot be filled.</returns>
    public int Run(ThresholdBox box)
    {
        Array.Clear(_count);
        for (var a = 0; a < _core.Applicants; a++)
        {
            if (box.Matched[a] is not Market.None and var edge)
            {
                if (box.Alive[edge])
                {
                    _count[_core.Program[edge]]++;
                }
                else
                {
                    box.Matched[a] = Market.None;
                }
            }
        }

        for (var a = 0; a < _core.Applicants; a++)
        {
            if (box.Must[a] && box.Matched[a] == Market.None)
            {
                _mark++;
                if (!Seat(box, a, mayDisplace: true))
                {
                    return Market.None;
                }
            }
        }

        for (var p = 0; p < _core.Programs; p++)
        {
            while (box.Lo[p] > 0 && _count[p] < _core.Seats[p])
            {
                if (!Fill(box, p))
                {
                    return Market.None;
                }
            }
        }

        var size = 0;
        _mark++;
        for (var a = 0; a < _core.Applicants; a++)
        {
            // A failed search need not be repeated: what it saw leads nowhere for the others either.
            if (box.Matched[a] == Market.None && Seat(box, a, mayDisplace: false))
            {
                _mark++;
            }

            size += box.Matched[a] == Market.None ? 0 : 1;
        }

        return size;
    }

    /// <summary>
    /// After <see cref="Run"/>: prices to start <see cref="ThresholdBound"/> from, one or nothing, with which its bound is no larger than the matching
    /// (the smallest cover of D. Kőnig, which is as large as the largest matching).
    /// </summary>
    public void Cover(ThresholdBox box, int[] price, int one)
    {
        _mark++;
        var tail = 0;
        for (var a = 0; a < _core.Applicants; a++)
        {
            price[a] = one;
            if (box.Matched[a] == Market.None)
            {
                price[a] = 0;
                _queue[tail++] = a;
            }
        }

        for (var head = 0; head < tail; head++)
        {
            var a = _queue[head];
            for (var e = _core.First[a]; e < _core.First[a + 1]; e++)
            {
                var p = _core.Program[e];
                if (!box.Alive[e] || _seen[p] == _mark)
                {
                    continue;
                }

                _seen[p] = _mark;
                for (var i = _core.ProgramFirst[p]; i < _core.ProgramFirst[p + 1]; i++)
                {
                    var b = _core.Owner[_core.ByProgram[i]];
                    if (box.Matched[b] == _core.ByProgram[i] && price[b] != 0)
                    {
                        price[b] = 0;
                        _queue[tail++] = b;
                    }
                }
            }
        }
    }

    /// <summary>Finds a seat for an applicant, moving others along, or else at the cost of one who need not be matched.</summary>
    private bool Seat(ThresholdBox box, int applicant, bool mayDisplace)
    {
        var (head, tail) = (0, 0);
        _queue[tail++] = applicant;
        while (head < tail)
        {
            var a = _queue[head++];
            for (var e = _core.First[a]; e < _core.First[a + 1]; e++)
            {
                var p = _core.Program[e];
                if (!box.Alive[e] || _seen[p] == _mark)
                {
                    continue;
                }

                _seen[p] = _mark;
                _reachedBy[p] = e;
                if (_count[p] < _core.Seats[p])
                {
                    _count[p]++;
                    Shift(box, e, applicant);
                    return true;
                }

                for (var i = _core.ProgramFirst[p]; i < _core.ProgramFirst[p + 1]; i++)
                {
                    var held = _core.ByProgram[i];
                    var b = _core.Owner[held];
                    if (box.Matched[b] != held)
                    {
                        continue;
                    }

                    if (mayDisplace && !box.Must[b])
                    {
                        box.Matched[b] = Market.None;
                        Shift(box, e, applicant);
                        return true;
                    }

                    _queue[tail++] = b;
                }
            }
        }

        return false;
    }

    /// <summary>Moves everybody on the path to the edge one seat on.</summary>
    private void Shift(ThresholdBox box, int edge, int applicant)
    {
        while (true)
        {
            var a = _core.Owner[edge];
            var before = box.Matched[a];
            box.Matched[a] = edge;
            if (a == applicant)
            {
                return;
            }

            edge = _reachedBy[_core.Program[before]];
        }
    }

    /// <summary>Finds somebody for a free seat that must not stay free: an unmatched applicant, or one from a program that need not be full.</summary>
    private bool Fill(ThresholdBox box, int program)
    {
        _mark++;
        var (head, tail) = (0, 0);
        _queue[tail++] = program;
        _seen[program] = _mark;
        while (head < tail)
        {
            var p = _queue[head++];
            for (var i = _core.ProgramFirst[p]; i < _core.ProgramFirst[p + 1]; i++)
            {
                var e = _core.ByProgram[i];
                var a = _core.Owner[e];
                var held = box.Matched[a];
                if (!box.Alive[e] || held == e)
                {
                    continue;
                }

                var from = held == Market.None ? Market.None : _core.Program[held];
                if (from != Market.None && _seen[from] == _mark)
                {
                    continue;
                }

                if (from == Market.None || box.Lo[from] == 0)
                {
                    Pull(box, program, e, from);
                    return true;
                }

                _seen[from] = _mark;
                _reachedBy[from] = e;
                _queue[tail++] = from;
            }
        }

        return false;
    }

    /// <summary>Moves an applicant along the edge, and everybody on the path that led there after it.</summary>
    private void Pull(ThresholdBox box, int program, int edge, int from)
    {
        if (from != Market.None)
        {
            _count[from]--;
        }

        while (true)
        {
            var p = _core.Program[edge];
            box.Matched[_core.Owner[edge]] = edge;
            if (p == program)
            {
                _count[program]++;
                return;
            }

            edge = _reachedBy[p];
        }
    }
}
