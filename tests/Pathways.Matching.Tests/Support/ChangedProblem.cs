namespace Pathways.Matching.Tests.Support;

/// <summary>A problem written down again with one thing changed.</summary>
internal static class ChangedProblem
{
    /// <param name="problem">The problem.</param>
    /// <param name="list">By student, another list.</param>
    /// <param name="seats">By opportunity, how many more seats: open ones where it reserves some, else of the last slot for anyone, or the last.</param>
    /// <param name="cap">By the name of a cap, how many more it takes.</param>
    /// <param name="score">By opportunity and student, another score.</param>
    /// <param name="place">By student, another place in the input, from 1; the others keep their order.</param>
    public static MatchingProblem Of(
        MatchingProblem problem, (StudentId Student, IEnumerable<OpportunityId[]> Places)? list = null, (OpportunityId Opportunity, int More)? seats = null,
        (string Name, int More)? cap = null, (OpportunityId Opportunity, StudentId Student, double Score)? score = null,
        (StudentId Student, int Place)? place = null)
    {
        var builder = new MatchingProblemBuilder();
        var students = problem.Students.ToList();
        if (place is { } moved)
        {
            var at = students.FindIndex(student => student.Id == moved.Student);
            var student = students[at];
            students.RemoveAt(at);
            students.Insert(moved.Place - 1, student);
        }

        foreach (var student in students)
        {
            var places = list?.Student == student.Id ? list.Value.Places : Places(student);
            builder.AddStudent(student.Id, RankedList<OpportunityId>.OfPlaces(places), student.Groups);
        }

        foreach (var opportunity in problem.Opportunities)
        {
            var more = seats?.Opportunity == opportunity.Id ? seats.Value.More : 0;
            builder.AddOpportunity(
                opportunity.Id, opportunity.Seats + more, Order(problem, opportunity, score), opportunity.Minimum, opportunity.Partner, opportunity.Reserves,
                More(opportunity.Slots, more));
        }

        foreach (var partner in problem.Partners)
        {
            builder.AddPartner(cap?.Name == $"partner {partner.Id}" ? partner with { Seats = partner.Seats + cap.Value.More } : partner);
        }

        foreach (var own in problem.Caps)
        {
            var name = own.Kind is null ? $"cap {own.Id}" : $"cap {own.Id} ({own.Kind})";
            builder.AddCap(cap?.Name == name ? own with { Seats = own.Seats + cap.Value.More } : own);
        }

        return builder.Build();
    }

    /// <summary>A student's list as places of equals.</summary>
    public static IEnumerable<OpportunityId[]> Places(ProblemStudent student) =>
        student.Choices.GroupBy(choice => choice.Rank).Select(place => place.Select(choice => choice.Opportunity).ToArray());

    private static PriorityOrder? Order(
        MatchingProblem problem, ProblemOpportunity opportunity, (OpportunityId Opportunity, StudentId Student, double Score)? score)
    {
        var entries = opportunity.Priorities.ToList();
        if (opportunity.RanksEveryone || problem.Partners.Any(partner => partner.Id == opportunity.Partner && partner.Priorities is not null))
        {
            return null;
        }

        if (!entries.Exists(entry => entry.Score is not null))
        {
            return new PriorityOrder.Ranked(RankedList<StudentId>.OfPlaces(
                entries.GroupBy(entry => entry.Place).Select(place => place.Select(entry => entry.Student))));
        }

        var scores = entries.ToDictionary(entry => entry.Student, entry => entry.Score!.Value);
        if (score?.Opportunity == opportunity.Id)
        {
            scores[score.Value.Student] = score.Value.Score;
        }

        return new PriorityOrder.Scored(scores);
    }

    private static ImmutableArray<Slot> More(ImmutableArray<Slot> slots, int more)
    {
        if (more == 0 || slots.IsEmpty)
        {
            return slots;
        }

        var open = Enumerable.Range(0, slots.Length).Where(i => slots[i].Group is null).Select(i => (int?)i).LastOrDefault() ?? slots.Length - 1;
        return slots.SetItem(open, slots[open] with { Seats = slots[open].Seats + more });
    }
}
