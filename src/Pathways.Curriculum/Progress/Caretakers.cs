namespace Pathways.Curriculum;

/// <summary>Who of the school looks after an activity: reviews, records attendance, schedules.</summary>
internal static class Caretakers
{
    /// <summary>The school role that its tasks hold accountable, else the first one they make responsible, else the one usual for its kind.</summary>
    public static Role Of(Activity activity)
    {
        var own = activity.Tasks.Where(task => IsOfSchool(task.Role) && task.Responsibility is (Responsibility.Accountable or Responsibility.Responsible));
        return own.OrderBy(task => task.Responsibility != Responsibility.Accountable).Select(task => (Role?)task.Role).FirstOrDefault()
            ?? Usual(activity.Kind);
    }

    public static bool IsOfSchool(Role role) => role is Role.Counselor or Role.Coordinator or Role.CareerSpecialist or Role.Teacher;

    private static Role Usual(ActivityKind kind) => kind switch
    {
        ActivityKind.SiteVisit or ActivityKind.JobShadow or ActivityKind.TryOut or ActivityKind.Internship or ActivityKind.ClinicalExperience
            or ActivityKind.CooperativeEducation or ActivityKind.Apprenticeship or ActivityKind.OwnJob or ActivityKind.SimulatedWorksite
            or ActivityKind.CareerFair or ActivityKind.GuestSpeaker => Role.Coordinator,
        ActivityKind.InformationalInterview or ActivityKind.MentorMeeting or ActivityKind.FollowUp or ActivityKind.Resume
            or ActivityKind.ReadinessTraining or ActivityKind.Application or ActivityKind.AgreedOutcomes or ActivityKind.Presentation
            or ActivityKind.Evaluation or ActivityKind.Debrief => Role.CareerSpecialist,
        ActivityKind.SelfAssessment or ActivityKind.AdvisingLesson or ActivityKind.SectorSelection or ActivityKind.CollegeCourse
            or ActivityKind.FinancialAid or ActivityKind.PlanReview or ActivityKind.FamilyEvent => Role.Counselor,
        _ => Role.Teacher,
    };
}
