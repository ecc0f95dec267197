namespace Pathways;

/// <summary>How a student showed what they learned.</summary>
/// <param name="On">When.</param>
/// <param name="Audience">Before whom, at least one.</param>
/// <param name="Artifact">What was shown, in the student's portfolio.</param>
public sealed record ResultsPresentation(LocalDate On, ImmutableArray<PresentationAudience> Audience, ArtifactId? Artifact = null);

/// <summary>Before whom a student presents.</summary>
public enum PresentationAudience
{
    /// <summary>The class.</summary>
    Class,

    /// <summary>Teachers and staff.</summary>
    Staff,

    /// <summary>Parents and guardians.</summary>
    Families,

    /// <summary>The partner where the student worked.</summary>
    Partner,

    /// <summary>An advisory board.</summary>
    AdvisoryBoard,

    /// <summary>Anybody.</summary>
    Public,
}
