namespace Pathways.Curriculum.Tests.Plans;

public class PlanCalculatorTests
{
    private static readonly PlanDue Once = new PlanDue.ByEndOf(GradeLevel.From(12));

    [Fact]
    public void A_version_that_follows_takes_nothing_from_one_that_was_accepted()
    {
        var entries = new Entries("s", Template(new PlanCriterion.Artifacts { Kinds = [ArtifactKind.Resume] }))
            .Artifact("2026-10-01", "r", ArtifactKind.Resume).Artifact("2026-11-01", "r", ArtifactKind.Resume, ReviewState.Returned, version: 2);
        Assert.Equal(PlanElementStatus.Met, Judge(new PlanCriterion.Artifacts { Kinds = [ArtifactKind.Resume] }, entries).Status);
    }

    [Fact]
    public void Of_two_reviews_on_one_day_the_one_that_returns_counts()
    {
        var criterion = new PlanCriterion.Artifacts { Kinds = [ArtifactKind.Resume] };
        var result = Judge(criterion, new Entries("s", Template(criterion))
            .Artifact("2026-10-01", "r", ArtifactKind.Resume, ReviewState.Returned).Review("2026-10-01", "r", ReviewState.Accepted));
        Assert.Equal(["plan.artifact-missing", "plan.artifact-returned"], result.Missing.Select(missing => missing.Code));
        Assert.Equal(["e1", "e2"], result.Evidence.Select(entry => entry.Value));
    }

    [Fact]
    public void A_later_acceptance_makes_good_a_review_that_returned()
    {
        var criterion = new PlanCriterion.Artifacts { Kinds = [ArtifactKind.Resume] };
        var result = Judge(criterion, new Entries("s", Template(criterion))
            .Artifact("2026-10-01", "r", ArtifactKind.Resume, ReviewState.Returned).Review("2026-10-02", "r", ReviewState.Accepted));
        Assert.Equal(new LocalDate(2026, 10, 1), result.MetOn);
    }

    /// <summary>S150: hours and occasions of work are counted by kind of activity, and only where the student was there.</summary>
    [Fact]
    public void Experiences_count_by_kind_with_their_hours_when_attended()
    {
        var criterion = new PlanCriterion.Experiences { Kinds = [ActivityKind.Internship], Count = 2, Hours = 20 };
        var entries = new Entries("s", Template(criterion))
            .Took("2026-09-01", "Internship", hours: 8).Took("2026-09-02", "Internship", Attendance.Absent, hours: 80)
            .Took("2026-09-03", "SiteVisit", hours: 80).Took("2026-09-04", "unknown", hours: 80);
        Assert.Equal(
            ["plan.experience-missing: 1 of 2 there: internship.", "plan.hours-missing: 8 of 20 hours there: internship."],
            Judge(criterion, entries).Missing.Select(missing => missing.ToString()));

        Assert.Equal(
            new LocalDate(2026, 9, 6),
            Judge(criterion, entries.Took("2026-09-05", "Internship", hours: 11.5m).Took("2026-09-06", "Internship", hours: 0.5m)).MetOn);
    }

    /// <summary>S118, S154, S187: what students mean to do after high school counts alike; college is one answer of many.</summary>
    [Fact]
    public void Every_intent_counts_as_much_as_any_other()
    {
        var criterion = new PlanCriterion.Intent(MustBeDecided: true);
        Assert.All(Enum.GetValues<PostsecondaryIntent>(), intent => Assert.Equal(
            intent == PostsecondaryIntent.Undecided ? PlanElementStatus.InProgress : PlanElementStatus.Met,
            Judge(criterion, new Entries("s", Template(criterion)).Intent("2026-09-01", intent)).Status));
    }

    /// <summary>S119: an adult who left is no adult to turn to.</summary>
    [Theory]
    [InlineData(null, true)]
    [InlineData("2027-03-01", true)]
    [InlineData("2027-02-28", false)]
    public void An_advisor_counts_while_it_lasts(string? until, bool counts)
    {
        var criterion = new PlanCriterion.Advisor();
        Assert.Equal(counts, Judge(criterion, new Entries("s", Template(criterion)).Advisor("2025-09-01", until)).IsSettled);
    }

