namespace Pathways.Matching;

/// <summary>What it took to get a seat at an opportunity.</summary>
/// <param name="Opportunity">What.</param>
/// <param name="Seats">How many seats it has.</param>
/// <param name="Filled">How many are given out.</param>
/// <param name="Last">Where the last one stands who got a seat; <see langword="null"/> unless it is full, and when it has no seats.</param>
public readonly record struct OpportunityCutoff(OpportunityId Opportunity, int Seats, int Filled, Standing? Last);
