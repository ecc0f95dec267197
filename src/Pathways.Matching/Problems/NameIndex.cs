namespace Pathways.Matching.Problems;

/// <summary>The position of each name.</summary>
/// <param name="find">The position of a name in UTF-8, or -1.</param>
internal sealed class NameIndex(NameIndex.Finder find)
{
    public delegate int Finder(ReadOnlySpan<byte> name);

    /// <summary>The position of a name there is.</summary>
    public int this[string name] => TryGetValue(name, out var position) ? position : throw new KeyNotFoundException($"There is no \"{name}\".");

    /// <summary>The position of a name, when there is one of it.</summary>
    public bool TryGetValue(string name, out int position) =>
        (position = find(Names.ToUtf8(name, stackalloc byte[Names.LongestIdentifier]))) >= 0;

    /// <summary>The same names with other positions.</summary>
    /// <param name="positions">By position, the new one; negative for a name that is no longer there.</param>
    public NameIndex Renumbered(int[] positions) => new(name => find(name) is >= 0 and var position ? positions[position] : -1);
}
