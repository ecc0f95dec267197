using System.Runtime.InteropServices;

namespace Pathways.Matching.Problems;

/// <summary>Gives each name a number at its first mention, whether or not it is defined yet.</summary>
/// <remarks>A file may mention opportunities before it defines them. Numbers follow mentions; <see cref="Defined"/> keeps the order of definitions.</remarks>
internal sealed class Names
{
    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _texts = [];
    private readonly List<bool> _isDefined = [];

    public Names()
    {
        _numbers = new(StringComparer.Ordinal);
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

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
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, text, out var exists);
        if (!exists)
        {
            slot = _texts.Count;
            _texts.Add(text.ToString());
            _isDefined.Add(false);
        }

        return slot;
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

    /// <summary>The positions by name, and the names by position.</summary>
    public (Dictionary<string, int> Index, string[] Texts) Settle()
    {
        var texts = new string[Defined.Count];
        for (var position = 0; position < texts.Length; position++)
        {
            var text = _texts[Defined[position]];
            texts[position] = text;
            _numbers[text] = position;
        }

        return (_numbers, texts);
    }
}
