using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pathways.Matching.Kernel;

/// <summary>Programs choose by merit within caps over several of them, each cap inside the next or apart from it.</summary>
/// <remarks>
/// <para><b>Method.</b> Whoever proposes is added when nothing on the way from the program to its outermost cap is full. Otherwise the worst
/// under the innermost that is full gives way, be it the newcomer. Each program keeps its held keys in a block with the worst first, and
/// each cap the worst of what is right below it (a tournament, at most eight to compare). Below the worst of anything full nobody
/// ever has a chance again, which turns most hopeless proposals away after a comparison or two.</para>
/// <para><b>Guarantees.</b> What is chosen is always the best within the caps of all who proposed (the greedy set of a laminar matroid): substitutable,
/// size monotonic, consistent. With <see cref="CumulativeOffer"/>: no blocking pair in the sense of
/// <see cref="Pathways.Matching.Verification.CapStability"/>, the best stable matching for every applicant, truthful for applicants, and the same
/// applicants placed, and the same number under each outermost cap, in every stable matching. One level is student-project allocation.</para>
/// <para><b>Cost.</b> O(log c + h) an offer and O(P + S) space, for P programs and caps, S seats, largest capacity c, and caps h deep (a cap around
/// n others counts as log n deep). No allocation once the holdings fit.</para>
/// <para><b>Certificate.</b> None needed: <see cref="Pathways.Matching.Verification.CapStability"/> checks the definition.</para>
/// <para><b>Source.</b> D. J. Abraham, R. W. Irving and D. F. Manlove, "Two algorithms for the Student-Project Allocation problem", Journal of
/// Discrete Algorithms 5 (2007) 73-90; any depth: T. Fleiner, "A Fixed-Point Approach to Stable Matchings and Some Applications", Mathematics
/// of Operations Research 28 (2003) 103-126; Y. Kamada and F. Kojima, "Efficient Matching under Distributional Constraints", American
/// Economic Review 105 (2015) 67-99.</para>
/// </remarks>
internal readonly unsafe struct LaminarChoice<TOrder> : IChoiceFunction
    where TOrder : struct, IApplicantOrder
{
    private readonly TOrder _order;
    private readonly CapNode* _nodes;
    private readonly long* _worst;
    private readonly int* _holder;
    private readonly long* _held;

    /// <summary>Nobody is held yet.</summary>
    /// <param name="market">The market; programs may be under no cap.</param>
    /// <param name="order">Total under each outermost cap.</param>
    /// <param name="workspace">Of it, only <see cref="Workspace.Caps"/> is used; it must outlive the choice, which keeps pointers into it.</param>
    public LaminarChoice(Market market, TOrder order, Workspace workspace)
    {
        var holdings = workspace.Caps;
        holdings.Clear(market);
        _order = order;
        _nodes = (CapNode*)Pointer(holdings.Nodes);
        _worst = (long*)Pointer(holdings.Worst);
        _holder = (int*)Pointer(holdings.Holder);
        _held = (long*)Pointer(holdings.Held);
    }

    public static ChoiceGuarantees Guarantees => ChoiceGuarantees.All;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Offer(int program, int applicant, int edge)
    {
        var key = ((long)_order.High(edge) << 32) | (uint)_order.Low(applicant);
        var own = _nodes + program;
        if (key < own->Cutoff)
        {
            return applicant;
        }

        // The innermost that is full, on the way to the outermost cap.
        var full = own->Count == own->Seats ? own : null;
        for (var above = own->Parent; above != Market.None; above = _nodes[above].Parent)
        {
            var cap = _nodes + above;
            if (key < cap->Cutoff)
            {
                own->Cutoff = cap->Cutoff;
                return applicant;
            }

            if (cap->Count == cap->Seats && full == null)
            {
                full = cap;
            }
        }

        if (full == null)
        {
            Insert(own, key);
            Enter(own, key, null);
            return Market.None;
        }

        return _order.Applicant((int)Exchange(own, key, full));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(int program, int edge)
    {
        Kernel.Fetch.At(_nodes + program);
        _order.FetchHigh(edge);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchHeld(int program)
    {
        var own = _nodes + program;
        Kernel.Fetch.At(_held + own->First);
        Kernel.Fetch.At(_worst + own->Slot);
        Kernel.Fetch.At(_nodes + Math.Max(0, own->Parent));
    }

    /// <summary>The worst under the full cap gives way; returns its key.</summary>
    private long Exchange(CapNode* own, long key, CapNode* full)
    {
        var loser = full == own ? own : _nodes + _holder[full->Slot];
        var block = _held + loser->First;
        var worst = block[0];
        if (loser == own)
        {
            block[0] = key;
            Settle(own);
            if (own->Count == own->Seats)
            {
                own->Cutoff = block[0];
            }

            Lift(own, null);
            return worst;
        }

        block[0] = block[--loser->Count];
        Settle(loser);
        Insert(own, key);
        Enter(own, key, full);
        Lift(loser, full);
        return worst;
    }

    /// <summary>Counts one more with a key in all caps around a program, up to one that stays as full as it was.</summary>
    private void Enter(CapNode* own, long key, CapNode* full)
    {
        for (var above = own->Parent; above != Market.None && _nodes + above != full; above = _nodes[above].Parent)
        {
            var cap = _nodes + above;
            if (key < _worst[cap->Slot])
            {
                _worst[cap->Slot] = key;
                _holder[cap->Slot] = (int)(own - _nodes);
            }

            if (++cap->Count == cap->Seats)
            {
                cap->Cutoff = _worst[cap->Slot];
            }
        }
    }

    /// <summary>Finds the worst again under every cap around a program that holds one less, up to a full one, and beyond it one other.</summary>
    private void Lift(CapNode* changed, CapNode* full)
    {
        _worst[changed->Slot] = changed->Count > 0 ? _held[changed->First] : long.MaxValue;
        var less = full == null ? 0 : 1;
        for (var above = changed->Parent; above != Market.None; above = _nodes[above].Parent)
        {
            var cap = _nodes + above;
            if (cap == full)
            {
                less = 0;
            }

            cap->Count -= less;
            Rescan(cap);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Rescan(CapNode* cap)
    {
        long at = cap->First;
        var worst = _worst[at];
        for (long i = at + 1; i <= cap->Last; i++)
        {
            var less = (_worst[i] - worst) >> 63;
            worst += (_worst[i] - worst) & less;
            at += (i - at) & less;
        }

        _worst[cap->Slot] = worst;
        _holder[cap->Slot] = _holder[at];
        if (cap->Count == cap->Seats)
        {
            cap->Cutoff = worst;
        }
    }

    /// <summary>One more in a program with a free seat.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Insert(CapNode* own, long key)
    {
        var block = _held + own->First;
        var at = own->Count++;
        if (own->Seats <= HeldBlock.SmallBlock)
        {
            block[at] = key;
            var less = (key - block[0]) >> 63; // all ones when the new key is the worst, and changes places with the first
            var change = (key - block[0]) & less;
            block[at] -= change;
            block[0] += change;
        }
        else
        {
            for (; at > 0 && block[(at - 1) / 2] > key; at = (at - 1) / 2)
            {
                block[at] = block[(at - 1) / 2];
            }

            block[at] = key;
        }

        if (own->Count == own->Seats)
        {
            own->Cutoff = block[0];
        }

        _worst[own->Slot] = block[0];
    }

    /// <summary>Puts the worst first after the first key was replaced.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Settle(CapNode* own)
    {
        var block = _held + own->First;
        if (own->Seats <= HeldBlock.SmallBlock)
        {
            HeldBlock.WorstFirst(block, own->Count);
        }
        else
        {
            HeldBlock.SiftDown(block, own->Count, 0);
        }
    }

    private static void* Pointer<T>(T[] pinned) => Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
}
