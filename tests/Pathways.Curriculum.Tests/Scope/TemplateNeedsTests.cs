namespace Pathways.Curriculum.Tests.Scope;

/// <summary>What the programs behind the templates ask for is in the templates.</summary>
public class TemplateNeedsTests
{
    private static readonly ScopeAndSequence Marlborough = ScopeTemplates.Marlborough;
    private static readonly ScopeAndSequence Boston = ScopeTemplates.BostonCore;

    /// <summary>S9 to S36, S2, S4, S5 and S10: every need of the Marlborough program for students has an element.</summary>
    [Fact]
    public void Every_need_of_the_marlborough_program_is_named_by_an_element() => Assert.Empty(
        Enumerable.Range(9, 28).Concat([2, 4, 5, 6, 10]).Select(number => $"S{number}").Except(Sources(Marlborough)));

    /// <summary>S167 to S169, S182, S187, S194 to S198: so has every need of the Boston working group that a core can serve.</summary>
    [Fact]
    public void Every_need_of_the_boston_working_group_is_named_by_an_element() => Assert.Empty(
        new[] { 167, 168, 169, 182, 187, 194, 195, 196, 197, 198 }.Select(number => $"S{number}").Except(Sources(Boston)));

    /// <summary>S5: roles and tasks of school and industry for each activity; families come to their own.</summary>
    [Fact]
    public void Each_activity_has_tasks_for_school_and_for_industry()
    {
        Role[] school = [Role.Counselor, Role.Coordinator, Role.CareerSpecialist, Role.Teacher];
        Role[] industry = [Role.PartnerContact, Role.Supervisor, Role.Volunteer, Role.BoardMember];
        Assert.All(Marlborough.Activities.Concat(Boston.Activities.Where(activity => activity.Kind != ActivityKind.FamilyEvent)), activity =>
        {
            Assert.Contains(activity.Tasks, task => school.Contains(task.Role));
            Assert.Contains(activity.Tasks, task => industry.Contains(task.Role));
        });
    }

    /// <summary>S6, S9, S19, S29: awareness in grade 9, exploration in grade 10, immersion in grades 11 and 12.</summary>
    [Fact]
    public void Marlborough_goes_from_awareness_through_exploration_to_immersion()
    {
        Assert.Equal(ScopeFile.DefaultStages.AsEnumerable(), Marlborough.Stages);
        Assert.All(Marlborough.Activities, activity => Assert.Contains(Marlborough.Stages, stage => stage.Grade == activity.FirstGrade && stage.Stage == activity.Stage));
    }

    /// <summary>S2: exactly three sectors, those of the preset.</summary>
    [Fact]
    public void Marlborough_has_the_three_sectors() => Assert.Equal(SectorPresets.Marlborough.Select(sector => sector.Id), Marlborough.Sectors);

    /// <summary>S4, S10: site visit and internship are for all students and required of all; S30: Early College goes beside it.</summary>
    [Fact]
    public void Nothing_but_early_college_is_for_some_students_only() => Assert.Equal(
        ["early-college"], Marlborough.Activities.Where(activity => activity.Tier != Tier.Universal || !activity.Programs.IsEmpty).Select(activity => activity.Id.Value));

    /// <summary>S11 to S14, S17: grade 9.</summary>
    [Fact]
    public void In_grade_9_students_visit_assess_themselves_reflect_and_select_a_sector()
    {
        Assert.Equal((ActivityKind.SiteVisit, ActivityMode.Group), (Get("site-visit-9").Kind, Get("site-visit-9").Mode));
        Assert.All(["interest-inventory", "strengths-inventory"], id => Assert.Equal(ArtifactKind.AssessmentResult, Assert.Single(Get(id).Evidence).Kind));
        Assert.Contains(Get("site-visit-9").Evidence, evidence => evidence.Kind == ArtifactKind.Reflection);
        Assert.Equal(ArtifactKind.Reflection, Assert.Single(Get("awareness-reflection").Evidence).Kind);
        Assert.Subset(All("sector-selection"), Needs("career-research"));
        Assert.All(["site-visit-9", "interest-inventory", "strengths-inventory", "awareness-reflection", "sector-selection", "career-awareness"], id => Assert.Equal((9, 9), Grades(id)));
    }

    /// <summary>S16: some activities are for groups and some for one student.</summary>
    [Fact]
    public void There_are_group_and_individual_activities() =>
        Assert.Subset(Marlborough.Activities.Select(activity => activity.Mode).ToHashSet(), new HashSet<ActivityMode> { ActivityMode.Group, ActivityMode.Individual });

    /// <summary>S18: research, mentors and work.</summary>
    [Fact]
    public void Investigation_is_through_research_mentors_and_work() => Assert.Subset(
        Marlborough.Activities.Where(activity => activity.Sources.Contains("S18")).Select(activity => activity.Kind).ToHashSet(),
        new HashSet<ActivityKind> { ActivityKind.CareerResearch, ActivityKind.MentorMeeting, ActivityKind.Internship });

