namespace Pathways;

/// <summary>What sort of pathway program something belongs to.</summary>
public enum ProgramType
{
    /// <summary>Career and technical education.</summary>
    CareerTechnical,

    /// <summary>An innovation pathway.</summary>
    InnovationPathway,

    /// <summary>An early college program.</summary>
    EarlyCollege,

    /// <summary>A career academy.</summary>
    Academy,

    /// <summary>Another program.</summary>
    Other,
}
