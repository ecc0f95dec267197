namespace Pathways.Matching.Kernel;

/// <summary>Choice by merit alone: the best whom there are seats for.</summary>
/// <remarks>The rule inside <see cref="DeferredAcceptance"/>, for markets where other programs choose otherwise.</remarks>
/// <typeparam name="TOrder">How programs tell applicants apart.</typeparam>
internal readonly unsafe struct ResponsiveChoice<TOrder> : IChoiceFunction
    where TOrder : struct, IApplicantOrder
{
    private readonly TOrder _order;
    private readonly int[] _capacity;
    private readonly int[] _heldStart;
    private readonly int[] _cutoff;
    private readonly int[] _count;
    private readonly long[] _held;

    /// <summary>Programs that hold nobody.</summary>
    public ResponsiveChoice(Market market, TOrder order, Workspace workspace)
    {
        workspace.Fit(market);
        (_order, _capacity, _heldStart) = (order, market.Capacity, market.HeldStart);
        (_cutoff, _count, _held) = (workspace.Cutoff, workspace.Count, workspace.Held);
        for (var program = 0; program < market.Programs; program++)
        {
            (_cutoff[program], _count[program]) = (_capacity[program] > 0 ? 0 : int.MaxValue, 0);
        }
    }

    /// <inheritdoc/>
    /// <remarks>A. E. Roth, "The College Admissions Problem Is Not Equivalent to the Marriage Problem", Journal of Economic Theory 36 (1985) 277-288.</remarks>
    public static ChoiceGuarantees Guarantees => ChoiceGuarantees.All;

    /// <inheritdoc/>
    public void Fetch(int program, int edge)
    {
        Kernel.Fetch.At(_cutoff, program);
        _order.FetchHigh(edge);
    }

    /// <inheritdoc/>
    public void FetchHeld(int program)
    {
        Kernel.Fetch.At(_capacity, program);
        Kernel.Fetch.At(_count, program);
    }

    /// <inheritdoc/>
    public int Offer(int program, int applicant, int edge)
    {
        var high = _order.High(edge);
        if (high < _cutoff[program])
        {
            return applicant;
        }

        var seats = _capacity[program];
        if (seats == 0)
        {
            return applicant; // also when the word is as high as a word can be
        }

        var key = ((long)high << 32) | (uint)_order.Low(applicant);
        fixed (long* block = &_held[_heldStart[program]])
        {
            var isOut = HeldBlock.Take(block, ref _count[program], seats, key);
            if (_count[program] == seats)
            {
                _cutoff[program] = (int)(block[0] >> 32);
            }

            return isOut == HeldBlock.Nobody ? Market.None : _order.Applicant((int)isOut);
        }
    }
}
