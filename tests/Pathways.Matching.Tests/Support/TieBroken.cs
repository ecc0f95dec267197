namespace Pathways.Matching.Tests.Support;

/// <summary>The strict problem that a tie breaking makes of a problem, restated from what is promised about lottery numbers.</summary>
/// <remarks>
/// A student's number is the draw of the seed split by the student's id; per opportunity, of the seed split by the opportunity's and then
/// the student's id; the higher draw wins. Ties of a student's own list go by the draws of (a fixed name, student, opportunity), lower first.
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
            _ => [.. students],
        };
    }

    /// <summary>The order of an opportunity as places, whichever way it was written.</summary>
    public static string[][] Places(SmallProblem problem, SmallOpportunity opportunity) =>
        opportunity.Places
        ?? problem.Partners.FirstOrDefault(partner => partner.Id == opportunity.Partner)?.Places
        ?? opportunity.Scores?.GroupBy(entry => entry.Score).OrderByDescending(group => group.Key)
            .Select(group => group.Select(entry => entry.Student).ToArray()).ToArray()
        ?? (problem.Students.Length == 0 ? [] : [[.. problem.Students.Select(student => student.Id)]]);
}
