using Pathways;

namespace MarlboroughGenerator;

/// <summary>The identifiers that the cohort uses in more than one place.</summary>
internal static class Words
{
    /// <summary>The sectors of the program.</summary>
    public static readonly SectorId
        Engineering = SectorPresets.Marlborough[0].Id,
        Healthcare = SectorPresets.Marlborough[1].Id,
        Computing = SectorPresets.Marlborough[2].Id;

    /// <summary>The policy groups of the district, none of them demographic.</summary>
    public static readonly PriorityGroupId
        Rural = PriorityGroupId.From("rural"),
        Returning = PriorityGroupId.From("returning"),
        TransitionProgram = PriorityGroupId.From("transition-program");

    /// <summary>What opportunities ask for.</summary>
    public const string
        Resume = "resume",
        Safety = "safety-training",
        Hipaa = "hipaa-training",
        Cori = "cori-check",
        Immunization = "immunization-record",
        Programming = "programming-course",
        Cad = "cad-course";

    /// <summary>The three sectors, in the order of the preset.</summary>
    public static ImmutableArray<SectorId> Sectors { get; } = [Engineering, Healthcare, Computing];
}
