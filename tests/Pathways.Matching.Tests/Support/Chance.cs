namespace Pathways.Matching.Tests.Support;

/// <summary>A stream of draws for tests: the same seed gives the same stream.</summary>
internal sealed class Chance(ulong seed)
{
    private readonly Seed _seed = new(seed);
    private ulong _draw;

    public int Below(int bound) => _seed.Split(_draw++).DrawBelow(bound);

    public bool OneIn(int times) => Below(times) == 0;

    public T[] Shuffled<T>(IEnumerable<T> things)
    {
        T[] shuffled = [.. things];
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }
}
