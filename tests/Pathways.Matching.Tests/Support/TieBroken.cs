namespace Pathways.Matching.Tests.Support;

/// <summary>The strict problem that a tie breaking makes of a problem, restated from what is promised about lottery numbers.</summary>
/// <remarks>
/// A student's number is the draw of the seed split by the student's id; per opportunity, of the seed split by the opportunity's and then
/// the student's id; the higher draw wins; the hybrid has the former where more students list an opportunity first than it has seats, else the latter. Ties of a student's own list go by the draws of (a fixed name, student, opportunity), lower first.
/// </remarks>
internal static class TieBroken
{
    public static SmallProblem Of(SmallProblem problem, MatchOptions options) =>
        Of(problem, options, opportunity => Numbers(problem, options, opportunity));

    /// <summary>The same with other lottery numbers.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How ties of students are broken.</param>
    /// <param name="numbers">By opportunity, the students from the best number to the worst.</param>
    public static SmallProblem Of(SmallProblem problem, MatchOptions options, Func<string, string[]> numbers)
    {
        var seed = options.Seed;
        return new(
            [.. problem.Students.Select(student => student with { Places = StudentOrder(student) })],
            [.. problem.Opportunities.Select(opportunity => new SmallOpportunity(opportunity.Id, opportunity.Seats, Order(opportunity)))],
            []);

        string[][] StudentOrder(SmallStudent student) => SmallProblem.Strict(student.Places.SelectMany(place => place
            .OrderBy(id => options.Ties == TieBreaking.InputOrder ? 0ul : seed.Split("ties of students").Split(student.Id).Split(id).Draw())
            .ThenBy(id => Array.FindIndex(problem.Opportunities, opportunity => opportunity.Id == id))));

        string[][] Order(SmallOpportunity opportunity)
        {
            var number = numbers(opportunity.Id);
            return SmallProblem.Strict(Places(problem, opportunity).SelectMany(place => place.OrderBy(id => Array.IndexOf(number, id))));
        }
    }

    /// <summary>The students from the best lottery number at an opportunity to the worst.</summary>
    public static string[] Numbers(SmallProblem problem, MatchOptions options, string opportunity)
    {
        var students = problem.Students.Select(student => student.Id);
        return options.Ties switch
        {
            TieBreaking.Lottery => [.. students.OrderByDescending(id => options.Seed.Split(id).Draw())],
            TieBreaking.LotteryPerOpportunity => [.. students.OrderByDescending(id => options.Seed.Split(opportunity).Split(id).Draw())],
            TieBreaking.Hybrid => Numbers(
                problem, options with { Ties = IsSought(problem, opportunity) ? TieBreaking.Lottery : TieBreaking.LotteryPerOpportunity }, opportunity),
            _ => [.. students],
        };
    }

    /// <summary>Whether the number that counts at an opportunity is the one that counts in several places, and so counts all students.</summary>
    public static bool IsCommon(SmallProblem problem, MatchOptions options, string opportunity) =>
        options.Ties == TieBreaking.Hybrid ? IsSought(problem, opportunity) : options.Ties != TieBreaking.LotteryPerOpportunity;

    /// <summary>Whether more students have an opportunity in the first place of what is acceptable to them than it has seats.</summary>
    public static bool IsSought(SmallProblem problem, string opportunity)
    {
        var definition = new BruteForce(problem);
        var o = Array.FindIndex(problem.Opportunities, other => other.Id == opportunity);
        var wanting = Enumerable.Range(0, definition.Students).Count(s => definition.IsAcceptable(s, o)
            && Enumerable.Range(0, definition.Opportunities).All(other => !definition.IsAcceptable(s, other) || !definition.StudentPrefers(s, other, o)));
        return wanting > problem.Opportunities[o].Seats;
    }

    /// <summary>The order of an opportunity as places, whichever way it was written.</summary>
    public static string[][] Places(SmallProblem problem, SmallOpportunity opportunity) =>
        opportunity.Places
        ?? problem.Partners.FirstOrDefault(partner => partner.Id == opportunity.Partner)?.Places
        ?? opportunity.Scores?.GroupBy(entry => entry.Score).OrderByDescending(group => group.Key)
            .Select(group => group.Select(entry => entry.Student).ToArray()).ToArray()
        ?? (problem.Students.Length == 0 ? [] : [[.. problem.Students.Select(student => student.Id)]]);
}
