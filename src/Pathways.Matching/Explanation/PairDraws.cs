using System.Collections.Concurrent;
using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Lottery numbers where not every opportunity has the same; those of an opportunity are put in order once.</summary>
/// <remarks>Only numbers from one seed are ever compared, so a number counts those drawn from that seed.</remarks>
internal sealed class PairDraws
{
    private readonly CompiledProblem _problem;
    private readonly Seed[] _seeds;
    private readonly Lazy<int[]> _everywhere;
    private readonly Seed _common;
    private readonly ConcurrentDictionary<Seed, Dictionary<int, int>> _numbers = [];

    public PairDraws(CompiledProblem problem, MatchOptions options)
    {
        (_problem, _seeds, _common) = (problem, LotterySeeds.Of(problem, options), options.Seed);
        _everywhere = new(() => TieBreaker.SinglePlaces(problem.Problem.Columns.Students, options.Seed));
    }

    /// <summary>
    /// 1 for the best number: of all students, where the number is the one that counts in several places; else of those whom the opportunity,
    /// or another under its outermost cap, accepts. 0 for a student whom it does not.
    /// </summary>
    public int Number(int s, int o) => _seeds[o] == _common
        ? _everywhere.Value.Length - _everywhere.Value[s]
        : _numbers.GetOrAdd(_seeds[o], Numbers).GetValueOrDefault(s);

    private Dictionary<int, int> Numbers(Seed own)
    {
        var (columns, reverse) = (_problem.Problem.Columns, _problem.Market.Reverse);
        var best = Enumerable.Range(0, _seeds.Length)
            .Where(o => _seeds[o] == own)
            .SelectMany(o => reverse.Applicant[reverse.First[o]..reverse.First[o + 1]])
            .Distinct()
            .Select(s => (Draw: own.Split(columns.Students[s].Value).Draw(), Student: s))
            .OrderDescending();
        return best.Select((draw, i) => (draw.Student, Number: i + 1)).ToDictionary(entry => entry.Student, entry => entry.Number);
    }
}
