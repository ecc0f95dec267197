using Pathways;

namespace MarlboroughGenerator;

/// <summary>What a partner offers in one sector in a year.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Opportunities">In how many opportunities.</param>
/// <param name="Seats">How many seats in all, at least.</param>
/// <param name="Occupations">The occupations it has, by code.</param>
internal sealed record Share(SectorId Sector, int Opportunities, int Seats, params ImmutableArray<string> Occupations);
