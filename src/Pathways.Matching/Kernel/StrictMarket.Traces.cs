namespace Pathways.Matching.Kernel;

/// <content>How a result came about, for explanations.</content>
internal sealed partial class StrictMarket
{
    private (Market Market, bool[]? RanksAll)? _ranked;

    /// <summary>The priorities of everybody, whether they list a program or not, as trades of seats know them.</summary>
    public Market RankedClasses => (_ranked ??= Ranked()).Market;

    /// <summary>Immediate acceptance; by program, the round in which its last seat went, or 0 when seats are left.</summary>
    public int[] LastRounds(CancellationToken cancellationToken = default)
    {
        var lastRound = new int[Market.Programs];
        if (IsOwn)
        {
            ImmediateAcceptance.Solve(Market, new OwnRankOrder(_numbers), new(), lastRound, cancellationToken);
        }
        else
        {
            ImmediateAcceptance.Solve(Market, new SinglePlaceOrder(Market.Class, _numbers, _byPlace), new(), lastRound, cancellationToken);
        }

        return lastRound;
    }

    /// <summary>Top trading cycles; <see cref="Workspace.Next"/> then holds the edge of each applicant, or the end of its list.</summary>
    /// <param name="workspace">What is written to.</param>
    /// <param name="step">By applicant, the step in which it left, from 1. Empty when nobody asks.</param>
    /// <param name="lastStep">By program, the step in which its last seat went, or 0 when seats are left. Empty when nobody asks.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public void Trade(Workspace workspace, Span<int> step, Span<int> lastStep, CancellationToken cancellationToken)
    {
        var (ranked, ranksAll) = _ranked ??= Ranked();
        if (IsOwn)
        {
            var ranks = TieBreaker.OwnRanks(ranked, _problem.Problem.Columns.Students, _seeds);
            _moved?.InOwnRanks(ranked, _problem.Problem.Columns.Students, _seeds, ranks);
            TopTradingCycles.Solve(Market, ranked, ranksAll, new OwnRankOrder(ranks), workspace, step, lastStep, cancellationToken);
        }
        else
        {
            var order = new SinglePlaceOrder(ranked.Class, _numbers, _byPlace);
            TopTradingCycles.Solve(Market, ranked, ranksAll, order, workspace, step, lastStep, cancellationToken);
        }
    }

    /// <summary>Which kind of seat everybody has in a matching of this market.</summary>
    /// <param name="programOf">By applicant, its program or <see cref="Market.None"/>.</param>
    public SeatKinds Kinds(ReadOnlySpan<int> programOf)
    {
        var edgeOf = new int[programOf.Length];
        for (var a = 0; a < edgeOf.Length; a++)
        {
            edgeOf[a] = programOf[a] == Market.None ? Market.None : Market.EdgeTo(a, programOf[a]);
        }

        return IsOwn
            ? SeatKinds.Of(Market, new OwnRankOrder(_numbers), edgeOf)
            : SeatKinds.Of(Market, new SinglePlaceOrder(Market.Class, _numbers, _byPlace), edgeOf);
    }

    /// <summary>By edge, how the program puts its applicant in order: higher is better, and comparable under each outermost cap.</summary>
    public long[] Keys()
    {
        var keys = new long[Market.Edges];
        for (var a = 0; a < Market.Applicants; a++)
        {
            for (var edge = Market.First[a]; edge < Market.First[a + 1]; edge++)
            {
                keys[edge] = IsOwn ? ((long)_numbers[edge] << 32) | (uint)a : ((long)Market.Class[edge] << 32) | (uint)_numbers[a];
            }
        }

        return keys;
    }

    // A changed class has to be changed among the priorities, too.
    private (Market Market, bool[]? RanksAll) Ranked()
    {
        var (ranked, ranksAll) = RankedMarket.Of(_problem.Problem.Columns);
        if (_raised is not { } raised)
        {
            return (ranked, ranksAll);
        }

        var doubled = Array.ConvertAll(ranked.Class, c => 2 * c);
        foreach (var program in raised.Programs)
        {
            if (ranked.EdgeTo(raised.Applicant, program) is not Market.None and var edge)
            {
                doubled[edge] = raised.Class;
            }
        }

        return (ranked.WithClasses(doubled), ranksAll);
    }
}
