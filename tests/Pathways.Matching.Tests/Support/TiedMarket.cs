using System.Globalization;
using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>A tiny random market with ties on both sides, caps if wanted, and weak stability restated from the definition.</summary>
/// <remarks>A matching is an array by applicant of programs, with <see cref="Market.None"/>. Slow on purpose: nothing here is shared with the kernel.</remarks>
internal sealed class TiedMarket
{
    private readonly int[,] _place;
    private readonly int[,] _class;
    private readonly int[] _cap;
    private readonly int[] _capSeats;

    public TiedMarket(ulong draw, bool applicantsTie, bool caps = false, int applicants = 5, int programs = 4)
    {
        Draw = draw;
        var chance = new Chance(draw);
        (Applicants, Programs) = (chance.Below(applicants + 1), 1 + chance.Below(programs));
        Capacity = [.. Enumerable.Range(0, Programs).Select(_ => chance.OneIn(3) ? chance.Below(4) : 1)];
        (_place, _class) = (new int[Applicants, Programs], new int[Applicants, Programs]);
        var gaps = 2 + chance.Below(4);
        var ties = applicantsTie ? chance.Below(4) : 0;
        var classes = 1 + chance.Below(3);
        _cap = [.. Enumerable.Range(0, Programs).Select(_ => caps ? chance.Below(3) - 1 : -1)];
        _capSeats = caps ? [chance.Below(4), 1 + chance.Below(3)] : [];
        var first = new List<int> { 0 };
        List<int> program = [], priorityClass = [], tied = [];
        for (var a = 0; a < Applicants; a++)
        {
            var place = 0;
            var before = program.Count;
            // A lecturer has one list for all projects: under one cap an applicant is in one class.
            int[] underCap = [chance.Below(classes), chance.Below(classes)];
            foreach (var p in chance.Shuffled(Enumerable.Range(0, Programs)))
            {
                _place[a, p] = Market.None;
                if (chance.OneIn(gaps))
                {
                    continue;
                }

                var isTied = program.Count > before && chance.Below(6) < ties;
                place += isTied ? 0 : 1;
                (_place[a, p], _class[a, p]) = (place, _cap[p] < 0 ? chance.Below(classes) : underCap[_cap[p]]);
                if (isTied)
                {
                    tied.Add(program.Count);
                }

                program.Add(p);
                priorityClass.Add(_class[a, p]);
            }

            first.Add(program.Count);
        }

        TieMarks? marks = tied.Count == 0 && !applicantsTie ? null : new(program.Count);
        tied.ForEach(edge => marks![edge] = true);
        var tree = caps ? new CapTree([.. _cap.Select(cap => cap < 0 ? Market.None : Programs + cap), Market.None, Market.None], _capSeats) : null;
        Market = new([.. first], [.. program], [.. priorityClass], Capacity, marks, plan: null, tree);
    }

    public ulong Draw { get; }

    public Market Market { get; }

    public int Applicants { get; }

    public int Programs { get; }

    public int[] Capacity { get; }

    public static int Size(int[] matching) => matching.Count(p => p != Market.None);

    public int[] Read(ReadOnlySpan<int> edgeOf)
    {
        var read = new int[Applicants];
        for (var a = 0; a < Applicants; a++)
        {
            var has = edgeOf[a] != Market.None && edgeOf[a] < Market.First[a + 1];
            Assert.True(!has || edgeOf[a] >= Market.First[a], $"draw {Draw}: the edge of {a} is another's");
            read[a] = has ? Market.Program[edgeOf[a]] : Market.None;
        }

        return read;
    }

    /// <summary>Whether one has a place at least as good as another; any place is better than none.</summary>
    public int Rank(int a, int p) => p == Market.None ? int.MaxValue : _place[a, p];

    public bool IsFeasible(int[] matching) =>
        Enumerable.Range(0, Programs).All(p => matching.Count(other => other == p) <= Capacity[p])
        && Enumerable.Range(0, _capSeats.Length).All(cap => matching.Count(p => p != Market.None && _cap[p] == cap) <= _capSeats[cap]);

    public bool IsStable(int[] matching)
    {
        if (!IsFeasible(matching))
        {
            return false;
        }

        for (var a = 0; a < Applicants; a++)
        {
            for (var p = 0; p < Programs; p++)
            {
                if (_place[a, p] != Market.None && _place[a, p] < Rank(a, matching[a]) && Takes(matching, a, p))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public IEnumerable<int[]> StableMatchings() => Matchings(0, new int[Applicants]).Where(IsStable);

    public bool Dominates(int[] one, int[] other) =>
        Enumerable.Range(0, Applicants).All(a => Rank(a, one[a]) <= Rank(a, other[a]))
        && Enumerable.Range(0, Applicants).Any(a => Rank(a, one[a]) < Rank(a, other[a]));

    public string Said(int[] matching) => string.Create(
        CultureInfo.InvariantCulture, $"draw {Draw}: {string.Join(' ', matching)} of seats {string.Join(' ', Capacity)}");

    // Abraham, Irving and Manlove's three cases, with gains that are strict; a program under no cap is its own lecturer.
    private bool Takes(int[] matching, int a, int p)
    {
        var inProgram = Enumerable.Range(0, Applicants).Where(other => matching[other] == p).ToList();
        if (inProgram.Count == Capacity[p])
        {
            return inProgram.Any(other => _class[other, p] < _class[a, p]);
        }

        if (_cap[p] == Market.None)
        {
            return true;
        }

        var underCap = Enumerable.Range(0, Applicants).Where(other => matching[other] != Market.None && _cap[matching[other]] == _cap[p]).ToList();
        return underCap.Count < _capSeats[_cap[p]] || underCap.Contains(a) || underCap.Any(other => _class[other, matching[other]] < _class[a, p]);
    }

    private IEnumerable<int[]> Matchings(int a, int[] matching)
    {
        if (a == Applicants)
        {
            yield return (int[])matching.Clone();
            yield break;
        }

        for (var p = Market.None; p < Programs; p++)
        {
            if (p == Market.None || (_place[a, p] != Market.None && matching.AsSpan(0, a).Count(p) < Capacity[p]))
            {
                matching[a] = p;
                foreach (var rest in Matchings(a + 1, matching))
                {
                    yield return rest;
                }
            }
        }
    }
}