    [Fact]
    public void An_enrollment_counts_until_it_is_given_up_and_for_good_once_completed()
    {
        var running = new PlanCriterion.Enrolled { Programs = [ProgramType.CareerTechnical] };
        var completed = running with { MustBeCompleted = true };
        var entries = new Entries("s", Template(running)).Enrolled("2025-09-01", course: "welding");
        Assert.Equal(PlanElementStatus.Met, Judge(running, entries).Status);
        Assert.Equal(PlanElementStatus.InProgress, Judge(completed, entries).Status);

        entries.Enrolled("2026-01-01", EnrollmentState.Withdrawn, "welding");
        Assert.Equal(PlanElementStatus.Missing, Judge(running, entries).Status);

        entries.Enrolled("2026-06-01", EnrollmentState.Completed, "nursing").Enrolled("2026-07-01", EnrollmentState.Withdrawn, "nursing");
        Assert.Equal(PlanElementStatus.Met, Judge(completed, entries).Status);
    }

    /// <summary>S127, S137: milestones of aid build on each other, and deciding against it is opting out where that is possible.</summary>
    [Fact]
    public void Aid_is_reached_by_a_later_milestone_and_left_by_deciding_against_it()
    {
        var criterion = new PlanCriterion.FinancialAid(FinancialAidMilestone.Submitted) { Programs = ["fafsa"] };
        var element = Element(criterion, Once) with { OptOutBy = [Role.Guardian] };
        Assert.Equal(PlanElementStatus.InProgress, Judge(element, Story().Aid("2026-10-01", FinancialAidMilestone.Informed)).Status);
        Assert.Equal(PlanElementStatus.Missing, Judge(element, Story().Aid("2026-10-01", FinancialAidMilestone.Complete, program: "WASFA")).Status);
        Assert.Equal(PlanElementStatus.Met, Judge(element, Story().Aid("2026-10-01", FinancialAidMilestone.Complete)).Status);
        Assert.Equal(PlanElementStatus.OptedOut, Judge(element, Story().Aid("2026-10-01", FinancialAidMilestone.OptedOut, Entries.Guardian)).Status);
        Assert.Equal(PlanElementStatus.Missing, Judge(element, Story().Aid("2026-10-01", FinancialAidMilestone.OptedOut, Entries.Teacher)).Status);
        Assert.Equal(
            PlanElementStatus.Met,
            Judge(element, Story().Aid("2026-10-01", FinancialAidMilestone.OptedOut, Entries.Guardian).Aid("2026-11-01", FinancialAidMilestone.Submitted)).Status);

        Entries Story() => new("s", Template(criterion));
    }

    [Fact]
    public void A_credential_that_expired_counts_no_more()
    {
        var criterion = new PlanCriterion.Credential { Ids = [QualificationId.From("cpr")] };
        var entries = new Entries("s", Template(criterion)).Add(id => new CredentialEarned
        {
            Id = id, On = new(2025, 1, 1), By = Entries.Teacher, Credential = QualificationId.From("cpr"), Expires = new(2027, 1, 1),
        });
        Assert.Equal("plan.credential-missing: Not there yet: the credential cpr, not expired.", Assert.Single(Judge(criterion, entries).Missing).ToString());
    }

    [Fact]
    public void What_is_corrected_counts_no_more()
    {
        var criterion = new PlanCriterion.SectorChosen();
        var entries = new Entries("s", Template(criterion)).Add(id => new SectorChoice { Id = id, On = new(2026, 9, 1), By = Entries.Student, Sector = SectorId.From("health") });
        Assert.True(Judge(criterion, entries).IsSettled);
        Assert.False(Judge(criterion, entries.Corrected("2026-09-02", "e1")).IsSettled);
    }

    [Fact]
    public void A_waiver_of_what_returns_each_year_is_for_one_year()
    {
        var element = Element(new PlanCriterion.Goal(), new PlanDue.InEach([GradeLevel.From(10), GradeLevel.From(11)])) with { WaivedBy = [Role.Counselor] };
        var entries = new Entries("s", Template(element)).Excused("2026-05-01", "x", Entries.Counselor); // grade 10
        var result = Judge(element, entries);
        Assert.Equal(PlanElementStatus.Missing, result.Status);
        Assert.Empty(result.Remarks); // the year before is excused
        Assert.Equal(PlanElementStatus.Waived, Judge(element, entries.Excused("2026-09-01", "x", Entries.Counselor)).Status);
    }

