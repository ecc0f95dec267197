namespace Pathways.Matching.Kernel;

/// <summary>A block of keys of held applicants that has its worst first once it is full, so that one comparison turns most others away.</summary>
/// <remarks>Up to 16 keys are scanned for the worst; more of them are a heap. Keys are never negative and never equal.</remarks>
internal static unsafe class HeldBlock
{
    /// <summary>No key: nobody is out.</summary>
    public const long Nobody = -1;

    public const int SmallBlock = 16;

    /// <summary>Somebody asks for a seat of a block.</summary>
    /// <param name="block">The keys held.</param>
    /// <param name="count">How many.</param>
    /// <param name="seats">How many it may hold.</param>
    /// <param name="key">Who asks.</param>
    /// <returns>Who is out now, maybe the one who asked, or <see cref="Nobody"/>.</returns>
    public static long Take(long* block, ref int count, int seats, long key)
    {
        if (count < seats)
        {
            block[count++] = key;
            if (count == seats)
            {
                Settle(block, seats);
            }

            return Nobody;
        }

        if (seats == 0 || key < block[0])
        {
            return key;
        }

        var worst = block[0];
        block[0] = key;
        Resettle(block, seats);
        return worst;
    }

    /// <summary>A block has one seat less than before.</summary>
    /// <param name="block">The keys held.</param>
    /// <param name="count">How many.</param>
    /// <param name="seats">How many it may hold now.</param>
    /// <returns>Who is out now, or <see cref="Nobody"/>.</returns>
    public static long Shrink(long* block, ref int count, int seats)
    {
        if (count <= seats)
        {
            if (count == seats && seats > 0)
            {
                Settle(block, seats);
            }

            return Nobody;
        }

        var worst = block[0];
        block[0] = block[--count];
        if (count > 0)
        {
            Resettle(block, count);
        }

        return worst;
    }

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

    /// <summary>Puts the worst of a small block first.</summary>
    /// <remarks>
    /// Masks instead of branches: which key is the worst is as good as random to a predictor. Keys are never negative, so their difference
    /// cannot overflow.
    /// </remarks>
    public static void WorstFirst(long* block, int size)
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

    /// <summary>Puts the key at a place of a heap where it belongs, the worst at the top.</summary>
    public static void SiftDown(long* heap, int size, int i)
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
