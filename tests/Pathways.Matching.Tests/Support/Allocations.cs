namespace Pathways.Matching.Tests.Support;

/// <summary>How much a piece of code allocates on the thread it runs on.</summary>
internal static class Allocations
{
    private const int Runs = 5;

    /// <summary>The least of several runs: a collection that another test sets off in between counts the rest of this thread's buffer as used.</summary>
    public static long Least(Action run)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Runs; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
