using static Pathways.ArtifactKind;
using static Pathways.FinancialAidMilestone;

namespace Pathways.Curriculum.Tests.Plans;

/// <summary>Three students for each shipped template: one who is done, one halfway who was excused from things, one far behind.</summary>
/// <remarks>
/// School years begin on the first of July. For somebody in grade 12 in 2026-27, grade 6 is 2020-21, grade 7 2021-22, grade 8 2022-23,
/// grade 9 2023-24, grade 10 2024-25 and grade 11 2025-26; for somebody in grade 11 in 2026-27 each is a year later, and so on.
/// </remarks>
internal static class SampleStudents
{
    private static readonly ImmutableDictionary<ActivityId, ActivityKind> Kinds = new Dictionary<ActivityId, ActivityKind>
    {
        [ActivityId.From("visit")] = ActivityKind.SiteVisit,
        [ActivityId.From("fair")] = ActivityKind.CareerFair,
        [ActivityId.From("lesson")] = ActivityKind.AdvisingLesson,
        [ActivityId.From("shadow")] = ActivityKind.JobShadow,
        [ActivityId.From("internship")] = ActivityKind.Internship,
        [ActivityId.From("welding")] = ActivityKind.Course,
    }.ToImmutableDictionary();

    public static ImmutableArray<SampleStudent> All { get; } =
    [
        // Massachusetts. Done: every year from grade 6 on.
        new("ma-done", PlanTemplates.MyCap, At(12, "2027-06-15"), new Entries("ma-done", PlanTemplates.MyCap)
            .Advisor("2020-09-15")
            .Goals("2020-10-01").Signed("2020-10-02", Role.Student, Role.Guardian)
            .Goals("2021-10-01").Signed("2021-10-02", Role.Student, Role.Guardian)
            .Goals("2022-10-01").Signed("2022-10-02", Role.Student, Role.Guardian)
            .Goals("2023-10-01").Signed("2023-10-02", Role.Student, Role.Guardian)
            .Artifact("2024-02-01", "courses", CoursePlan)
            .Goals("2024-10-01").Signed("2024-10-02", Role.Student, Role.Guardian)
            .Goals("2025-10-01").Signed("2025-10-02", Role.Student, Role.Guardian)
            .Took("2026-03-01", "internship", hours: 60, partner: "hospital")
            .Goals("2026-10-01").Signed("2026-10-02", Role.Student).Family("2026-10-20", "plan")
            .Artifact("2027-05-01", "best", Presentation, show: true).Record),

        // In grade 10: this year's career goal is set, the academic one is last year's; the family's part was waived.
        new("ma-half", PlanTemplates.MyCap, At(10, "2027-03-01"), new Entries("ma-half", PlanTemplates.MyCap)
            .Advisor("2025-09-10")
            .Goals("2025-10-01").Signed("2025-10-02", Role.Student)
            .Artifact("2026-05-20", "courses", CoursePlan, ReviewState.Returned)
            .Goal("2026-10-01", GoalKind.Career).Signed("2026-10-05", Role.Student)
            .Excused("2026-11-01", "family-input", Entries.Counselor)
            .Artifact("2026-12-01", "report", ResearchReport, review: null, show: true).Record),

        // In grade 12 with next to nothing; the waiver is by somebody who may not, the course plan came three years late.
        new("ma-late", PlanTemplates.MyCap, At(12, "2027-06-15"), new Entries("ma-late", PlanTemplates.MyCap)
            .Advisor("2023-09-10", until: "2026-06-30")
            .Goals("2023-10-01")
            .Took("2026-11-05", "internship", Attendance.Absent)
            .Artifact("2027-04-01", "courses", CoursePlan)
            .Excused("2027-05-01", "work-based-learning", Entries.Teacher).Record),

        // Washington. Done, with everything that circumstances add.
        new("wa-done", PlanTemplates.HighSchoolAndBeyond, At(12, "2027-06-15", "iep", "family-language", "mathematics-below-level-3"),
            new Entries("wa-done", PlanTemplates.HighSchoolAndBeyond)
            .Interests("2022-03-01").Strengths("2022-03-02")
            .SignedByAll("2023-05-10")
            .Artifact("2023-06-01", "courses", CoursePlan)
            .Family("2023-06-02", "plan-translated")
            .SignedByAll("2024-05-10")
            .Goal("2024-09-10", GoalKind.Career).Goal("2024-09-10", GoalKind.Education)
            .SignedByAll("2025-05-10")
            .Enrolled("2025-09-01")
            .Family("2025-10-01", "Dual-Credit")
            .SignedByAll("2026-05-10")
            .Family("2026-09-20", "iep-transition-plan")
            .Aid("2026-10-01", Informed).Aid("2026-12-01", Submitted)
            .Artifact("2027-02-01", "resume", Resume)
            .SignedByAll("2027-05-10").Record),

        // In grade 11, came to the district in grade 10: the inventory was waived, the guardian decided against aid.
        new("wa-half", PlanTemplates.HighSchoolAndBeyond, At(11, "2027-05-20"), new Entries("wa-half", PlanTemplates.HighSchoolAndBeyond)
            .Interests("2025-10-01")
            .Excused("2025-10-02", "interest-and-skills-inventory", Entries.Counselor)
            .SignedByAll("2026-05-12")
            .Goal("2026-09-10", GoalKind.Career)
            .Enrolled("2026-09-12")
            .Artifact("2027-01-10", "courses", CoursePlan, review: null)
            .Excused("2027-02-01", "financial-aid-information", Entries.Guardian, byOwnWish: true)
            .Aid("2027-02-01", FinancialAidMilestone.OptedOut, Entries.Guardian)
            .Signed("2027-05-15", Role.Student).Record),

        // In grade 12: half an inventory and a signature years late, a resume of long ago, a plan of courses given back.
        new("wa-late", PlanTemplates.HighSchoolAndBeyond, At(12, "2027-06-15", "iep"), new Entries("wa-late", PlanTemplates.HighSchoolAndBeyond)
            .Artifact("2025-05-01", "resume", Resume)
            .Artifact("2026-10-01", "courses", CoursePlan, ReviewState.Returned)
            .Interests("2026-11-01")
            .Signed("2026-11-02", Role.Student)
            .Enrolled("2026-09-05").Enrolled("2027-01-20", EnrollmentState.Withdrawn)
            .Excused("2027-03-01", "grade-10-update", Entries.Teacher)
            .Excused("2027-03-02", "career-goals", Entries.Counselor).Record),

        // Minnesota. Done.
        new("mn-done", PlanTemplates.PersonalLearningPlan, At(12, "2027-05-20"), new Entries("mn-done", PlanTemplates.PersonalLearningPlan)
            .Advisor("2023-09-10")
            .Interests("2023-10-01").Strengths("2023-10-02").Intent("2023-10-03", PostsecondaryIntent.TradeSchool)
            .Goal("2023-10-05", GoalKind.Career).Goal("2023-10-05", GoalKind.Education)
            .Artifact("2024-02-01", "courses", CoursePlan)
            .Family("2024-03-01", "assessment-results")
            .SignedByAll("2024-05-01")
            .Took("2024-11-01", "visit", partner: "mill")
            .SignedByAll("2025-05-01")
            .Enrolled("2025-09-01")
            .SignedByAll("2026-05-01")
            .Aid("2026-10-01", Informed)
            .SignedByAll("2027-05-01").Record),

        // In grade 11: an IEP stands for two elements, the student opted out of aid, goals are half there.
        new("mn-half", PlanTemplates.PersonalLearningPlan, At(11, "2027-03-01"), new Entries("mn-half", PlanTemplates.PersonalLearningPlan)
            .Excused("2024-10-01", "academic-plan", Entries.Counselor)
            .Excused("2024-10-01", "interests-and-aspirations", Entries.Counselor)
            .Goal("2025-02-01", GoalKind.Career)
            .SignedByAll("2025-05-01")
            .Took("2025-11-01", "fair")
            .Took("2026-11-01", "shadow", partner: "mill")
            .Aid("2026-11-10", FinancialAidMilestone.OptedOut, Entries.Student)
            .Signed("2027-02-01", Role.Student, Role.Teacher).Record),

        // In grade 12: goals two years late, an advisor who left, an experience that was excused, an opt-out where there is none.
        new("mn-late", PlanTemplates.PersonalLearningPlan, At(12, "2027-06-15"), new Entries("mn-late", PlanTemplates.PersonalLearningPlan)
            .Advisor("2023-09-10", until: "2025-06-30")
            .Took("2025-11-01", "welding")
            .Goal("2026-02-01", GoalKind.Career).Goal("2026-04-01", GoalKind.Education)
            .Intent("2026-05-01", PostsecondaryIntent.Undecided)
            .Took("2026-11-01", "shadow", Attendance.Excused, partner: "mill")
            .Excused("2027-01-10", "experiential-learning", Entries.Guardian, byOwnWish: true)
            .Aid("2027-02-01", Informed).Corrected("2027-02-03", "e8").Record),
    ];

    private static PlanSituation At(int grade, string day, params string[] circumstances) => new()
    {
        Grade = GradeLevel.From(grade), On = Entries.Day(day), Kinds = Kinds, Circumstances = [.. circumstances],
    };
}

internal sealed record SampleStudent(string Name, PlanTemplate Template, PlanSituation Situation, StudentRecord Record)
{
    public PlanReport Report => PlanCalculator.Assess(Template, Record, Situation);
}
