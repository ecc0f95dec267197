namespace Pathways.Matching.Kernel;

/// <summary>Looks for a stable matching that places as many applicants as any: several starts, then a search among stable matchings.</summary>
/// <remarks>
/// <para><b>Method.</b> Each start runs <see cref="PromotedProposals"/> (or, with ties of applicants or caps,
/// <see cref="PromotedProjectProposals"/>) with another lottery, and then takes chains that place one more applicant
/// (<see cref="TieChains"/>) until there are none. From the best start the search wanders: chains by lot move it to other stable
/// matchings, improvement cycles lift applicants so that more roads lead down, and the chains are tried again; a step that
/// ends with fewer placed is taken back. It is over when no matching at all, stable or not, is larger. With caps there are only the starts.</para>
/// <para><b>Guarantees.</b> Weakly stable. No stable matching is more than 3/2 as large; on random markets few are larger at all. The same
/// market and seed give the same matching. The exact largest is NP-hard.</para>
/// <para><b>Cost.</b> O(E log c) for a start and O(E) for each round of chains; the search looks at no more than a fixed multiple of E
/// edges for each start. There is no time limit, so that a slow machine finds what a fast one does.</para>
/// <para><b>Certificate.</b> None of the size; stability is checked from its definition.</para>
/// <para><b>Source.</b> Starts: Z. Király (2013), and F. Cooper and D. Manlove (2018). The chains follow from the definition: a matching is
/// weakly stable when some way to break the ties makes it stable. Cycles: A. Erdil and H. Ergin (2008).</para>
/// </remarks>
internal static class LargestStable
{
    /// <summary>How many starts are made when nothing is said.</summary>
    public const int DefaultStarts = 8;

    // Edges looked at in the search for each start, in multiples of all edges, and at least.
    private const int WorkPerEdge = 24;
    private const int LeastWork = 1 << 15;

    /// <summary>By applicant, the edge of its seat or <see cref="Market.None"/>.</summary>
    /// <param name="market">No plan; caps, if any, as <see cref="PromotedProjectProposals"/> wants them. The search goes by position: see <see cref="Renumbered"/>.</param>
    /// <param name="seed">For the lotteries and the search.</param>
    /// <param name="starts">1 or more.</param>
    /// <param name="cancellationToken">Looked at often.</param>
    public static int[] Solve(Market market, Seed seed, int starts = DefaultStarts, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        return market.Caps is null
            ? new Search(market, seed, cancellationToken).Run(starts)
            : BestOfStarts(market, seed, starts, cancellationToken);
    }

    /// <summary>One start: two thirds of the largest size at least.</summary>
    public static int[] Start(Market market, Seed seed, Workspace workspace, CancellationToken cancellationToken = default)
    {
        if (market.Tied is null && market.Caps is null)
        {
            var order = new LotteryOrder(market.Class, market.Applicants, seed);
            PromotedProposals.Solve(market, order, workspace, cancellationToken);
            var edgeOf = workspace.Next.AsSpan(0, market.Applicants).ToArray();
            for (var a = 0; a < edgeOf.Length; a++)
            {
                edgeOf[a] = edgeOf[a] < market.First[a + 1] ? edgeOf[a] : Market.None;
            }

            return edgeOf;
        }

        var shuffled = ShuffledPlaces.Of(market, seed);
        var found = PromotedProjectProposals.Solve(
            shuffled.Market, new LotteryOrder(shuffled.Market.Class, market.Applicants, seed), cancellationToken);
        return Array.ConvertAll(found, edge => edge == Market.None ? Market.None : shuffled.EdgeOf[edge]);
    }

    private static int[] BestOfStarts(Market market, Seed seed, int starts, CancellationToken cancellationToken)
    {
        var (best, size) = (Array.Empty<int>(), -1);
        for (var start = 0; start < starts; start++)
        {
            var found = Start(market, seed.Split((ulong)start), new(), cancellationToken);
            var placed = found.Length - found.AsSpan().Count(Market.None);
            (best, size) = placed > size ? (found, placed) : (best, size);
        }

        return best;
    }

