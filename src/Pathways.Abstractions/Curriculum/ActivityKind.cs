namespace Pathways;

/// <summary>What sort of thing an activity is.</summary>
public enum ActivityKind
{
    /// <summary>A visit to a partner.</summary>
    SiteVisit,

    /// <summary>An instrument that asks for interests, strengths or skills.</summary>
    SelfAssessment,

    /// <summary>Thinking in writing about what was experienced.</summary>
    Reflection,

    /// <summary>Somebody from work speaks at school.</summary>
    GuestSpeaker,

    /// <summary>A fair of partners or colleges.</summary>
    CareerFair,

    /// <summary>A lesson of a career-advising curriculum.</summary>
    AdvisingLesson,

    /// <summary>Choosing a sector to investigate.</summary>
    SectorSelection,

    /// <summary>Finding out about sectors and occupations.</summary>
    CareerResearch,

    /// <summary>Reporting what was found out.</summary>
    Report,

    /// <summary>Asking a professional about their work.</summary>
    InformationalInterview,

    /// <summary>Meeting a mentor.</summary>
    MentorMeeting,

    /// <summary>Thanking in writing.</summary>
    FollowUp,

    /// <summary>Collecting artifacts.</summary>
    Portfolio,

    /// <summary>Writing a resume.</summary>
    Resume,

    /// <summary>Training for the workplace, such as safety.</summary>
    ReadinessTraining,

    /// <summary>Applying for an internship.</summary>
    Application,

    /// <summary>Following somebody through a day of work.</summary>
    JobShadow,

    /// <summary>Trying a job for a day to a week.</summary>
    TryOut,

    /// <summary>A project that serves the community.</summary>
    ServiceLearning,

    /// <summary>A project that a partner sets.</summary>
    IndustryProject,

    /// <summary>A business run at school.</summary>
    SchoolBasedEnterprise,

    /// <summary>Work in a simulated worksite.</summary>
    SimulatedWorksite,

    /// <summary>Work with a partner under a supervisor.</summary>
    Internship,

    /// <summary>Work with patients or clients under supervision.</summary>
    ClinicalExperience,

    /// <summary>Paid work linked to a course.</summary>
    CooperativeEducation,

    /// <summary>A registered or youth apprenticeship, or preparation for one.</summary>
    Apprenticeship,

    /// <summary>A job that the student found.</summary>
    OwnJob,

    /// <summary>A course of the school.</summary>
    Course,

    /// <summary>A course that earns college credit.</summary>
    CollegeCourse,

    /// <summary>Preparing for a credential.</summary>
    CredentialPreparation,

    /// <summary>Agreeing what the work shall produce.</summary>
    AgreedOutcomes,

    /// <summary>Presenting results.</summary>
    Presentation,

    /// <summary>Judging performance, or being judged.</summary>
    Evaluation,

    /// <summary>Student, company and school look back together.</summary>
    Debrief,

    /// <summary>Learning of aid, or applying for it.</summary>
    FinancialAid,

    /// <summary>Reviewing the student's plan.</summary>
    PlanReview,

    /// <summary>Something that families are asked to.</summary>
    FamilyEvent,

    /// <summary>Something else; its title says what.</summary>
    Other,
}
