namespace Pathways;

/// <summary>How many seats of an opportunity are held and filled.</summary>
/// <param name="Opportunity">Which opportunity.</param>
/// <param name="Capacity">How many there are; 0 when the opportunity is not known.</param>
/// <param name="Held">How many are held for open offers.</param>
/// <param name="Filled">How many are filled.</param>
public readonly record struct SeatCount(OpportunityId Opportunity, int Capacity, int Held, int Filled)
{
    /// <summary>How many are neither held nor filled.</summary>
    public int Free => Capacity - Held - Filled;
}
