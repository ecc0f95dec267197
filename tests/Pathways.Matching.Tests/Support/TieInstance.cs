using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>Random markets with ties on both sides, and everything that is weakly stable in a tiny one, from the definition.</summary>
internal static class TieInstance
{
    /// <summary>Up to five applicants and four programs with 0 to 3 seats: lists may be empty, everybody may be equal.</summary>
    public static Market Tiny(ulong draw)
    {
        var chance = new Chance(draw);
        var programs = 1 + chance.Below(4);
        return Of(chance, 1 + chance.Below(5), [.. Enumerable.Range(0, programs).Select(_ => chance.OneIn(8) ? 0 : 1 + (chance.OneIn(3) ? chance.Below(3) : 0))], shortest: 0, longest: programs, classes: 1 + chance.Below(3), tiesInSix: chance.Below(5));
    }

    /// <summary>Larger: a program for every <paramref name="seats"/> applicants with up to twice as many seats.</summary>
    public static Market Medium(ulong draw, int applicants, int seats, int longest, int classes, int tiesInSix)
    {
        var chance = new Chance(draw);
        var programs = Math.Max(longest, applicants / seats);
        return Of(chance, applicants, [.. Enumerable.Range(0, programs).Select(_ => 1 + chance.Below((2 * seats) - 1))], 1, longest, classes, tiesInSix);
    }

    /// <summary>
    /// A chain: applicant i asks for the programs i - 1, i and i + 1, one seat each, in some order. Classes are such that everybody at the program of
    /// the same number is stable.
    /// </summary>
    public static Market Chain(ulong draw, int length)
    {
        var chance = new Chance(draw);
        var (lists, classes) = (new int[length][], new int[length][]);
        for (var a = 0; a < length; a++)
        {
            var own = a;
            lists[a] = chance.Shuffled(new[] { a - 1, a, a + 1 }.Where(p => p >= 0 && p < length && (p == own || !chance.OneIn(5))));
            var at = Array.IndexOf(lists[a], a);
            classes[a] = [.. lists[a].Select((p, i) => p == own ? 1 : i < at ? (chance.OneIn(5) ? 0 : 1) : chance.Below(3))];
        }

        return RandomMarket.MarketOf(lists, classes, [.. Enumerable.Repeat(1, length)]);
    }

    /// <summary>All weakly stable matchings: by applicant, its edge or <see cref="Market.None"/>.</summary>
    public static List<int[]> StableMatchings(Market market)
    {
        var found = new List<int[]>();
        var edgeOf = new int[market.Applicants];
        var free = (int[])market.Capacity.Clone();
        From(0);
        return found;

        void From(int a)
        {
            if (a == market.Applicants)
            {
                if (IsStable(market, edgeOf))
                {
                    found.Add((int[])edgeOf.Clone());
                }

                return;
            }

            edgeOf[a] = Market.None;
            From(a + 1);
            for (var e = market.First[a]; e < market.First[a + 1]; e++)
            {
                if (free[market.Program[e]] > 0)
                {
                    free[market.Program[e]]--;
                    edgeOf[a] = e;
                    From(a + 1);
                    free[market.Program[e]]++;
                }
            }
        }
    }

    /// <summary>Whether seats are kept to and no applicant and program would both strictly gain from each other.</summary>
    public static bool IsStable(Market market, int[] edgeOf)
    {
        var held = Enumerable.Range(0, market.Programs).Select(_ => new List<int>()).ToArray();
        for (var a = 0; a < market.Applicants; a++)
        {
            if (edgeOf[a] != Market.None)
            {
                if (edgeOf[a] < market.First[a] || edgeOf[a] >= market.First[a + 1])
                {
                    return false;
                }

                held[market.Program[edgeOf[a]]].Add(market.Class[edgeOf[a]]);
            }
        }

        for (var a = 0; a < market.Applicants; a++)
        {
            for (var e = market.First[a]; e < market.First[a + 1]; e++)
            {
                var (p, own) = (market.Program[e], market.Class[e]);
                var gains = edgeOf[a] == Market.None || Place(market, a, e) < Place(market, a, edgeOf[a]);
                if (gains && market.Capacity[p] > 0 && (held[p].Count < market.Capacity[p] || held[p].Any(other => other < own)))
                {
                    return false;
                }
            }
        }

        return held.Zip(market.Capacity).All(pair => pair.First.Count <= pair.Second);
    }

    public static int Size(int[] edgeOf) => edgeOf.Count(e => e != Market.None);

    private static int Place(Market market, int a, int edge)
    {
        var place = 0;
        for (var e = market.First[a] + 1; e <= edge; e++)
        {
            place += market.Tied is { } tied && tied[e] ? 0 : 1;
        }

        return place;
    }

    private static Market Of(Chance chance, int applicants, int[] capacity, int shortest, int longest, int classes, int tiesInSix)
    {
        var first = new int[applicants + 1];
        var (program, priority, isTied) = (new List<int>(), new List<int>(), new List<bool>());
        for (var a = 0; a < applicants; a++)
        {
            var length = shortest + chance.Below(longest - shortest + 1);
            foreach (var p in chance.Shuffled(Enumerable.Range(0, capacity.Length)).Take(length))
            {
                isTied.Add(program.Count > first[a] && chance.Below(6) < tiesInSix);
                program.Add(p);
                priority.Add(chance.Below(classes));
            }

            first[a + 1] = program.Count;
        }

        var tied = new TieMarks(program.Count);
        for (var e = 0; e < program.Count; e++)
        {
            tied[e] = isTied[e];
        }

        return new(first, [.. program], [.. priority], capacity, tiesInSix == 0 ? null : tied);
    }
}
