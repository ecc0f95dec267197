namespace Pathways.Matching.Tests.Support;

/// <summary>The caps of a problem, restated from its words: what each counts, which cross, and who compares students on one scale.</summary>
internal sealed class StatedCaps
{
    public StatedCaps(MatchingProblem problem)
    {
        Problem = problem;
        var opportunities = problem.Opportunities.ToList();
        All =
        [
            .. problem.Partners.Where(partner => partner.Seats is not null).Select(partner => new StatedCap(
                $"partner {partner.Id}", partner.Seats!.Value, [.. opportunities.Where(o => o.Partner == partner.Id).Select(o => o.Index)])),
            .. problem.Caps.Select(cap => new StatedCap(
                cap.Kind is null ? $"cap {cap.Id}" : $"cap {cap.Id} ({cap.Kind})", cap.Seats, [.. cap.Opportunities.Select(id => opportunities.Single(o => o.Id == id).Index)])),
        ];
        All = [.. All.Where(cap => cap.Counts.Count > 0)];
    }

    public MatchingProblem Problem { get; }

    /// <summary>Those that count something, in the order of the problem: partners first.</summary>
    public List<StatedCap> All { get; }

    public IEnumerable<(StatedCap One, StatedCap Other)> Crossing =>
        from i in Enumerable.Range(0, All.Count)
        from j in Enumerable.Range(i + 1, All.Count - i - 1)
        where Crosses(All[i], All[j])
        select (All[i], All[j]);

    /// <summary>Caps that no other is around, and under which two opportunities do not compare students on one scale.</summary>
    public IEnumerable<StatedCap> WithoutOrder =>
        from cap in All
        where !All.Any(other => IsAround(other, cap))
        where cap.Counts.Any(one => cap.Counts.Any(other => !OnOneScale(one, other)))
        select cap;

    public bool IsTree => All.Count > 0 && !Crossing.Any() && !WithoutOrder.Any();

    /// <summary>Whether the first is a cap around the second: it counts more, or as much with more seats, or comes later.</summary>
    public bool IsAround(StatedCap one, StatedCap other) => one != other && other.Counts.IsSubsetOf(one.Counts)
        && (one.Counts.Count, one.Seats, All.IndexOf(one)).CompareTo((other.Counts.Count, other.Seats, All.IndexOf(other))) > 0;

    /// <summary>How an opportunity ranks a student: higher is better; null when it does not accept them.</summary>
    public double? Value(int o, StudentId student)
    {
        var opportunity = Problem.Opportunity(o);
        if (PartnerOrder(opportunity) is { } order)
        {
            var place = order.Places.Select((ids, i) => (ids, i)).Where(entry => entry.ids.Contains(student)).Select(entry => (int?)entry.i).FirstOrDefault();
            return -place;
        }

        return opportunity.RanksEveryone ? 0
            : opportunity.Priorities.Where(entry => entry.Student == student).Select(entry => entry.Score ?? -entry.Place).Cast<double?>().FirstOrDefault();
    }

    private static bool Crosses(StatedCap one, StatedCap other) =>
        one.Counts.Overlaps(other.Counts) && !one.Counts.IsSubsetOf(other.Counts) && !other.Counts.IsSubsetOf(one.Counts);

    private bool OnOneScale(int one, int other)
    {
        var (first, second) = (Problem.Opportunity(one), Problem.Opportunity(other));
        if (one == other || AcceptsNobody(first) || AcceptsNobody(second))
        {
            return true;
        }

        return (PartnerOrder(first), PartnerOrder(second)) switch
        {
            ({ } a, { } b) => a == b,
            (null, null) => (first.RanksEveryone && second.RanksEveryone) || (Scores(first) && Scores(second)),
            _ => false,
        };
    }

    private bool AcceptsNobody(ProblemOpportunity opportunity) => PartnerOrder(opportunity) is { } order
        ? order.Places.IsEmpty
        : !opportunity.RanksEveryone && !opportunity.Priorities.Any();

    private static bool Scores(ProblemOpportunity opportunity) => opportunity.Priorities.Any(entry => entry.Score is not null);

    private RankedList<StudentId>? PartnerOrder(ProblemOpportunity opportunity) =>
        Problem.Partners.FirstOrDefault(partner => partner.Id == opportunity.Partner)?.Priorities;
}

/// <summary>A cap as a name, its seats, and the positions of the opportunities it counts.</summary>
internal sealed record StatedCap(string Name, int Seats, HashSet<int> Counts);
