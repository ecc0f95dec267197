namespace Pathways.Cli.Tests;

public class ProgressCommandTests
{
    private const string Day = "2026-11-15";

    /// <summary>S4, S10, S205: what is covered by grade and stage, who is an exception and why, and whose turn it is.</summary>
    [Fact]
    public void A_cohort_has_its_coverage_its_exceptions_and_the_next_actions_of_each_role()
    {
        var run = Shell.Run("progress", Shell.Sample, "--cohort", "--on", Day);
        Assert.Equal((0, ""), (run.Code, run.Error));
        foreach (var word in new[] { "students on 2026-11-15 by marlborough@1", "Stage", "Grade", "For every student", "exceptions are late", "Next for the student", "Next for the counselor", "and", "Sectors in which", "students are ready or applying", "Seats short" })
        {
            Assert.Contains(word, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_json_of_a_cohort_adds_up()
    {
        var run = Shell.Run("progress", Shell.Sample, "--cohort", "--on", Day, "--json");
        Assert.Equal(0, run.Code);
        var students = run.Json.GetProperty("students").GetInt32();
        var late = run.Json.GetProperty("total").GetProperty("late").GetInt32();
        Assert.True(students > 1_000);
        foreach (var parts in new[] { "stages", "dueInGrade", "grades", "schools", "sectors" })
        {
            Assert.Equal(late, run.Json.GetProperty(parts).EnumerateArray().Sum(part => part.GetProperty("count").GetProperty("late").GetInt32()));
        }

        Assert.Equal(students, run.Json.GetProperty("grades").EnumerateArray().Sum(part => part.GetProperty("students").GetInt32()));
        Assert.Equal(students, run.Json.GetProperty("breadth").GetProperty("studentsByCount").EnumerateArray().Sum(count => count.GetInt32()));
        var gap = run.Json.GetProperty("everyStudent").EnumerateArray().SelectMany(claim => claim.GetProperty("exceptions").EnumerateArray()).First();
        Assert.StartsWith("progress.", gap.GetProperty("reasons")[0].GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_one_student_it_says_what_is_missing_in_sentences()
    {
        var run = Shell.Run("progress", Shell.Sample, "--student", "m-0001", "--on", Day);
        Assert.Equal(0, run.Code);
        Assert.StartsWith("m-0001, grade 09 at mhs, on 2026-11-15 by marlborough@1:", run.Output, StringComparison.Ordinal);
        Assert.Contains("Attended 0 of 1.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Next for the student:", run.Output, StringComparison.Ordinal);
        var json = Shell.Run("progress", Shell.Sample, "--student", "m-0001", "--on", Day, "--json").Json;
        Assert.Equal("m-0001", json.GetProperty("student").GetString());
        Assert.Contains(json.GetProperty("activities").EnumerateArray(), activity => activity.GetProperty("reasons").GetArrayLength() > 0);
    }

    [Fact]
    public void Bad_files_are_all_named_with_their_places()
    {
        using var folder = new TempFolder();
        foreach (var name in new[] { "students.csv", "partners.csv", "opportunities.csv", "preferences.csv" })
        {
            File.Copy(Path.Combine(Shell.Sample, name), folder.In(name));
        }

        folder.File("scope.json", "{ \"format\": \"pathways/scope@1\", \"id\": 7 }");
        folder.File("records.jsonl", "{\"format\":\"pathways/record@1\"}\n{\"student\":\"m-0001\",\"kind\":\"wish\"}\n");
        var run = Shell.Run("progress", folder.Path, "--cohort", "--on", Day);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Matches(@"scope\.json:1:\d+: [a-z.-]+", run.Error);
        Assert.Matches(@"records\.jsonl:2:\d+: [a-z.-]+", run.Error);
    }

    [Fact]
    public void What_was_not_asked_rightly_is_bad_usage()
    {
        string[][] wrong =
        [
            ["progress", Shell.Sample], ["progress", Shell.Sample, "--cohort", "--student", "m-0001"], ["progress", Shell.Sample, "--cohort", "--on", "soon"],
            ["progress", Path.Combine(Shell.Sample, "nowhere"), "--cohort"], ["progress", Shell.Sample, "--student", "nobody", "--on", Day],
        ];
        foreach (var args in wrong)
        {
            var run = Shell.Run(args);
            Assert.Equal((2, ""), (run.Code, run.Output));
            Assert.NotEmpty(run.Error);
        }
    }

    [Fact]
    public void Who_asks_for_one_and_for_all_hears_that_one_of_the_two_is_to_be_left_out()
    {
        Assert.Contains(
            "--student m-0001 asks for one student and --cohort for all. Leave one of the two out.",
            Shell.Run("progress", Shell.Sample, "--cohort", "--student", "m-0001").Error, StringComparison.Ordinal);
        Assert.Contains("progress needs --student ID for one student, or --cohort for all.", Shell.Run("progress", Shell.Sample).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon", "Expected the form 2026-09-01.")]
    [InlineData("1492-10-12", "of the years 1901 to 2199.")]
    [InlineData("2026-02-30", "Expected the form 2026-09-01.")]
    public void A_day_is_taken_in_the_same_way_by_every_command(string day, string expected)
    {
        foreach (var run in new[] { Shell.Run("progress", Shell.Sample, "--cohort", "--on", day), Shell.Run("match", Shell.Sample, "--on", day) })
        {
            Assert.Equal((2, ""), (run.Code, run.Output));
            Assert.Contains($"--on {day} is no day{(expected[0] == 'E' ? "." : "")} {expected}", run.Error, StringComparison.Ordinal);
        }
    }

    /// <summary>S3, S168: whether a student is ready is said with everything that is missing, each thing as a sentence.</summary>
    [Fact]
    public void Of_one_student_it_says_whether_they_are_ready_and_everything_that_is_missing()
    {
        var young = Shell.Run("progress", Shell.Sample, "--student", "m-0001", "--on", Day);
        Assert.Contains("Readiness by marlborough-career@1 (Ready for an internship (Marlborough)): not ready; 2 of 10 criteria are met.", young.Output, StringComparison.Ordinal);
        Assert.Contains("  The resume must be accepted, and be no older than a year. None is there.", young.Output, StringComparison.Ordinal);
        var readiness = Assert.Single(Shell.Run("progress", Shell.Sample, "--student", "m-0001", "--on", Day, "--json").Json.GetProperty("readiness").EnumerateArray());
        Assert.False(readiness.GetProperty("ready").GetBoolean());
        Assert.Equal(10, readiness.GetProperty("criteria").GetArrayLength());
        Assert.Equal(2, readiness.GetProperty("criteria").EnumerateArray().Count(criterion => criterion.GetProperty("met").GetBoolean()));
        Assert.NotEmpty(readiness.GetProperty("missing").EnumerateArray());

        var senior = Shell.Run("progress", Shell.Sample, "--student", "m-0900", "--on", Day).Output;
        Assert.Contains("ready until 2027-08-31; 10 of 10 criteria are met.", senior, StringComparison.Ordinal);
    }

    /// <summary>S141, S149: a student's plan is told element by element, with what is missing, by the template that was asked for.</summary>
    [Theory]
    [InlineData("mycap", "ma-mycap", "A plan of courses (MassCore) (course-plan, overdue since 2024-09-01)")]
    [InlineData("hsbp", "wa-hsbp", "Missing:")]
    [InlineData("plp", "mn-plp", "Missing:")]
    public void Of_one_student_it_says_how_the_plan_stands_element_by_element(string name, string template, string expected)
    {
        var run = Shell.Run("progress", Shell.Sample, "--student", "m-0900", "--on", Day, "--plan", name);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains($"Plan by {template}@1 (", run.Output, StringComparison.Ordinal);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        var plan = Shell.Run("progress", Shell.Sample, "--student", "m-0900", "--on", Day, "--plan", name, "--json").Json.GetProperty("plan");
        Assert.Equal(("pathways/plan-report@1", template), (plan.GetProperty("format").GetString(), plan.GetProperty("template").GetString()));
        Assert.All(plan.GetProperty("elements").EnumerateArray(), element => Assert.Contains(element.GetProperty("element").GetString()!, run.Output, StringComparison.Ordinal));
        Assert.All(
            plan.GetProperty("elements").EnumerateArray().Where(element => element.GetProperty("status").GetString() is "missing" or "in-progress"),
            element => Assert.Contains(element.GetProperty("missing")[0].GetProperty("sentence").GetString()!, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_template_that_is_none_is_said_with_those_there_are()
    {
        Assert.Contains("\"mycat\" is no plan template. Expected mycap, hsbp, plp, or a file.", Shell.Run("progress", Shell.Sample, "--student", "m-0001", "--plan", "mycat").Error, StringComparison.Ordinal);
        Assert.Contains("--plan goes with --student.", Shell.Run("progress", Shell.Sample, "--cohort", "--plan", "mycap").Error, StringComparison.Ordinal);
    }

    /// <summary>S205: before the names come the numbers: how many exceptions there are to each activity, and for which reason.</summary>
    [Fact]
    public void Exceptions_are_counted_by_activity_and_reason_before_they_are_listed()
    {
        var run = Shell.Run("progress", Shell.Sample, "--cohort", "--on", Day);
        Assert.Contains("not done and not late. By activity and reason:", run.Output, StringComparison.Ordinal);
        Assert.Contains("site-visit-9: progress.", run.Output, StringComparison.Ordinal);
        Assert.Contains("more; --all shows all", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("│ (none)      │     0 │        0 │", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_in_another_school_year_or_before_the_scope_applied_is_told_on_the_report()
    {
        var run = Shell.Run("progress", Shell.Sample, "--student", "m-0001", "--on", "2022-10-03");
        Assert.Contains("Note: marlborough@1 applies from 2023-09-01 on; on 2022-10-03 it did not.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Note: The grades of the roster are taken as those of 2022-23, ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Note:", Shell.Run("progress", Shell.Sample, "--student", "m-0001", "--on", Day).Output, StringComparison.Ordinal);
    }
}
