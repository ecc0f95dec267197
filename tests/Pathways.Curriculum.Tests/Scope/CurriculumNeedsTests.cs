namespace Pathways.Curriculum.Tests.Scope;

/// <summary>What schools ask of a curriculum beyond the programs of the templates, each tried on a scope of its own.</summary>
public class CurriculumNeedsTests
{
    private static readonly ScopeAndSequence Marlborough = ScopeTemplates.Marlborough;

    /// <summary>S66: durable skills and readiness are in the curriculum, and every activity says what it teaches.</summary>
    [Fact]
    public void Every_activity_of_the_program_teaches_something_and_every_durable_skill_is_taught()
    {
        Assert.All(Marlborough.Activities, activity => Assert.NotEmpty(activity.Competencies));
        Assert.Empty(Marlborough.Competencies.Where(competency => competency.IsDurable).Select(competency => competency.Id)
            .Except(Marlborough.Activities.SelectMany(activity => activity.Competencies)));
    }

    /// <summary>S67: grades are not wired to high school; an elementary school has a scope like any other.</summary>
    [Fact]
    public void A_scope_of_an_elementary_school_is_checked_and_measured_like_any_other()
    {
        var scope = A.Scope(A.Activity("kitchen-visit", 2), A.Activity("fair", 5)) with { Stages = [new(GradeLevel.From(2), Stage.Awareness), new(GradeLevel.From(5), Stage.Awareness)] };
        Assert.Empty(ScopeCheck.Findings(scope).Where(finding => !finding.IsWarning));
        var progress = A.Progress(scope, A.Record(A.Experience("kitchen-visit", new(2026, 10, 1))), standing: A.Standing(2));
        Assert.Equal((ActivityStatus.Done, ActivityStatus.NotYetOpen), (progress.StatusOf(ActivityId.From("kitchen-visit")), progress.StatusOf(ActivityId.From("fair"))));
    }

    /// <summary>S69: what falls to counselors, administrators and teachers is seen, role by role.</summary>
    [Fact]
    public void The_work_of_each_role_can_be_counted()
    {
        var scope = CompiledScope.Compile(Marlborough);
        var cohort = CohortProgress.Of(scope, Enumerable.Range(0, 3).Select(i =>
        {
            var id = StudentId.From($"s{i}");
            return ProgressCalculator.Of(scope, A.Standing(10) with { Student = id }, StudentRecord.From(id, [A.HandedIn("c", ArtifactKind.TrainingCertificate, "readiness-training", new(2026, 11, 2))]), A.March);
        }));
        var work = cohort.Actions().GroupBy(action => action.Role).ToDictionary(role => role.Key, role => role.Sum(action => action.Actions.Length));
        Assert.Equal(3, cohort.Actions().Single(action => action.Activity == ActivityId.From("readiness-training") && action.Code == "action.review").Actions.Length);
        Assert.All([Role.Student, Role.Counselor, Role.CareerSpecialist], role => Assert.Contains(role, work.Keys));
        Assert.Equal(cohort.Students.Sum(student => NextActions.Of(student).Length), work.Values.Sum());
    }

    /// <summary>
    /// S70: service learning; S156 to S158: talking with professionals and seeing the job; S164: a job outside school; S166: trying out for a day or
    /// a week. All of them count their hours like an internship.
    /// </summary>
    [Theory]
    [InlineData(ActivityKind.ServiceLearning)]
    [InlineData(ActivityKind.InformationalInterview)]
    [InlineData(ActivityKind.JobShadow)]
    [InlineData(ActivityKind.OwnJob)]
    [InlineData(ActivityKind.TryOut)]
    public void Ways_to_meet_work_other_than_internships_count(ActivityKind kind)
    {
        var scope = A.Scope(A.Activity("meet", 9) with { Kind = kind, Occurrences = 2, Hours = 10, Stage = Stage.Exploration });
        var once = A.Record(A.Experience("meet", new(2026, 10, 1), hours: 6));
        var twice = A.Record(A.Experience("meet", new(2026, 10, 1), hours: 6), A.Experience("meet", new(2026, 10, 2), hours: 4));
        Assert.Equal(ActivityStatus.InProgress, A.Progress(scope, once).StatusOf(ActivityId.From("meet")));
        Assert.Equal(ActivityStatus.Done, A.Progress(scope, twice).StatusOf(ActivityId.From("meet")));
        Assert.Equal(10, ExperienceTranscript.Of(twice, scope, A.March).Hours);
    }

