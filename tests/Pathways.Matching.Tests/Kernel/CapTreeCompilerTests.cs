using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

/// <summary>Caps as the problem's own words say them, against the tree.</summary>
public sealed class CapTreeCompilerTests
{
    private const ulong Draws = 2000;

    [Fact]
    public void Above_every_opportunity_are_exactly_the_caps_that_count_it_inner_ones_first()
    {
        var (trees, deepest) = (0, 0);
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var stated = new StatedCaps(SeatProblems.Draw(draw));
            var compiled = CompiledProblem.Compile(stated.Problem);
            Assert.True(stated.IsTree == compiled.Market.Caps is not null, $"Draw {draw}");
            if (compiled.Market.Caps is not { } tree)
            {
                continue;
            }

            Assert.Equal(stated.All.Count, tree.Caps);
            for (var o = 0; o < compiled.Market.Programs; o++)
            {
                var above = new List<(string, int)>();
                for (var node = tree.Parent[o]; node != Market.None; node = tree.Parent[node])
                {
                    above.Add((Name(compiled, node), tree.Seats[node - tree.Programs]));
                    Assert.True(tree.Parent[node] == Market.None || tree.Parent[node] > node);
                }

                var expected = stated.All.Where(cap => cap.Counts.Contains(o)).ToList();
                expected.Sort((one, other) => stated.IsAround(one, other) ? 1 : one == other ? 0 : -1);
                Assert.Equal(expected.Select(cap => (cap.Name, cap.Seats)), above);
            }

            trees++;
            deepest = Math.Max(deepest, tree.Depth);
        }

        Assert.True(trees > 200);
        Assert.True(deepest > 3);
    }

    [Fact]
    public void Under_one_outermost_cap_all_classes_are_on_one_scale()
    {
        var compared = 0;
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var stated = new StatedCaps(SeatProblems.Draw(draw));
            var market = CompiledProblem.Compile(stated.Problem).Market;
            var values = new List<(int Root, double Value, int Class)>();
            for (var s = 0; s < market.Applicants; s++)
            {
                for (var edge = market.First[s]; edge < market.First[s + 1]; edge++)
                {
                    var o = market.Program[edge];
                    values.Add((market.Caps?.Root[o] ?? o, stated.Value(o, stated.Problem.Student(s).Id)!.Value, market.Class[edge]));
                }
            }

            foreach (var one in values)
            {
                Assert.True(one.Class >= 0);
                foreach (var other in values.Where(other => other.Root == one.Root))
                {
                    Assert.True(one.Value.CompareTo(other.Value) == one.Class.CompareTo(other.Class), $"Draw {draw}");
                    compared++;
                }
            }
        }

        Assert.True(compared > 30_000);
    }

    [Fact]
    public void Every_pair_that_crosses_and_every_cap_without_a_common_order_is_told()
    {
        var seen = new Dictionary<string, int>();
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var stated = new StatedCaps(SeatProblems.Draw(draw));
            var refusals = CompiledProblem.Compile(stated.Problem).Unsettled;
            Same("mechanism.caps-cross", [.. stated.Crossing.Select(pair => (string[])[pair.One.Name, pair.Other.Name])]);
            Same("mechanism.caps-order", [.. stated.WithoutOrder.Select(cap => (string[])[cap.Name])]);

            void Same(string code, List<string[]> expected)
            {
                var told = refusals.Where(refusal => refusal.Code == code).ToList();
                Assert.True(expected.Count == told.Count, $"Draw {draw}: {string.Join(" ", told)}");
                Assert.All(expected, names => Assert.Contains(told, refusal => names.All(name => refusal.Sentence.Contains(name, StringComparison.OrdinalIgnoreCase))));
                seen[code] = seen.GetValueOrDefault(code) + expected.Count;
            }
        }

        Assert.All(seen.Values, times => Assert.True(times > 100));
    }

    [Fact]
    public void A_partner_with_an_order_and_no_cap_makes_no_tree()
    {
        var problem = new SmallProblem(
            [new("ana", [["lab"], ["farm"]])], [new("lab", 1, Partner: "college"), new("farm", 1, Partner: "college")], [new("college", [["ana"]])]);

        Assert.Null(problem.Compile().Market.Caps);
        Assert.True(problem.Compile().Market.IsResponsive);
    }

    [Fact]
    public void Scores_of_one_opportunity_are_ranked_among_those_of_the_others()
    {
        var problem = new SmallProblem(
            [new("ana", [["lab"], ["farm"]]), new("ben", [["farm"]]), new("cy", [])],
            [new("lab", 1, Scores: [("ana", 2), ("cy", 9)], Partner: "p"), new("farm", 1, Scores: [("ana", 1), ("ben", 2), ("cy", 1.5)], Partner: "p"), new("spa", 1, Scores: [], Partner: "p")],
            [new("p", null, Seats: 1)]);

        // 1 < 1.5 < 2 < 9: two is the same at both, and what a student without the opportunity scores counts too.
        Assert.Equal([2, 0, 2], problem.Compile().Market.Class);
    }

    private static string Name(CompiledProblem compiled, int node) =>
        Theorems.Name(compiled.Problem.Columns, compiled.CapOwners[node - compiled.Market.Programs]);
}
