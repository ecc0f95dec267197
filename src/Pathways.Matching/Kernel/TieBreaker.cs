using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Pathways.Matching.Explanation;

namespace Pathways.Matching.Kernel;

/// <summary>Turns ties into strict orders, by lottery or by the order of the input.</summary>
/// <remarks>
/// A lottery number depends on the seed and the identifiers alone, so neither the order of the input nor who else takes part
/// changes it. Numbers are 64 bits; should two be equal, the position decides.
/// </remarks>
internal static class TieBreaker
{
    private const string StudentTies = "ties of students";

    /// <summary>One number per student that counts at every opportunity. Higher is better.</summary>
    public static int[] SinglePlaces(ReadOnlySpan<StudentId> students, Seed seed) => Inverse(SingleOrder(students, seed));

    /// <summary>The students by their one number, the worst first: the inverse of <see cref="SinglePlaces"/>.</summary>
    public static int[] SingleOrder(ReadOnlySpan<StudentId> students, Seed seed)
    {
        var rented = ArrayPool<ulong>.Shared.Rent(students.Length);
        var draws = rented.AsSpan(0, students.Length);
        for (var s = 0; s < students.Length; s++)
        {
            draws[s] = seed.Split(students[s].Value).Draw();
        }

        var order = ByDraw(draws);
        ArrayPool<ulong>.Shared.Return(rented);
        return order;
    }

    /// <summary>Who comes first in the input is better.</summary>
    public static int[] InputPlaces(int students)
    {
        var place = new int[students];
        for (var s = 0; s < students; s++)
        {
            place[s] = students - 1 - s;
        }

        return place;
    }

    /// <summary>
    /// A strict order of each opportunity over its own edges: by class, then by a number drawn for the student there. Higher is better, and no
    /// two edges to opportunities with the same seed, such as those under one outermost cap, have the same rank.
    /// </summary>
    /// <param name="market">The market.</param>
    /// <param name="students">For the draws.</param>
    /// <param name="seeds">By opportunity, where its numbers come from: see <see cref="LotterySeeds"/>.</param>
    public static int[] OwnRanks(Market market, ReadOnlySpan<StudentId> students, ReadOnlySpan<Seed> seeds)
    {
        var rank = new int[market.Edges];
        var programs = new int[market.Programs];
        var keys = new ulong[market.Programs];
        for (var o = 0; o < programs.Length; o++)
        {
            (programs[o], keys[o]) = (o, seeds[o].Value);
        }

        Array.Sort(keys, programs);
        for (var end = 0; end < programs.Length;)
        {
            var start = end++;
            while (end < programs.Length && keys[end] == keys[start])
            {
                end++;
            }

            RankTogether(market, programs.AsSpan(start..end), students, seeds[programs[start]], rank, null);
        }

        return rank;
    }

    /// <summary>Puts the strict order of one opportunity, and of those with the same seed, into the ranks of all.</summary>
    /// <param name="market">The market.</param>
    /// <param name="o">Which opportunity.</param>
    /// <param name="students">For the draws.</param>
    /// <param name="seeds">By opportunity, where its numbers come from.</param>
    /// <param name="rank">By edge; those of the opportunities are written.</param>
    /// <param name="moved">A student whose number is just better than another's, if any.</param>
    public static void RankOwn(
        Market market, int o, ReadOnlySpan<StudentId> students, ReadOnlySpan<Seed> seeds, int[] rank, MovedNumber? moved = null)
    {
        var programs = new List<int>();
        for (var other = 0; other < seeds.Length; other++)
        {
            if (seeds[other] == seeds[o])
            {
                programs.Add(other);
            }
        }

        RankTogether(market, CollectionsMarshal.AsSpan(programs), students, seeds[o], rank, moved);
    }

