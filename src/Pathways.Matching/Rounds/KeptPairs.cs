using Pathways.Matching.Kernel;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Rounds;

/// <summary>Who keeps which seat and who declined what, by position.</summary>
/// <param name="OpportunityOf">By student, the opportunity whose seat they keep, or <see cref="Market.None"/>.</param>
/// <param name="DeclinedBy">By student who declined something, the opportunities.</param>
internal sealed record KeptPairs(int[] OpportunityOf, IReadOnlyDictionary<int, HashSet<int>> DeclinedBy)
{
    /// <summary>Reads pairs, and adds every reason why some of them cannot be meant.</summary>
    public static KeptPairs Of(
        CompiledProblem problem, IEnumerable<Assignment> kept, IEnumerable<Assignment> declined, ImmutableArray<Refusal>.Builder reasons)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(declined);
        var columns = problem.Problem.Columns;
        var opportunityOf = new int[columns.Students.Length];
        Array.Fill(opportunityOf, Market.None);
        foreach (var pair in kept)
        {
            if (Find(columns, pair, reasons) is not var (s, o))
            {
                continue;
            }

            if (opportunityOf[s] != Market.None)
            {
                reasons.Add(new("rematch.student-twice",
                    $"Student {pair.Student} is to keep a seat at {columns.Opportunities[opportunityOf[s]]} and one at {pair.Opportunity}. Maybe one of the two is an offer that was declined."));
                continue;
            }

            opportunityOf[s] = o;
            if (problem.Market.EdgeTo(s, o) == Market.None)
            {
                var side = columns.RankIn(s, o) == 0 ? "the student does not list it" : "it does not accept the student";
                reasons.Add(new("rematch.not-acceptable",
                    $"Student {pair.Student} is to keep a seat at {pair.Opportunity}, but {side}. Maybe lists or rules have changed since it was given."));
            }
        }

        var declinedBy = new Dictionary<int, HashSet<int>>();
        foreach (var pair in declined)
        {
            if (Find(columns, pair, reasons) is not var (s, o))
            {
                continue;
            }

            if (!declinedBy.TryGetValue(s, out var own))
            {
                declinedBy.Add(s, own = []);
            }

            if (own.Add(o) && opportunityOf[s] == o)
            {
                reasons.Add(new("rematch.kept-and-declined",
                    $"Student {pair.Student} is to keep the seat at {pair.Opportunity}, and has declined it. Maybe the list of those who keep a seat is older."));
            }
        }

        return new(opportunityOf, declinedBy);
    }

    /// <summary>Whether a student declined an opportunity.</summary>
    public bool HasDeclined(int student, int opportunity) =>
        DeclinedBy.TryGetValue(student, out var own) && own.Contains(opportunity);

    /// <summary>The kept pairs by name, in the order of the students.</summary>
    public ImmutableArray<Assignment> Kept(ProblemColumns columns) =>
        [.. new ProblemMatching(new(columns), OpportunityOf).Assignments];

    /// <summary>The declined pairs by name, in the order of the students and then of the opportunities.</summary>
    public ImmutableArray<Assignment> Declined(ProblemColumns columns) =>
    [
        .. from own in DeclinedBy
           from o in own.Value
           orderby own.Key, o
           select new Assignment(columns.Students[own.Key], columns.Opportunities[o], columns.RankIn(own.Key, o) is > 0 and var rank ? rank : null),
    ];

    private static (int Student, int Opportunity)? Find(ProblemColumns columns, Assignment pair, ImmutableArray<Refusal>.Builder reasons)
    {
        var hasStudent = columns.StudentIndex.TryGetValue(pair.Student.Value, out var s);
        var hasOpportunity = columns.OpportunityIndex.TryGetValue(pair.Opportunity.Value, out var o);
        if (!hasStudent)
        {
            reasons.Add(new("rematch.student-unknown", $"There is no student {pair.Student} in the problem. Maybe the list is of another problem."));
        }

        if (!hasOpportunity)
        {
            reasons.Add(new("rematch.opportunity-unknown", $"There is no opportunity {pair.Opportunity} in the problem. Maybe the list is of another problem."));
        }

        return hasStudent && hasOpportunity ? (s, o) : null;
    }
}
