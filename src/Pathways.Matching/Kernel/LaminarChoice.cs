using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pathways.Matching.Kernel;

/// <summary>Programs choose by merit within caps over several of them, each cap inside the next or apart from it.</summary>
internal readonly unsafe struct LaminarChoice<TOrder> : IChoiceFunction
    where TOrder : struct, IApplicantOrder
{
    // Blocks up to this size are scanned for their worst; larger ones are heaps.
    private const int SmallBlock = 16;

    private readonly TOrder _order;
    private readonly CapHoldings _holdings; // keeps alive what the pointers lead to
    private readonly CapNode* _nodes;
    private readonly long* _worst;
    private readonly int* _holder;
    private readonly long* _held;

    /// <summary>Nobody is held yet.</summary>
    /// <param name="market">The market; programs may be under no cap.</param>
    /// <param name="order">Total under each outermost cap.</param>
    /// <param name="holdings">Whom programs hold; used by one run at a time.</param>
    public LaminarChoice(Market market, TOrder order, CapHoldings holdings)
    {
        holdings.Clear(market);
        (_order, _holdings) = (order, holdings);
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
        if (own->Seats <= SmallBlock)
        {
            block[at] = key;
            var less = (key - block[0]) >> 63;
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
        if (own->Seats <= SmallBlock)
        {
            WorstFirst(block, own->Count);
        }
        else
        {
            SiftDown(block, own->Count);
        }
    }

    private static void WorstFirst(long* block, int size)
    {
        var worst = block[0];
        var at = 0L;
        for (var i = 1; i < size; i++)
        {
            var less = (block[i] - worst) >> 63;
            worst += (block[i] - worst) & less;
            at += (i - at) & less;
        }

        block[at] = block[0];
        block[0] = worst;
    }

    private static void SiftDown(long* heap, int size)
    {
        var i = 0;
        var key = heap[i];
        for (var child = (2 * i) + 1; child < size; child = (2 * i) + 1)
        {
            if (child + 1 < size && heap[child + 1] < heap[child])
            {
                child++;
            }

            if (heap[child] >= key)
            {
                break;
            }

            heap[i] = heap[child];
            i = child;
        }

        heap[i] = key;
    }

    private static void* Pointer<T>(T[] pinned) => Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
}
