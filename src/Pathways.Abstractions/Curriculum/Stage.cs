namespace Pathways;

/// <summary>How near to work a part of the curriculum is.</summary>
/// <remarks>In this order; the stages of other models are mapped to these four.</remarks>
public enum Stage
{
    /// <summary>Hearing of work and of oneself: visits, self-assessments, reflections.</summary>
    Awareness,

    /// <summary>Looking closer: research, mentors, resume, readiness training.</summary>
    Exploration,

    /// <summary>Practising for work: projects, simulated worksites, training for a field.</summary>
    Preparation,

    /// <summary>Working with a partner, with agreed outcomes.</summary>
    Immersion,
}
