using System.Numerics;

namespace Pathways.Matching.Problems;

/// <summary>Gives each name a number at its first mention, whether or not it is defined yet.</summary>
/// <remarks>
/// A file may mention opportunities before it defines them. Numbers follow mentions; <see cref="Defined"/> keeps the order of
/// definitions. An own hash table, because a large file is mostly mentions: one word holds the hash and the number, so that a mention
/// costs two cache misses and allocates nothing.
/// </remarks>
internal sealed class Names
{
    private readonly List<string> _texts = [];
    private readonly List<bool> _isDefined = [];

    private readonly ulong _salt = (ulong)HashCode.Combine(nameof(Names)) << 32;

    // Open addressing; 0 is free, else the hash in the upper half and the number + 1 in the lower.
    private ulong[] _table = new ulong[64];

    /// <summary>Numbers of the defined names, in the order of their definitions.</summary>
    public List<int> Defined { get; } = [];

    /// <summary>How many names were mentioned or defined.</summary>
    public int Count => _texts.Count;

    /// <summary>Whether some name was mentioned and never defined.</summary>
    public bool AnyUndefined => Defined.Count < _texts.Count;

    public string Text(int number) => _texts[number];

    public bool IsDefined(int number) => _isDefined[number];

    /// <summary>The number of a name.</summary>
    public int Mention(ReadOnlySpan<char> text)
    {
        var hash = Hash(text);
        var mask = _table.Length - 1;
        var slot = (int)hash & mask;
        for (; _table[slot] != 0; slot = (slot + 1) & mask)
        {
            if ((uint)(_table[slot] >> 32) == hash && text.SequenceEqual(_texts[(int)(uint)_table[slot] - 1]))
            {
                return (int)(uint)_table[slot] - 1;
            }
        }

        _texts.Add(text.ToString());
        _isDefined.Add(false);
        _table[slot] = ((ulong)hash << 32) | (uint)_texts.Count;
        if (2 * _texts.Count > _table.Length)
        {
            Grow();
        }

        return _texts.Count - 1;
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
            texts[position] = _texts[Defined[position]];
            index.Add(texts[position], position);
        }

        return (index, texts);
    }

    private void Grow()
    {
        var old = _table;
        _table = new ulong[4 * old.Length];
        var mask = _table.Length - 1;
        foreach (var entry in old)
        {
            if (entry == 0)
            {
                continue;
            }

            var slot = (int)(entry >> 32) & mask;
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _table[slot] = entry;
        }
    }

    // Salted by process, so that nobody can craft a file whose names all collide. The numbers do not depend on it.
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
