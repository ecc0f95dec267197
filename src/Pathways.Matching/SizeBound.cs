namespace Pathways.Matching;

/// <summary>How many students a stable matching places, and how many any stable matching can place at most.</summary>
/// <param name="Size">How many this one places.</param>
/// <param name="UpperBound">Proved: no stable matching places more.</param>
public readonly record struct SizeBound(int Size, int UpperBound)
{
    /// <summary>Whether no stable matching places more students than this one.</summary>
    public bool IsProved => Size == UpperBound;

    /// <summary>How many more students some stable matching might place.</summary>
    public int Gap => UpperBound - Size;
}
