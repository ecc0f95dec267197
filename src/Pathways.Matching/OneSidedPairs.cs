namespace Pathways.Matching;

/// <summary>Pairs that only one side lists; they are not acceptable and were dropped.</summary>
/// <param name="ByStudentOnly">Listed by the student, not ranked by the opportunity.</param>
/// <param name="ByOpportunityOnly">Ranked by the opportunity itself, not listed by the student.</param>
public readonly record struct OneSidedPairs(int ByStudentOnly, int ByOpportunityOnly)
{
    /// <summary>How many pairs were dropped.</summary>
    public int Total => ByStudentOnly + ByOpportunityOnly;
}
