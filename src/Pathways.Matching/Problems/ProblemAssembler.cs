using System.Text;

namespace Pathways.Matching.Problems;

/// <summary>Takes a problem piece by piece, in any order of its parts, and notes every fault.</summary>
/// <remarks>
/// The file reader and the builder both feed it. When a name turns out to be undefined the source is fed once more with
/// <paramref name="known"/>, so that every single mention of it is reported at its place.
/// </remarks>
/// <param name="known">All names that are defined, if they are known already.</param>
internal sealed partial class ProblemAssembler(KnownNames? known = null)
{
    private readonly Names _students = new();
    private readonly Names _opportunities = new();
    private readonly Names _partners = new();

    // preferences, flat
    private readonly Column<int> _preference = new();
    private readonly Column<int> _preferenceEnd = new();
    private readonly TieFlags _preferenceTied = new();
    private readonly Dictionary<int, ImmutableArray<PriorityGroupId>> _groups = [];
    private readonly List<PriorityGroupId> _ownGroups = [];
    private readonly Marks _listed = new();
    private int _owner;
    private bool _hasName;

    // The name of the student who is being read, and what that student lists that there is not: in a file the name may come after the list.
    private readonly char[] _ownName = new char[2 * Identifier.MaximumLength];
    private int _ownNameLength;
    private readonly List<(string Opportunity, int Entry, long At)> _misnamed = [];

    public ProblemFaults Faults { get; } = new();

    /// <summary>Whether some name was mentioned and never defined.</summary>
    public bool AnyUndefined => _students.AnyUndefined || _opportunities.AnyUndefined || (_anyPartner && _partners.AnyUndefined);

    /// <summary>The names that are defined, for a second reading.</summary>
    public KnownNames Known() => new(
        HasAllStudents ? DefinedTexts(_students) : null,
        HasAllOpportunities ? DefinedTexts(_opportunities) : null,
        HasAllPartners ? DefinedTexts(_partners) : null,
        _anyPartner);

    /// <summary>Whether the source gave every student.</summary>
    public bool HasAllStudents { get; set; }

    /// <summary>Whether the source gave every opportunity.</summary>
    public bool HasAllOpportunities { get; set; }

    /// <summary>Whether the source gave every partner.</summary>
    public bool HasAllPartners { get; set; }

    private string StudentPath => $"students[{_preferenceEnd.Count}]";

    public void BeginStudent()
    {
        _owner++;
        _hasName = false;
        _ownNameLength = 0;
        _ownGroups.Clear();
    }

    public void StudentName(ReadOnlySpan<char> text, long at)
    {
        if (Define(_students, text, at, "students", StudentPath))
        {
            _hasName = true;
            text.CopyTo(_ownName);
            _ownNameLength = text.Length;
        }
    }

    public void Choice(ReadOnlySpan<char> opportunity, bool tied, long at) =>
        Choice(Names.ToUtf8(opportunity, stackalloc byte[Names.LongestIdentifier]), tied, at);

    public void Choice(ReadOnlySpan<byte> opportunity, bool tied, long at)
    {
        var entry = _preference.Count - FirstEntry();
        if (!Mention(_opportunities, known?.Opportunities, opportunity, out var number))
        {
            _misnamed.Add((Encoding.UTF8.GetString(opportunity), entry, at));
        }
        else if (!_listed.Mark(number, _owner))
        {
            Faults.Add(at, "problem.students.preferences.duplicate",
                $"{StudentPath} lists opportunity \"{Shown(opportunity)}\" twice. Keep the better place and remove the other.");
        }

        if (tied && entry > 0)
        {
            _preferenceTied.Set(_preference.Count);
        }

        _preference.Add(number);
    }

    public void Group(ReadOnlySpan<char> group, long at)
    {
        if (Identifier.Fault(group.ToString()) is { } fault)
        {
            Faults.Add(at, "problem.students.groups.malformed", $"{StudentPath}.groups: {fault}");
        }
        else
        {
            _ownGroups.Add(PriorityGroupId.From(group.ToString()));
        }
    }

