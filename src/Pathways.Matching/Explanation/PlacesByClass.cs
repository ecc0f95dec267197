using Pathways.Matching.Kernel;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Explanation;

/// <summary>Where the students who list an opportunity stand there, by priority class; ordered beforehand when many are to be placed.</summary>
internal sealed class PlacesByClass
{
    // To place so few, looking through all who list it is quicker than ordering them.
    private const int Few = 4;

    private readonly Market _market;
    private readonly ProblemColumns _columns;
    private readonly Standings _standings;
    private readonly int _opportunity;
    private readonly int[]? _descending;
    private readonly Dictionary<int, double>? _points;

    /// <param name="problem">The problem.</param>
    /// <param name="standings">How students compare.</param>
    /// <param name="o">The opportunity.</param>
    /// <param name="students">About how many are to be placed.</param>
    public PlacesByClass(CompiledProblem problem, Standings standings, int o, int students)
    {
        (_market, _columns, _standings, _opportunity) = (problem.Market, problem.Problem.Columns, standings, o);
        if (students <= Few)
        {
            return;
        }

        var reverse = _market.Reverse;
        _descending = Array.ConvertAll(reverse.Edge[reverse.First[o]..reverse.First[o + 1]], edge => _market.Class[edge]);
        Array.Sort(_descending, static (one, other) => other.CompareTo(one));
        _points = [];
        for (var entry = _columns.PriorityStart[o]; _columns.PriorityScore is { } scores && entry < _columns.PriorityStart[o + 1]; entry++)
        {
            if (!double.IsNaN(scores[entry]))
            {
                _points[_columns.PriorityStudent[entry]] = scores[entry];
            }
        }
    }

    /// <summary>Where a student of a class stands.</summary>
    public Standing Of(int s, int priorityClass) =>
        new(Above(priorityClass) + 1, Points(s), _standings.Number(s, _opportunity), _standings.IsInputOrder);

    // How many have a higher class: the first place of a sorted row where none does.
    private int Above(int priorityClass)
    {
        if (_descending is null)
        {
            var (above, reverse) = (0, _market.Reverse);
            for (var at = reverse.First[_opportunity]; at < reverse.First[_opportunity + 1]; at++)
            {
                above += _market.Class[reverse.Edge[at]] > priorityClass ? 1 : 0;
            }

            return above;
        }

        var (from, to) = (0, _descending.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _descending[middle] > priorityClass ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private double? Points(int s)
    {
        if (_points is not null)
        {
            return _points.TryGetValue(s, out var points) ? points : null;
        }

        if (_columns.PriorityScore is not { } scores)
        {
            return null;
        }

        var (start, end) = (_columns.PriorityStart[_opportunity], _columns.PriorityStart[_opportunity + 1]);
        var at = _columns.PriorityStudent.AsSpan()[start..end].IndexOf(s);
        return at < 0 || double.IsNaN(scores[start + at]) ? null : scores[start + at];
    }
}
