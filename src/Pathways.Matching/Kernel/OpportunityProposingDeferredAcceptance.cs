namespace Pathways.Matching.Kernel;

/// <summary>Finds the stable matching that every program likes best.</summary>
/// <remarks>
/// <para><b>Method.</b> Each program with a free seat proposes to the next applicant on its strict list; an applicant holds the best program
/// it has heard from, and leaving one for another frees a seat there. Edges of an applicant are in its own order, so that "better"
/// is a comparison of two edge numbers.</para>
/// <para><b>Guarantees.</b> No blocking pair; among all stable matchings every program gets the best applicants it can get, and every applicant
/// the worst seat it can have (the lattice of stable matchings). Not truthful for applicants. The result does not depend on
/// the order of proposals.</para>
/// <para><b>Cost.</b> O(E log d) time to sort the lists and O(E) to propose, O(E) space, for E edges and longest list d.</para>
/// <para><b>Certificate.</b> None needed: <see cref="Pathways.Matching.Verification.Stability"/> checks the definition in O(E).</para>
/// <para><b>Source.</b> D. Gale and L. S. Shapley (1962); A. E. Roth, "The College Admissions Problem Is Not Equivalent to the Marriage Problem",
/// Journal of Economic Theory 36 (1985) 277-288; the lattice: D. E. Knuth, "Mariages stables" (1976), credited to J. H. Conway.</para>
/// </remarks>
internal static class OpportunityProposingDeferredAcceptance
{
    /// <returns>Per applicant, the edge it is matched along, or <see cref="Market.None"/>.</returns>
    public static int[] Solve<TOrder>(Market market, TOrder order, CancellationToken cancellationToken = default)
        where TOrder : struct, IApplicantOrder
    {
        var reverse = market.Reverse;
        var (lists, owners) = BestFirst(market, order, reverse);
        var matched = new int[market.Applicants];
        Array.Fill(matched, Market.None);
        var next = reverse.First.AsSpan(0, market.Programs).ToArray();
        var free = (int[])market.Capacity.Clone();
        var open = new Stack<int>(market.Programs);
        var isOpen = new bool[market.Programs];
        for (var program = market.Programs - 1; program >= 0; program--)
        {
            open.Push(program);
            isOpen[program] = true;
        }

        while (open.TryPop(out var program))
        {
            cancellationToken.ThrowIfCancellationRequested();
            isOpen[program] = false;
            while (free[program] > 0 && next[program] < reverse.First[program + 1])
            {
                var at = next[program]++;
                var (edge, applicant) = (lists[at], owners[at]);
                var held = matched[applicant];
                if (held != Market.None && held < edge)
                {
                    continue; // the applicant holds something better
                }

                matched[applicant] = edge;
                free[program]--;
                if (held == Market.None)
                {
                    continue;
                }

                var left = market.Program[held];
                free[left]++;
                if (left != program && !isOpen[left])
                {
                    open.Push(left);
                    isOpen[left] = true;
                }
            }
        }

        return matched;
    }

    /// <summary>The edges of each program, best applicant first, with their applicants.</summary>
    public static (int[] Edges, int[] Applicants) BestFirst<TOrder>(Market market, TOrder order, ReverseIndex reverse)
        where TOrder : struct, IApplicantOrder
    {
        var keys = new long[market.Edges];
        for (var at = 0; at < keys.Length; at++)
        {
            keys[at] = -(((long)order.High(reverse.Edge[at]) << 32) | (uint)order.Low(reverse.Applicant[at]));
        }

        var edges = (int[])reverse.Edge.Clone();
        for (var program = 0; program < market.Programs; program++)
        {
            var (start, length) = (reverse.First[program], reverse.First[program + 1] - reverse.First[program]);
            Array.Sort(keys, edges, start, length);
        }

        return (edges, Array.ConvertAll(keys, key => order.Applicant((int)-key)));
    }
}
