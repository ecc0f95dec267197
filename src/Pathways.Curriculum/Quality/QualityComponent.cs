namespace Pathways.Curriculum;

/// <summary>One of the six components of a pathway of quality.</summary>
public enum QualityComponent
{
    /// <summary>The labor market demands what the pathway leads to.</summary>
    LaborMarketDemand,

    /// <summary>Students plan for college and career.</summary>
    CollegeAndCareerPlanning,

    /// <summary>Technical instruction is rigorous.</summary>
    TechnicalInstruction,

    /// <summary>Students learn at work.</summary>
    WorkBasedLearning,

    /// <summary>Students prepare for a credential.</summary>
    CredentialPreparation,

    /// <summary>The pathway is linked to what comes after high school: college, training, apprenticeship.</summary>
    PostsecondaryLinkages,
}

/// <summary>How far something is.</summary>
public enum QualityRating
{
    /// <summary>It was looked for, and is not there. Needs no evidence.</summary>
    NotInPlace,

    /// <summary>It has begun.</summary>
    Emerging,

    /// <summary>It is there for most whom it is meant for.</summary>
    Established,

    /// <summary>It is there for all whom it is meant for, and others can learn from it.</summary>
    Exemplary,
}
