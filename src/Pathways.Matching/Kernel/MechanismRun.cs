namespace Pathways.Matching.Kernel;

/// <summary>Runs the kernel that a mechanism needs on the market at hand.</summary>
/// <typeparam name="TOrder">How programs tell applicants apart.</typeparam>
/// <param name="strict">The market, its ties broken.</param>
/// <param name="order">How programs tell applicants apart.</param>
/// <param name="options">What to run.</param>
/// <param name="workspace">What is written to.</param>
/// <param name="isTimeUp">When a search has to end; <see langword="null"/> for never.</param>
/// <param name="cancellationToken">Stops the run.</param>
internal readonly ref struct MechanismRun<TOrder>(
    StrictMarket strict, TOrder order, MatchOptions options, Workspace workspace, Func<bool>? isTimeUp, CancellationToken cancellationToken)
    where TOrder : struct, IApplicantOrder
{
    private const int Lotteries = 32;

    private readonly Market _market = strict.Market;

    public Solution Solve()
    {
        var mechanism = options.Mechanism;
        if (mechanism == Mechanism.OpportunityOptimal)
        {
            return new(OpportunityOptimal());
        }

        if (mechanism == Mechanism.LargestStable)
        {
            return LargestStable();
        }

        if (mechanism == Mechanism.SerialDictatorship)
        {
            SerialDictatorship.Solve(_market, strict.ByPlace, workspace, cancellationToken);
        }
        else if (mechanism == Mechanism.ImmediateAcceptance)
        {
            ImmediateAcceptance.Solve(_market, order, workspace, default, cancellationToken);
        }
        else if (mechanism == Mechanism.TopTradingCycles)
        {
            strict.Trade(workspace, default, default, cancellationToken);
        }
        else
        {
            StudentOptimal();
        }

        var edgeOf = Held();
        return new(options.Improve ? Improved(edgeOf) : edgeOf);
    }

    private void StudentOptimal()
    {
        if (_market.Caps is null && _market.Plan is null)
        {
            if (strict.IsOneLottery)
            {
                // Every program ranks applicants by the one lottery: to propose and to choose in its order come to the same.
                SerialDictatorship.Solve(_market, strict.ByPlace, workspace, cancellationToken);
            }
            else
            {
                DeferredAcceptance.Solve(_market, order, workspace, cancellationToken);
            }
        }
        else if (_market.Caps is null)
        {
            CumulativeOffer.Solve(_market, new SeatChoice<TOrder>(_market, order, workspace.Fit(_market)), workspace, cancellationToken);
        }
        else if (_market.Plan is null)
        {
            CumulativeOffer.Solve(_market, new LaminarChoice<TOrder>(_market, order, workspace), workspace, cancellationToken);
        }
        else
        {
            CumulativeOffer.Solve(_market, new MixedChoice<TOrder>(_market, order, workspace.Fit(_market)), workspace, cancellationToken);
        }
    }

    private int[] OpportunityOptimal() => _market switch
    {
        { Plan: not null } => OpportunityProposingChoice.Solve(_market, order, workspace, cancellationToken),
        { Caps: not null } => PartnerProposingDeferredAcceptance.Solve(_market, order, cancellationToken),
        _ => OpportunityProposingDeferredAcceptance.Solve(_market, order, cancellationToken),
    };

    private Solution LargestStable()
    {
        if (_market.Plan is not null || (_market.Caps is not null && !PromotedProjectProposals.Covers(_market)))
        {
            return new(LargestOfLotteries());
        }

        var drawn = strict.InDrawnOrder();
        var edgeOf = Kernel.LargestStable.Solve(drawn.Market, options.Seed, Kernel.LargestStable.DefaultStarts, cancellationToken);
        int? upperBound = null;
        if (options.Exact || options.TimeLimit is not null)
        {
            var exact = ExactLargestStable.Solve(drawn.Market, edgeOf, isTimeUp ?? (() => false), cancellationToken: cancellationToken);
            (edgeOf, upperBound) = (exact.EdgeOf, exact.UpperBound);
        }

        if (options.Improve)
        {
            StableImprovementCycles.Improve(drawn.Market, edgeOf, cancellationToken);
        }

        return new(drawn.Back(edgeOf), upperBound);
    }

    // Without an algorithm for ties under these conditions, whatever a lottery gives is stable still: the largest of several is taken.
    private int[] LargestOfLotteries()
    {
        var (best, size) = (Array.Empty<int>(), -1);
        for (var draw = 0; draw < Lotteries; draw++)
        {
            var edgeOf = strict.Redrawn(draw).Run(workspace, isTimeUp, cancellationToken).EdgeOf;
            var placed = edgeOf.Length - edgeOf.AsSpan().Count(Market.None);
            (best, size) = placed > size ? (edgeOf, placed) : (best, size);
        }

        return best;
    }

    private int[] Improved(int[] edgeOf)
    {
        var drawn = strict.InDrawnOrder();
        var improved = drawn.Forth(edgeOf);
        StableImprovementCycles.Improve(drawn.Market, improved, cancellationToken);
        return drawn.Back(improved);
    }

    private int[] Held()
    {
        var edgeOf = workspace.Next.AsSpan(0, _market.Applicants).ToArray();
        for (var a = 0; a < edgeOf.Length; a++)
        {
            edgeOf[a] = edgeOf[a] < _market.First[a + 1] ? edgeOf[a] : Market.None;
        }

        return edgeOf;
    }
}
