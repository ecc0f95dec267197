using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.SideBySide;

/// <summary>What the markets of a comparison look like.</summary>
/// <param name="Applicants">How many applicants, with ten choices each; a program for every five of them.</param>
/// <param name="IsZipf">Whether the <c>i</c>-th most popular program is listed with weight <c>1 / i</c>, not all alike.</param>
/// <param name="SeatsPerApplicant">How many seats there are for each applicant, spread evenly.</param>
/// <param name="HasScores">Whether each program scores applicants for itself; else four priority classes and one lottery number each.</param>
internal sealed record Family(int Applicants, bool IsZipf, double SeatsPerApplicant, bool HasScores)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Applicants:#,0} x 10, {(IsZipf ? "Zipf" : "uniform")}, {SeatsPerApplicant} seats, {(HasScores ? "scores" : "classes and a lottery")}");
}

/// <summary>One draw of a family.</summary>
internal sealed class RandomMarket
{
    private const int Choices = 10;

    public RandomMarket(Family family, ulong number)
    {
        var (applicants, programs) = (family.Applicants, family.Applicants / 5);
        var seed = new Seed(number).Split((ulong)applicants);
        var popularity = family.IsZipf ? Zipf(programs, seed.Split("popularity")) : null;
        var first = new int[applicants + 1];
        var program = new int[applicants * Choices];
        var high = new int[program.Length];
        for (var a = 0; a < applicants; a++)
        {
            var own = seed.Split((ulong)a).Value;
            var list = program.AsSpan(first[a], Choices);
            for (var i = 0; i < Choices;)
            {
                var draw = new Seed(own++);
                var p = draw.DrawBelow(programs);
                p = popularity is { } table && new Seed(own++).DrawUnit() >= table[p].Keep ? table[p].Else : p;
                if (!list[..i].Contains(p))
                {
                    high[first[a] + i] = new Seed(own++).DrawBelow(family.HasScores ? int.MaxValue : 4);
                    list[i++] = p;
                }
            }

            first[a + 1] = first[a] + Choices;
        }

        var seats = (long)Math.Round(applicants * family.SeatsPerApplicant);
        var capacity = new int[programs];
        for (var p = 0; p < programs; p++)
        {
            capacity[p] = (int)((seats * (p + 1) / programs) - (seats * p / programs));
        }

        Market = new(first, program, high, capacity, tied: null);
        if (!family.HasScores)
        {
            ByPlace = Shuffled(applicants, seed.Split("lottery"));
            Place = TieBreaker.Inverse(ByPlace);
        }
    }

    /// <summary>The market; its classes are the scores where there are scores.</summary>
    public Market Market { get; }

    /// <summary>By applicant, its place in the lottery; null where there are scores.</summary>
    public int[]? Place { get; }

    /// <summary>The inverse of <see cref="Place"/>.</summary>
    public int[]? ByPlace { get; }

    private static int[] Shuffled(int count, Seed seed)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            var j = seed.Split((ulong)i).DrawBelow(i + 1);
            (order[i], order[j]) = (order[j], i);
        }

        return order;
    }

    // Alias table (A. J. Walker 1977): a program is drawn evenly, and given away to another with a fixed chance.
    private static (double Keep, int Else)[] Zipf(int programs, Seed seed)
    {
        var byRank = Shuffled(programs, seed);
        var weight = new double[programs];
        var mean = Enumerable.Range(1, programs).Sum(rank => 1.0 / rank) / programs;
        for (var rank = 0; rank < programs; rank++)
        {
            weight[byRank[rank]] = 1 / (mean * (rank + 1));
        }

        var table = new (double, int)[programs];
        var small = new Stack<int>(Enumerable.Range(0, programs).Where(p => weight[p] < 1));
        var large = new Stack<int>(Enumerable.Range(0, programs).Where(p => weight[p] >= 1));
        while (small.TryPop(out var p))
        {
            if (!large.TryPeek(out var rich))
            {
                table[p] = (1, p);
                continue;
            }

            table[p] = (weight[p], rich);
            weight[rich] -= 1 - weight[p];
            if (weight[rich] < 1)
            {
                small.Push(large.Pop());
            }
        }

        foreach (var p in large)
        {
            table[p] = (1, p);
        }

        return table;
    }
}
