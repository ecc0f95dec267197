namespace Pathways.Benchmarks.SideBySide;

/// <summary>What one way of solving took, draw by draw.</summary>
internal sealed class Samples
{
    private readonly List<double> _milliseconds = [];

    public double Minimum => _milliseconds.Min();

    public double Median => Middle(_milliseconds);

    public void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    /// <summary>How many times as long as another way: the median over the draws that both solved.</summary>
    public double Ratio(Samples other) => Middle(_milliseconds.Zip(other._milliseconds, (own, others) => own / others));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
