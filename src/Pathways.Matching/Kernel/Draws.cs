namespace Pathways.Matching.Kernel;

/// <summary>One draw of a seed after another, for searches.</summary>
internal struct Draws(Seed seed)
{
    private ulong _next;

    /// <summary>A draw from 0 up to but not including a bound of 1 or more.</summary>
    public int Below(int bound) => bound == 1 ? 0 : seed.Split(_next++).DrawBelow(bound);
}
