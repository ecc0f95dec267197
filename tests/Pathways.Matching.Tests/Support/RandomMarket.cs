using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>A random market of any size in plain arrays, with a textbook solver over the same arrays.</summary>
internal sealed class RandomMarket
{
    public RandomMarket(ulong draw, int applicants, int programs, int longest, int largest, int classes, bool skewed = false)
    {
        var chance = new Chance(draw);
        Capacity = [.. Enumerable.Range(0, programs).Select(_ => chance.Below(largest + 1))];
        Lists = new int[applicants][];
        Class = new int[applicants][];
        for (var a = 0; a < applicants; a++)
        {
            var list = new HashSet<int>();
            var length = chance.Below(Math.Min(longest, programs) + 1);
            while (list.Count < length)
            {
                // Skewed: everybody wants the same few first, so that one displacement sets off the next.
                list.Add(skewed ? Math.Min(chance.Below(programs), chance.Below(programs)) : chance.Below(programs));
            }

            Lists[a] = [.. list];
            Class[a] = [.. list.Select(_ => chance.Below(classes))];
        }

        Place = chance.Shuffled(Enumerable.Range(0, applicants));
    }

    /// <summary>By applicant, programs, best first.</summary>
    public int[][] Lists { get; }

    /// <summary>By applicant, in step with <see cref="Lists"/>; higher is better.</summary>
    public int[][] Class { get; }

    public int[] Capacity { get; }

    /// <summary>By applicant, a permutation; higher is better.</summary>
    public int[] Place { get; }

    public Market Market => MarketOf(Lists, Class, Capacity);

    public SinglePlaceOrder Order(Market market) => new(market.Class, Place, TieBreaker.Inverse(Place));

    public static Market MarketOf(int[][] lists, int[][] classes, int[] capacity)
    {
        var first = new int[lists.Length + 1];
        for (var a = 0; a < lists.Length; a++)
        {
            first[a + 1] = first[a] + lists[a].Length;
        }

        return new(first, [.. lists.SelectMany(list => list)], [.. classes.SelectMany(list => list)], capacity, tied: null);
    }

    /// <summary>
    /// Gale and Shapley's words, one applicant at a time: propose to the best that has not rejected you; a program that has one too many
    /// looks through all it holds for the worst.
    /// </summary>
    public int[] Textbook()
    {
        var next = new int[Lists.Length];
        var held = Capacity.Select(_ => new List<(int Class, int Place, int Applicant)>()).ToArray();
        var free = new Stack<int>(Enumerable.Range(0, Lists.Length));
        while (free.TryPop(out var a))
        {
            if (next[a] == Lists[a].Length)
            {
                continue;
            }

            var at = next[a]++;
            var seats = held[Lists[a][at]];
            seats.Add((Class[a][at], Place[a], a));
            if (seats.Count > Capacity[Lists[a][at]])
            {
                var worst = seats.Min();
                seats.Remove(worst);
                free.Push(worst.Applicant);
            }
        }

        var matched = new int[Lists.Length];
        Array.Fill(matched, Market.None);
        for (var p = 0; p < held.Length; p++)
        {
            held[p].ForEach(seat => matched[seat.Applicant] = p);
        }

        return matched;
    }

    /// <summary>The other side's words: a program with a free seat proposes to the best who has not rejected it.</summary>
    public int[] TextbookProgramsProposing()
    {
        var lists = Capacity.Select(_ => new List<(int Class, int Place, int Applicant)>()).ToArray();
        for (var a = 0; a < Lists.Length; a++)
        {
            for (var at = 0; at < Lists[a].Length; at++)
            {
                lists[Lists[a][at]].Add((Class[a][at], Place[a], a));
            }
        }

        var queues = lists.Select(list => new Queue<int>(list.OrderDescending().Select(entry => entry.Applicant))).ToArray();
        var matched = new int[Lists.Length];
        var taken = new int[Capacity.Length];
        Array.Fill(matched, Market.None);
        for (var moved = true; moved;)
        {
            moved = false;
            for (var p = 0; p < Capacity.Length; p++)
            {
                if (taken[p] == Capacity[p] || !queues[p].TryDequeue(out var a))
                {
                    continue;
                }

                moved = true;
                var held = matched[a];
                if (held == Market.None || Array.IndexOf(Lists[a], p) < Array.IndexOf(Lists[a], held))
                {
                    taken[p]++;
                    taken[Math.Max(held, 0)] -= held == Market.None ? 0 : 1;
                    matched[a] = p;
                }
            }
        }

        return matched;
    }
}
