namespace Pathways.Simulation;

/// <summary>Draws distinct opportunities by their popularity, most wanted draws first.</summary>
internal sealed class PopularityDraw
{
    private readonly double[] _cumulated;

    public PopularityDraw(Popularity popularity, int opportunities)
    {
        _cumulated = new double[opportunities];
        var sum = 0.0;
        for (var o = 0; o < opportunities; o++)
        {
            sum += popularity == Popularity.Zipf ? 1.0 / (o + 1) : 1.0;
            _cumulated[o] = sum;
        }
    }

    /// <summary>A list without repetition: each place is drawn from all that are not in the list yet.</summary>
    public int[] Distinct(int count, Seed seed)
    {
        var list = new int[count];
        var attempt = 0ul;
        for (var i = 0; i < count;)
        {
            // Drawing again what is in the list is the same as drawing from the rest; where the rest is small, count it out.
            var o = attempt++ < (ulong)(20 * count) ? One(seed.Split(attempt)) : NextFree(list.AsSpan(0, i), seed.Split(attempt));
            if (!list.AsSpan(0, i).Contains(o))
            {
                list[i++] = o;
            }
        }

        return list;
    }

    private int One(Seed seed)
    {
        var at = Array.BinarySearch(_cumulated, seed.DrawUnit() * _cumulated[^1]);
        return Math.Min(at < 0 ? ~at : at + 1, _cumulated.Length - 1);
    }

    private int NextFree(ReadOnlySpan<int> taken, Seed seed)
    {
        var weight = 0.0;
        for (var o = 0; o < _cumulated.Length; o++)
        {
            weight += taken.Contains(o) ? 0 : Weight(o);
        }

        var left = seed.DrawUnit() * weight;
        var last = -1;
        for (var o = 0; o < _cumulated.Length; o++)
        {
            if (taken.Contains(o))
            {
                continue;
            }

            last = o;
            left -= Weight(o);
            if (left < 0)
            {
                break;
            }
        }

        return last;
    }

    private double Weight(int o) => _cumulated[o] - (o == 0 ? 0 : _cumulated[o - 1]);
}
