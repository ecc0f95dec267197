namespace Pathways.Curriculum.Tests.Plans;

/// <summary>
/// The shipped templates judge nine students, right in every element: S141, S143, S149, S150, and S119, S127, S136, S137, S154 as far as plans go.
/// The expected verdicts stand in verdicts.csv, which was checked by hand against the stories in <see cref="SampleStudents"/>.
/// </summary>
public class SampleStudentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Plans", "verdicts.csv"));

    public static TheoryData<string> Names => [.. SampleStudents.All.Select(student => student.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_element_is_judged_as_the_reviewed_table_says(string name)
    {
        var expected = Lines.Skip(1).Where(line => line.StartsWith($"{name},", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Verdicts(SampleStudents.All.Single(student => student.Name == name)));
    }

    [Fact]
    public void The_table_has_every_student_and_nothing_else()
    {
        Assert.Equal("student,element,status,met,due,overdue,late,evidence,missing,remarks,excused by", Lines[0]);
        Assert.Equal(
            SampleStudents.All.SelectMany(student => student.Report.Elements.Select(result => $"{student.Name},{result.Element.Id}")),
            Lines.Skip(1).Select(line => string.Join(',', line.Split(',')[..2])));
    }

    /// <summary>S141: the plan is complete exactly for those who are done.</summary>
    [Fact]
    public void Only_those_who_are_done_are_complete_for_graduation() => Assert.Equal(
        ["ma-done", "wa-done", "mn-done"],
        SampleStudents.All.Where(student => student.Report.IsCompleteForGraduation).Select(student => student.Name));

    [Fact]
    public void Each_template_has_three_students() =>
        Assert.All(PlanTemplates.All, template => Assert.Equal(3, SampleStudents.All.Count(student => student.Template == template)));

    [Fact]
    public void Together_they_show_every_status_and_every_kind_of_missing()
    {
        var results = SampleStudents.All.SelectMany(student => student.Report.Elements).ToList();
        Assert.Equal(Enum.GetValues<PlanElementStatus>(), results.Select(result => result.Status).Distinct().Order());
        Assert.Contains(results, result => result.IsLate);
        Assert.Contains(results, result => result.IsOverdue);
        Assert.Contains(results, result => result.Remarks.Any(remark => remark.Code == "plan.excuse-not-permitted"));
    }

    private static IEnumerable<string> Verdicts(SampleStudent student) => student.Report.Elements.Select(result => string.Join(
        ',',
        student.Name, result.Element.Id, result.Status, result.MetOn is { } met ? DayWord.Of(met) : "", result.DueOn is { } due ? DayWord.Of(due) : "",
        result.IsOverdue ? "overdue" : "", result.IsLate ? "late" : "", string.Join(' ', result.Evidence),
        Codes(result.Missing), Codes(result.Remarks.Where(remark => remark.Code != "plan.unverified")),
        result.Excuse is { } excuse ? $"{excuse.By.Role} {excuse.Entry}" : ""));

    private static string Codes(IEnumerable<Refusal> refusals) => string.Join(' ', refusals.Select(refusal => refusal.Code["plan.".Length..]));
}