    /// <summary>The market with the ties of applicants put in a strict order; the same market when there are none.</summary>
    /// <param name="market">The market.</param>
    /// <param name="students">For the draws.</param>
    /// <param name="opportunities">For the draws.</param>
    /// <param name="seed">Where the draws come from; null keeps the order of the opportunities in the input.</param>
    public static Market Strict(
        Market market, ReadOnlySpan<StudentId> students, ReadOnlySpan<OpportunityId> opportunities, Seed? seed)
    {
        if (market.Tied is not { } tied)
        {
            return market;
        }

        var program = (int[])market.Program.Clone();
        var priorityClass = (int[])market.Class.Clone();
        var member = (ulong[]?)market.Plan?.Member.Clone();
        var group = new List<(ulong Draw, int Program, int Edge)>();
        for (var s = 0; s < market.Applicants; s++)
        {
            var ownSeed = seed?.Split(StudentTies).Split(students[s].Value);
            for (var edge = market.First[s]; edge < market.First[s + 1];)
            {
                var start = edge++;
                while (edge < market.First[s + 1] && tied[edge])
                {
                    edge++;
                }

                if (edge - start == 1)
                {
                    continue;
                }

                group.Clear();
                for (var e = start; e < edge; e++)
                {
                    group.Add((ownSeed?.Split(opportunities[program[e]].Value).Draw() ?? 0, program[e], e));
                }

                group.Sort();
                for (var i = 0; i < group.Count; i++)
                {
                    program[start + i] = group[i].Program;
                    priorityClass[start + i] = market.Class[group[i].Edge];
                    member?[start + i] = market.Plan!.Member[group[i].Edge];
                }
            }
        }

        var plan = member is null ? null : market.Plan!.With(member);
        return new(market.First, program, priorityClass, market.Capacity, tied: null, plan, market.Caps);
    }

    /// <summary>The inverse of a permutation.</summary>
    public static int[] Inverse(int[] permutation)
    {
        var inverse = new int[permutation.Length];
        for (var i = 0; i < permutation.Length; i++)
        {
            inverse[permutation[i]] = i;
        }

        return inverse;
    }

    private static void RankTogether(
        Market market, ReadOnlySpan<int> programs, ReadOnlySpan<StudentId> students, Seed seed, int[] rank, MovedNumber? moved)
    {
        var reverse = market.Reverse;
        var count = 0;
        foreach (var o in programs)
        {
            count += reverse.First[o + 1] - reverse.First[o];
        }

        var own = new (int Class, ulong Draw, bool IsMoved, int Applicant, int Back)[count];
        var next = 0;
        foreach (var o in programs)
        {
            for (var at = reverse.First[o]; at < reverse.First[o + 1]; at++)
            {
                var (edge, applicant) = (reverse.Edge[at], reverse.Applicant[at]);
                var isMoved = applicant == moved?.Applicant;
                var draw = seed.Split(students[isMoved ? moved!.Value.Over : applicant].Value).Draw();
                own[next++] = (market.Class[edge], draw, isMoved, applicant, -edge); // of a student's equal edges the one listed first is better
            }
        }

        Array.Sort(own);
        for (var i = 0; i < own.Length; i++)
        {
            rank[-own[i].Back] = i;
        }
    }

    /// <summary>Who has which draw, the lowest first; of equal draws the first.</summary>
    /// <remarks>
    /// Draws are even, so their leading bits put nearly all of them in order: each goes to where about four with the same bits
    /// belong, and little is left to be moved.
    /// </remarks>
    internal static int[] ByDraw(ReadOnlySpan<ulong> draws)
    {
        var shift = Math.Min(63, 66 - BitOperations.Log2((uint)draws.Length | 1));
        var rentedEnd = ArrayPool<int>.Shared.Rent((int)(ulong.MaxValue >> shift) + 1);
        var end = rentedEnd.AsSpan(0, (int)(ulong.MaxValue >> shift) + 1);
        end.Clear();
        foreach (var draw in draws)
        {
            end[(int)(draw >> shift)]++;
        }

        for (var i = 1; i < end.Length; i++)
        {
            end[i] += end[i - 1];
        }

        var rented = ArrayPool<(ulong Draw, int Owner)>.Shared.Rent(draws.Length);
        var sorted = rented.AsSpan(0, draws.Length);
        for (var owner = draws.Length - 1; owner >= 0; owner--)
        {
            sorted[--end[(int)(draws[owner] >> shift)]] = (draws[owner], owner);
        }

        var order = new int[draws.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            var (draw, owner) = sorted[i];
            var at = i;
            for (; at > 0 && sorted[at - 1].Draw > draw; at--)
            {
                sorted[at] = sorted[at - 1];
            }

            sorted[at] = (draw, owner);
        }

        for (var i = 0; i < sorted.Length; i++)
        {
            order[i] = sorted[i].Owner;
        }

        ArrayPool<int>.Shared.Return(rentedEnd);
        ArrayPool<(ulong Draw, int Owner)>.Shared.Return(rented);
        return order;
    }
}