    /// <summary>S88, S190: classes and activities in school, after school, or both.</summary>
    [Fact]
    public void An_activity_says_whether_it_is_in_school_or_after_school_and_so_does_a_strategy()
    {
        Assert.Contains(Marlborough.Activities, activity => activity.Settings.Contains(ActivitySetting.AfterSchool) && !activity.Settings.Contains(ActivitySetting.InSchool));
        Assert.Contains(Marlborough.Activities, activity => activity.Settings.Contains(ActivitySetting.AfterSchool) && activity.Settings.Contains(ActivitySetting.InSchool));
        var occupation = OnetSocCode.Parse("51-4041.00");
        RegionalDemand demand = new()
        {
            Regions = [new(RegionId.From("metrowest"), "Metrowest")],
            Strategies = [new() { Occupation = occupation, Strategy = "A shop class.", Setting = ActivitySetting.AfterSchool }],
        };
        Assert.Equal(ActivitySetting.AfterSchool, demand.StrategiesFor(occupation, RegionId.From("metrowest")).Single().Setting);
    }

    /// <summary>S151: summers count, and are due at their own end.</summary>
    [Fact]
    public void A_summer_job_shadow_opens_and_ends_outside_the_school_year()
    {
        var scope = A.Scope(A.Activity("summer-shadow", 10) with { Kind = ActivityKind.JobShadow, Opens = TermId.From("summer"), Closes = TermId.From("summer") });
        scope = scope with { Stages = [new(GradeLevel.From(10), Stage.Awareness)], Terms = [.. scope.Terms, new(TermId.From("summer"), "Summer", new(6, 21), new(6, 30))] };
        Assert.Empty(ScopeCheck.Findings(scope).Where(finding => !finding.IsWarning));
        var standing = A.Standing(10);
        Assert.Equal(ActivityStatus.NotYetOpen, A.Progress(scope, A.Record(), new(2027, 6, 20), standing).StatusOf(ActivityId.From("summer-shadow")));
        Assert.Equal(ActivityStatus.Open, A.Progress(scope, A.Record(), new(2027, 6, 21), standing).StatusOf(ActivityId.From("summer-shadow")));
        Assert.Equal(ActivityStatus.Late, A.Progress(scope, A.Record(), new(2027, 7, 1), standing).StatusOf(ActivityId.From("summer-shadow")));
    }

    /// <summary>S123: families are part of it; S124: counselors teach an advising curriculum in every year of choosing.</summary>
    [Fact]
    public void Families_come_and_counselors_teach()
    {
        Assert.Contains(Marlborough.Activities, activity => activity.Kind == ActivityKind.FamilyEvent && activity.Tasks.Any(task => task.Role == Role.Guardian));
        Assert.Equal([9, 10], Marlborough.Activities.Where(activity => activity.Kind == ActivityKind.AdvisingLesson && activity.Tasks.Any(task => task.Role == Role.Counselor))
            .Select(activity => activity.FirstGrade.Number!.Value).Distinct().Order());
    }

    /// <summary>S128: for all graduates, and for each who is none yet, what is missing.</summary>
    [Fact]
    public void Of_every_senior_it_is_known_what_stands_between_them_and_graduating_with_an_internship()
    {
        var scope = CompiledScope.Compile(Marlborough);
        var senior = A.Progress(Marlborough, A.Record(), new(2027, 6, 15), A.Standing(12));
        var claim = CohortProgress.Of(scope, [ProgressCalculator.Of(scope, A.Standing(12), A.Record(), new(2027, 6, 15))]).Coverage().Single(coverage => coverage.Activity.Id.Value == "internship");
        Assert.Equal(A.Ana, claim.Exceptions.Single().Student);
        Assert.NotEmpty(claim.Exceptions.Single().Reasons());
        Assert.Equal(senior.DueIn(GradeLevel.From(12)).Required, Marlborough.Activities.Count(activity =>
            activity is { IsRequired: true, Tier: Tier.Universal, Programs.IsEmpty: true } && activity.LastGrade == GradeLevel.From(12)));
    }
}
