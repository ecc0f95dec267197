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

/// <summary>A seat that is taken.</summary>
/// <param name="Opportunity">Of which opportunity.</param>
/// <param name="Holder">For whom, as kind and identifier.</param>
/// <param name="IsFilled">Whether it is filled; held otherwise.</param>
/// <param name="Until">Until when it is held; <see langword="null"/> without end.</param>
public readonly record struct SeatHolding(OpportunityId Opportunity, string Holder, bool IsFilled, Instant? Until);