    /// <summary>S19 to S28: grade 10.</summary>
    [Fact]
    public void In_grade_10_students_research_report_meet_mentors_and_get_ready()
    {
        foreach (var (id, kind) in new[]
        {
            ("sector-report", ArtifactKind.ResearchReport), ("occupation-report", ArtifactKind.ResearchReport), ("mentor-interview", ArtifactKind.InterviewRecord),
            ("mentor-thank-you", ArtifactKind.ThankYouNote), ("resume", ArtifactKind.Resume), ("readiness-training", ArtifactKind.TrainingCertificate), ("internship-application", ArtifactKind.Application),
        })
        {
            Assert.Equal((10, 10), Grades(id));
            Assert.Equal(kind, Assert.Single(Get(id).Evidence).Kind);
        }

        Assert.Equal((ActivityKind.MentorMeeting, (10, 10)), (Get("mentor-meetings").Kind, Grades("mentor-meetings")));
        Assert.Equal((ActivityKind.Portfolio, (10, 10)), (Get("portfolio").Kind, Grades("portfolio")));
        Assert.Subset(Needs("internship-application"), All("resume", "readiness-training", "sector-selection"));
    }

    /// <summary>S25: hosts and mentors are thanked in writing; after a visit within days.</summary>
    [Fact]
    public void Whoever_gave_time_is_thanked_in_writing()
    {
        Assert.Equal(
            All("site-visit-9", "mentor-thank-you", "internship-thank-you"),
            Marlborough.Activities.Where(activity => activity.Evidence.Any(evidence => evidence.Kind == ArtifactKind.ThankYouNote)).Select(activity => activity.Id.Value).ToHashSet());
        Assert.Equal(7, Get("site-visit-9").Evidence.Single(evidence => evidence.Kind == ArtifactKind.ThankYouNote).DueDays);
    }

    /// <summary>S29, S31 to S36: grades 11 and 12, in the order in which they follow from each other.</summary>
    [Fact]
    public void In_grades_11_and_12_an_internship_leads_from_application_and_agreed_outcomes_to_the_debrief()
    {
        string[] way = ["internship-application", "opportunity-application", "agreed-outcomes", "internship", "results-presentation", "internship-debrief"];
        Assert.All(way.Zip(way.Skip(1)), pair => Assert.Contains(pair.First, Needs(pair.Second)));
        Assert.Contains("internship-evaluation", Needs("internship-debrief"));
        Assert.Contains("readiness-training", Needs("internship"));
        Assert.All(way.Skip(1).Append("early-college"), id => Assert.Equal((11, 12), Grades(id)));
        Assert.Contains(Get("internship").Tasks, task => task is { Role: Role.Supervisor, Responsibility: Responsibility.Responsible });
        Assert.Subset(Get("internship-debrief").Tasks.Select(task => task.Role).ToHashSet(), new HashSet<Role> { Role.Student, Role.Supervisor, Role.CareerSpecialist });
    }

    /// <summary>S182: the core is tier 1, for all students.</summary>
    [Fact]
    public void The_boston_core_is_for_every_student() =>
        Assert.All(Boston.Activities, activity => Assert.True(activity is { Tier: Tier.Universal, Programs.IsEmpty: true }));

    /// <summary>S194, S195: what there is to choose is shown to students and families before high school.</summary>
    [Fact]
    public void In_the_boston_core_an_informed_choice_comes_before_high_school()
    {
        var before = Boston.Activities.Where(activity => activity.LastGrade < GradeLevel.From(9)).ToList();
        Assert.Subset(before.SelectMany(activity => activity.Sources).ToHashSet(), new HashSet<string> { "S194", "S195" });
        Assert.Contains(before, activity => activity.Kind == ActivityKind.FamilyEvent);
    }

    /// <summary>S197, S198: at least three fields are met before one is gone into.</summary>
    [Fact]
    public void In_the_boston_core_breadth_comes_before_depth()
    {
        var breadth = Boston.Activities.Single(activity => activity.Id.Value == "broad-exposure-9");
        Assert.Equal(3, breadth.Occurrences);
        Assert.Contains(breadth.Id, Before(Boston, "field-choice-10"));
        Assert.Contains(breadth.Id, Before(Boston, "field-research-10"));
    }

    private static HashSet<string> Sources(ScopeAndSequence scope) => [.. scope.Sources, .. scope.Activities.SelectMany(activity => activity.Sources)];

    private static HashSet<string> All(params string[] ids) => [.. ids];

    private static Activity Get(string id) => Marlborough.Activities.Single(activity => activity.Id.Value == id);

    private static HashSet<string> Needs(string id) => [.. Get(id).Prerequisites.Select(needed => needed.Value)];

    private static (int?, int?) Grades(string id) => (Get(id).FirstGrade.Number, Get(id).LastGrade.Number);

    private static HashSet<ActivityId> Before(ScopeAndSequence scope, string id)
    {
        var needs = scope.Activities.Single(activity => activity.Id.Value == id).Prerequisites;
        return [.. needs, .. needs.SelectMany(needed => Before(scope, needed.Value))];
    }
}
