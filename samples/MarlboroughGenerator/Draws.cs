using Pathways;

namespace MarlboroughGenerator;

/// <summary>One stream of draws: draw <c>i</c> is that of <c>seed.Split(i)</c>.</summary>
/// <remarks>
/// Only additions and multiplications are used on the numbers drawn, no logarithms or powers, so that the stream is the same
/// on every machine to the last bit.
/// </remarks>
internal sealed class Draws(Seed seed)
{
    private ulong _next;

    /// <summary>A number from 0 up to but not including 1.</summary>
    public double Unit() => seed.Split(_next++).DrawUnit();

    /// <summary>A whole number from 0 up to but not including the bound.</summary>
    public int Below(int bound) => seed.Split(_next++).DrawBelow(bound);

    /// <summary>A whole number between two others, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Yes, with a probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>A number that is bell-shaped around a middle: the sum of four even ones, scaled to a standard deviation.</summary>
    public double Bell(double middle, double deviation) =>
        middle + (deviation * 1.7320508 * (Unit() + Unit() + Unit() + Unit() - 2));

    /// <summary>One of several, each as likely as the others.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>The position of one of several, each as likely as its weight is large; the weights are 0 or more, not all 0.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        var left = Unit() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Count - 1;
    }

    /// <summary>The same items in a random order.</summary>
    public ImmutableArray<T> Shuffled<T>(IEnumerable<T> items)
    {
        var order = items.ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return [.. order];
    }
}
