using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>A market under caps in plain arrays, with the definitions restated over them.</summary>
/// <remarks>
/// <see cref="Class"/> and <see cref="Lists"/> are by applicant: the class at every program, listed or not, and programs, best first. Slow on
/// purpose: nothing here is shared with the library. A matching is an array by applicant, with <see cref="Market.None"/> for no seat.
/// </remarks>
internal sealed record CappedMarket(int[][] Lists, int[][] Class, int[] Capacity, int[] Parent, int[] Seats, int[] Place)
{
    public int Applicants => Lists.Length;

    public int Programs => Capacity.Length;

    /// <summary>A tiny random market; caps are at most <paramref name="deepest"/> deep.</summary>
    /// <param name="draw">Which.</param>
    /// <param name="deepest">The most caps around a program.</param>
    /// <param name="oneClass">Whether an applicant has one class at all programs under an outermost cap, as in student-project allocation.</param>
    public static CappedMarket Tiny(ulong draw, int deepest, bool oneClass)
    {
        var chance = new Chance(draw);
        return Random(chance, 1 + chance.Below(4), 2 + chance.Below(3), 4, 1 + chance.Below(2), 1 + chance.Below(6), deepest, oneClass, widest: 2);
    }

    public static CappedMarket Random(
        Chance chance, int applicants, int programs, int longest, int largest, int classes, int deepest, bool oneClass, int widest = 3)
    {
        // From the programs up: of what has no cap yet, a few go under one, and some stay outside.
        var parent = Enumerable.Repeat(Market.None, programs).ToList();
        var seats = new List<int>();
        int[] capacity = [.. Enumerable.Range(0, programs).Select(_ => chance.Below(largest + 1))];
        var free = Enumerable.Range(0, programs).ToList();
        for (var level = 0; level < deepest; level++)
        {
            var above = new List<int>();
            for (var i = 0; i < free.Count;)
            {
                var size = Math.Min(1 + chance.Below(widest), free.Count - i);
                if (chance.OneIn(3))
                {
                    above.AddRange(free[i..(i + size)]);
                }
                else
                {
                    free[i..(i + size)].ForEach(node => parent[node] = parent.Count);
                    var most = free[i..(i + size)].Sum(node => node < programs ? capacity[node] : seats[node - programs]);
                    above.Add(parent.Count);
                    parent.Add(Market.None);
                    seats.Add(chance.OneIn(6) ? most + 1 : Math.Max(chance.Below(most + 1), chance.Below(most + 1)));
                }

                i += size;
            }

            free = above;
        }

        int Length() => chance.Below(Math.Min(longest, programs) + 1);
        int Root(int node) => parent[node] == Market.None ? node : Root(parent[node]);
        int[][] byRoot = [.. Enumerable.Range(0, applicants).Select(_ => parent.Select(_ => chance.Below(classes)).ToArray())];
        return new(
            [.. Enumerable.Range(0, applicants).Select(_ => chance.Shuffled(Enumerable.Range(0, programs))[..Math.Max(Length(), Length())])],
            [.. byRoot.Select(own => Enumerable.Range(0, programs).Select(p => own[oneClass ? Root(p) : p]).ToArray())],
            capacity, [.. parent], [.. seats], chance.Shuffled(Enumerable.Range(0, applicants)));
    }

    public CapTree Caps => new(Parent, Seats);

    public Market Market => RandomMarket.MarketOf(Lists, [.. Lists.Select((list, a) => list.Select(p => Class[a][p]).ToArray())], Capacity)
        .WithCaps(Caps);

    public SinglePlaceOrder Order(Market market) => new(market.Class, Place, TieBreaker.Inverse(Place));

    public int[] ApplicantsPropose(Workspace? workspace = null)
    {
        var market = Market;
        workspace ??= new();
        CumulativeOffer.Solve(market, new LaminarChoice<SinglePlaceOrder>(market, Order(market), workspace), workspace);
        return
        [
            .. Enumerable.Range(0, Applicants)
                .Select(a => workspace.Next[a] < market.First[a + 1] ? market.Program[workspace.Next[a]] : Market.None),
        ];
    }

    public int[] PartnersPropose()
    {
        var market = Market;
        var edges = PartnerProposingDeferredAcceptance.Solve(market, Order(market));
        return [.. edges.Select(edge => edge == Market.None ? Market.None : market.Program[edge])];
    }

    public int Root(int program) => Parent[program] == Market.None ? program : Root(Parent[program]);

    public int Rank(int a, int p) => p == Market.None ? int.MaxValue : Array.IndexOf(Lists[a], p) is >= 0 and var at ? at : int.MaxValue;

    /// <summary>Every matching within lists, seats and caps.</summary>
    public IEnumerable<int[]> Matchings()
    {
        var matching = new int[Applicants];
        var taken = new int[Parent.Length];
        return From(0);

        IEnumerable<int[]> From(int a)
        {
            if (a == Applicants)
            {
                yield return (int[])matching.Clone();
                yield break;
            }

            foreach (var p in Lists[a].Append(Market.None))
            {
                if (p != Market.None && !Fits(taken, p))
                {
                    continue;
                }

                matching[a] = p;
                Count(taken, p, 1);
                foreach (var rest in From(a + 1))
                {
                    yield return rest;
                }

                Count(taken, p, -1);
            }
        }
    }

