namespace Pathways.Matching.Kernel;

/// <summary>Branch and bound over the thresholds of one part of a market.</summary>
/// <remarks>
/// A node is a <see cref="ThresholdBox"/>; a branch cuts the range of one program's threshold in two. A goal is searched for by depth first: a
/// matching that reaches it raises <see cref="Best"/>, a search that ends without one lowers <see cref="UpperBound"/> below it. Goals
/// come from both ends, each with a budget of nodes, so that both numbers move while there is time. At a node, in the order of their
/// price: propagation, a largest matching along usable edges (which ends the search when it happens to be stable), the bound by
/// prices, and probes of the ends of every range.
/// </remarks>
internal sealed class ThresholdSearch
{
    private const int RootRounds = 400;
    private const int NodeRounds = 10;
    private const int RoundsBetweenMatchings = 5;
    private const int MostTurns = 3;
    private static readonly double[] RootPaces = [0.5, 0.25, 1.0, 0.5];

    private readonly TieCore _core;
    private readonly Func<bool> _isTimeUp;
    private readonly ThresholdPropagation _propagation;
    private readonly ThresholdFlow _flow;
    private readonly ThresholdBound _bound;
    private readonly GuidedAcceptance _guided;
    private readonly List<ThresholdBox> _boxes = [];
    private readonly List<ThresholdPrices> _prices = [];
    private readonly List<Branch> _branches = [];
    private int _goal;

    public ThresholdSearch(TieCore core, ThresholdBox root, int[]? start, Func<bool> isTimeUp)
    {
        (_core, _isTimeUp) = (core, isTimeUp);
        _propagation = new(core);
        _flow = new(core);
        _guided = new(core);
        _bound = new(core, isTimeUp, TryUsual);
        Level(0);
        _boxes[0].CopyFrom(root);
        BestEdge = new int[core.Applicants];
        Array.Fill(BestEdge, Market.None);
        _guided.Run(new double[core.Edges]);
        Take(_guided.EdgeOf);
        if (start is not null)
        {
            Take(start);
        }
    }

    private enum Outcome
    {
        Open,
        Empty,
        Found,
        Stopped,
    }

    /// <summary>The largest weakly stable matching found: by applicant, its edge or <see cref="Market.None"/>.</summary>
    public int[] BestEdge { get; }

    /// <summary>How many it matches.</summary>
    public int Best { get; private set; }

    /// <summary>No weakly stable matching matches more.</summary>
    public int UpperBound { get; private set; }

    /// <summary>How many nodes were looked at.</summary>
    public long Nodes { get; private set; }

    /// <summary>How many nodes may be looked at in all.</summary>
    public long NodeLimit { get; set; } = long.MaxValue;

    public bool IsProved => Best >= UpperBound;

    /// <summary>The bounds at the root, and the matchings that the prices there suggest.</summary>
    public void Root()
    {
        var (box, prices) = (_boxes[0], _prices[0]);
        if (!_propagation.RunAll(box))
        {
            throw new InvalidOperationException("Every market has a weakly stable matching; this part of one has none.");
        }

        UpperBound = _flow.Run(box);
        _flow.Cover(box, prices.Price, ThresholdBound.One);
        foreach (var pace in RootPaces)
        {
            if (IsProved || _isTimeUp())
            {
                return;
            }

            _goal = Best + 1;
            UpperBound = (int)Math.Min(UpperBound, _bound.Lower(box, prices, _goal, RootRounds, pace) / ThresholdBound.One);
        }
    }

    /// <summary>Searches for more, and for less to hope for, with so many nodes for each goal.</summary>
    public void Try(long budget)
    {
        while (!IsProved && Search(Best + 1, budget) is not Outcome.Stopped)
        {
        }

        // One above the best would be the same search again.
        while (Best + 1 < UpperBound && Search(UpperBound, budget) is not Outcome.Stopped)
        {
        }
    }

    private Outcome Search(int goal, long budget)
    {
        _goal = goal;
        Level(1);
        _boxes[1].CopyFrom(_boxes[0]);
        _prices[1].CopyFrom(_prices[0]);
        var depth = 1;
        do
        {
            if (budget-- <= 0 || Nodes >= NodeLimit || _isTimeUp())
            {
                return Outcome.Stopped;
            }

            Nodes++;
            var outcome = Look(depth);
            if (outcome is Outcome.Found or Outcome.Stopped)
            {
                return outcome;
            }

            if (outcome == Outcome.Empty)
            {
                _branches[depth].Turn = 2;
            }
        }
        while (Descend(ref depth));

        UpperBound = Math.Min(UpperBound, goal - 1);
        return Outcome.Empty;
    }

    /// <summary>Goes to the next node that is not looked at yet, here or further up.</summary>
    private bool Descend(ref int depth)
    {
        for (; depth > 0; depth--)
        {
            var branch = _branches[depth];
            while (branch.Turn < 2)
            {
                var isUp = branch.Turn++ == 0 == branch.IsUpFirst;
                Level(depth + 1);
                var child = _boxes[depth + 1];
                child.CopyFrom(_boxes[depth]);
                _prices[depth + 1].CopyFrom(_prices[depth]);
                _propagation.Narrow(child, branch.Program, isUp ? branch.Split + 1 : 0, isUp ? int.MaxValue : branch.Split);
                if (_propagation.Run(child))
                {
                    depth++;
                    return true;
                }
            }
        }

        return false;
    }

