namespace Pathways.Curriculum.Tests;

public class DisaggregationTests
{
    private static readonly CompiledScope Scope = CompiledScope.Compile(A.Scope(A.Activity("visit"), A.Activity("talk")));

    /// <summary>S112, S139: who is left behind is seen by group or region; S10: students of no group are a group too.</summary>
    [Fact]
    public void Groups_are_counted_apart()
    {
        var parts = Parts(smallest: 2, ("rural", 2, 1), ("urban", 3, 3), ("", 2, 0));
        Assert.Equal(["", "rural", "urban"], parts.Groups.Select(part => part.Group));
        Assert.Equal([(2, 0, 4), (2, 1, 4), (3, 3, 6)], parts.Groups.Select(part => (part.Students!.Value, part.Count!.Value.Met, part.Count!.Value.Opened)));
        var visits = Parts(smallest: 2, ActivityId.From("visit"), ("rural", 2, 1), ("urban", 3, 3));
        Assert.Equal(["1 of 2", "3 of 3"], visits.Groups.Select(part => part.Count.ToString()!));
    }

    /// <summary>A number of few students tells of each of them; so does one that can be had by taking the others from the whole.</summary>
    [Fact]
    public void Nothing_is_shown_of_groups_in_which_somebody_could_be_told()
    {
        Assert.Equal([true, true, false], Hidden(("few", 9, 1), ("more", 10, 0), ("most", 11, 0)));
        Assert.Equal([true, true, false], Hidden(("few", 9, 1), ("fewer", 1, 0), ("most", 10, 0)));
        Assert.Equal([true, true, true], Hidden(("one", 1, 1), ("other", 1, 0), ("rest", 48, 3)));
        Assert.Equal([false, true, true, true], Hidden(("all", 99, 9), ("b", 4, 1), ("c", 5, 0), ("d", 10, 0)));
        Assert.Equal([false, true, true], Hidden(("all", 99, 9), ("b", 4, 1), ("c", 6, 0)));
        Assert.Equal([false, false], Hidden(("a", 10, 1), ("b", 10, 0)));
        Assert.Equal([true], Hidden(("few", 9, 1)));
        Assert.All(Parts(smallest: 10, ("few", 9, 1), ("more", 10, 0)).Groups, part => Assert.Equal((null, null, true), (part.Students, part.Count, part.IsHidden)));
    }

    [Fact]
    public void A_limit_that_protects_nobody_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Parts(smallest: 1, ("a", 1, 1)));

    private static IEnumerable<bool> Hidden(params (string, int, int)[] groups) => Parts(smallest: 10, groups).Groups.Select(part => part.IsHidden);

    private static Disaggregation Parts(int smallest, params (string Name, int Students, int Visited)[] groups) => Parts(smallest, null, groups);

    private static Disaggregation Parts(int smallest, ActivityId? activity, params (string Name, int Students, int Visited)[] groups)
    {
        var students = groups.SelectMany(group => Enumerable.Range(0, group.Students).Select(i => (Id: StudentId.From($"{group.Name}-{i}"), group.Name, Visited: i < group.Visited))).ToList();
        var cohort = CohortProgress.Of(Scope, students.Select(student => ProgressCalculator.Of(
            Scope, A.Standing() with { Student = student.Id },
            StudentRecord.From(student.Id, student.Visited ? [A.Experience("visit", new(2027, 2, 1))] : []), A.March)));
        return Disaggregation.Of(cohort, students.Where(student => student.Name.Length > 0).ToDictionary(student => student.Id, student => student.Name), activity, smallest);
    }
}
