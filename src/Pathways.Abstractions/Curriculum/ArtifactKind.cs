namespace Pathways;

/// <summary>What a student hands in as evidence.</summary>
public enum ArtifactKind
{
    /// <summary>A reflection.</summary>
    Reflection,

    /// <summary>The result of a self-assessment.</summary>
    AssessmentResult,

    /// <summary>A report of research about a sector or occupation.</summary>
    ResearchReport,

    /// <summary>The record of an interview or meeting with a mentor.</summary>
    InterviewRecord,

    /// <summary>A thank-you note.</summary>
    ThankYouNote,

    /// <summary>A resume.</summary>
    Resume,

    /// <summary>A cover letter.</summary>
    CoverLetter,

    /// <summary>An application for an internship.</summary>
    Application,

    /// <summary>The certificate of a training.</summary>
    TrainingCertificate,

    /// <summary>Outcomes agreed with a partner.</summary>
    AgreedOutcomes,

    /// <summary>A log of hours.</summary>
    HoursLog,

    /// <summary>A journal of work.</summary>
    Journal,

    /// <summary>A presentation of results.</summary>
    Presentation,

    /// <summary>An evaluation.</summary>
    Evaluation,

    /// <summary>The record of a debrief.</summary>
    Debrief,

    /// <summary>A plan of courses.</summary>
    CoursePlan,

    /// <summary>A log of education, work and service.</summary>
    ActivityLog,

    /// <summary>The product of a project.</summary>
    Project,

    /// <summary>A video or another testimonial.</summary>
    Video,

    /// <summary>Something else; its title says what.</summary>
    Other,
}
