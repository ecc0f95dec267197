using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Where students stand at one opportunity, when many are asked about: its classes are sorted once.</summary>
internal sealed class PlacesByClass
{
    private readonly Standings _standings;
    private readonly int _opportunity;
    private readonly int[] _descending;
    private readonly Dictionary<int, double> _points = [];

    public PlacesByClass(CompiledProblem problem, Standings standings, int o)
    {
        (_standings, _opportunity) = (standings, o);
        var (market, reverse, columns) = (problem.Market, problem.Market.Reverse, problem.Problem.Columns);
        _descending = Array.ConvertAll(reverse.Edge[reverse.First[o]..reverse.First[o + 1]], edge => market.Class[edge]);
        Array.Sort(_descending, static (one, other) => other.CompareTo(one));
        for (var entry = columns.PriorityStart[o]; columns.PriorityScore is { } scores && entry < columns.PriorityStart[o + 1]; entry++)
        {
            if (!double.IsNaN(scores[entry]))
            {
                _points[columns.PriorityStudent[entry]] = scores[entry];
            }
        }
    }

    /// <summary>Where a student of a class stands.</summary>
    public Standing Of(int s, int priorityClass)
    {
        // How many have a higher class: the first place of a sorted row where none does.
        var (from, to) = (0, _descending.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _descending[middle] > priorityClass ? (middle + 1, to) : (from, middle);
        }

        return new(from + 1, _points.TryGetValue(s, out var points) ? points : null, _standings.Number(s, _opportunity), _standings.IsInputOrder);
    }
}
