namespace Pathways;

/// <summary>What personal data is revealed for.</summary>
public enum Purpose
{
    /// <summary>To judge whether a student may take an opportunity.</summary>
    Eligibility,

    /// <summary>To carry a placement out: who comes, when, with what agreed.</summary>
    Placement,

    /// <summary>To write the data into a file or store that the district itself keeps.</summary>
    Interchange,

    /// <summary>To answer the student or guardian who asks for their own data.</summary>
    Access,

    /// <summary>To advise and teach a student: plan, readiness, competencies.</summary>
    Guidance,

    /// <summary>To answer for the platform: settings, audit, retention, published counts.</summary>
    Oversight,

    /// <summary>To study outcomes without knowing whose they are.</summary>
    Research,
}
