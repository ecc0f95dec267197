using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>The names that a file gives to its rows, for those files that refer to them.</summary>
internal sealed class IdIndex<TId>
    where TId : struct, IIdentifier<TId>
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<(TId Id, int Line)> _names = [];
    private Dictionary<string, string>? _loose;

    /// <summary>Whether all names are known; if not, a name that is missing here is no error.</summary>
    public bool IsComplete { get; set; }

    public TId this[int place] => _names[place].Id;

    /// <summary>Takes the name of a row and reports one that is there already.</summary>
    /// <returns>The name, also of a second row; <see langword="null"/> when the row has none.</returns>
    public TId? Add(CellReader cells, CohortColumn column)
    {
        if (cells.IsBroken)
        {
            if (cells.Peek(column) is { } text && Identifier.Fault(text) is null)
            {
                TryAdd(TId.From(text), cells.Line, out _);
            }

            return null;
        }

        if (cells.Id<TId>(column) is not { } id)
        {
            return null;
        }

        if (!TryAdd(id, cells.Line, out var first))
        {
            cells.Refuse(column, Fault.Duplicate,
                $"{CellReader.Named(column, id.Value)} is taken by line {Numbers.Format(first)}. Maybe the row was exported twice.");
        }

        return id;
    }

    /// <summary>The place of the name that a cell refers to; -1 when there is none, which is reported.</summary>
    public int Find(CellReader cells, CohortColumn column)
    {
        if (cells.Text(column) is not { } text)
        {
            return -1;
        }

        if (_places.TryGetValue(text, out var place))
        {
            return place;
        }

        if (IsComplete)
        {
            cells.Refuse(column, Fault.Unknown,
                $"There is no {CellReader.Named(column, text)}. "
                + (Similar(text) is { } similar
                    ? $"Maybe {Shown.Quote(similar)} is meant."
                    : "Maybe the row was left out of the export, or the name is spelled in another way."));
        }

        return -1;
    }

    private bool TryAdd(TId id, int line, out int firstLine)
    {
        firstLine = line;
        if (_places.TryAdd(id.Value, _names.Count))
        {
            _names.Add((id, line));
            return true;
        }

        firstLine = _names[_places[id.Value]].Line;
        return false;
    }

    // Case, punctuation and the leading zeros that spreadsheets drop; looked up, since there may be a million such errors.
    private string? Similar(string text)
    {
        if (_loose is null)
        {
            _loose = new(StringComparer.Ordinal);
            foreach (var (id, _) in _names)
            {
                _loose.TryAdd(Loose(id.Value), id.Value);
            }
        }

        var key = Loose(text);
        return key.Length > 0 ? _loose.GetValueOrDefault(key) : null;
    }

    private static string Loose(string text) => Closest.Plain(text).TrimStart('0');
}