    [Fact]
    public void In_a_grade_between_those_of_an_element_the_next_one_is_due()
    {
        var element = Element(new PlanCriterion.Goal(), new PlanDue.InEach([GradeLevel.From(10), GradeLevel.From(12)]));
        var result = Judge(element, new Entries("s", Template(element)).Goal("2026-10-01", GoalKind.Career)); // grade 11
        Assert.Equal((PlanElementStatus.Missing, new LocalDate(2028, 6, 30)), (result.Status, result.DueOn));
        Assert.Equal("It was not there in grade 10.", Assert.Single(result.Remarks).Sentence);
    }

    [Fact]
    public void After_the_last_grade_of_an_element_it_can_still_be_made_good_late()
    {
        var element = Element(new PlanCriterion.Goal(), new PlanDue.InEach([GradeLevel.From(9), GradeLevel.From(10)]));
        Assert.True(Judge(element, new Entries("s", Template(element))).IsOverdue);
        var late = Judge(element, new Entries("s", Template(element)).Goal("2026-10-01", GoalKind.Career));
        Assert.True(late is { Status: PlanElementStatus.Met, IsLate: true });
    }

    [Fact]
    public void Nothing_counts_before_the_grade_in_which_it_may_begin()
    {
        var element = Element(new PlanCriterion.Goal(), new PlanDue.ByEndOf(GradeLevel.From(12), GradeLevel.From(11)));
        Assert.False(Judge(element, new Entries("s", Template(element)).Goal("2026-06-30", GoalKind.Career)).IsSettled);
        Assert.True(Judge(element, new Entries("s", Template(element)).Goal("2026-07-01", GoalKind.Career)).IsSettled);
    }

    [Fact]
    public void An_element_is_due_by_its_term_where_the_school_has_that_term()
    {
        var scope = new ScopeAndSequence
        {
            Id = ScopeId.From("x"), Version = 1, Title = "X", EffectiveFrom = new(2026, 1, 1), YearStarts = new(8, 1),
            Terms = [new(TermId.From("fall"), "Fall", new(9, 1), new(1, 15))],
            Activities = [new() { Id = ActivityId.From("v"), Title = "V", Kind = ActivityKind.SiteVisit, Stage = Stage.Awareness, FirstGrade = GradeLevel.From(9), LastGrade = GradeLevel.From(9) }],
        };
        var situation = PlanSituation.In(scope, GradeLevel.From(11), new(2027, 3, 1));
        var fall = Element(new PlanCriterion.Experiences { Kinds = [ActivityKind.SiteVisit] }, new PlanDue.ByEndOf(GradeLevel.From(11)) { Term = TermId.From("fall") });
        var result = PlanCalculator.Assess(Template(fall), new Entries("s", Template(fall)).Record, situation).Elements[0];
        Assert.Equal((new LocalDate(2027, 1, 15), true), (result.DueOn!.Value, result.IsOverdue));

        var other = fall with { Due = fall.Due with { Term = TermId.From("spring") } };
        result = PlanCalculator.Assess(Template(other), new Entries("s", Template(other)).Took("2026-10-01", "v").Record, situation).Elements[0];
        Assert.Equal((new LocalDate(2027, 7, 31), PlanElementStatus.Met), (result.DueOn!.Value, result.Status));
    }

    [Theory]
    [InlineData("KG")]
    [InlineData("UG")]
    public void A_grade_without_a_number_gives_no_days_but_a_verdict(string grade)
    {
        var template = PlanTemplates.PersonalLearningPlan;
        var entries = new Entries("s", template).Interests("2026-10-01").SignedByAll("2026-10-02");
        var report = PlanCalculator.Assess(template, entries.Record, new() { Grade = GradeLevel.Parse(grade), On = new(2027, 3, 1) });
        Assert.All(report.Elements, result => Assert.True(result is { DueOn: null, IsOverdue: false }));
        Assert.Equal(PlanElementStatus.Met, report.Find(PlanElementId.From("yearly-review"))!.Status);
        Assert.Equal(grade == "KG" ? 4 : 0, report.Find(PlanElementId.From("yearly-review"))!.Ahead.Length);
    }

