namespace Pathways.Matching.Kernel;

/// <summary>Finds the stable matching that every program likes best, for programs with reserves, quotas or slots.</summary>
/// <remarks>
/// <para><b>Method.</b> Each program offers seats to its choice from all who have not turned it down; an applicant keeps the best offer and
/// has then turned down whatever it lists below. A program that loses somebody it had chosen chooses again from those who are left, until
/// no choice changes. With substitutable choices an offer is never taken back, so what an applicant keeps only gets better.</para>
/// <para><b>Guarantees.</b> No blocking pair; every program would choose its applicants from those of any stable matching together with its
/// own, and every applicant gets the worst seat it can have. The same number is placed as when applicants propose. Not truthful for
/// applicants. The result does not depend on the order of offers.</para>
/// <para><b>Cost.</b> O(E log d) time to sort the lists for E edges and longest list d, and O(d) offers for every time that a program with kinds
/// of seats chooses again; by merit alone O(E) in all. O(E) space.</para>
/// <para><b>Certificate.</b> None needed: <see cref="Pathways.Matching.Verification"/> checks the definition.</para>
/// <para><b>Source.</b> J. W. Hatfield and P. R. Milgrom, "Matching with Contracts", American Economic Review 95 (2005) 913-935 (the process
/// from the other side, and the lattice); A. E. Roth, "Stability and Polarization of Interests in Job Matching", Econometrica 52 (1984) 47-57.</para>
/// </remarks>
internal static class OpportunityProposingChoice
{
    /// <returns>Per applicant, the edge it is matched along, or <see cref="Market.None"/>.</returns>
    public static int[] Solve<TOrder>(Market market, TOrder order, Workspace workspace, CancellationToken cancellationToken = default)
        where TOrder : struct, IApplicantOrder
    {
        var plan = market.Plan ?? throw new ArgumentException("The market has no plan of seats. Maybe its programs choose by merit alone.", nameof(market));
        var run = new Offers<TOrder>(market, plan, order, workspace);
        while (run.Next() is not Market.None and var program)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (plan.Rules(program))
            {
                run.ChooseAgain(program);
            }
            else
            {
                run.FillByMerit(program);
            }
        }

        return run.Matched;
    }

    /// <summary>Who has been offered what.</summary>
    private readonly struct Offers<TOrder>
        where TOrder : struct, IApplicantOrder
    {
        private readonly Market _market;
        private readonly SeatPlan _plan;
        private readonly TOrder _order;
        private readonly SeatBlocks _blocks;
        private readonly SeatChoice<TOrder> _choice;

        // By program, the edges of those who have not turned it down, best first, and their applicants; where they end, and how many lists of
        // programs by merit have been used up.
        private readonly int[] _lists;
        private readonly int[] _owners;
        private readonly int[] _end;
        private readonly int[] _next;
        private readonly int[] _free;
        private readonly int[] _along; // by applicant, the edge to the program that is choosing
        private readonly Queue<int> _open;
        private readonly bool[] _isOpen;

        public Offers(Market market, SeatPlan plan, TOrder order, Workspace workspace)
        {
            (_market, _plan, _order) = (market, plan, order);
            _choice = new(market, order, workspace);
            _blocks = workspace.Seats;
            (_lists, _owners) = OpportunityProposingDeferredAcceptance.BestFirst(market, order, market.Reverse);
            _end = market.Reverse.First.AsSpan(1).ToArray();
            _next = market.Reverse.First.AsSpan(0, market.Programs).ToArray();
            _free = (int[])market.Capacity.Clone();
            _along = new int[market.Applicants];
            Matched = new int[market.Applicants];
            Array.Fill(Matched, Market.None);
            _open = new(Enumerable.Range(0, market.Programs));
            _isOpen = new bool[market.Programs];
            Array.Fill(_isOpen, true);
        }

        public int[] Matched { get; }

        /// <summary>A program whose choice may have changed, or <see cref="Market.None"/>.</summary>
        public int Next()
        {
            if (!_open.TryDequeue(out var program))
            {
                return Market.None;
            }

            _isOpen[program] = false;
            return program;
        }

        public void FillByMerit(int program)
        {
            while (_free[program] > 0 && _next[program] < _end[program])
            {
                var at = _next[program]++;
                if (!HasTurnedDown(_owners[at], _lists[at]))
                {
                    Keep(_owners[at], _lists[at]);
                    _free[program]--;
                }
            }
        }

        public void ChooseAgain(int program)
        {
            _blocks.Empty(_plan, program);
            var start = _market.Reverse.First[program];
            var left = start;
            for (var at = start; at < _end[program]; at++)
            {
                var (edge, applicant) = (_lists[at], _owners[at]);
                if (HasTurnedDown(applicant, edge))
                {
                    continue;
                }

                (_lists[left], _owners[left++]) = (edge, applicant);
                _along[applicant] = edge;
                _choice.Offer(program, applicant, edge);
            }

            _end[program] = left;
            for (var kind = _plan.First[program]; kind < _plan.First[program + 1]; kind++)
            {
                KeepAll(_blocks.Held.AsSpan(_blocks.Start[kind], _blocks.Count[kind]));
            }

            KeepAll(_blocks.Held.AsSpan(_blocks.RestStart[program], _blocks.RestCount[program]));
        }

        private bool HasTurnedDown(int applicant, int edge) => Matched[applicant] != Market.None && Matched[applicant] < edge;

        private void KeepAll(ReadOnlySpan<long> keys)
        {
            foreach (var key in keys)
            {
                var applicant = _order.Applicant((int)key);
                Keep(applicant, _along[applicant]);
            }
        }

        private void Keep(int applicant, int edge)
        {
            var left = Matched[applicant];
            Matched[applicant] = edge;
            if (left == Market.None || left == edge)
            {
                return;
            }

            var loser = _market.Program[left];
            _free[loser]++;
            if (!_isOpen[loser])
            {
                _open.Enqueue(loser);
                _isOpen[loser] = true;
            }
        }
    }
}
