using Pathways.Matching.Cohorts;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Cohorts;

/// <summary>S3, S52: seats go to students who are ready, if the program says so.</summary>
public sealed class ReadinessRequiredTests
{
    private static readonly LocalDate Day = new(2026, 6, 1);
    private static readonly MatchPolicy Required = new() { Eligibility = new() { RequireReadiness = true } };

    private static readonly Cohort Two = Given.Cohort(
        [Given.Student("ana"), Given.Student("ben")], [Given.Clinic], Given.Wish("ana", "clinic", 1), Given.Wish("ben", "clinic", 1));

    [Fact]
    public void Who_is_not_ready_on_the_day_is_left_out_and_told_everything_that_is_missing()
    {
        var gate = new Gate("ben");
        var made = CohortProblem.Build(Two, Required, new(gate, Day));

        var leftOut = Assert.Single(made.LeftOut);
        Assert.Equal("ana", leftOut.Student.Value);
        Assert.Equal(new Refusal("eligibility.readiness", "The student is not ready by career@1: One is missing. Two is missing."), Assert.Single(leftOut.Refusals));
        Assert.Equal(leftOut.Refusals.AsEnumerable(), made.Refusals(leftOut.Student, leftOut.Opportunity));
        Assert.Equal(["ben"], Matcher.Match(made.Problem, new()).Get().Matching.Assignments.Select(a => a.Student.Value));
        Assert.All(gate.Asked, asked => Assert.Equal(Day, asked.On));
        Assert.Equal(["ana", "ben"], gate.Asked.Select(asked => asked.Student.Value).Order(StringComparer.Ordinal)); // once each
    }

    [Fact]
    public void Nothing_is_matched_when_readiness_is_required_and_nobody_says_who_is_ready()
    {
        var reading = CohortProblem.TryBuild(Two, Required);
        Assert.False(reading.Succeeded);
        Assert.Equal("policy.readiness.unanswered", Assert.Single(reading.Errors).Code);
    }

    [Fact]
    public void Nobody_is_asked_when_the_policy_does_not_require_readiness()
    {
        var gate = new Gate();
        var made = CohortProblem.Build(Two, MatchPolicy.Default, new(gate, Day));
        Assert.Empty(gate.Asked);
        Assert.Empty(made.LeftOut);
        Assert.Null(made.ReadyOn);
    }

    [Fact]
    public void The_file_of_the_matching_says_by_which_day_students_had_to_be_ready()
    {
        var made = CohortProblem.Build(Two, Required, new(new Gate("ana", "ben"), Day));
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            MatchingFile.Write(made.Complete(Matcher.Match(made.Problem, new()).Get()), path);
            Assert.Contains("\"requireReadiness\":true", File.ReadAllText(path).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(Day, MatchingFile.Read(path).Get().ReadyOn);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Gate(params string[] ready) : IReadinessGate
    {
        public List<(StudentId Student, LocalDate On)> Asked { get; } = [];

        public ReadinessVerdict Assess(StudentId student, LocalDate on)
        {
            Asked.Add((student, on));
            return new("career@1", ready.Contains(student.Value) ? [] : [new("readiness.one", "One is missing."), new("readiness.two", "Two is missing.")], null);
        }
    }
}
