namespace Pathways.Matching.Kernel;

/// <summary>Improves a stable matching for applicants until no stable one is better for some of them and worse for none.</summary>
/// <remarks>
/// <para><b>Method.</b> Whoever wants a program more than the seat it has, and is of the best class among all who do, may move there if
/// somebody leaves. Programs are the nodes of a graph; an arc leads from where such an applicant sits to what it wants. Along a cycle
/// everybody moves at once: all of them gain, and nobody can object. A depth-first search carries out each cycle it closes and
/// goes on from what is left of its path; it starts over until a search from everywhere closes none.</para>
/// <para><b>Guarantees.</b> Stays weakly stable; nobody loses, nobody's seat is lost. With strict lists, no stable matching is then better for an
/// applicant and worse for none. Not truthful: there is no mechanism that is always so good and also truthful.</para>
/// <para><b>Cost.</b> O(W) time for each search, W being how many programs applicants want more than what they have; few searches in
/// practice, at most one for each gain in rank. O(W + A + P) space.</para>
/// <para><b>Certificate.</b> The last search: no cycle. Stability is checked from its definition.</para>
/// <para><b>Source.</b> A. Erdil and H. Ergin, "What's the Matter with Tie-Breaking? Improving Efficiency in School Choice", American Economic
/// Review 98 (2008) 669-689.</para>
/// </remarks>
internal static class StableImprovementCycles
{
    /// <summary>Improves a matching in place; returns how many cycles were carried out.</summary>
    /// <param name="market">No plan and no caps.</param>
    /// <param name="edgeOf">By applicant, its edge in a weakly stable matching, or <see cref="Market.None"/>; better edges afterwards.</param>
    /// <param name="cancellationToken">Looked at once a search.</param>
    public static int Improve(Market market, int[] edgeOf, CancellationToken cancellationToken = default)
    {
        var wishes = new Wishes(market, edgeOf);
        var cycles = 0;
        for (var found = 1; found > 0; cycles += found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found = wishes.Search();
        }

        return cycles;
    }

    private sealed class Wishes
    {
        private const int New = -1;
        private const int Done = -2;

        private readonly Market _market;
        private readonly int[] _edgeOf;

        // By program: its wishers, the best class among those who still are, and how many are of it.
        private readonly int[] _first;
        private readonly int[] _end;
        private readonly int[] _wish;
        private readonly int[] _wisher;
        private readonly int[] _best;
        private readonly int[] _left;

        // By program: who sits in it, as a list linked through the applicants.
        private readonly int[] _head;
        private readonly int[] _after;
        private readonly int[] _before;

        // The path: its programs, where each is on it, and the sitter and the wish that are looked at there.
        private readonly int[] _path;
        private readonly int[] _place;
        private readonly int[] _sitter;
        private readonly int[] _edge;
        private readonly Stack<int> _emptied = new();

        public Wishes(Market market, int[] edgeOf)
        {
            (_market, _edgeOf) = (market, edgeOf);
            _first = new int[market.Programs + 1];
            _best = new int[market.Programs];
            _left = new int[market.Programs];
            _head = new int[market.Programs];
            _after = new int[market.Applicants];
            _before = new int[market.Applicants];
            _path = new int[market.Programs];
            _place = new int[market.Programs];
            _sitter = new int[market.Programs];
            _edge = new int[market.Programs];
            Array.Fill(_head, Market.None);
            Array.Fill(_best, Market.None);
            for (var a = 0; a < market.Applicants; a++)
            {
                for (var edge = market.First[a]; edge < BetterEnd(a); edge++)
                {
                    _first[market.Program[edge] + 1]++;
                }

                if (edgeOf[a] != Market.None)
                {
                    Sit(a, market.Program[edgeOf[a]]);
                }
            }

            for (var p = 0; p < market.Programs; p++)
            {
                _first[p + 1] += _first[p];
            }

            _end = _first[..^1];
            _wish = new int[_first[^1]];
            _wisher = new int[_first[^1]];
            for (var a = 0; a < market.Applicants; a++)
            {
                for (var edge = market.First[a]; edge < BetterEnd(a); edge++)
                {
                    Add(market.Program[edge], edge, a);
                }
            }
        }

