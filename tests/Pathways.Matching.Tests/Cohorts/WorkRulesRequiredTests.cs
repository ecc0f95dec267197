using Pathways.Matching.Cohorts;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Cohorts;

/// <summary>Seats go to students whom the rules for minors permit the work, if the program says so.</summary>
public sealed class WorkRulesRequiredTests
{
    private static readonly MatchPolicy Required = new() { Eligibility = new() { RequireWorkRules = true } };

    private static readonly Cohort Two = Given.Cohort(
        [Given.Student("ana"), Given.Student("ben")], [Given.Clinic], Given.Wish("ana", "clinic", 1), Given.Wish("ben", "clinic", 1));

    [Fact]
    public void Who_may_not_do_the_work_is_left_out_with_every_rule_that_blocks_and_none_that_only_warns()
    {
        var rules = new Rules("ben");
        var made = CohortProblem.Build(Two, Required, workRules: rules);

        var leftOut = Assert.Single(made.LeftOut);
        Assert.Equal("ana", leftOut.Student.Value);
        Assert.Equal([new("work.a", "Too long. (And 1 more times.)"), new Refusal("work.b", "Too late.")], leftOut.Refusals.AsEnumerable());
        Assert.Equal(["ben"], Matcher.Match(made.Problem, new()).Get().Matching.Assignments.Select(a => a.Student.Value));
        Assert.Equal(["ana clinic", "ben clinic"], rules.Asked.Order(StringComparer.Ordinal)); // once each
        Assert.Equal(leftOut.Refusals.AsEnumerable(), made.Refusals(leftOut.Student, leftOut.Opportunity));
    }

    [Fact]
    public void Other_reasons_are_told_beside_it()
    {
        var ninth = Two with { Opportunities = [Given.Clinic with { MinimumGrade = GradeLevel.From(12) }] };
        var leftOut = CohortProblem.Build(ninth, Required, workRules: new Rules("ben")).LeftOut;
        Assert.Equal(["eligibility.grade", "work.a", "work.b"], leftOut[0].Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["eligibility.grade"], leftOut[1].Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Nothing_is_matched_when_the_rules_are_required_and_nobody_knows_them()
    {
        var reading = CohortProblem.TryBuild(Two, Required);
        Assert.Equal("policy.work-rules.unanswered", Assert.Single(reading.Errors).Code);
        var both = CohortProblem.TryBuild(Two, new() { Eligibility = new() { RequireWorkRules = true, RequireReadiness = true } });
        Assert.Equal(["policy.readiness.unanswered", "policy.work-rules.unanswered"], both.Errors.Select(error => error.Code));
    }

    [Fact]
    public void Nobody_is_asked_when_the_policy_does_not_require_it()
    {
        var rules = new Rules();
        Assert.Empty(CohortProblem.Build(Two, MatchPolicy.Default, workRules: rules).LeftOut);
        Assert.Empty(rules.Asked);
    }

    [Fact]
    public void The_file_of_the_matching_says_that_work_had_to_be_lawful()
    {
        var made = CohortProblem.Build(Two, Required, workRules: new Rules("ben"));
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            MatchingFile.Write(made.Complete(Matcher.Match(made.Problem, new()).Get()), path);
            Assert.True(MatchingFile.Read(path).Get().Policy!.Eligibility.RequireWorkRules);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Rules(params string[] lawful) : IWorkRules
    {
        public List<string> Asked { get; } = [];

        public WorkVerdict Assess(StudentId student, Opportunity opportunity)
        {
            Asked.Add($"{student} {opportunity}");
            var day = opportunity.Dates.Start;
            return new(lawful.Contains(student.Value)
                ? [Finding("work.w", "Maybe.", day, WorkSeverity.Warn)]
                : [Finding("work.a", "Too long.", day), Finding("work.w", "Maybe.", day, WorkSeverity.Warn), Finding("work.b", "Too late.", day), Finding("work.a", "Too long again.", day.PlusDays(1))]);
        }

        private static WorkFinding Finding(string code, string sentence, LocalDate day, WorkSeverity severity = WorkSeverity.Block) => new()
        {
            Code = code, Jurisdiction = "X", Citation = "C", Sentence = sentence, Severity = severity, When = new(day, day), Cure = new(WorkCureKind.MoveTime, "Move it."),
        };
    }
}
