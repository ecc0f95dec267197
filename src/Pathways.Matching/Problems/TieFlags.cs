namespace Pathways.Matching.Problems;

/// <summary>Which entries of a flat list share the place of the entry before; one bit each, none while there are no ties.</summary>
internal sealed class TieFlags
{
    private ulong[] _bits = [];

    /// <summary>Whether any entry is tied.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether the entry shares the place of the entry before it.</summary>
    public bool this[int entry] => Any && (entry >> 6) < _bits.Length && (_bits[entry >> 6] & (1ul << (entry & 63))) != 0;

    /// <summary>The same flags, apart from these.</summary>
    public TieFlags Copy() => new() { _bits = (ulong[])_bits.Clone(), Any = Any };

    /// <summary>Ties an entry to the one before it.</summary>
    public void Set(int entry)
    {
        Any = true;
        if ((entry >> 6) >= _bits.Length)
        {
            Array.Resize(ref _bits, Math.Max(2 * _bits.Length, (entry >> 6) + 1));
        }

        _bits[entry >> 6] |= 1ul << (entry & 63);
    }
}
