using System.Collections.Concurrent;
using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Lottery numbers where each was drawn for a student and an opportunity; those of an opportunity are put in order once.</summary>
internal sealed class PairDraws(CompiledProblem problem, Seed seed)
{
    private readonly ConcurrentDictionary<int, Dictionary<int, int>> _numbers = [];

    /// <summary>1 for the best number drawn by those whom the opportunity accepts, and so on; 0 for a student whom it does not.</summary>
    public int Number(int s, int o) => _numbers.GetOrAdd(o, Numbers).GetValueOrDefault(s);

    private Dictionary<int, int> Numbers(int o)
    {
        var (columns, reverse) = (problem.Problem.Columns, problem.Market.Reverse);
        var ownSeed = seed.Split(columns.Opportunities[o].Value);
        var best = reverse.Applicant[reverse.First[o]..reverse.First[o + 1]]
            .Select(s => (Draw: ownSeed.Split(columns.Students[s].Value).Draw(), Student: s))
            .OrderDescending();
        return best.Select((draw, i) => (draw.Student, Number: i + 1)).ToDictionary(entry => entry.Student, entry => entry.Number);
    }
}
