using System.Buffers;

namespace Pathways.Matching.Kernel;

/// <summary>Lets applicants trade their priorities until nobody can gain by another trade.</summary>
/// <remarks>
/// <para><b>Method.</b> Every applicant points at the best program on its list that has a seat left, every program at the best applicant still
/// there, whether or not that applicant lists it: a priority is worth something in trade. Somewhere the pointers form a cycle; everybody
/// in it gets a seat at the program pointed at, and leaves. An applicant with nothing left to point at leaves without a seat. The
/// kernel follows one chain of pointers until it bites its tail, then goes on from what remains of it: cycles cannot disturb each
/// other, so their order does not matter. Pointers only move down the lists.</para>
/// <para><b>Guarantees.</b> Optimal for applicants in the sense of Pareto; truthful for applicants, and nobody can change what others get without
/// changing the own seat. An applicant among a program's best, as many as it has seats, gets that program or a better one. Not
/// stable: a seat can go by trade to somebody of lower priority. If programs point only at those who list them, it is not truthful
/// either: a longer list then gives more to trade.</para>
/// <para><b>Cost.</b> O(E + R + A + P) time and space for E edges, R priorities, A applicants and P programs; O(R log d) for lists up to d long
/// when high words are far apart. Arrays are pooled.</para>
/// <para><b>Certificate.</b> The step in which everybody left and each last seat went: nobody left before a program they would rather have
/// had was full, and <see cref="Pathways.Matching.Verification.ParetoEfficiency"/> finds every trade that is left, in O(E).</para>
/// <para><b>Source.</b> A. Abdulkadiroglu and T. Sonmez, "School Choice: A Mechanism Design Approach", American Economic Review 93 (2003) 729-747;
/// for one seat each D. Gale in L. Shapley and H. Scarf, "On Cores and Indivisibility", Journal of Mathematical Economics 1 (1974) 23-37.</para>
/// </remarks>
internal static unsafe class TopTradingCycles
{
    // Marks an applicant in the chain, next to the program it points at.
    private const int InChain = 1 << 30;

    // How many applicants start a chain between two looks at the token.
    private const int Stretch = 1 << 14;

