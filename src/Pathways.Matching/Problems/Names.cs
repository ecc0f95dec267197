using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Pathways.Matching.Problems;

/// <summary>Gives each name a number at its first mention, whether or not it is defined yet.</summary>
/// <remarks>
/// A file may mention opportunities before it defines them. Numbers follow mentions; <see cref="Defined"/> keeps the order of
/// definitions. An own hash table, because a large file is mostly mentions: names stay the UTF-8 they are in the file, and a name of
/// up to seven bytes is its own key, so that most mentions look at one cache line and allocate nothing.
/// </remarks>
internal sealed class Names
{
    /// <summary>The most bytes of an identifier: four a character.</summary>
    public const int LongestIdentifier = 4 * Identifier.MaximumLength;

    // Seven bytes and their length fill one word.
    private const int WholeKey = sizeof(ulong) - 1;

    // By process, so that a file whose names collide in one process does not in another. The numbers do not depend on it.
    private readonly ulong _salt = ((ulong)HashCode.Combine(nameof(Names)) << 32) | (uint)HashCode.Combine(nameof(_salt));
    private readonly List<bool> _isDefined = [];

    // The texts of all numbers, end to end; that of number i ends where that of i + 1 starts.
    private readonly Column<int> _starts = new();
    private byte[] _texts = new byte[1024];

    private Slot[] _table = new Slot[64];
    private bool _isTableShared;

    public Names() => _starts.Add(0);

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
        for (; !_table[at].IsFree; at = (at + 1) & mask)
        {
            if (Holds(_table[at], key, text))
            {
                return _table[at].Number;
            }
        }

        Keep(text);
        if (_isTableShared)
        {
            (_table, _isTableShared) = ((Slot[])_table.Clone(), false);
        }

        _table[at] = Slot.Of(Count - 1, key, isWhole: text.Length <= WholeKey);
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
    /// <param name="positions">As <see cref="Positions"/> gives them.</param>
    /// <param name="from">Makes an identifier of a name.</param>
    public (NameIndex Index, TId[] Ids) Settle<TId>(int[] positions, Func<string, TId> from)
    {
        var ids = new TId[Defined.Count];
        for (var position = 0; position < ids.Length; position++)
        {
            ids[position] = from(Text(Defined[position]));
        }

        _isTableShared = true; // what comes later goes into a copy
        var table = _table;
        return (new(text => Find(table, text) is >= 0 and var number ? positions[number] : -1), ids);
    }

    /// <summary>The UTF-8 of a text, in the room given when it fits.</summary>
    public static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<char> text, Span<byte> room) =>
        Encoding.UTF8.TryGetBytes(text, room, out var length) ? room[..length] : Encoding.UTF8.GetBytes(text.ToString());

    private int Find(Slot[] table, ReadOnlySpan<byte> text)
    {
        var key = Key(text);
        var mask = table.Length - 1;
        for (var at = (int)(key >> 32) & mask; !table[at].IsFree; at = (at + 1) & mask)
        {
            if (Holds(table[at], key, text))
            {
                return table[at].Number;
            }
        }

        return -1;
    }

    private bool Holds(in Slot slot, ulong key, ReadOnlySpan<byte> text) =>
        slot.Key == key && ((text.Length <= WholeKey && slot.IsWhole) || text.SequenceEqual(Utf8(slot.Number)));

    private ReadOnlySpan<byte> Utf8(int number) => _texts.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    private void Keep(ReadOnlySpan<byte> text)
    {
        var start = _starts[Count];
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
            if (!slot.IsFree)
            {
                var at = (int)(slot.Key >> 32) & mask;
                while (!table[at].IsFree)
                {
                    at = (at + 1) & mask;
                }

                table[at] = slot;
            }
        }

        _table = table;
    }

    // Mixing loses nothing (each step can be undone), so two names of up to seven bytes never share a key.
    private ulong Key(ReadOnlySpan<byte> text)
    {
        var key = _salt;
        for (; text.Length > WholeKey; text = text[sizeof(ulong)..])
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

    /// <summary>Up to seven bytes and how many they are.</summary>
    private static ulong Word(ReadOnlySpan<byte> text)
    {
        var word = (ulong)text.Length << (8 * WholeKey);
        if (text.Length >= sizeof(uint))
        {
            // Two halves that overlap, each byte at its place.
            var last = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^sizeof(uint)..]);
            return word | (last << (8 * (text.Length - sizeof(uint)))) | BinaryPrimitives.ReadUInt32LittleEndian(text);
        }

        for (var i = 0; i < text.Length; i++)
        {
            word |= (ulong)text[i] << (8 * i);
        }

        return word;
    }

    /// <summary>One place of the table; open addressing. Packed, since a million names have two million places.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    private readonly struct Slot
    {
        // The number and 1, negative when the key does not hold the whole name.
        private readonly int _entry;

        private Slot(ulong key, int entry) => (Key, _entry) = (key, entry);

        /// <summary>What is compared first; all there is to compare for names of up to seven bytes.</summary>
        public ulong Key { get; }

        public bool IsFree => _entry == 0;

        public bool IsWhole => _entry > 0;

        public int Number => Math.Abs(_entry) - 1;

        public static Slot Of(int number, ulong key, bool isWhole) => new(key, isWhole ? number + 1 : -number - 1);
    }
}
