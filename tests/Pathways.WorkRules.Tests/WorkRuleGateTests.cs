namespace Pathways.WorkRules.Tests;

/// <summary>What eligibility and the start of placements are told: one student, one opportunity, and what was gathered before.</summary>
public class WorkRuleGateTests
{
    private static readonly LocalDate Monday = new(2026, 10, 5);
    private static readonly DateInterval October = new(Monday, new(2026, 10, 30));
    private static readonly StudentId Ana = StudentId.From("ana");

    [Fact]
    public void A_student_of_whom_nothing_is_known_is_not_cleared_and_told_so()
    {
        var verdict = Gate(Aged(17)).Assess(StudentId.From("ben"), Shop());
        Assert.False(verdict.IsLawful);
        Assert.Equal(WorkRuleCodes.StudentUnknown, Assert.Single(verdict.Refusals).Code);
        Assert.Contains("ben", verdict.Refusals[0].Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("ana", verdict.Refusals[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Lawful_work_is_cleared() => Assert.Empty(Gate(Aged(15)).Assess(Ana, Shop("Mon,Wed 15:00-18:00")).Findings);

    [Fact]
    public void A_student_is_known_once() =>
        Assert.Contains("Student ana is given twice", Assert.Throws<ArgumentException>(() => Gate([Aged(15), Aged(15)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_paper_that_is_missing_blocks_the_start_and_at_matching_only_warns()
    {
        var verdict = Gate(Aged(16), "US", "US-MA").Assess(Ana, Shop());
        Assert.Equal("work.massachusetts.permit", Assert.Single(verdict.Refusals).Code);

        var later = Later(Aged(16), "US", "US-MA").Assess(Ana, Shop());
        Assert.True(later.IsLawful);
        Assert.Equal(("work.massachusetts.permit", WorkSeverity.Warn), (Assert.Single(later.Findings).Code, later.Findings[0].Severity));

        var held = Aged(16) with { Agreements = [Given.Paper("ma-youth-employment-permit")] };
        Assert.Empty(Gate(held, "US", "US-MA").Assess(Ana, Shop()).Findings);
    }

    [Fact]
    public void A_paper_that_ends_on_the_way_is_missing_from_the_next_day_on()
    {
        var held = Aged(16) with { Agreements = [Given.Paper("ma-youth-employment-permit") with { Until = new(2026, 10, 14) }] };
        var finding = Assert.Single(Gate(held, "US", "US-MA").Assess(Ana, Shop()).Findings);
        Assert.Equal(("work.massachusetts.permit", new LocalDate(2026, 10, 19)), (finding.Code, finding.When.Start)); // the next Monday
    }

    [Fact]
    public void Papers_that_come_later_cure_no_hours()
    {
        var verdict = Later(Aged(15)).Assess(Ana, Shop("Mon 15:00-18:01"));
        Assert.Equal("work.federal.hours-school-day", Assert.Single(verdict.Refusals).Code);
    }

    [Theory]
    [InlineData("ho-05", true, 16, true)]
    [InlineData("ho-05", true, 15, false)] // too young for the exemption
    [InlineData("ho-05", false, 16, false)] // no agreement is to come
    [InlineData("ho-07", true, 16, false)] // no exemption
    public void At_matching_a_student_learner_may_take_what_the_agreement_will_permit(string hazard, bool isStudentLearner, int age, bool isLawful)
    {
        var opportunity = Shop() with { Hazards = [HazardId.From(hazard)], IsStudentLearner = isStudentLearner };
        var verdict = Later(Aged(age)).Assess(Ana, opportunity);
        Assert.Equal(isLawful, verdict.IsLawful);
        Assert.Contains(verdict.Findings, finding => finding.Code == $"work.federal.{hazard}" && finding.Severity == (isLawful ? WorkSeverity.Warn : WorkSeverity.Block));

        // To start the agreement must be there.
        Assert.Contains($"work.federal.{hazard}", Gate(Aged(age)).Assess(Ana, opportunity).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Who_turns_16_on_the_way_is_kept_from_the_hazard_until_then_alone()
    {
        var turns = Known(BirthDate.From(new(2010, 10, 13))); // between two days of work
        var opportunity = Shop() with { Hazards = [HazardId.From("ho-05")], IsStudentLearner = true };
        var hazard = Assert.Single(Later(turns).Assess(Ana, opportunity).Findings, finding => finding.Code == "work.federal.ho-05");
        Assert.Equal((WorkSeverity.Block, new DateInterval(Monday, new(2026, 10, 12))), (hazard.Severity, hazard.When));
    }

    [Fact]
    public void Limits_end_on_the_birthday_on_which_they_do()
    {
        var turns = Known(BirthDate.From(new(2010, 10, 14)));
        var findings = Gate(turns).Assess(Ana, Shop("Mon,Wed 15:00-20:00")).Findings;
        Assert.Equal(
            ["work.federal.hours-school-day 2026-10-05", "work.federal.hours-school-day 2026-10-07", "work.federal.hours-school-day 2026-10-12",
             "work.federal.time-of-day 2026-10-05", "work.federal.time-of-day 2026-10-07", "work.federal.time-of-day 2026-10-12"],
            findings.Select(finding => $"{finding.Code} {finding.When.End:R}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Limits_begin_with_the_term()
    {
        var holidays = Aged(15) with { Calendar = Given.NoSchool with { Terms = [new(new(2026, 10, 19), new(2026, 12, 1))] } };
        var findings = Gate(holidays).Assess(Ana, Shop("Mon 10:00-18:00")).Findings;
        Assert.Equal(["work.federal.hours-school-day", "work.federal.school-hours"], findings.Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.True(finding.When.Start >= new LocalDate(2026, 10, 19)));
    }

    [Fact]
    public void Every_jurisdiction_of_the_place_must_be_content_and_each_place_has_its_own()
    {
        var gate = new WorkRuleGate(
            WorkRuleEngine.Shipped, [Aged(16)],
            opportunity => opportunity.Partner.Value == "mill" ? ["US"] : opportunity.Partner.Value == "far" ? ["US", "US-ZZ"] : ["US", "US-MA"]) { PapersComeLater = true };
        var late = Shop("Sun 17:00-22:30");
        Assert.True(gate.Assess(Ana, late with { Partner = PartnerId.From("mill") }).IsLawful);
        Assert.Equal(["work.massachusetts.supervision", "work.massachusetts.latest-before-school"], gate.Assess(Ana, late).Refusals.Select(refusal => refusal.Code));
        Assert.Equal([WorkRuleCodes.NotCovered], gate.Assess(Ana, late with { Partner = PartnerId.From("far") }).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Where_hours_are_open_only_they_are_not_judged()
    {
        var open = Shop() with { Schedule = null, Hazards = [HazardId.From("ho-07")] };
        Assert.Equal(
            ["work.federal.ho-07", WorkRuleCodes.ScheduleOpen], Gate(Aged(15)).Assess(Ana, open).Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.True(Gate(Aged(15)).Assess(Ana, open with { Hazards = [] }).IsLawful);
    }

    [Fact]
    public void Other_work_of_the_student_counts()
    {
        var opportunity = Shop("Mon 16:00-18:01");
        var round = Given.Work(new WorkShift(Monday, 15 * 60, 16 * 60)) with { Name = "paper round" };
        Assert.Empty(Gate(Aged(15)).Assess(Ana, opportunity).Findings);
        Assert.Equal("work.federal.hours-school-day", Assert.Single(Gate(Aged(15) with { OtherWork = [round] }).Assess(Ana, opportunity).Refusals).Code);
    }

    [Fact]
    public void Watching_and_training_are_no_employment_unless_the_program_wants_the_same_limits()
    {
        var shadow = Shop("Mon 09:00-12:00") with { Kind = OpportunityKind.JobShadowing, IsPaid = false };
        Assert.Empty(Gate(Aged(15)).Assess(Ana, shadow).Findings);
        Assert.False(Gate(Aged(15)).Assess(Ana, shadow with { IsPaid = true }).IsLawful);
        Assert.False(Gate(Aged(15)).Assess(Ana, shadow with { Kind = OpportunityKind.UnpaidInternship }).IsLawful);
        var strict = new WorkRuleGate(WorkRuleEngine.Shipped, [Aged(15)], _ => ["US"]) { LimitsApplyToAll = true }.Assess(Ana, shadow);
        Assert.False(strict.IsLawful);
        Assert.All(strict.Findings, finding => Assert.True(finding.IsPolicy));
    }

    [Fact]
    public void The_law_of_a_cohort_answers_for_its_students_and_partners()
    {
        var law = WorkLawFile.Parse(
            """
            { "format": "pathways/work-law@1", "jurisdictions": ["US", "US-MA"], "calendar": { "from": "2026-08-01", "to": "2027-06-30", "terms": [{ "from": "2026-08-31", "to": "2027-06-18" }] },
              "partners": [{ "partner": "mill", "jurisdictions": ["US"] }] }
            """u8, "x", [PartnerId.From("mill")]).Get();
        var student = new Student { Id = Ana, School = SchoolId.From("north"), Grade = GradeLevel.From(11), BirthDate = Given.Aged(Monday, 16) };
        var gate = law.GateBeforeMatching(WorkRuleEngine.Shipped, [student]);
        var late = Shop("Sun 17:00-22:30");
        Assert.Equal(["work.massachusetts.supervision", "work.massachusetts.latest-before-school"], gate.Assess(Ana, late).Refusals.Select(refusal => refusal.Code));
        Assert.Empty(gate.Assess(Ana, late with { Partner = PartnerId.From("mill") }).Findings);
    }

    [Fact]
    public void A_partner_that_the_cohort_does_not_have_is_told_at_its_place()
    {
        var error = Assert.Single(WorkLawFile.Parse(
            """
            { "format": "pathways/work-law@1", "jurisdictions": ["US"], "calendar": { "from": "2026-08-01", "to": "2027-06-30" },
              "partners": [{ "partner": "mil", "jurisdictions": ["US"] }] }
            """u8, "x", [PartnerId.From("mill")]).Errors);
        Assert.Equal((2, 29, "work-law.partners.partner.unknown"), (error.Line, error.Column, error.Code));
    }

    private static WorkStudent Aged(int years) => Known(Given.Aged(Monday, years));

    private static WorkStudent Known(BirthDate born) => new() { Student = Ana, BirthDate = born, Calendar = Given.AllSchool };

    private static WorkRuleGate Gate(WorkStudent student, params string[] jurisdictions) => Gate([student], jurisdictions);

    private static WorkRuleGate Gate(IEnumerable<WorkStudent> students, params string[] jurisdictions) =>
        new(WorkRuleEngine.Shipped, students, _ => jurisdictions.Length == 0 ? ["US"] : [.. jurisdictions]);

    private static WorkRuleGate Later(WorkStudent student, params string[] jurisdictions) =>
        new(WorkRuleEngine.Shipped, [student], _ => jurisdictions.Length == 0 ? ["US"] : [.. jurisdictions]) { PapersComeLater = true };

    private static Opportunity Shop(string hours = "Mon,Wed 15:00-17:00") => new()
    {
        Id = OpportunityId.From("shop"), Partner = PartnerId.From("works"), Title = "Shop", Kind = OpportunityKind.PaidInternship, IsPaid = true, Sector = SectorId.From("engineering"), Seats = 1,
        Dates = October, Schedule = WeeklyHours.Parse(hours),
    };
}