    public void EndStudent()
    {
        foreach (var (opportunity, entry, at) in _misnamed)
        {
            Misnamed(opportunity, at, "students.preferences", "opportunity", ChoicePath(_preferenceEnd.Count, entry, _ownName.AsSpan(0, _ownNameLength)));
        }

        _misnamed.Clear();
        if (_hasName && _ownGroups.Count > 0)
        {
            _groups[_students.Defined.Count - 1] = [.. _ownGroups.Distinct()];
        }

        _preferenceEnd.Add(_preference.Count);
    }

    private static string ChoicePath(int student, int entry, ReadOnlySpan<char> name) =>
        name.IsEmpty ? $"students[{student}].preferences[{entry}]" : $"students[{student}].preferences[{entry}] of student \"{Shown(name)}\"";

    private int FirstEntry() => _preferenceEnd.Count == 0 ? 0 : _preferenceEnd[_preferenceEnd.Count - 1];

    private bool Define(Names names, ReadOnlySpan<char> text, long at, string list, string path)
    {
        if (Identifier.Fault(text.ToString()) is { } fault)
        {
            Faults.Add(at, $"problem.{list}.id.malformed", $"{path}.id: {fault}");
            return false;
        }

        if (!names.Define(text))
        {
            Faults.Add(at, $"problem.{list}.id.duplicate", $"{path}.id: \"{Shown(text)}\" is defined already. Identifiers are unique within {list}.");
            return true; // the entry is faulty, but it has a name
        }

        return true;
    }

    /// <summary>The number of a name; false when it is none, or is known not to be defined. Called for every entry of every list.</summary>
    private static bool Mention(Names names, HashSet<string>? defined, ReadOnlySpan<byte> text, out int number)
    {
        number = -1;
        if ((text.IsEmpty || text.Length > Identifier.MaximumLength) && Identifier.Fault(Encoding.UTF8.GetString(text)) is not null)
        {
            return false;
        }

        if (defined is not null && !defined.Contains(Encoding.UTF8.GetString(text)))
        {
            return false;
        }

        number = names.Mention(text);
        return true;
    }

    private static bool Mention(Names names, HashSet<string>? defined, ReadOnlySpan<char> text, out int number) =>
        Mention(names, defined, Names.ToUtf8(text, stackalloc byte[Names.LongestIdentifier]), out number);

    /// <summary>Notes why a mention failed.</summary>
    private void Misnamed(ReadOnlySpan<char> text, long at, string list, string kind, string path)
    {
        if (Identifier.Fault(text.ToString()) is { } fault)
        {
            Faults.Add(at, $"problem.{list}.malformed", $"{path}: {fault}");
        }
        else
        {
            Faults.Add(at, $"problem.{list}.unknown", $"{path}: there is no {kind} \"{Shown(text)}\". Maybe it is misspelt, or was removed.");
        }
    }

    private void Misnamed(ReadOnlySpan<byte> text, long at, string list, string kind, string path) =>
        Misnamed(Encoding.UTF8.GetString(text), at, list, kind, path);

    /// <summary>A value as it may be printed: short, and safe for a terminal.</summary>
    internal static string Shown(ReadOnlySpan<byte> utf8) => Shown(Encoding.UTF8.GetString(utf8));

    /// <summary>A value as it may be printed: short, and safe for a terminal.</summary>
    internal static string Shown(ReadOnlySpan<char> text)
    {
        var end = text.Length > 40 && char.IsHighSurrogate(text[39]) ? 39 : Math.Min(text.Length, 40);
        var shown = text.Length > 40 ? $"{text[..end]}..." : text.ToString();
        return string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    private static HashSet<string> DefinedTexts(Names names) => [.. names.Defined.Select(names.Text)];
}

/// <summary>The names that a problem defines; null for a list that could not be read to its end, of which nothing is known.</summary>
internal sealed record KnownNames(HashSet<string>? Students, HashSet<string>? Opportunities, HashSet<string>? Partners, bool PartnersDeclared);

/// <summary>Notices when one owner marks a number twice, without clearing anything between owners.</summary>
internal sealed class Marks
{
    private int[] _lastOwner = [];

    /// <summary>False when the owner has marked the number before. Owners count from 1.</summary>
    public bool Mark(int number, int owner)
    {
        if (number >= _lastOwner.Length)
        {
            Array.Resize(ref _lastOwner, Math.Max(Math.Max(64, 2 * _lastOwner.Length), number + 1));
        }

        if (_lastOwner[number] == owner)
        {
            return false;
        }

        _lastOwner[number] = owner;
        return true;
    }
}