        /// <summary>One depth-first search from every program; carries out the cycles it closes and says how many.</summary>
        public int Search()
        {
            Array.Fill(_place, New);
            var cycles = 0;
            for (var p = 0; p < _market.Programs; p++)
            {
                if (_place[p] == New)
                {
                    cycles += SearchFrom(p);
                }
            }

            return cycles;
        }

        private int SearchFrom(int start)
        {
            var cycles = 0;
            var top = 0;
            Enter(start, top);
            while (top >= 0)
            {
                var p = _path[top];
                var sitter = _sitter[p];
                if (sitter == Market.None)
                {
                    _place[p] = Done;
                    if (--top >= 0)
                    {
                        _edge[_path[top]]++;
                    }
                }
                else if (_edge[p] == BetterEnd(sitter))
                {
                    LookAt(p, _after[sitter]);
                }
                else if (_market.Program[_edge[p]] is var wanted && (_place[wanted] == Done || _market.Class[_edge[p]] != _best[wanted]))
                {
                    _edge[p]++;
                }
                else if (_place[wanted] == New)
                {
                    Enter(wanted, ++top);
                }
                else
                {
                    var from = _place[wanted];
                    CarryOut(_path.AsSpan(from, top + 1 - from));
                    cycles++;
                    top = from - 1;
                    if (top < 0)
                    {
                        Enter(start, ++top);
                    }
                }
            }

            return cycles;
        }

        private void Enter(int program, int at)
        {
            (_path[at], _place[program]) = (program, at);
            LookAt(program, _head[program]);
        }

        private void LookAt(int program, int sitter)
        {
            _sitter[program] = sitter;
            _edge[program] = sitter == Market.None ? Market.None : _market.First[sitter];
        }

        /// <summary>Everybody looked at along a cycle moves to what it wants.</summary>
        private void CarryOut(ReadOnlySpan<int> cycle)
        {
            foreach (var p in cycle)
            {
                var (mover, end) = (_sitter[p], BetterEnd(_sitter[p]));
                Rise(mover, p);
                _edgeOf[mover] = _edge[p];
                for (var gone = BetterEnd(mover); gone < end; gone++)
                {
                    var wanted = _market.Program[gone];
                    if (_market.Class[gone] == _best[wanted] && --_left[wanted] == 0)
                    {
                        _emptied.Push(wanted);
                    }
                }
            }

            foreach (var p in cycle)
            {
                Sit(_sitter[p], _market.Program[_edge[p]]);
                _place[p] = New;
            }

            while (_emptied.TryPop(out var p))
            {
                Recount(p);
            }
        }

        /// <summary>Drops the wishes that have come true or been forgotten, and finds the best class of the others.</summary>
        private void Recount(int program)
        {
            var (from, to) = (_first[program], _end[program]);
            _end[program] = from;
            _best[program] = Market.None;
            for (var i = from; i < to; i++)
            {
                if (_wish[i] < BetterEnd(_wisher[i]))
                {
                    Add(program, _wish[i], _wisher[i]);
                }
            }
        }

        private void Add(int program, int wish, int wisher)
        {
            (_wish[_end[program]], _wisher[_end[program]]) = (wish, wisher);
            _end[program]++;
            var own = _market.Class[wish];
            if (own > _best[program])
            {
                (_best[program], _left[program]) = (own, 0);
            }

            _left[program] += own == _best[program] ? 1 : 0;
        }

        private void Sit(int applicant, int program)
        {
            var head = _head[program];
            (_before[applicant], _after[applicant], _head[program]) = (Market.None, head, applicant);
            if (head != Market.None)
            {
                _before[head] = applicant;
            }
        }

        private void Rise(int applicant, int program)
        {
            var (before, after) = (_before[applicant], _after[applicant]);
            if (before == Market.None)
            {
                _head[program] = after;
            }
            else
            {
                _after[before] = after;
            }

            if (after != Market.None)
            {
                _before[after] = before;
            }
        }

        /// <summary>Where the edges end that an applicant strictly prefers to what it has.</summary>
        private int BetterEnd(int applicant) => _market.BetterEnd(applicant, _edgeOf[applicant]);
    }
}
