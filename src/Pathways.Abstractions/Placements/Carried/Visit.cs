namespace Pathways;

/// <summary>A visit of school staff to a student at work.</summary>
/// <param name="Id">Which visit.</param>
/// <param name="On">When.</param>
/// <param name="By">Who came.</param>
/// <param name="IsRemote">Whether it was held by video or telephone.</param>
/// <param name="Observation">What was seen.</param>
public sealed record Visit(VisitId Id, LocalDate On, ActorId By, bool IsRemote = false, Note? Observation = null)
{
    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