    /// <summary>Whether a matching is within seats and caps.</summary>
    public bool Fits(int[] matching) => Best(Held(matching)).All(isChosen => isChosen);

    /// <summary>The best contracts that fit within all caps, one after the other, from those there are. True for those chosen.</summary>
    /// <param name="contracts">Applicant and program, best first.</param>
    public bool[] Best(IReadOnlyList<(int Applicant, int Program)> contracts)
    {
        var taken = new int[Parent.Length];
        var chosen = new bool[contracts.Count];
        for (var i = 0; i < contracts.Count; i++)
        {
            chosen[i] = Fits(taken, contracts[i].Program);
            Count(taken, chosen[i] ? contracts[i].Program : Market.None, 1);
        }

        return chosen;
    }

    /// <summary>Best first: class, then place, then what the applicant likes better.</summary>
    public int Compare((int Applicant, int Program) one, (int Applicant, int Program) other) =>
        (Class[other.Applicant][other.Program], Place[other.Applicant], Rank(one.Applicant, one.Program))
            .CompareTo((Class[one.Applicant][one.Program], Place[one.Applicant], Rank(other.Applicant, other.Program)));

    /// <summary>With ties broken: nobody prefers a program that is among the best of all that are held and this one.</summary>
    public bool IsStable(int[] matching)
    {
        var held = Held(matching);
        for (var a = 0; a < Applicants; a++)
        {
            foreach (var p in Lists[a].Take(Math.Min(Rank(a, matching[a]), Lists[a].Length)))
            {
                var all = held.Append((a, p)).ToList();
                all.Sort(Compare);
                if (Best(all)[all.IndexOf((a, p))])
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Contract by contract each group of programs under an outermost cap has one at least as good.</summary>
    public bool PartnersPrefer(int[] one, int[] other)
    {
        foreach (var root in Enumerable.Range(0, Programs).Select(Root).Distinct())
        {
            var (mine, theirs) = (Under(root, one), Under(root, other));
            for (var i = 0; i < theirs.Count; i++)
            {
                if (i >= mine.Count || Compare(mine[i], theirs[i]) > 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The contracts held under a node, best first.</summary>
    public List<(int Applicant, int Program)> Under(int node, int[] matching)
    {
        var under = Held(matching).Where(contract => IsUnder(contract.Program, node)).ToList();
        under.Sort(Compare);
        return under;
    }

    public bool IsUnder(int inner, int node) => inner == node || (Parent[inner] != Market.None && IsUnder(Parent[inner], node));

    /// <summary>From the programs' side: what is best of all not turned down is offered, and applicants turn down all but the best.</summary>
    public int[] TextbookPartnersPropose() => Textbook(programsFirst: true);

    /// <summary>From the applicants' side: each asks the best that has not turned it down, and who is not among the best who ask is.</summary>
    public int[] TextbookApplicantsPropose() => Textbook(programsFirst: false);

    public override string ToString() =>
        $"lists {Text(Lists)}, classes {Text(Class)}, capacity {Text(Capacity)}, parent {Text(Parent)}, caps {Text(Seats)}, place {Text(Place)}";

    private static string Text(int[] values) => $"[{string.Join(' ', values)}]";

    private static string Text(int[][] values) => $"[{string.Join(", ", values.Select(Text))}]";

    private int[] Textbook(bool programsFirst)
    {
        var left = Enumerable.Range(0, Applicants).SelectMany(a => Lists[a].Select(p => (Applicant: a, Program: p))).ToList();
        left.Sort(Compare);
        for (;;)
        {
            // The side that proposes takes its best of all that is left; the other turns down all but its best of these.
            var proposed = programsFirst ? BestOfPrograms(left) : BestOfApplicants(left);
            var kept = (programsFirst ? BestOfApplicants(proposed) : BestOfPrograms(proposed)).ToHashSet();
            if (kept.Count == proposed.Count)
            {
                var matching = new int[Applicants];
                Array.Fill(matching, Market.None);
                proposed.ForEach(contract => matching[contract.Applicant] = contract.Program);
                return matching;
            }

            var turnedDown = proposed.Where(contract => !kept.Contains(contract)).ToHashSet();
            left.RemoveAll(turnedDown.Contains);
        }
    }

    private List<(int Applicant, int Program)> BestOfPrograms(List<(int Applicant, int Program)> contracts) =>
        [.. contracts.Zip(Best(contracts)).Where(pair => pair.Second).Select(pair => pair.First)];

    private List<(int Applicant, int Program)> BestOfApplicants(List<(int Applicant, int Program)> contracts)
    {
        var best = contracts.GroupBy(contract => contract.Applicant)
            .Select(own => own.MinBy(contract => Rank(contract.Applicant, contract.Program))).ToHashSet();
        return [.. contracts.Where(best.Contains)];
    }

    private static List<(int Applicant, int Program)> Held(int[] matching) =>
        [.. matching.Select((p, a) => (a, p)).Where(contract => contract.p != Market.None)];

    private int NodeSeats(int node) => node < Programs ? Capacity[node] : Seats[node - Programs];

    private bool Fits(int[] taken, int program)
    {
        for (var node = program; node != Market.None; node = Parent[node])
        {
            if (taken[node] >= NodeSeats(node))
            {
                return false;
            }
        }

        return true;
    }

    private void Count(int[] taken, int program, int change)
    {
        for (var node = program; node != Market.None; node = Parent[node])
        {
            taken[node] += change;
        }
    }
}
