namespace Pathways.Matching.Kernel;

/// <summary>Finds the stable matching under caps that every partner, or whatever the outermost cap belongs to, likes best.</summary>
/// <remarks>
/// <para><b>Method.</b> As long as nothing on the way from a program to its outermost cap is full, the program may propose. Among those under one
/// outermost cap, the best contract not offered yet is offered next; an applicant holds the best it was offered, and leaving one for another
/// frees a seat under every cap around the one left. An applicant whom several programs under one cap want equally is offered the one it
/// likes best. The next offer under each cap is kept by a tournament over what is below it.</para>
/// <para><b>Guarantees.</b> No blocking pair in the sense of <see cref="Pathways.Matching.Verification.CapStability"/>. Among all stable
/// matchings, contract by contract every outermost cap gets the best it can get, and every applicant the worst seat it can have; the same
/// applicants have seats in all, and every outermost cap the same number. With one level of caps this is the matching of SPA-lecturer. Not
/// truthful for applicants. The result does not depend on the order of proposals.</para>
/// <para><b>Cost.</b> O(E log d + E h) time and O(E) space, for E edges, at most d of them under one outermost cap, and caps h deep (a cap around
/// n others counts as log n deep).</para>
/// <para><b>Certificate.</b> None needed: <see cref="Pathways.Matching.Verification.CapStability"/> checks the definition.</para>
/// <para><b>Source.</b> D. J. Abraham, R. W. Irving and D. F. Manlove, "Two algorithms for the Student-Project Allocation problem", Journal of
/// Discrete Algorithms 5 (2007) 73-90. Deeper caps: the seats under a tree of caps are a matroid, and T. Fleiner, "A Fixed-Point Approach to
/// Stable Matchings and Some Applications", Mathematics of Operations Research 28 (2003) 103-126, proves the same for any two matroids.</para>
/// </remarks>
internal static class PartnerProposingDeferredAcceptance
{
    /// <param name="market">The market, without ties of applicants; it may have no caps.</param>
    /// <param name="order">Total under each outermost cap; equal only for edges of one applicant.</param>
    /// <param name="cancellationToken">Looked at once for each time an outermost cap takes its turn.</param>
    /// <returns>Per applicant, the edge it is matched along, or <see cref="Market.None"/>.</returns>
    public static int[] Solve<TOrder>(Market market, TOrder order, CancellationToken cancellationToken = default)
        where TOrder : struct, IApplicantOrder
    {
        var caps = market.Caps ?? CapTree.Free(market.Programs);
        var offers = CapOffers.Of(market, caps, order);
        var matched = new int[market.Applicants];
        Array.Fill(matched, Market.None);
        var open = new Stack<int>();
        var isOpen = new bool[caps.Parent.Length];
        for (var program = market.Programs - 1; program >= 0; program--)
        {
            Open(caps.Root[program]);
        }

        while (open.TryPop(out var root))
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (offers.TryNext(root, out var edge, out var applicant))
            {
                var held = matched[applicant];
                if (held != Market.None && held < edge)
                {
                    offers.Refused(market.Program[edge]);
                    continue;
                }

                matched[applicant] = edge;
                offers.Accepted(market.Program[edge]);
                if (held != Market.None)
                {
                    offers.Left(market.Program[held]);
                    Open(caps.Root[market.Program[held]]);
                }
            }

            isOpen[root] = false;
        }

        return matched;

        void Open(int root)
        {
            if (!isOpen[root])
            {
                isOpen[root] = true;
                open.Push(root);
            }
        }
    }
}
