using System.Buffers.Binary;
using System.Text;

namespace Pathways.Matching.Problems;

/// <summary>Gives each name a number at its first mention, whether or not it is defined yet.</summary>
/// <remarks>
/// A file may mention opportunities before it defines them. Numbers follow mentions; <see cref="Defined"/> keeps the order of
/// definitions. An own hash table, because a large file is mostly mentions: names stay the UTF-8 they are in the file, and a name of
/// up to eight bytes is its own key, so that most mentions look at one cache line and allocate nothing.
/// </remarks>
internal sealed class Names
{
    /// <summary>The most bytes of an identifier: four a character.</summary>
    public const int LongestIdentifier = 4 * Identifier.MaximumLength;

    private const int WholeKey = sizeof(ulong);

    // By process, so that a file whose names collide in one process does not in another. The numbers do not depend on it.
    private readonly ulong _salt = ((ulong)HashCode.Combine(nameof(Names)) << 32) | (uint)HashCode.Combine(nameof(_salt));
    private readonly List<bool> _isDefined = [];

    // The texts of all numbers, end to end; that of number i ends where that of i + 1 starts.
    private readonly List<int> _starts = [0];
    private byte[] _texts = new byte[1024];

    private Slot[] _table = new Slot[64];
    private bool _isTableShared;

    /// <summary>Numbers of the defined names, in the order of their definitions.</summary>
    public List<int> Defined { get; } = [];

    /// <summary>How many names were mentioned or defined.</summary>
    public int Count => _isDefined.Count;

    /// <summary>Whether some name was mentioned and never defined.</summary>
    public bool AnyUndefined => Defined.Count < Count;

    public string Text(int number) => Encoding.UTF8.GetString(Utf8(number));

    public bool IsDefined(int number) => _isDefined[number];

    /// <summary>The number of a name.</summary>
    public int Mention(ReadOnlySpan<byte> text)
    {
        var key = Key(text);
        var mask = _table.Length - 1;
        var at = (int)(key >> 32) & mask;
        for (; _table[at].Number != 0; at = (at + 1) & mask)
        {
            if (Holds(_table[at], key, text))
            {
                return _table[at].Number - 1;
            }
        }

        Keep(text);
        if (_isTableShared)
        {
            (_table, _isTableShared) = ((Slot[])_table.Clone(), false);
        }

        _table[at] = new(key, text.Length, Count);
        if (3 * Count > 2 * _table.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>The number of a name.</summary>
    public int Mention(ReadOnlySpan<char> text) => Mention(ToUtf8(text, stackalloc byte[LongestIdentifier]));

    /// <summary>Defines a name; false when it is defined already.</summary>
    public bool Define(ReadOnlySpan<char> text) => Define(ToUtf8(text, stackalloc byte[LongestIdentifier]));

    /// <summary>Defines a name; false when it is defined already.</summary>
    public bool Define(ReadOnlySpan<byte> text)
    {
        var number = Mention(text);
        if (_isDefined[number])
        {
            return false;
        }

        _isDefined[number] = true;
        Defined.Add(number);
        return true;
    }

    /// <summary>For each number the position among the definitions, or -1.</summary>
    public int[] Positions()
    {
        var positions = new int[Count];
        Array.Fill(positions, -1);
        for (var position = 0; position < Defined.Count; position++)
        {
            positions[Defined[position]] = position;
        }

        return positions;
    }

    /// <summary>The names as they are now, by position, and the positions by name.</summary>
    public (NameIndex Index, string[] Texts) Settle()
    {
        var texts = new string[Defined.Count];
        for (var position = 0; position < texts.Length; position++)
        {
            texts[position] = Text(Defined[position]);
        }

        _isTableShared = true; // what comes later goes into a copy
        var (table, positions) = (_table, Positions());
        return (new(text => Find(table, text) is >= 0 and var number ? positions[number] : -1), texts);
    }

    /// <summary>The UTF-8 of a text, in the room given when it fits.</summary>
    public static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<char> text, Span<byte> room) =>
        Encoding.UTF8.TryGetBytes(text, room, out var length) ? room[..length] : Encoding.UTF8.GetBytes(text.ToString());

    private int Find(Slot[] table, ReadOnlySpan<byte> text)
    {
        var key = Key(text);
        var mask = table.Length - 1;
        for (var at = (int)(key >> 32) & mask; table[at].Number != 0; at = (at + 1) & mask)
        {
            if (Holds(table[at], key, text))
            {
                return table[at].Number - 1;
            }
        }

        return -1;
    }

    private bool Holds(in Slot slot, ulong key, ReadOnlySpan<byte> text) =>
        slot.Key == key && slot.Length == text.Length && (text.Length <= WholeKey || text.SequenceEqual(Utf8(slot.Number - 1)));

    private ReadOnlySpan<byte> Utf8(int number) => _texts.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    private void Keep(ReadOnlySpan<byte> text)
    {
        var start = _starts[^1];
        if (_texts.Length - start < text.Length)
        {
            Array.Resize(ref _texts, (int)Math.Min(Array.MaxLength, Math.Max(2L * _texts.Length, (long)start + text.Length)));
        }

        text.CopyTo(_texts.AsSpan(start));
        _starts.Add(start + text.Length);
        _isDefined.Add(false);
    }

    private void Grow()
    {
        var table = new Slot[2 * _table.Length];
        var mask = table.Length - 1;
        foreach (ref readonly var slot in _table.AsSpan())
        {
            if (slot.Number != 0)
            {
                var at = (int)(slot.Key >> 32) & mask;
                while (table[at].Number != 0)
                {
                    at = (at + 1) & mask;
                }

                table[at] = slot;
            }
        }

        _table = table;
    }

    // Mixing loses nothing (each step can be undone), so two names of one length up to eight bytes never share a key.
    private ulong Key(ReadOnlySpan<byte> text)
    {
        if (text.Length <= WholeKey)
        {
            return Mixed(_salt ^ Word(text));
        }

        var key = _salt;
        for (; text.Length > WholeKey; text = text[WholeKey..])
        {
            key = Mixed(key ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
        }

        return Mixed(key ^ Word(text));
    }

    private static ulong Mixed(ulong word)
    {
        word *= 0x9E3779B97F4A7C15;
        word ^= word >> 32;
        return word * 0xD6E8FEB86659FD93;
    }

    private static ulong Word(ReadOnlySpan<byte> text)
    {
        if (text.Length == WholeKey)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(text);
        }

        if (text.Length >= sizeof(uint))
        {
            // The two halves overlap, which is no loss: lengths are compared too.
            var last = BinaryPrimitives.ReadUInt32LittleEndian(text[^sizeof(uint)..]);
            return ((ulong)last << 32) | BinaryPrimitives.ReadUInt32LittleEndian(text);
        }

        var word = 0ul;
        foreach (var unit in text)
        {
            word = (word << 8) | unit;
        }

        return word;
    }

    /// <summary>One place of the table; open addressing.</summary>
    /// <param name="Key">What is compared first; all there is to compare for names of up to eight bytes.</param>
    /// <param name="Length">The bytes of the name.</param>
    /// <param name="Number">The number of the name and 1; 0 is free.</param>
    private readonly record struct Slot(ulong Key, int Length, int Number);
}
