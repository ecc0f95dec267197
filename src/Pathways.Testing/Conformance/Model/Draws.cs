namespace Pathways.Testing;

/// <summary>Draws one after the other from a seed.</summary>
internal sealed class Draws(Seed seed)
{
    private ulong _drawn;

    public int Below(int bound) => seed.Split(_drawn++).DrawBelow(bound);

    public bool Percent(int percent) => Below(100) < percent;

    public T Of<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
}
