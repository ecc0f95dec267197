namespace Pathways.Curriculum;

/// <summary>How alike two profiles or two codes of interests are.</summary>
public static class Congruence
{
    /// <summary>The highest C-index, that of two equal codes.</summary>
    public const int MaximumCIndex = 18;

    private const int Areas = 6;
    private const double Huge = 1e300; // beyond this a difference may not be finite

    /// <summary>Pearson's correlation between two profiles: how alike their shapes are, whatever the scales.</summary>
    /// <param name="left">Six finite numbers in the order R I A S E C.</param>
    /// <param name="right">Six more.</param>
    /// <returns>-1 to 1; <see langword="null"/> when one of them is flat, for which no correlation is defined.</returns>
    /// <exception cref="ArgumentException">There are not six of each, or one is not a number.</exception>
    public static double? Correlation(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var parts = Parts(left, right);
        if (parts.IsDefault)
        {
            return null;
        }

        return Math.Clamp(parts.Sum(), -1, 1);
    }

    /// <summary>
    /// The C-index: how well the three letters of two codes agree, place by place, the first counting most. With 3 for equal letters, 2 for neighbors on
    /// the hexagon R I A S E C, 1 for the letters after these and 0 for opposite ones, it is three times the first, twice the second and once the third.
    /// </summary>
    /// <remarks>
    /// Source: S. D. Brown and P. A. Gore Jr., An evaluation of interest congruence indices: distribution characteristics and measurement properties,
    /// Journal of Vocational Behavior 45 (1994) 310-327.
    /// </remarks>
    /// <param name="left">A code.</param>
    /// <param name="right">Another.</param>
    /// <returns>0 to 18; <see langword="null"/> when one of them is empty.</returns>
    public static int? CIndex(HollandCode left, HollandCode right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.IsEmpty || right.IsEmpty
            ? null
            : Enumerable.Range(0, 3).Sum(place => (3 - place) * (3 - Distance(left[place], right[place])));
    }

    /// <summary>How far two areas are from each other around the hexagon: 0 for the same, 1 for neighbors, 3 for opposite ones.</summary>
    /// <param name="left">An area.</param>
    /// <param name="right">Another.</param>
    public static int Distance(InterestArea left, InterestArea right)
    {
        var steps = Math.Abs(left - right);
        return Math.Min(steps, Areas - steps);
    }

    /// <summary>What each area adds to the correlation or takes from it; they sum to it. Default where none is defined.</summary>
    internal static ImmutableArray<double> Parts(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (first, second) = (Standard(left, nameof(left)), Standard(right, nameof(right)));
        return first is null || second is null ? default : [.. first.Zip(second, (x, y) => x * y)];
    }

    // Deviations from the mean, of length 1. Differences first and then a scale, so that neither huge nor nearly equal numbers spoil it.
    private static double[]? Standard(ReadOnlySpan<double> values, string name)
    {
        if (values.Length != Areas)
        {
            throw new ArgumentException($"Expected {Areas} numbers, in the order R I A S E C.", name);
        }

        var deviations = new double[Areas];
        var unit = values.IndexOfAnyExceptInRange(-Huge, Huge) < 0 ? 1 : 0.25;
        for (var i = 0; i < Areas; i++)
        {
            deviations[i] = double.IsFinite(values[i])
                ? (values[i] * unit) - (values[0] * unit)
                : throw new ArgumentException("Expected finite numbers.", name);
        }

        var largest = deviations.Max(Math.Abs);
        if (largest == 0)
        {
            return null;
        }

        var mean = deviations.Sum(deviation => deviation / largest) / Areas;
        for (var i = 0; i < Areas; i++)
        {
            deviations[i] = (deviations[i] / largest) - mean;
        }

        var length = Math.Sqrt(deviations.Sum(deviation => deviation * deviation));
        return [.. deviations.Select(deviation => deviation / length)];
    }
}
