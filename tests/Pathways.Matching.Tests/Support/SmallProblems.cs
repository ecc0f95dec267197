using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Matching.Tests.Support;

/// <summary>Random small problems: incomplete lists and ties on both sides, all kinds of priorities, one-sided pairs, empty lists, no seats.</summary>
internal static class SmallProblems
{
    private static readonly string[] StudentNames = ["ana", "ben", "cy", "dee", "eli"];
    private static readonly string[] OpportunityNames = ["lab", "clinic", "garage", "farm"];

    public static Arbitrary<SmallProblem> Any { get; } = Arbitrary(draw => Draw(draw));

    public static Arbitrary<SmallProblem> Strict { get; } = Arbitrary(draw => Draw(draw, strict: true));

    public static SmallProblem Draw(ulong draw, bool strict = false)
    {
        var chance = new Chance(draw);
        // One that is too short has few stable matchings; so long ones are drawn a little more often.
        var students = StudentNames[..Math.Min(5, chance.Below(7))];
        var opportunities = OpportunityNames[..(1 + chance.Below(4))];
        // Long and strict lists, medium ones, or anything.
        var gaps = 2 + chance.Below(5);
        var ties = strict ? 0 : chance.Below(4);
        SmallPartner[] partners = chance.OneIn(4) ? [new("hospital", Places(chance, students, gaps, ties))] : [];
        return new(
            [.. chance.Shuffled(students).Select(id => new SmallStudent(id, Places(chance, opportunities, gaps, ties)))],
            [.. chance.Shuffled(opportunities).Select(id => Opportunity(chance, id, students, gaps, ties, strict, partners.Length > 0))],
            partners);
    }

    /// <summary>Places with each name, left out one time in <paramref name="gaps"/>, tied to the one before <paramref name="ties"/> times in six.</summary>
    private static string[][] Places(Chance chance, string[] names, int gaps, int ties)
    {
        var places = new List<List<string>>();
        foreach (var name in chance.Shuffled(names))
        {
            if (chance.OneIn(gaps))
            {
                continue;
            }

            if (places.Count > 0 && chance.Below(6) < ties)
            {
                places[^1].Add(name);
            }
            else
            {
                places.Add([name]);
            }
        }

        return [.. places.Select(place => place.ToArray())];
    }

    private static SmallOpportunity Opportunity(
        Chance chance, string id, string[] students, int gaps, int ties, bool strict, bool hasPartner)
    {
        var seats = chance.OneIn(3) ? chance.Below(4) : 1;
        if (hasPartner && chance.OneIn(2))
        {
            return new(id, seats, Partner: "hospital");
        }

        return chance.Below(strict ? 4 : 5) switch
        {
            0 or 1 => new(id, seats, Places(chance, students, gaps, ties)),
            2 or 3 => new(id, seats, Scores: Scores(chance, Places(chance, students, gaps, ties))),
            _ => new(id, seats),
        };
    }

    private static (string, double)[] Scores(Chance chance, string[][] places)
    {
        var score = 10.0;
        var scores = new List<(string, double)>();
        foreach (var place in places)
        {
            score -= 0.5 * (1 + chance.Below(3));
            scores.AddRange(place.Select(student => (student, score)));
        }

        return chance.Shuffled(scores);
    }

    private static Arbitrary<SmallProblem> Arbitrary(Func<ulong, SmallProblem> draw) =>
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(number => draw((ulong)number)), Smaller);

    /// <summary>The problem without one student, or without one opportunity.</summary>
    private static IEnumerable<SmallProblem> Smaller(SmallProblem problem) =>
        problem.Students.Select(student => Without(problem, student.Id, problem.Students, problem.Opportunities))
            .Concat(problem.Opportunities.Length == 1
                ? []
                : problem.Opportunities.Select(opportunity => Without(problem, opportunity.Id, problem.Students, problem.Opportunities)));

    private static SmallProblem Without(SmallProblem problem, string id, SmallStudent[] students, SmallOpportunity[] opportunities) => new(
        [.. students.Where(student => student.Id != id).Select(student => student with { Places = Rest(student.Places, id)! })],
        [
            .. opportunities.Where(opportunity => opportunity.Id != id).Select(opportunity => opportunity with
            {
                Places = Rest(opportunity.Places, id),
                Scores = opportunity.Scores?.Where(entry => entry.Student != id).ToArray(),
            }),
        ],
        [.. problem.Partners.Select(partner => partner with { Places = Rest(partner.Places, id) })]);

    private static string[][]? Rest(string[][]? places, string id) =>
        places?.Select(place => place.Where(other => other != id).ToArray()).Where(place => place.Length > 0).ToArray();
}
