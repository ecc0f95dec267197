using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>A lottery number just better than that of another applicant of the same class at a program; all others keep their order.</summary>
/// <param name="Applicant">Whose number is another.</param>
/// <param name="Over">Whose number it just beats.</param>
/// <param name="Program">Where; with one number for all programs it is another everywhere.</param>
internal readonly record struct MovedNumber(int Applicant, int Over, int Program)
{
    /// <summary>Moves the applicant up to a better place, and everybody in between down by one.</summary>
    public void InSinglePlaces(int[] places)
    {
        var (from, to) = (places[Applicant], places[Over]);
        for (var a = 0; a < places.Length; a++)
        {
            places[a] -= places[a] > from && places[a] <= to ? 1 : 0;
        }

        places[Applicant] = to;
    }

    /// <summary>Ranks are doubled to make room between any two of them.</summary>
    public void InOwnRanks(Market market, int[] ranks)
    {
        for (var edge = 0; edge < ranks.Length; edge++)
        {
            ranks[edge] *= 2;
        }

        ranks[market.EdgeTo(Applicant, Program)] = ranks[market.EdgeTo(Over, Program)] + 1;
    }
}
