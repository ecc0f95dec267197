using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>A lottery number just better than that of another applicant of the same class at a program; all others keep their order.</summary>
/// <param name="Applicant">Whose number is another.</param>
/// <param name="Over">Whose number it just beats.</param>
/// <param name="Program">Where, and wherever else that number counts.</param>
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

    /// <summary>Puts everybody in order anew where numbers come from the seed of the program.</summary>
    /// <param name="market">The market.</param>
    /// <param name="students">For the draws.</param>
    /// <param name="seeds">By program, where its numbers come from.</param>
    /// <param name="ranks">By edge.</param>
    public void InOwnRanks(Market market, ReadOnlySpan<StudentId> students, ReadOnlySpan<Seed> seeds, int[] ranks) =>
        TieBreaker.RankOwn(market, Program, students, seeds, ranks, this);
}