    /// <summary>Runs to the end; <see cref="Workspace.Next"/> then holds the edge of each applicant, or the end of its list.</summary>
    /// <remarks>
    /// Steps are those of the paper, where all cycles there are trade at once: they depend on nothing but the market and the order.
    /// </remarks>
    /// <param name="market">The market; every program chooses by merit alone and for itself.</param>
    /// <param name="ranked">
    /// Whom each program ranks, with or without being listed: the same applicants and programs, with an edge for every priority. The market
    /// itself when programs are to point only at those who list them.
    /// </param>
    /// <param name="ranksAll">By program, whether it ranks everybody by their low words alone; null when none does.</param>
    /// <param name="order">How programs tell applicants apart, by edge of <paramref name="ranked"/>.</param>
    /// <param name="workspace">What is written to.</param>
    /// <param name="step">By applicant, the step in which it left, from 1, with a seat or without. Empty when nobody asks.</param>
    /// <param name="lastStep">
    /// By program, the step in which its last seat went; 0 when seats are left or there never was one. Empty when nobody asks.
    /// </param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static void Solve<TOrder>(
        Market market, Market ranked, bool[]? ranksAll, TOrder order, Workspace workspace, Span<int> step = default, Span<int> lastStep = default,
        CancellationToken cancellationToken = default)
        where TOrder : struct, IApplicantOrder
    {
        cancellationToken.ThrowIfCancellationRequested();
        workspace.Fit(market);
        var (applicants, programs) = (market.Applicants, market.Programs);
        var lists = ArrayPool<int>.Shared.Rent(ranked.Edges + applicants);
        var byProgram = ArrayPool<int>.Shared.Rent(3 * (programs + 1));
        var byApplicant = ArrayPool<int>.Shared.Rent(applicants);
        PriorityLists.Fill(ranked, order, byProgram, lists);
        fixed (int* first = market.First, program = market.Program, list = lists, cursor = byProgram, waited = byApplicant)
        fixed (int* next = workspace.Next, target = workspace.Queue, chain = workspace.Rejected, left = workspace.Cutoff)
        fixed (bool* all = ranksAll)
        {
            var trade = new Trade(
                first, program, list, cursor, cursor + programs + 1, cursor + (2 * (programs + 1)), waited, next, target, chain, left, all, programs);
            for (var low = 0; low < applicants && all != null; low++)
            {
                list[ranked.Edges + applicants - 1 - low] = order.Applicant(low);
            }

            for (var p = 0; p <= programs; p++)
            {
                trade.Head[p] = cursor[p] < ranked.Edges || (p == programs && all != null && applicants > 0) ? list[cursor[p]] : Market.None;
                trade.Passed[p] = 0;
            }

            for (var p = 0; p < programs; p++)
            {
                left[p] = market.Capacity[p];
            }

            for (var a = 0; a < applicants; a++)
            {
                // Who lists nothing leaves in the first step.
                waited[a] = 0;
                next[a] = first[a];
                target[a] = first[a] < first[a + 1] ? program[first[a]] : ~1;
            }

            for (var a = 0; a < applicants; a++)
            {
                if (a % Stretch == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                Follow(trade, a);
            }

            for (var a = 0; a < step.Length; a++)
            {
                step[a] = ~target[a];
            }

            for (var p = 0; p < lastStep.Length; p++)
            {
                lastStep[p] = Math.Max(0, -left[p]);
            }
        }

        ArrayPool<int>.Shared.Return(lists);
        ArrayPool<int>.Shared.Return(byProgram);
        ArrayPool<int>.Shared.Return(byApplicant);
    }

    /// <summary>Follows the pointers from an applicant, and makes every trade on the way, until the applicant has left.</summary>
    private static void Follow(in Trade trade, int applicant)
    {
        if (trade.Target[applicant] < 0)
        {
            return;
        }

        var length = 0;
        trade.Chain[length++] = applicant;
        trade.Target[applicant] |= InChain;
        while (length > 0)
        {
            var last = trade.Chain[length - 1];
            if (!PointsAtSeat(trade, last, out var p))
            {
                trade.Target[last] = ~(trade.Waited[last] + 1);
                length--;
                continue;
            }

            var head = BestThere(trade, p);
            if ((trade.Target[head] & InChain) == 0)
            {
                trade.Target[head] |= InChain;
                trade.Chain[length++] = head;
            }
            else
            {
                length = Exchange(trade, head, length);
            }
        }
    }

    /// <summary>Moves an applicant's pointer to the best program with a seat left; no when there is none.</summary>
    private static bool PointsAtSeat(in Trade trade, int applicant, out int program)
    {
        program = trade.Target[applicant] & ~InChain;
        if (trade.Left[program] > 0)
        {
            return true; // and neither the list nor its bounds were touched
        }

        var edge = trade.Next[applicant];
        var end = trade.First[applicant + 1];
        var waited = trade.Waited[applicant];
        while (edge < end && trade.Left[program = trade.Program[edge]] <= 0)
        {
            waited = Math.Max(waited, -trade.Left[program]);
            edge++;
        }

        trade.Waited[applicant] = waited;
        trade.Next[applicant] = edge;
        if (edge == end)
        {
            return false;
        }

        trade.Target[applicant] = program | InChain;
        return true;
    }

    /// <summary>Moves a program's pointer to the best applicant still there; called when there is one.</summary>
    private static int BestThere(in Trade trade, int program)
    {
        program = trade.ListOf(program);
        var head = trade.Head[program];
        if (trade.Target[head] >= 0)
        {
            return head;
        }

        var passed = trade.Passed[program];
        var at = trade.Cursor[program];
        while (trade.Target[head] < 0)
        {
            passed = Math.Max(passed, ~trade.Target[head]);
            head = trade.List[++at];
        }

        trade.Cursor[program] = at;
        trade.Passed[program] = passed;
        trade.Head[program] = head;
        return head;
    }

    /// <summary>Everybody from an applicant to the end of the chain gets the seat pointed at; returns how long a chain remains.</summary>
    private static int Exchange(in Trade trade, int head, int length)
    {
        // The cycle was there from the first step in which nothing better was left for any of its members.
        var waited = 0;
        var start = length;
        do
        {
            var member = trade.Chain[--start];
            waited = Math.Max(waited, Math.Max(trade.Waited[member], trade.Passed[trade.ListOf(trade.Target[member] & ~InChain)]));
        }
        while (trade.Chain[start] != head);

        for (var i = start; i < length; i++)
        {
            var member = trade.Chain[i];
            var program = trade.Target[member] & ~InChain;
            trade.Target[member] = ~(waited + 1);
            if (--trade.Left[program] == 0)
            {
                trade.Left[program] = -(waited + 1);
            }
        }

        return start;
    }

    /// <summary>The state of a run, in arrays.</summary>
    private readonly struct Trade(
        int* first, int* program, int* list, int* cursor, int* head, int* passed, int* waited, int* next, int* target, int* chain, int* left,
        bool* all, int programs)
    {
        public readonly int* First = first;
        public readonly int* Program = program;

        /// <summary>The applicants of each program, best first; behind those of the last, everybody.</summary>
        public readonly int* List = list;

        /// <summary>By list, where in it the pointer is.</summary>
        public readonly int* Cursor = cursor;

        /// <summary>By list, the applicant there.</summary>
        public readonly int* Head = head;

        /// <summary>By list, the last step in which somebody before that applicant left.</summary>
        public readonly int* Passed = passed;

        /// <summary>By applicant, the last step in which a program before the one it points at filled up.</summary>
        public readonly int* Waited = waited;

        /// <summary>By applicant, the edge it points along.</summary>
        public readonly int* Next = next;

        /// <summary>By applicant, the program it points at, with a mark while in the chain; once it has left, the complement of the step.</summary>
        public readonly int* Target = target;

        /// <summary>Applicants, each pointing at the program that points at the next.</summary>
        public readonly int* Chain = chain;

        /// <summary>By program, how many seats are left; once full, the negative of the step in which the last went.</summary>
        public readonly int* Left = left;

        /// <summary>The list that a program points into: its own, or the one of all that rank everybody.</summary>
        public int ListOf(int program) => all != null && all[program] ? programs : program;
    }
}
