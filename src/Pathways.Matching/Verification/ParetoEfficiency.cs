using Pathways.Matching.Kernel;

namespace Pathways.Matching.Verification;

/// <summary>Efficiency for applicants, from the definition: nobody can gain without somebody else's loss.</summary>
/// <remarks>
/// A matching is improved by another one of acceptable pairs within the seats that is worse for nobody and strictly better for somebody;
/// programs have no say. Taken apart, the way from one to the other is made of trades: applicants who pass on their seats in a ring,
/// or one after the other from somebody without a seat, or with a seat that stays behind, up to a free seat. Drawn between programs, with one
/// more node for all that is free, each trade is a cycle with a strict gain; so it is looked for in the strongly connected components.
/// Equal places in a list may be traded too, as long as somebody gains. Shares no code with the mechanisms.
/// A. Abdulkadiroglu and T. Sonmez, "School Choice: A Mechanism Design Approach", American Economic Review 93 (2003) 729-747; components by
/// R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM Journal on Computing 1 (1972) 146-160.
/// </remarks>
internal static class ParetoEfficiency
{
    /// <summary>Moves that together make nobody worse and somebody better; none when there is no such trade.</summary>
    /// <param name="market">The market, ties and all; caps and seats by group are not looked at.</param>
    /// <param name="programOf">By applicant, its program or <see cref="Market.None"/>: acceptable pairs within the seats.</param>
    public static List<(int Applicant, int Program)> Trade(Market market, int[] programOf)
    {
        var wishes = new Wishes(market, programOf);
        var component = Components(wishes);
        for (var a = 0; a < market.Applicants; a++)
        {
            for (var edge = market.First[a]; edge < wishes.Strict[a]; edge++)
            {
                var (from, to) = (wishes.NodeOf(a), market.Program[edge]);
                if (component[from] == component[to])
                {
                    return [(a, to), .. Path(wishes, component, to, from)];
                }
            }
        }

        return [];
    }

    /// <summary>By node, a number that is the same for all nodes that can reach each other.</summary>
    private static int[] Components(Wishes wishes)
    {
        var nodes = wishes.Nodes;
        var (component, low, found) = (new int[nodes], new int[nodes], new int[nodes]);
        Array.Fill(component, -1);
        var walks = new Walk[nodes];
        var (path, open) = (new Stack<int>(), new Stack<int>());
        var (time, components) = (0, 0);
        for (var root = 0; root < nodes; root++)
        {
            if (found[root] == 0)
            {
                Enter(root);
            }

            while (path.TryPeek(out var node))
            {
                if (wishes.Next(node, ref walks[node]) is { } move)
                {
                    if (found[move.To] == 0)
                    {
                        Enter(move.To);
                    }
                    else if (component[move.To] < 0)
                    {
                        low[node] = Math.Min(low[node], found[move.To]);
                    }

                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var before))
                {
                    low[before] = Math.Min(low[before], low[node]);
                }

                if (low[node] == found[node])
                {
                    int member;
                    do
                    {
                        member = open.Pop();
                        component[member] = components;
                    }
                    while (member != node);
                    components++;
                }
            }
        }

        return component;

        void Enter(int node)
        {
            found[node] = low[node] = ++time;
            path.Push(node);
            open.Push(node);
        }
    }

    /// <summary>The moves of a shortest way between two nodes of one component.</summary>
    private static List<(int Applicant, int Program)> Path(Wishes wishes, int[] component, int from, int to)
    {
        var reached = new (int From, int Applicant)?[wishes.Nodes];
        var queue = new Queue<int>([from]);
        reached[from] = (from, Market.None);
        while (queue.TryDequeue(out var node) && node != to)
        {
            var walk = default(Walk);
            while (wishes.Next(node, ref walk) is { } move)
            {
                if (reached[move.To] is null && component[move.To] == component[node])
                {
                    reached[move.To] = (node, move.Applicant);
                    queue.Enqueue(move.To);
                }
            }
        }

        var moves = new List<(int, int)>();
        for (var node = to; node != from; node = reached[node]!.Value.From)
        {
            // A step to or from what is free need not move anybody.
            if (reached[node]!.Value.Applicant is not Market.None and var applicant)
            {
                moves.Add((applicant, node));
            }
        }

        moves.Reverse();
        return moves;
    }

    /// <summary>How far the steps out of a node have been taken.</summary>
    private struct Walk
    {
        /// <summary>How many of its applicants are done.</summary>
        public int Done;

        /// <summary>How many choices of the next one.</summary>
        public int Choices;

        /// <summary>How many of the steps that move nobody.</summary>
        public int Empty;
    }

    /// <summary>Who would move where: programs are nodes, and the last node is what is free.</summary>
    private sealed class Wishes
    {
        private readonly Market _market;
        private readonly int[] _node;
        private readonly int[] _start;
        private readonly int[] _applicants;

        // By applicant, behind the last edge that is no worse than what it has.
        private readonly int[] _end;

        public Wishes(Market market, int[] programOf)
        {
            _market = market;
            _node = Array.ConvertAll(programOf, program => program == Market.None ? market.Programs : program);
            _start = new int[Nodes + 1];
            (Strict, _end) = (new int[programOf.Length], new int[programOf.Length]);
            for (var a = 0; a < programOf.Length; a++)
            {
                _start[_node[a] + 1]++;
                var own = programOf[a] == Market.None ? Market.None : market.EdgeTo(a, programOf[a]);
                (Strict[a], _end[a]) = own == Market.None ? (market.First[a + 1], market.First[a + 1]) : Tie(a, own);
            }

            for (var node = 0; node < Nodes; node++)
            {
                _start[node + 1] += _start[node];
            }

            _applicants = new int[programOf.Length];
            var next = (int[])_start.Clone();
            for (var a = 0; a < programOf.Length; a++)
            {
                _applicants[next[_node[a]]++] = a;
            }
        }

        public int Nodes => _market.Programs + 1;

        /// <summary>By applicant, behind the last edge that is strictly better than what it has.</summary>
        public int[] Strict { get; }

        private int Free => _market.Programs;

        public int NodeOf(int applicant) => _node[applicant];

        /// <summary>The next step out of a node, and who moves: <see cref="Market.None"/> when a seat just stays free; null when there is none.</summary>
        public (int To, int Applicant)? Next(int node, ref Walk walk)
        {
            while (_start[node] + walk.Done < _start[node + 1])
            {
                var applicant = _applicants[_start[node] + walk.Done];
                var edge = _market.First[applicant] + walk.Choices++;
                if (edge < _end[applicant])
                {
                    return (_market.Program[edge], applicant);
                }

                (walk.Done, walk.Choices) = (walk.Done + 1, 0);
            }

            // Any program may be left with one seat more free, and one with a free seat may take somebody for it.
            if (node == Free)
            {
                return walk.Empty < Free ? (walk.Empty++, Market.None) : null;
            }

            return walk.Empty++ == 0 && _start[node + 1] - _start[node] < _market.Capacity[node] ? (Free, Market.None) : null;
        }

        private (int Start, int End) Tie(int applicant, int own)
        {
            var (start, end) = (own, own + 1);
            if (_market.Tied is { } tied)
            {
                while (tied[start])
                {
                    start--;
                }

                while (end < _market.First[applicant + 1] && tied[end])
                {
                    end++;
                }
            }

            return (start, end);
        }
    }
}
