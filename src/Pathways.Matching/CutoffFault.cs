namespace Pathways.Matching;

/// <summary>Where cutoffs fail to prove that a matching is stable.</summary>
/// <param name="Code">Public and stable; one of the constants here.</param>
/// <param name="Message">Who or what.</param>
public readonly record struct CutoffFault(string Code, string Message)
{
    /// <summary>A student has something else than the first choice of the own list that the cutoffs leave open.</summary>
    public const string NotFirst = "cutoffs.not-first";

    /// <summary>An opportunity, or a cap, has more students than seats.</summary>
    public const string TooMany = "cutoffs.too-many";

    /// <summary>An opportunity, or a cap, turns students away by its cutoff and has empty seats.</summary>
    public const string NotFull = "cutoffs.not-full";

    /// <summary>The code and the message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
