namespace Pathways.Matching.Kernel;

/// <summary>A block of keys of held applicants that has its worst first once it is full, so that one comparison turns most others away.</summary>
/// <remarks>Up to 16 keys are scanned for the worst; more of them are a heap. Keys are never negative and never equal.</remarks>
internal static unsafe class HeldBlock
{
    private const int SmallBlock = 16;

    /// <summary>Puts the worst of a block that has just filled up first.</summary>
    public static void Settle(long* block, int size)
    {
        if (size <= SmallBlock)
        {
            WorstFirst(block, size);
            return;
        }

        for (var i = (size / 2) - 1; i >= 0; i--)
        {
            SiftDown(block, size, i);
        }
    }

    /// <summary>Puts the worst first after the first key was replaced.</summary>
    public static void Resettle(long* block, int size)
    {
        if (size <= SmallBlock)
        {
            WorstFirst(block, size);
        }
        else
        {
            SiftDown(block, size, 0);
        }
    }

    // Masks instead of branches: which key is the worst is as good as random to a predictor. Keys are never negative,
    // so their difference cannot overflow.
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

    private static void SiftDown(long* heap, int size, int i)
    {
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
}
