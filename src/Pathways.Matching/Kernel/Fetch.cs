using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Pathways.Matching.Kernel;

/// <summary>Asks the processor to bring memory near that will be needed soon; does nothing on processors without such a word.</summary>
internal static unsafe class Fetch
{
    /// <summary>The line of an address. Any address will do: what cannot be fetched is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }

    /// <summary>The line of an entry, which may be one beyond the end. The array may move meanwhile, and nothing is lost but time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At(int[] values, int index)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(values), index)));
        }
    }
}
