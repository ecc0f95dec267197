namespace Pathways;

/// <summary>What kind of work-based learning is offered, after CEDS element 001499.</summary>
/// <remarks>CEDS has both NonPaidInternship and UnpaidInternship; both are read, the second is written.</remarks>
public enum OpportunityKind
{
    /// <summary>Something the list has no word for.</summary>
    Other,

    /// <summary>A registered or youth apprenticeship.</summary>
    Apprenticeship,

    /// <summary>Clinical work under supervision.</summary>
    ClinicalWork,

    /// <summary>Paid work linked to a course.</summary>
    CooperativeEducation,

    /// <summary>Starting and running a business.</summary>
    Entrepreneurship,

    /// <summary>Watching somebody at work.</summary>
    JobShadowing,

    /// <summary>Being advised by a professional.</summary>
    Mentorship,

    /// <summary>Training while employed.</summary>
    OnTheJob,

    /// <summary>A paid internship.</summary>
    PaidInternship,

    /// <summary>A business run inside a school.</summary>
    SchoolBasedEnterprise,

    /// <summary>Learning by serving the community.</summary>
    ServiceLearning,

    /// <summary>A workplace built for learning.</summary>
    SimulatedWorksite,

    /// <summary>A supervised agricultural experience.</summary>
    SupervisedAgricultural,

    /// <summary>An internship without pay.</summary>
    UnpaidInternship,
}
