namespace Pathways.Matching.Kernel;

/// <summary>Deferred acceptance with ties broken by a hint, and a second chance for those who are left out.</summary>
/// <remarks>
/// Whatever the hints are, the result is weakly stable: a hint only ever decides between equals. Who has asked everybody on the list in
/// vain asks once more, and then goes before equals who have not (the idea of Z. Király, "Linear Time Local Approximation Algorithm for
/// Maximum Stable Marriage", Algorithms 6 (2013) 471-484, without its care for ties of applicants: no ratio is claimed here).
/// </remarks>
internal sealed class GuidedAcceptance
{
    private readonly TieCore _core;
    private readonly int[] _list; // the edges of each applicant, ties in the order of the hints
    private readonly int[] _next;
    private readonly bool[] _again;
    private readonly int[] _count;
    private readonly int[] _held; // by program, in blocks as long as its edges
    private readonly int[] _free;

    public GuidedAcceptance(TieCore core)
    {
        _core = core;
        _list = new int[core.Edges];
        _next = new int[core.Applicants];
        _again = new bool[core.Applicants];
        _count = new int[core.Programs];
        _held = new int[core.Edges];
        _free = new int[core.Applicants];
        EdgeOf = new int[core.Applicants];
    }

    /// <summary>By applicant, its edge in the last result, or <see cref="Market.None"/>.</summary>
    public int[] EdgeOf { get; }

    /// <summary>Runs to the end.</summary>
    /// <param name="hint">By edge, how welcome it is among equals of either side.</param>
    /// <returns>How many are matched.</returns>
    public int Run(double[] hint)
    {
        Array.Clear(_again);
        Array.Clear(_count);
        Array.Fill(EdgeOf, Market.None);
        for (var a = 0; a < _core.Applicants; a++)
        {
            OrderList(a, hint);
            _next[a] = _core.First[a];
            _free[a] = a;
        }

        var size = 0;
        for (var waiting = _core.Applicants; waiting > 0;)
        {
            var a = _free[--waiting];
            while (true)
            {
                if (_next[a] == _core.First[a + 1])
                {
                    if (_again[a] || _core.First[a] == _core.First[a + 1])
                    {
                        break;
                    }

                    _again[a] = true;
                    _next[a] = _core.First[a];
                }

                var edge = _list[_next[a]++];
                var p = _core.Program[edge];
                var from = _core.ProgramFirst[p];
                if (_count[p] < _core.Seats[p])
                {
                    _held[from + _count[p]++] = edge;
                    EdgeOf[a] = edge;
                    size++;
                    break;
                }

                var worst = from;
                for (var i = from + 1; i < from + _count[p]; i++)
                {
                    worst = IsBetter(_held[worst], _held[i], hint) ? i : worst;
                }

                if (!IsBetter(edge, _held[worst], hint))
                {
                    continue;
                }

                var loser = _core.Owner[_held[worst]];
                _held[worst] = edge;
                EdgeOf[a] = edge;
                EdgeOf[loser] = Market.None;
                a = loser;
            }
        }

        return size;
    }

    private bool IsBetter(int one, int other, double[] hint)
    {
        if (_core.Level[one] != _core.Level[other])
        {
            return _core.Level[one] > _core.Level[other];
        }

        var (again, otherAgain) = (_again[_core.Owner[one]], _again[_core.Owner[other]]);
        if (again != otherAgain)
        {
            return again;
        }

        return hint[one] != hint[other] ? hint[one] > hint[other] : one < other;
    }

    private void OrderList(int a, double[] hint)
    {
        for (var e = _core.First[a]; e < _core.First[a + 1]; e++)
        {
            _list[e] = e;
            for (var i = e; i > _core.GroupStart[e] && hint[_list[i]] > hint[_list[i - 1]]; i--)
            {
                (_list[i], _list[i - 1]) = (_list[i - 1], _list[i]);
            }
        }
    }
}
