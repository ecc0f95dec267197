using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>A random market with its lottery, for the kernel and as the objects that a program without one would use.</summary>
/// <remarks>
/// Each applicant lists distinct programs, uniformly; a program for every five applicants, with five seats each or six; four priority classes.
/// Benchmarks go through a pool of draws: a machine that sees one market again and again learns it by heart, and runs
/// twice as fast as on a new one.
/// </remarks>
internal sealed class Draw
{
    public Draw(ulong number, int applicants, int choices)
    {
        var seed = new Seed(number);
        var programs = applicants / 5;
        var first = Enumerable.Range(0, applicants + 1).Select(a => a * choices).ToArray();
        var program = new int[applicants * choices];
        var priorityClass = new int[applicants * choices];
        for (var edge = 0; edge < program.Length; edge++)
        {
            var again = 0ul;
            do
            {
                program[edge] = seed.Split((ulong)edge).Split(again++).DrawBelow(programs);
            }
            while (program.AsSpan(first[edge / choices]..edge).Contains(program[edge]));
            priorityClass[edge] = seed.Split(~(ulong)edge).DrawBelow(4);
        }

        var capacity = Enumerable.Range(0, programs).Select(p => p % 4 == 0 ? 6 : 5).ToArray();
        var byPlace = Enumerable.Range(0, applicants).OrderBy(a => seed.Split("lottery").Split((ulong)a).Draw()).ToArray();
        var place = TieBreaker.Inverse(byPlace);
        Market = new(first, program, priorityClass, capacity, tied: null);
        Order = new(priorityClass, place, byPlace);
        _ = Market.Reverse;

        Objects = new(Market, place);
    }

    public Market Market { get; }

    public SinglePlaceOrder Order { get; }

    public MarketObjects Objects { get; }
}
