namespace Pathways.Matching.Tests.Support;

/// <summary>A problem's definitions restated from its written form: acceptability, preference, priority, stability, and all matchings.</summary>
/// <remarks>
/// Works on positions in <see cref="SmallProblem.Students"/> and <see cref="SmallProblem.Opportunities"/>. A matching is an array by student,
/// with <see cref="Nothing"/> for no seat. Slow on purpose: nothing here is shared with the library.
/// </remarks>
internal sealed class BruteForce
{
    public const int Nothing = -1;

    // Places count from 0; a pair that is not acceptable has the place of Nothing in both tables.
    private readonly int[,] _wish;
    private readonly int[,] _priority;

    public BruteForce(SmallProblem problem)
    {
        Problem = problem;
        _wish = new int[Students, Opportunities];
        _priority = new int[Students, Opportunities];
        for (var s = 0; s < Students; s++)
        {
            for (var o = 0; o < Opportunities; o++)
            {
                var wish = PlaceIn(problem.Students[s].Places, problem.Opportunities[o].Id);
                var priority = wish < 0 ? Nothing : PriorityPlace(problem.Opportunities[o], problem.Students[s].Id);
                var acceptable = wish >= 0 && priority >= 0;
                _wish[s, o] = acceptable ? wish : Nothing;
                _priority[s, o] = acceptable ? priority : Nothing;
            }
        }
    }

    public SmallProblem Problem { get; }

    public int Students => Problem.Students.Length;

    public int Opportunities => Problem.Opportunities.Length;

    public bool IsAcceptable(int s, int o) => _wish[s, o] >= 0;

    /// <summary>Whether the student strictly prefers the first to the second; either may be nothing, or a seat that is not acceptable.</summary>
    public bool StudentPrefers(int s, int one, int other) => Wish(s, one) < Wish(s, other);

    /// <summary>Whether the opportunity has the first student in a strictly higher place than the second.</summary>
    public bool OpportunityPrefers(int o, int one, int other) => Rank(o, one) < Rank(o, other);

    /// <summary>Every assignment of acceptable pairs within the seats.</summary>
    public IEnumerable<int[]> Matchings()
    {
        var seats = Problem.Opportunities.Select(opportunity => opportunity.Seats).ToArray();
        var matching = new int[Students];
        return From(0);

        IEnumerable<int[]> From(int s)
        {
            if (s == Students)
            {
                yield return (int[])matching.Clone();
                yield break;
            }

            for (var o = Nothing; o < Opportunities; o++)
            {
                if (o != Nothing && (!IsAcceptable(s, o) || seats[o] == 0))
                {
                    continue;
                }

                matching[s] = o;
                seats[Math.Max(o, 0)] -= o == Nothing ? 0 : 1;
                foreach (var rest in From(s + 1))
                {
                    yield return rest;
                }

                seats[Math.Max(o, 0)] += o == Nothing ? 0 : 1;
            }
        }
    }

    /// <summary>Whether both would strictly gain from each other. Whoever is in a seat without being acceptable there gives way to anybody who is.</summary>
    public bool Blocks(int[] matching, int s, int o)
    {
        if (!IsAcceptable(s, o) || matching[s] == o || !StudentPrefers(s, o, matching[s]) || Problem.Opportunities[o].Seats == 0)
        {
            return false;
        }

        var taken = 0;
        var worseSits = false;
        for (var other = 0; other < Students; other++)
        {
            taken += matching[other] == o ? 1 : 0;
            worseSits |= matching[other] == o && OpportunityPrefers(o, s, other);
        }

        return taken < Problem.Opportunities[o].Seats || worseSits;
    }

    public HashSet<(int Student, int Opportunity)> BlockingPairs(int[] matching) =>
    [
        .. from s in Enumerable.Range(0, Students)
           from o in Enumerable.Range(0, Opportunities)
           where Blocks(matching, s, o)
           select (s, o),
    ];

    public bool IsStable(int[] matching)
    {
        for (var s = 0; s < Students; s++)
        {
            for (var o = 0; o < Opportunities; o++)
            {
                if (Blocks(matching, s, o))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public List<int[]> StableMatchings() => [.. Matchings().Where(IsStable)];

    /// <summary>A matching of the library as positions of this problem.</summary>
    public int[] Read(ProblemMatching matching) =>
    [
        .. Problem.Students.Select(student => matching.Of(StudentId.From(student.Id)) is { } seat
            ? Array.FindIndex(Problem.Opportunities, opportunity => opportunity.Id == seat.Value)
            : Nothing),
    ];

    /// <summary>Positions as assignments by id.</summary>
    public IEnumerable<Assignment> Write(int[] matching) =>
        from s in Enumerable.Range(0, Students)
        where matching[s] != Nothing
        select new Assignment(StudentId.From(Problem.Students[s].Id), OpportunityId.From(Problem.Opportunities[matching[s]].Id));

    private static int PlaceIn(string[][] places, string id) => Array.FindIndex(places, place => place.Contains(id));

    private int Wish(int s, int o) => o != Nothing && _wish[s, o] >= 0 ? _wish[s, o] : int.MaxValue;

    private int Rank(int o, int s) => _priority[s, o] >= 0 ? _priority[s, o] : int.MaxValue;

    // The number of students who are strictly better is as good as a place.
    private int PriorityPlace(SmallOpportunity opportunity, string student)
    {
        var places = opportunity.Places
            ?? Problem.Partners.FirstOrDefault(partner => partner.Id == opportunity.Partner)?.Places;
        if (places is not null)
        {
            return PlaceIn(places, student);
        }

        if (opportunity.Scores is not { } scores)
        {
            return 0;
        }

        foreach (var (id, score) in scores)
        {
            if (id == student)
            {
                return scores.Count(other => other.Score > score);
            }
        }

        return Nothing;
    }
}
