namespace Pathways.WorkRules.Tests.Naive;

/// <summary>Draws one thing after the other from a seed.</summary>
internal sealed class Dice(Seed seed)
{
    private ulong _drawn;

    public int Below(int bound) => seed.Split(_drawn++).DrawBelow(bound);

    public bool Chance(int percent) => Below(100) < percent;

    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    public ImmutableArray<T> Some<T>(IEnumerable<T> list, int percent) => [.. list.Where(_ => Chance(percent))];
}
