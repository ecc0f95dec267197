namespace Pathways.Matching;

/// <summary>How equal priorities, and equal places in a student's list, are put in order.</summary>
public enum TieBreaking
{
    /// <summary>One lottery number per student that counts at every opportunity.</summary>
    Lottery,

    /// <summary>A lottery number per student and opportunity; under a cap, per student and outermost cap.</summary>
    LotteryPerOpportunity,

    /// <summary>Who comes first in the input goes first.</summary>
    InputOrder,

    /// <summary>
    /// One lottery number per student that counts at every opportunity that more students list first than it has seats, and a number per
    /// student and opportunity at all others.
    /// </summary>
    /// <remarks>I. Ashlagi and A. Nikzad, "What matters in school choice tie-breaking? How competition guides design", Journal of Economic Theory 190 (2020) 105120.</remarks>
    Hybrid,
}

/// <summary>The names of tie breakings in commands and files.</summary>
public static class TieBreakingNames
{
    private static readonly ImmutableArray<string> Names = ["lottery", "lottery-per-opportunity", "input-order", "hybrid"];

    /// <summary>Every name, in the order of the values.</summary>
    public static ImmutableArray<string> All => Names;

    /// <summary>The name in commands and files, such as <c>lottery-per-opportunity</c>.</summary>
    /// <param name="ties">How ties are broken.</param>
    public static string Name(this TieBreaking ties) => Names[(int)ties];

    /// <summary>Finds a tie breaking by its name.</summary>
    /// <param name="name">Such as <c>lottery</c>.</param>
    /// <param name="ties">The tie breaking, when there is one.</param>
    public static bool TryFind(string? name, out TieBreaking ties)
    {
        var index = name is null ? -1 : Names.IndexOf(name);
        ties = index < 0 ? default : (TieBreaking)index;
        return index >= 0;
    }
}
