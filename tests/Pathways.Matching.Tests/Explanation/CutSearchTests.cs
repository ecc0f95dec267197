using Pathways.Matching.Explanation;
using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

/// <summary>An exact search that was ended before it proved anything says neither yes nor no.</summary>
public sealed class CutSearchTests
{
    private static readonly MatchOptions Exact = new() { Mechanism = Mechanism.LargestStable, Exact = true, Ties = TieBreaking.InputOrder };

    [Fact]
    public void Nothing_is_told_of_a_search_that_was_cut()
    {
        var (unsettled, perhapsLess, longer) = (0, 0, 0);
        for (var draw = 0ul; draw < 20; draw++)
        {
            var problem = Draw(draw);
            var result = problem.Match(Exact);
            var (compiled, explainer) = (result.Problem, new Explainer(result));
            var strict = StrictMarket.Of(compiled, Exact);
            var standings = new Standings(compiled, result.Matching, null);
            var whole = new Reruns(compiled, strict, Exact, null);
            foreach (var asks in new[] { 0, 2, 10, 40 })
            {
                var cut = new Reruns(compiled, strict, Exact, null, asks * (long)compiled.AcceptablePairs);
                for (var s = 0; s < compiled.Problem.StudentCount; s++)
                {
                    foreach (var o in compiled.Problem.Columns.PreferencesOf(s))
                    {
                        var columns = compiled.Problem.Columns;
                        var reason = explainer.ReasonFor(columns.Students[s], columns.Opportunities[o]);
                        var ((known, _), (found, failed)) = (whole.For(s, o, reason, standings, default), cut.For(s, o, reason, standings, default));
                        Assert.All(found, one => Assert.True(one.IsLeast ? known.Contains(one) : known.Any(other => other.Code == one.Code), $"{one}, draw {draw}, {asks} asks"));
                        Assert.All(failed, one => Assert.DoesNotContain(known, other => one.Code == $"no-{other.Code}"));
                        Assert.True(found.Length > 0 || failed.Any(one => one is NoWhatIf.SearchCut) || known.IsEmpty || reason is Reason.HoldsBetter, $"draw {draw}, {asks} asks");
                        unsettled += failed.Count(one => one is NoWhatIf.SearchCut);
                        perhapsLess += found.Count(one => !one.IsLeast);
                    }

                    if (result.Matching.OpportunityOf[s] == Market.None)
                    {
                        var ((known, none), (found, failed)) = (whole.Longer(s, default), cut.Longer(s, default));
                        Assert.Empty(none);
                        Assert.Subset(known.ToHashSet(), found.ToHashSet());
                        Assert.True(!failed.IsEmpty || known.SequenceEqual(found), $"draw {draw}, {asks} asks");
                        longer += failed.Length;
                    }
                }
            }
        }

        Assert.True(unsettled > 2 && perhapsLess > 5 && longer > 5, $"{unsettled}, {perhapsLess}, {longer}");
    }

    [Fact]
    public void What_may_be_more_than_the_least_says_so()
    {
        var seats = new WhatIf.MoreSeats(OpportunityId.From("lab"), 2);

        Assert.Equal("With 2 more seats at lab it would have been open.", seats.Sentence);
        Assert.Equal(
            "With 2 more seats at lab it would have been open. Whether less would have been enough, too, is not known.",
            (seats with { IsLeast = false }).Sentence);
    }

    private static SmallProblem Draw(ulong draw)
    {
        var chance = new Chance(draw);
        string[] opportunities = [.. Enumerable.Range(0, 8).Select(o => $"o{o}")];
        string[] students = [.. Enumerable.Range(0, 16).Select(s => $"s{s}")];
        return SmallProblem.Of(
            [.. students.Select(id => new SmallStudent(id, Tied(opportunities.Where(_ => chance.OneIn(3)), chance)))],
            [.. opportunities.Select(id => new SmallOpportunity(id, 1 + chance.Below(2), Tied(students, chance)))]);
    }

    private static string[][] Tied(IEnumerable<string> ids, Chance chance)
    {
        var places = new List<List<string>>();
        foreach (var id in chance.Shuffled(ids))
        {
            if (places.Count > 0 && !chance.OneIn(3))
            {
                places[^1].Add(id);
            }
            else
            {
                places.Add([id]);
            }
        }

        return [.. places.Select(place => place.ToArray())];
    }
}
