namespace Pathways.Curriculum;

/// <summary>How the kinds of criteria are called in files, in kebab case.</summary>
internal enum CriterionWord
{
    Artifact,
    Credential,
    Experience,
    Assessment,
    SectorChosen,
    AdvisorNamed,
    NoOpenBarrier,
    Grade,
    PlanSigned,
    Goals,
    Intent,
    FinancialAid,
    AllOf,
    AnyOf,
}
