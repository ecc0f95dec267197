using System.Numerics;

namespace Pathways.Matching.Problems;

/// <summary>Gives each name a number at its first mention, whether or not it is defined yet.</summary>
/// <remarks>
/// A file may mention opportunities before it defines them. Numbers follow mentions; <see cref="Defined"/> keeps the order of
/// definitions. An own hash table, because a large file is mostly mentions: the texts lie one after the other and the slots are single
/// numbers, so that a mention stays within the caches of the processor and allocates nothing.
/// </remarks>
internal sealed class Names
{
    private readonly ulong _salt = (ulong)HashCode.Combine(nameof(Names)) << 32;
    private readonly List<uint> _hashes = [];
    private readonly List<bool> _isDefined = [];

    // The texts of all numbers, end to end; that of number i ends where that of i + 1 starts.
    private readonly List<int> _starts = [0];
    private char[] _texts = new char[1024];

    // Open addressing; 0 is free, else the number + 1.
    private int[] _table = new int[64];

    /// <summary>Numbers of the defined names, in the order of their definitions.</summary>
    public List<int> Defined { get; } = [];

    /// <summary>How many names were mentioned or defined.</summary>
    public int Count => _hashes.Count;

    /// <summary>Whether some name was mentioned and never defined.</summary>
    public bool AnyUndefined => Defined.Count < Count;

    public string Text(int number) => Span(number).ToString();

    public bool IsDefined(int number) => _isDefined[number];

    /// <summary>The number of a name.</summary>
    public int Mention(ReadOnlySpan<char> text)
    {
        var hash = Hash(text);
        var mask = _table.Length - 1;
        var slot = (int)hash & mask;
        for (; _table[slot] != 0; slot = (slot + 1) & mask)
        {
            var number = _table[slot] - 1;
            if (_hashes[number] == hash && text.SequenceEqual(Span(number)))
            {
                return number;
            }
        }

        Keep(text, hash);
        _table[slot] = Count;
        if (2 * Count > _table.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>Defines a name; false when it is defined already.</summary>
    public bool Define(ReadOnlySpan<char> text)
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

    /// <summary>The names by position, and the positions by name.</summary>
    public (Dictionary<string, int> Index, string[] Texts) Settle()
    {
        var texts = new string[Defined.Count];
        var index = new Dictionary<string, int>(texts.Length, StringComparer.Ordinal);
        for (var position = 0; position < texts.Length; position++)
        {
            texts[position] = Text(Defined[position]);
            index.Add(texts[position], position);
        }

        return (index, texts);
    }

    private ReadOnlySpan<char> Span(int number) => _texts.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    private void Keep(ReadOnlySpan<char> text, uint hash)
    {
        var start = _starts[^1];
        if (_texts.Length - start < text.Length)
        {
            Array.Resize(ref _texts, (int)Math.Min(Array.MaxLength, Math.Max(2L * _texts.Length, (long)start + text.Length)));
        }

        text.CopyTo(_texts.AsSpan(start));
        _starts.Add(start + text.Length);
        _hashes.Add(hash);
        _isDefined.Add(false);
    }

    private void Grow()
    {
        _table = new int[2 * _table.Length];
        var mask = _table.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)_hashes[number] & mask;
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _table[slot] = number + 1;
        }
    }

    // Salted by process, so that a file whose names collide in one process does not in another. The numbers do not depend on it.
    private uint Hash(ReadOnlySpan<char> text)
    {
        var hash = _salt ^ (ulong)text.Length;
        foreach (var unit in text)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ unit) * 0x9E3779B97F4A7C15;
        }

        return (uint)(hash >> 32);
    }
}
