namespace Pathways.Matching.Tests.Kernel;

/// <summary>The examples of the pages about the algorithms, word for word.</summary>
public sealed class WorkedExampleTests
{
    [Fact]
    public void Students_propose()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent("ana", "clinic", "lab")
            .AddStudent("ben", "clinic", "lab")
            .AddStudent("cy", "lab", "clinic")
            .AddOpportunity("clinic", seats: 1, PriorityOrder.Of("cy", "ben", "ana"))
            .AddOpportunity("lab", seats: 1, PriorityOrder.Of("ana", "ben", "cy"))
            .Build();
        var result = Matcher.Match(problem, new() { Mechanism = Mechanism.StudentOptimal }).Get();
        var seats = string.Join(", ", result.Matching.Assignments.Select(seat => $"{seat.Student} at {seat.Opportunity}"));
        var stable = result.Verification!.IsStable;
        Assert.Equal("ana at lab, cy at clinic", seats);
        Assert.True(stable);
    }

    [Fact]
    public void Opportunities_propose()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent("ana", "clinic", "lab")
            .AddStudent("ben", "lab", "clinic")
            .AddOpportunity("clinic", seats: 1, PriorityOrder.Of("ben", "ana"))
            .AddOpportunity("lab", seats: 1, PriorityOrder.Of("ana", "ben"))
            .Build();
        var compiled = CompiledProblem.Compile(problem);
        var students = Matcher.Match(compiled, new() { Mechanism = Mechanism.StudentOptimal }).Get().Matching;
        var opportunities = Matcher.Match(compiled, new() { Mechanism = Mechanism.OpportunityOptimal }).Get().Matching;
        var (best, worst) = (students.Of(StudentId.From("ana")), opportunities.Of(StudentId.From("ana")));
        Assert.Equal("clinic", best?.Value);
        Assert.Equal("lab", worst?.Value);
    }

    [Fact]
    public void Ties_are_drawn()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent("ana", "clinic")
            .AddStudent("ben", "clinic")
            .AddOpportunity("clinic", seats: 1)
            .Build();
        var winners = Enumerable.Range(0, 100)
            .Select(seed => Matcher.Match(problem, new() { Seed = Seed.From(seed) }).Get())
            .CountBy(result => result.Matching.Assignments.Single().Student.Value)
            .ToDictionary();
        Assert.InRange(winners["ana"], 35, 65);
        Assert.Equal(100, winners["ana"] + winners["ben"]);
    }

    [Theory]
    [InlineData("deferred-acceptance.md")]
    [InlineData("opportunity-proposing-deferred-acceptance.md")]
    [InlineData("tie-breaker.md")]
    public void The_page_shows_what_runs_here(string page)
    {
        var example = Lines("docs", "algorithms", page)
            .SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```")
            .Where(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal))
            .Select(line => line.Trim()).ToList();
        var tests = Lines("tests", "Pathways.Matching.Tests", "Kernel", "WorkedExampleTests.cs").Select(line => line.Trim());

        Assert.NotEmpty(example);
        Assert.Contains(string.Join("\n", example), string.Join("\n", tests), StringComparison.Ordinal);
    }

    // The catalogue in docs/algorithms/README.md says of each mechanism what the mechanism says of itself.
    [Fact]
    public void The_page_lists_every_mechanism_with_what_it_promises()
    {
        var rows = Lines("docs", "algorithms", "README.md").Where(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        string[] properties = [.. MechanismPropertyNames.All.Select(property => property.Name())];
        List<Mechanism> conditioned = [.. Mechanism.All.Where(mechanism => mechanism.ServesCaps || mechanism.ServesReserves)];

        Assert.Equal(["Mechanism", .. properties, "Reserved seats", "Caps"], rows[0]);
        Assert.Equal(
            Mechanism.All.Select(mechanism => string.Join(' ', [
                $"`{mechanism.Name}`", .. MechanismPropertyNames.All.Select(mechanism.Has).Select(Said), Said(mechanism.ServesReserves), Said(mechanism.ServesCaps)])),
            rows[2..(2 + Mechanism.All.Length)].Select(row => string.Join(' ', row)));
        var second = rows[(2 + Mechanism.All.Length)..];
        Assert.Equal(["With the conditions served", .. properties], second[0]);
        Assert.Equal(
            conditioned.Select(mechanism => string.Join(' ', [
                $"`{mechanism.Name}`", .. MechanismPropertyNames.All.Select(mechanism.PropertiesUnderConditions.Contains).Select(Said)])),
            second[2..].Select(row => string.Join(' ', row)));

        static string Said(bool holds) => holds ? "yes" : "no";
    }

    private static string[] Lines(params string[] path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Pathways.sln")))
        {
            root = root.Parent;
        }

        return File.ReadAllLines(Path.Combine([root!.FullName, .. path]));
    }
}
