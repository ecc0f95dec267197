namespace Pathways.Matching.Kernel;

/// <summary>A run of <see cref="PromotedProjectProposals"/>: who is where, who is in doubt, and whose turn it is.</summary>
internal sealed class SecondChances<TOrder>
    where TOrder : struct, IApplicantOrder
{
    private const uint PromotedBit = 1u << 31;

    private readonly Market _market;
    private readonly TOrder _order;
    private readonly Turn[] _turns;
    private readonly Queue<int> _free;

    // By program: who is in, the keys of those not in doubt as a heap with the worst first, and a stack of those in doubt.
    private readonly int[] _count;
    private readonly int[] _settled;
    private readonly long[] _keys;
    private readonly int[] _doubts;
    private readonly int[] _doubtful;

    // By outermost node: room left, its programs, and one more stack of those in doubt for nodes that are caps.
    private readonly int[] _root;
    private readonly int[] _room;
    private readonly int[] _firstOf;
    private readonly int[] _programOf;
    private readonly int[] _capStart;
    private readonly int[] _capDoubts;
    private readonly int[] _capDoubtful;

    public SecondChances(Market market, TOrder order)
    {
        (_market, _order) = (market, order);
        var (programs, caps) = (market.Programs, market.Caps);
        var nodes = programs + (caps?.Caps ?? 0);
        _turns = new Turn[market.Applicants];
        _free = new(market.Applicants);
        _count = new int[programs];
        _settled = new int[programs];
        _keys = new long[market.HeldStart[^1]];
        _doubts = new int[programs];
        _doubtful = new int[market.HeldStart[^1]];
        _root = caps?.Root ?? [.. Enumerable.Range(0, programs)];
        _room = [.. market.Capacity, .. caps?.Seats ?? []];
        _firstOf = new int[nodes + 1];
        _capStart = new int[nodes + 1];
        _capDoubts = new int[nodes];
        for (var p = 0; p < programs; p++)
        {
            _firstOf[_root[p] + 1]++;
            _capStart[_root[p] + 1] += market.HeldStart[p + 1] - market.HeldStart[p];
        }

        for (var node = 0; node < nodes; node++)
        {
            _firstOf[node + 1] += _firstOf[node];
            _capStart[node + 1] += _capStart[node];
        }

        _programOf = new int[programs];
        var next = _firstOf.AsSpan().ToArray();
        for (var p = 0; p < programs; p++)
        {
            _programOf[next[_root[p]]++] = p;
        }

        _capDoubtful = caps is null ? [] : new int[_capStart[^1]];
    }

    public int[] ToEnd(CancellationToken cancellationToken)
    {
        for (var a = 0; a < _market.Applicants; a++)
        {
            StartPlace(a, _market.First[a]);
            _free.Enqueue(a);
        }

        for (var turns = 0u; _free.TryDequeue(out var applicant); turns++)
        {
            if (turns % 4096 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            Propose(applicant);
        }

        return Array.ConvertAll(_turns, turn => turn.Edge);
    }

    private void StartPlace(int applicant, int edge)
    {
        ref var turn = ref _turns[applicant];
        (turn.Edge, turn.Room, turn.Ask, turn.Rejected, turn.End) = (Market.None, edge, edge, Market.None, edge);
        if (edge < _market.First[applicant + 1])
        {
            turn.End = _market.PlaceEnd(applicant, edge);
        }
    }

    /// <summary>Lets one applicant go on until it has a seat, or is through its list for the second time.</summary>
    private void Propose(int applicant)
    {
        ref var turn = ref _turns[applicant];
        while (true)
        {
            if (FindsRoom(ref turn))
            {
                TakeRoom(applicant, ref turn);
                return;
            }

            for (; turn.Ask < turn.End; turn.Ask++)
            {
                if (turn.Ask != turn.Rejected && GetsSeat(applicant, turn.Ask))
                {
                    turn.Edge = turn.Ask;
                    return;
                }
            }

            if (turn.End == _market.First[applicant + 1])
            {
                if (turn.Promoted)
                {
                    return;
                }

                turn.Promoted = true;
                StartPlace(applicant, _market.First[applicant]);
            }
            else
            {
                StartPlace(applicant, turn.End);
            }
        }
    }

    /// <summary>Looks for a program of the place with a free seat and room under its cap. Room once gone never comes back.</summary>
    private bool FindsRoom(ref Turn turn)
    {
        for (; turn.Room < turn.End; turn.Room++)
        {
            var p = _market.Program[turn.Room];
            if (_count[p] < _market.Capacity[p] && _room[_root[p]] > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void TakeRoom(int applicant, ref Turn turn)
    {
        turn.Edge = turn.Room++;
        var p = _market.Program[turn.Edge];
        _room[_root[p]]--;
        if (turn.Room == turn.End)
        {
            Seat(applicant, turn.Edge);
            return;
        }

        _count[p]++;
        turn.InDoubt = true;
        _doubtful[_market.HeldStart[p] + _doubts[p]++] = applicant;
        if (_root[p] is var root && root != p)
        {
            _capDoubtful[_capStart[root] + _capDoubts[root]++] = applicant;
        }
    }

    /// <summary>Asks a program without room. Somebody makes way: one in doubt, or the worst if that is worse.</summary>
    private bool GetsSeat(int applicant, int edge)
    {
        var p = _market.Program[edge];
        var root = _root[p];
        if (_count[p] == _market.Capacity[p])
        {
            if (!SomebodyMoves(_doubtful.AsSpan(_market.HeldStart[p]), ref _doubts[p], p)
                && !PutsOut(_settled[p] > 0 ? p : Market.None, applicant, edge))
            {
                return false;
            }
        }
        else if (!SomebodyMoves(_capDoubtful.AsSpan(_capStart[root]), ref _capDoubts[root], root)
            && !PutsOut(WorstOf(root), applicant, edge))
        {
            return false;
        }

        Seat(applicant, edge);
        return true;
    }

    private void Seat(int applicant, int edge)
    {
        _count[_market.Program[edge]]++;
        Settle(applicant, edge);
    }

    /// <summary>Looks for one in doubt for whom a tied program still has room. Those for whom none has are in doubt no more.</summary>
    /// <param name="stack">May hold some who have gone, or were found otherwise.</param>
    /// <param name="height">Of the stack.</param>
    /// <param name="node">The program, or its cap.</param>
    private bool SomebodyMoves(Span<int> stack, ref int height, int node)
    {
        while (height > 0)
        {
            var other = stack[--height];
            ref var turn = ref _turns[other];
            if (!turn.InDoubt || _market.Program[turn.Edge] is var p && p != node && _root[p] != node)
            {
                continue;
            }

            turn.InDoubt = false;
            if (FindsRoom(ref turn))
            {
                _count[p]--;
                turn.Edge = Market.None;
                _free.Enqueue(other);
                return true;
            }

            Settle(other, turn.Edge);
        }

        return false;
    }

    /// <summary>Rejects the worst applicant of a program if it is worse than another.</summary>
    private bool PutsOut(int p, int applicant, int edge)
    {
        if (p == Market.None || Key(applicant, edge) < _keys[_market.HeldStart[p]])
        {
            return false;
        }

        var heap = _keys.AsSpan(_market.HeldStart[p], _settled[p]);
        var worst = _order.Applicant((int)heap[0] & int.MaxValue);
        heap[0] = heap[^1];
        _settled[p]--;
        SiftDown(heap[..^1]);
        _count[p]--;
        ref var turn = ref _turns[worst];
        if (turn.Edge == turn.Ask)
        {
            turn.Ask++;
        }
        else
        {
            turn.Rejected = turn.Edge;
        }

        turn.Edge = Market.None;
        _free.Enqueue(worst);
        return true;
    }

    private int WorstOf(int root)
    {
        var worst = Market.None;
        for (var i = _firstOf[root]; i < _firstOf[root + 1]; i++)
        {
            var p = _programOf[i];
            if (_settled[p] > 0 && (worst == Market.None || _keys[_market.HeldStart[p]] < _keys[_market.HeldStart[worst]]))
            {
                worst = p;
            }
        }

        return worst;
    }

    private long Key(int applicant, int edge) =>
        ((long)_order.High(edge) << 32) | (uint)_order.Low(applicant) | (_turns[applicant].Promoted ? PromotedBit : 0);

    /// <summary>Puts somebody who has a seat and is not in doubt among those who can be rejected.</summary>
    private void Settle(int applicant, int edge)
    {
        var p = _market.Program[edge];
        var heap = _keys.AsSpan(_market.HeldStart[p], ++_settled[p]);
        var key = Key(applicant, edge);
        var i = heap.Length - 1;
        for (; i > 0 && heap[(i - 1) / 2] > key; i = (i - 1) / 2)
        {
            heap[i] = heap[(i - 1) / 2];
        }

        heap[i] = key;
    }

    private static void SiftDown(Span<long> heap)
    {
        if (heap.IsEmpty)
        {
            return;
        }

        var (i, key) = (0, heap[0]);
        for (var child = 1; child < heap.Length; child = (2 * i) + 1)
        {
            if (child + 1 < heap.Length && heap[child + 1] < heap[child])
            {
                child++;
            }

            if (heap[child] >= key)
            {
                break;
            }

            heap[i] = heap[child];
            i = child;
        }

        heap[i] = key;
    }

    /// <summary>Where an applicant is on its list.</summary>
    private struct Turn
    {
        /// <summary>The edge of the seat it has.</summary>
        public int Edge;

        /// <summary>The place it is at ends here.</summary>
        public int End;

        /// <summary>No program of the place before this edge has room.</summary>
        public int Room;

        /// <summary>The programs of the place before this edge have rejected it.</summary>
        public int Ask;

        /// <summary>One more edge of the place that has.</summary>
        public int Rejected;

        /// <summary>On the second way through the list.</summary>
        public bool Promoted;

        /// <summary>Whether the seat goes to anybody who asks, should a tied program still have room.</summary>
        public bool InDoubt;
    }
}
