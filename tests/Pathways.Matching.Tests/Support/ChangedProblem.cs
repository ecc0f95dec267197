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
    /// <param name="order">By opportunity, the order of its students, or of those of its partner where that one ranks for it.</param>
    public static MatchingProblem Of(
        MatchingProblem problem, (StudentId Student, IEnumerable<OpportunityId[]> Places)? list = null, (OpportunityId Opportunity, int More)? seats = null,
        (string Name, int More)? cap = null, (OpportunityId Opportunity, StudentId Student, double Score)? score = null,
        (StudentId Student, int Place)? place = null, (OpportunityId Opportunity, RankedList<StudentId> Places)? order = null)
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
            var priorities = order?.Opportunity == opportunity.Id && Ranking(problem, opportunity) is null
                ? new PriorityOrder.Ranked(order.Value.Places)
                : Order(problem, opportunity, score);
            builder.AddOpportunity(
                opportunity.Id, opportunity.Seats + more, priorities, opportunity.Minimum, opportunity.Partner, opportunity.Reserves,
                More(opportunity.Slots, more));
        }

        var ranking = order is { } changed ? Ranking(problem, problem.Opportunities.Single(opportunity => opportunity.Id == changed.Opportunity)) : null;
        foreach (var partner in problem.Partners)
        {
            builder.AddPartner(
                cap?.Name == $"partner {partner.Id}" ? partner with { Seats = partner.Seats + cap.Value.More }
                : partner.Id == ranking?.Id ? partner with { Priorities = order!.Value.Places }
                : partner);
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

    /// <summary>The partner that ranks for an opportunity; null when none does.</summary>
    public static ProblemPartner? Ranking(MatchingProblem problem, ProblemOpportunity opportunity) =>
        problem.Partners.FirstOrDefault(partner => partner.Id == opportunity.Partner && partner.Priorities is not null);

    /// <summary>
    /// A student just above those at a place, and just above those at the next lower place unless that is below the student's own, where nothing changes.
    /// Places count those who list the opportunity, or any of the partner's where the partner ranks for it.
    /// </summary>
    public static (RankedList<StudentId> At, RankedList<StudentId>? Below) Raised(
        MatchingProblem problem, OpportunityId opportunity, StudentId student, int place)
    {
        var where = problem.Opportunities.Single(other => other.Id == opportunity);
        var partner = Ranking(problem, where);
        var ranked = partner is not null ? problem.Opportunities.Where(other => other.Partner == partner.Id).Select(other => other.Id).ToHashSet() : [opportunity];
        var places = (partner is not null ? partner.Priorities!.Places.Select(one => one.AsEnumerable())
            : where.RanksEveryone ? [problem.Students.Select(one => one.Id)]
            : where.Priorities.GroupBy(entry => entry.Place).Select(one => one.Select(entry => entry.Student))).Select(one => one.ToArray()).ToList();
        var own = places.FindIndex(one => one.Contains(student));
        var counted = places.ConvertAll(one => one.Count(other => other != student && problem.Students.Single(s => s.Id == other).Choices.Any(choice => ranked.Contains(choice.Opportunity))));
        var at = Enumerable.Range(0, own + 1).First(i => counted[i] > 0 && 1 + counted.Take(i).Sum() == place);
        var below = Enumerable.Range(at + 1, own - at).Where(i => counted[i] > 0).Select(i => (int?)i).FirstOrDefault();
        return (Before(at), below is { } next ? Before(next) : null);

        RankedList<StudentId> Before(int index) => RankedList<StudentId>.OfPlaces(
            places.SelectMany((one, i) => (StudentId[][])(i == index ? [[student], Others(one)] : [Others(one)])).Where(one => one.Length > 0));

        StudentId[] Others(StudentId[] one) => [.. one.Where(other => other != student)];
    }

    private static PriorityOrder? Order(
        MatchingProblem problem, ProblemOpportunity opportunity, (OpportunityId Opportunity, StudentId Student, double Score)? score)
    {
        var entries = opportunity.Priorities.ToList();
        if (opportunity.RanksEveryone || Ranking(problem, opportunity) is not null)
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