    private Outcome Look(int depth)
    {
        var box = _boxes[depth];
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var outcome = Flow(box);
            if (outcome != Outcome.Open)
            {
                return outcome;
            }

            var bound = _bound.Lower(box, _prices[depth], _goal, NodeRounds, pace: 0.5);
            if (Best >= _goal)
            {
                return Outcome.Found;
            }

            if (bound < (long)_goal * ThresholdBound.One
                || !_bound.Fix(box, _prices[depth], _goal, _propagation, out var isChanged)
                || !_propagation.Run(box)
                || !Shave(box, depth, ref isChanged))
            {
                return Outcome.Empty;
            }

            if (!isChanged)
            {
                break;
            }
        }

        return Pick(box, depth);
    }

    private Outcome Flow(ThresholdBox box)
    {
        if (_flow.Run(box) < _goal)
        {
            return Outcome.Empty;
        }

        if (!_core.IsStable(box.Matched))
        {
            return Outcome.Open;
        }

        Take(box.Matched);
        return Outcome.Found;
    }

    /// <summary>Cuts off ends of ranges that cannot reach the goal.</summary>
    private bool Shave(ThresholdBox box, int depth, ref bool isChanged)
    {
        for (var p = 0; p < _core.Programs; p++)
        {
            while (box.Lo[p] < box.Hi[p])
            {
                if (!CanBe(box, depth, p, 0, box.Lo[p]))
                {
                    _propagation.Narrow(box, p, box.Lo[p] + 1, int.MaxValue);
                }
                else if (!CanBe(box, depth, p, box.Hi[p], int.MaxValue))
                {
                    _propagation.Narrow(box, p, 0, box.Hi[p] - 1);
                }
                else
                {
                    break;
                }

                isChanged = true;
                if (!_propagation.Run(box))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Chooses the branch that rules out most edges on both of its sides; a side that cannot reach the goal is cut off at once.</summary>
    private Outcome Pick(ThresholdBox box, int depth)
    {
        var branch = _branches[depth];
        branch.Turn = 0;
        for (var isCut = true; isCut;)
        {
            isCut = false;
            if (_isTimeUp())
            {
                return Outcome.Stopped;
            }

            var (usable, best) = (box.Usable(), 0L);
            for (var p = 0; p < _core.Programs && !isCut; p++)
            {
                if (box.Lo[p] == box.Hi[p])
                {
                    continue;
                }

                var (split, isUpFirst) = _bound.Split(box, p);
                var canBeDown = CanBe(box, depth, p, 0, split);
                var down = usable - _boxes[depth + 1].Usable();
                var canBeUp = CanBe(box, depth, p, split + 1, int.MaxValue);
                var up = usable - _boxes[depth + 1].Usable();
                if (!canBeDown || !canBeUp)
                {
                    isCut = true;
                    _propagation.Narrow(box, p, canBeDown ? 0 : split + 1, canBeUp ? int.MaxValue : split);
                    if (!(canBeDown || canBeUp) || !_propagation.Run(box))
                    {
                        return Outcome.Empty;
                    }
                }
                else if ((1L + down) * (1L + up) > best)
                {
                    best = (1L + down) * (1L + up);
                    (branch.Program, branch.Split, branch.IsUpFirst) = (p, split, isUpFirst);
                }
            }

            if (!isCut && best > 0)
            {
                return Outcome.Open;
            }
        }

        // Every threshold is known: a largest matching that respects them all is stable.
        return Flow(box) is not Outcome.Open and var outcome
            ? outcome
            : throw new InvalidOperationException("A matching that respects all thresholds is not stable.");
    }

    private bool CanBe(ThresholdBox box, int depth, int program, int lo, int hi)
    {
        Level(depth + 1);
        var probe = _boxes[depth + 1];
        probe.CopyFrom(box);
        _propagation.Narrow(probe, program, lo, hi);
        return _propagation.Run(probe) && _flow.Run(probe) >= _goal;
    }

    private void TryUsual(int round)
    {
        if (round % RoundsBetweenMatchings == RoundsBetweenMatchings - 1 && _guided.Run(_bound.Usual) > Best)
        {
            Take(_guided.EdgeOf);
        }
    }

    private void Take(int[] edges)
    {
        var size = edges.Length - edges.AsSpan().Count(Market.None);
        if (size > Best)
        {
            Best = size;
            edges.CopyTo(BestEdge, 0);
        }
    }

    private void Level(int depth)
    {
        while (_boxes.Count <= depth)
        {
            _boxes.Add(new(_core));
            _prices.Add(new(_core));
            _branches.Add(new());
        }
    }

    private sealed class Branch
    {
        public int Program { get; set; }

        public int Split { get; set; }

        public bool IsUpFirst { get; set; }

        /// <summary>How many sides were gone into.</summary>
        public int Turn { get; set; }
    }
}
