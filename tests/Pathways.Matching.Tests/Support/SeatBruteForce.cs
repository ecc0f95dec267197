using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>Every stable matching of a tiny market with kinds of seats, from the naive choices; classes must be strict.</summary>
internal sealed class SeatBruteForce
{
    private readonly SeatMarket _market;
    private readonly int[][] _choice; // by program and set; -1 until asked for
    private readonly int[][] _edgeOf; // by applicant and program, the place in the list

    public SeatBruteForce(SeatMarket market)
    {
        _market = market;
        _choice = [.. market.Programs.Select(_ => Enumerable.Repeat(-1, 1 << market.Applicants).ToArray())];
        _edgeOf = [.. market.Lists.Select(list => Enumerable.Range(0, market.Programs.Length).Select(p => Array.IndexOf(list, p)).ToArray())];
    }

    public int Choose(int program, int set)
    {
        ref var known = ref _choice[program][set];
        return known >= 0 ? known : known = _market.Choose(program, set);
    }

    /// <summary>The place of a seat in the list of an applicant; after all places for none.</summary>
    public int Place(int applicant, int program) => program == Market.None ? _market.Lists[applicant].Length : _edgeOf[applicant][program];

    public bool IsStable(int[] programOf)
    {
        var sets = new int[_market.Programs.Length];
        for (var a = 0; a < programOf.Length; a++)
        {
            if (programOf[a] != Market.None)
            {
                sets[programOf[a]] |= 1 << a;
            }
        }

        for (var p = 0; p < sets.Length; p++)
        {
            if (Choose(p, sets[p]) != sets[p])
            {
                return false;
            }
        }

        for (var a = 0; a < programOf.Length; a++)
        {
            for (var place = 0; place < Place(a, programOf[a]); place++)
            {
                var p = _market.Lists[a][place];
                if ((Choose(p, sets[p] | (1 << a)) & (1 << a)) != 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    public List<int[]> StableMatchings()
    {
        var stable = new List<int[]>();
        var matching = new int[_market.Applicants];
        From(0);
        return stable;

        void From(int a)
        {
            if (a == matching.Length)
            {
                if (IsStable(matching))
                {
                    stable.Add((int[])matching.Clone());
                }

                return;
            }

            matching[a] = Market.None;
            From(a + 1);
            foreach (var p in _market.Lists[a])
            {
                matching[a] = p;
                From(a + 1);
            }
        }
    }
}
