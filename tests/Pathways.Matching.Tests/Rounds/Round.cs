using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Rounds;

/// <summary>Answers to a matching, drawn: who keeps the seat, and who declines it.</summary>
internal sealed record Round(ImmutableArray<Assignment> Kept, ImmutableArray<Assignment> Declined)
{
    public static Round Nothing { get; } = new([], []);

    /// <summary>Everybody who is not kept yet keeps the seat, declines it, or was never asked.</summary>
    public Round Answered(MatchResult result, Chance chance)
    {
        var kept = Kept.Select(pair => pair.Student).ToHashSet();
        List<Assignment> keeping = [.. Kept], declining = [.. Declined];
        foreach (var seat in result.Matching.Assignments.Where(seat => !kept.Contains(seat.Student)))
        {
            (chance.Below(3) switch { 0 => keeping, 1 => declining, _ => [] }).Add(seat);
        }

        return new([.. keeping], [.. declining]);
    }

    /// <summary>Any acceptable pairs at all, whether or not they fit together.</summary>
    public static Round Any(CompiledProblem problem, Chance chance)
    {
        List<Assignment> kept = [], declined = [];
        foreach (var student in problem.Problem.Students)
        {
            var choices = student.Choices.Where(choice => problem.Market.EdgeTo(student.Index, Index(problem, choice.Opportunity)) >= 0).ToList();
            if (choices.Count > 0 && chance.OneIn(2))
            {
                kept.Add(new(student.Id, choices[chance.Below(choices.Count)].Opportunity));
            }

            declined.AddRange(choices.Where(choice => chance.OneIn(5) && !kept.Exists(pair => pair.Student == student.Id && pair.Opportunity == choice.Opportunity))
                .Select(choice => new Assignment(student.Id, choice.Opportunity)));
        }

        return new([.. kept], [.. declined]);
    }

    private static int Index(CompiledProblem problem, OpportunityId id) => problem.Problem.TryFind(id, out var found) ? found.Index : -1;
}