    [Fact]
    public void A_circumstance_decides_who_needs_an_element_and_is_not_repeated()
    {
        var element = Element(new PlanCriterion.Goal(), Once) with { OnlyIf = "iep" };
        var record = new Entries("s", Template(element)).Record;
        var situation = new PlanSituation { Grade = GradeLevel.From(11), On = new(2027, 3, 1) };
        Assert.Empty(PlanCalculator.Assess(Template(element), record, situation).Elements);
        var with = situation with { Circumstances = ["iep"] };
        Assert.Single(PlanCalculator.Assess(Template(element), record, with).Elements);
        Assert.DoesNotContain("iep", with.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_no_longer_applies_serves_nobody_for_graduation()
    {
        var template = Template(new PlanCriterion.Goal()) with { EffectiveTo = new(2027, 2, 28) };
        var report = PlanCalculator.Assess(template, new Entries("s", template).Goal("2026-10-01", GoalKind.Career).Record, new() { Grade = GradeLevel.From(12), On = new(2027, 3, 1) });
        Assert.Equal("plan.not-in-force", Assert.Single(report.AgainstGraduation).Code);
    }

    [Fact]
    public void The_next_day_due_passes_over_what_is_settled_overdue_or_only_recommended()
    {
        PlanElement[] elements =
        [
            Element(new PlanCriterion.Goal(), new PlanDue.ByEndOf(GradeLevel.From(9))) with { Id = PlanElementId.From("overdue") },
            Element(new PlanCriterion.SectorChosen(), new PlanDue.ByEndOf(GradeLevel.From(11))) with { Id = PlanElementId.From("recommended"), IsRequired = false },
            Element(new PlanCriterion.InterestAssessed(), new PlanDue.InEach([GradeLevel.From(11), GradeLevel.From(12)])) with { Id = PlanElementId.From("yearly") },
        ];
        var template = Template(elements);
        var situation = new PlanSituation { Grade = GradeLevel.From(11), On = new(2027, 3, 1) };
        Assert.Equal(new LocalDate(2027, 6, 30), PlanCalculator.Assess(template, new Entries("s", template).Record, situation).NextDue);
        var done = PlanCalculator.Assess(template, new Entries("s", template).Interests("2026-09-01").Record, situation);
        Assert.Equal(new LocalDate(2028, 6, 30), done.NextDue);
        Assert.Equal(["overdue"], done.Overdue.Select(result => result.Element.Id.Value));
        Assert.Equal((2, 1), (done.Count(PlanElementStatus.Missing), done.Count(PlanElementStatus.Met)));
        Assert.Null(done.Find(PlanElementId.From("none")));
    }

    [Fact]
    public void Nothing_personal_is_printed()
    {
        var element = Element(new PlanCriterion.Goal(), Once) with { WaivedBy = [Role.Counselor] };
        var result = Judge(element, new Entries("s", Template(element)).Add(id => new PlanElementExcused
        {
            Id = id, On = new(2026, 9, 1), By = Entries.Counselor, Template = PlanTemplateId.From("t"), Element = element.Id, Reason = "secret",
        }));
        Assert.Equal("secret", result.Excuse!.Reason);
        Assert.Equal("c (Counselor) on 2026-09-01", result.Excuse.ToString());
        Assert.Equal("x: Waived", result.ToString());
    }

    internal static PlanTemplate Template(params PlanElement[] elements) => new()
    {
        Id = PlanTemplateId.From("t"), Version = 1, Title = "T", Jurisdiction = "X", Authority = "X", EffectiveFrom = new(2020, 1, 1),
        StartsIn = GradeLevel.From(9), Elements = [.. elements],
    };

    internal static PlanElement Element(PlanCriterion criterion, PlanDue due) =>
        new() { Id = PlanElementId.From("x"), Title = "X", Criterion = criterion, Due = due };

    private static PlanTemplate Template(PlanCriterion criterion) => Template(Element(criterion, Once));

    private static PlanElementResult Judge(PlanCriterion criterion, Entries entries) => Judge(Element(criterion, Once), entries);

    // In grade 11, in 2026-27.
    private static PlanElementResult Judge(PlanElement element, Entries entries) => PlanCalculator.Assess(
        Template(element), entries.Record, new() { Grade = GradeLevel.From(11), On = new(2027, 3, 1), Kinds = RandomRecords.Kinds }).Elements.Single();
}
