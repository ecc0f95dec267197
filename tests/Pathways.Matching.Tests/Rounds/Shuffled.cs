using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Rounds;

/// <summary>A problem written down again in another order, which says the same.</summary>
internal static class Shuffled
{
    public static MatchingProblem Of(MatchingProblem problem, Chance chance)
    {
        var builder = new MatchingProblemBuilder();
        foreach (var student in chance.Shuffled(problem.Students))
        {
            builder.AddStudent(
                student.Id,
                RankedList<OpportunityId>.OfPlaces(student.Choices.GroupBy(choice => choice.Rank)
                    .Select(place => chance.Shuffled(place.Select(choice => choice.Opportunity)))),
                [.. chance.Shuffled(student.Groups)]);
        }

        foreach (var opportunity in chance.Shuffled(problem.Opportunities))
        {
            var entries = opportunity.Priorities.ToList();
            PriorityOrder order = opportunity.RanksEveryone ? PriorityOrder.Everyone
                : entries.Exists(entry => entry.Score is not null)
                    ? new PriorityOrder.Scored(chance.Shuffled(entries).ToDictionary(entry => entry.Student, entry => entry.Score!.Value))
                    : new PriorityOrder.Ranked(RankedList<StudentId>.OfPlaces(entries.GroupBy(entry => entry.Place)
                        .Select(place => chance.Shuffled(place.Select(entry => entry.Student)))));
            builder.AddOpportunity(
                opportunity.Id, opportunity.Seats, order, opportunity.Minimum, opportunity.Partner, opportunity.Reserves, opportunity.Slots);
        }

        // Partners that are named by opportunities alone need no entry, and then none may have one.
        if (problem.Partners.Any(partner => partner.Seats is not null || partner.Priorities is not null))
        {
            foreach (var partner in chance.Shuffled(problem.Partners))
            {
                builder.AddPartner(partner with
                {
                    Priorities = partner.Priorities is not { } order ? null : RankedList<StudentId>.OfPlaces(order.Places.Select(place => chance.Shuffled(place))),
                });
            }
        }

        foreach (var cap in chance.Shuffled(problem.Caps))
        {
            builder.AddCap(cap with { Opportunities = [.. chance.Shuffled(cap.Opportunities)] });
        }

        return builder.Build();
    }
}
