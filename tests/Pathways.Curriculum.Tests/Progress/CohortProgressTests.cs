namespace Pathways.Curriculum.Tests;

public class CohortProgressTests
{
    private static readonly CompiledScope Scope = CompiledScope.Compile(A.Scope(
        A.Activity("visit"),
        A.Activity("talk", 10),
        A.Activity("work", 11) with { Stage = Stage.Immersion },
        A.Activity("extra") with { IsRequired = false }));

    /// <summary>S4, S10, S205: every claim about every student lists who is an exception and why, those without a record included.</summary>
    [Fact]
    public void Coverage_lists_the_exceptions_with_their_reasons()
    {
        var cohort = Cohort(
            Of("done", 9, A.Experience("visit", new(2027, 2, 1))), Of("not", 9), Of("late", 10), Of("young", 8), Of("nobody", 9, null));
        var coverage = cohort.Coverage();
        Assert.Equal(["visit", "talk", "work"], coverage.Select(claim => claim.Activity.Id.Value));

        var visit = coverage[0];
        Assert.Equal((5, 4, 1, 1), (visit.Count.Required, visit.Count.Opened, visit.Count.Met, visit.Count.Late));
        Assert.Equal(0.25, visit.Share);
        Assert.Equal(["late", "nobody", "not"], visit.Exceptions.Select(gap => gap.Student.Value));
        Assert.Equal(["progress.no-record", "progress.experience-missing"], visit.Exceptions[1].Reasons().Select(reason => reason.Code));
        Assert.Equal(4, cohort.WithoutRecord); // all but "done": an empty record is none
    }

    [Fact]
    public void Nobody_is_an_exception_before_it_opens()
    {
        var work = Cohort(Of("one", 9), Of("two", 10)).Coverage()[2];
        Assert.Empty(work.Exceptions);
        Assert.Null(work.Share);
    }

    /// <summary>S197, S198: in how many sectors students looked around, and who went deep first.</summary>
    [Fact]
    public void Breadth_comes_before_depth()
    {
        var breadth = Cohort(
            Of("broad", 11, A.Experience("visit", new(2025, 2, 1), sector: "health"), A.Experience("talk", new(2026, 2, 1), sector: "computing"), A.Experience("work", new(2027, 2, 1), sector: "health")),
            Of("deep", 11, A.Experience("visit", new(2025, 2, 1), sector: "health"), A.Experience("work", new(2027, 2, 1), sector: "computing")),
            Of("none", 11)).Breadth();
        Assert.Equal<int>([1, 0, 2], breadth.StudentsByCount);
        Assert.Equal<StudentId>([StudentId.From("deep")], breadth.DepthFirst);
        Assert.Equal([2, 2], breadth.Sectors.Select(reach => reach.Students));
    }

    [Fact]
    public void A_student_comes_once_and_by_one_scope()
    {
        Assert.Throws<ArgumentException>(() => Cohort(Of("one", 9), Of("one", 9)));
        var other = CompiledScope.Compile(A.Scope(A.Activity("visit")));
        Assert.Throws<ArgumentException>(() => CohortProgress.Of(other, [Of("one", 9)]));
    }

    /// <summary>S184: by program type, where a student of two is counted in both.</summary>
    [Fact]
    public void Parts_by_program_overlap()
    {
        var both = A.Standing() with { Programs = [ProgramType.EarlyCollege, ProgramType.Academy] };
        var parts = CohortProgress.Of(Scope, [ProgressCalculator.Of(Scope, both, null, A.March), Of("one", 9)]).By(CohortDimension.Program);
        Assert.Equal([("", 1), ("academy", 1), ("early-college", 1)], parts.Select(part => (part.Key, part.Progress.Students.Length)));
    }

    private static CohortProgress Cohort(params StudentProgress[] students) => CohortProgress.Of(Scope, students);

    private static StudentProgress Of(string name, int grade, params RecordEntry[]? entries)
    {
        var standing = A.Standing(grade) with { Student = StudentId.From(name) };
        return ProgressCalculator.Of(Scope, standing, entries is null ? null : StudentRecord.From(standing.Student, A.Record(entries).Entries), A.March);
    }
}
