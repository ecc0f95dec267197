namespace Pathways.Matching.Kernel;

/// <summary>What a mechanism found.</summary>
/// <param name="EdgeOf">By applicant, the edge of its seat or <see cref="Market.None"/>.</param>
/// <param name="UpperBound">Proved: no stable matching places more; <see langword="null"/> when nobody asked.</param>
internal readonly record struct Solution(int[] EdgeOf, int? UpperBound = null);