    private sealed class Search
    {
        private readonly Market _market;
        private readonly Workspace _workspace = new();
        private readonly Seed _seed;
        private readonly CancellationToken _cancellationToken;
        private readonly StableSeats _seats;
        private readonly TieChains _chains;
        private readonly TieWalks _walks;
        private readonly int[] _without;
        private readonly int _most;

        public Search(Market market, Seed seed, CancellationToken cancellationToken)
        {
            (_market, _seed, _cancellationToken) = (market, seed, cancellationToken);
            _seats = new(market);
            _chains = new(_seats);
            _walks = new(_seats);
            _without = new int[market.Applicants];
            _most = Math.Min(_seats.Wishing, market.HeldStart[^1]);
        }

        public int[] Run(int starts)
        {
            var best = Array.Empty<int>();
            var size = -1;
            for (var start = 0; start < starts; start++)
            {
                _seats.Load(Start(_market, _seed.Split((ulong)start), _workspace, _cancellationToken));
                Climb();
                if (_seats.Size > size)
                {
                    (best, size) = ([.. _seats.EdgeOf], _seats.Size);
                    if (size == _most || _chains.NothingLarger())
                    {
                        return best;
                    }
                }
            }

            _seats.Load(best);
            Wander(Math.Max(LeastWork, (long)WorkPerEdge * _market.Edges) * starts);
            return [.. _seats.EdgeOf];
        }

        /// <summary>Takes chains until none places one more applicant.</summary>
        private void Climb()
        {
            for (var climbs = true; climbs && _seats.Size < _most;)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                climbs = false;
                _chains.Forget();
                _chains.Count(_seats.Wishing);
                for (var a = 0; a < _market.Applicants; a++)
                {
                    climbs |= _seats.EdgeOf[a] == Market.None && _chains.Down(a);
                }

                while (_market.Tied is not null && _chains.Up())
                {
                    climbs = true;
                }
            }
        }

        private void Wander(long most)
        {
            var draws = new Draws(_seed.Split("wander"));
            var (known, knownSize) = (_seats.EdgeOf.AsSpan().ToArray(), -1);
            var until = _chains.Work + _walks.Work + most;
            for (var steps = 0; _chains.Work + _walks.Work < until; steps++)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                if (_seats.Size < knownSize)
                {
                    _seats.Load(known);
                }
                else
                {
                    _seats.EdgeOf.CopyTo(known, 0);
                    if (_seats.Size > knownSize && _chains.NothingLarger())
                    {
                        return;
                    }

                    knownSize = _seats.Size;
                }

                Kick(steps, ref draws);
                Climb();
            }

            if (_seats.Size < knownSize)
            {
                _seats.Load(known);
            }
        }

        private void Kick(int step, ref Draws draws)
        {
            var waiting = Without();
            for (var kick = 0; kick < 1 + (waiting / 16); kick++)
            {
                var one = _without[draws.Below(waiting)];
                if (step % 2 == 1)
                {
                    MakeRoomFor(one, ref draws);
                }
                else if (_seats.EdgeOf[one] == Market.None)
                {
                    _walks.Down(one, ref draws);
                }
            }

            if (step % 4 == 3)
            {
                StableImprovementCycles.Improve(_market, _seats.EdgeOf, _cancellationToken);
                _seats.Load([.. _seats.EdgeOf]);
                _chains.Count(2 * _seats.Wishing);
            }
        }

        /// <summary>Moves somebody who is in a program of an applicant's list.</summary>
        private void MakeRoomFor(int applicant, ref Draws draws)
        {
            var choices = _market.First[applicant + 1] - _market.First[applicant];
            var program = _market.Program[_market.First[applicant] + draws.Below(choices)];
            if (_seats.Count[program] == 0)
            {
                return;
            }

            var sitter = _seats.In(program)[draws.Below(_seats.Count[program])];
            if (_market.Tied is not null && draws.Below(2) == 0)
            {
                _walks.Up(sitter, ref draws);
            }
            else
            {
                _walks.Overtake(sitter, ref draws);
            }
        }

        private int Without()
        {
            var waiting = 0;
            for (var a = 0; a < _market.Applicants; a++)
            {
                if (_seats.EdgeOf[a] == Market.None && _market.First[a] < _market.First[a + 1])
                {
                    _without[waiting++] = a;
                }
            }

            return waiting;
        }
    }
}
