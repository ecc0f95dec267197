using System.Text.Unicode;
using CsvHelper;
using Pathways.Interchange.Columns;

namespace Pathways.Interchange.Reading;

/// <summary>One CSV file, row by row: cells by column, each with its exact place.</summary>
/// <remarks>
/// CsvHelper splits the bytes into cells; since it reads them in place, the place of a cell is a sum of lengths. What is wrong
/// with the form of a row (quotes, NUL, bytes that are no UTF-8, too many cells) is found here, once for all files.
/// </remarks>
internal sealed class Sheet : IDisposable
{
    private readonly Findings _findings;
    private readonly PlaceFinder _places;
    private readonly CsvReader _csv;
    private readonly bool _isSuspect; // there is a NUL or something that is no UTF-8, somewhere
    private readonly HashSet<int> _unreadable = [];
    private bool _isMalformed; // CsvHelper found the quotes of this row wanting
    private int _width = int.MaxValue;

    public Sheet(byte[] bytes, CohortFile file, Findings findings)
    {
        (File, _findings, _places) = (file, findings, new PlaceFinder(bytes));
        _isSuspect = bytes.Contains((byte)0) || !Utf8.IsValid(bytes);
        _csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            HasHeader = false, // read by hand: names need places, too
            Separator = ',',
            TrimWhitespace = true, // or a space would keep the quote after it from opening
            TrackLineNumbers = true,
            OnMalformedRecord = _ => _isMalformed = true,
        });
    }

    public CohortFile File { get; }

    /// <summary>Where the row starts.</summary>
    public int Line => checked((int)_csv.LineNumber);

    public int FieldCount => _csv.FieldCount;

    /// <summary>Whether the row is so broken that its cells may be in the wrong columns.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether every row could be seen; if not, a name that is missing may be in the part that was not.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The fields of the header that have a name; a row must not have more.</summary>
    public int Width
    {
        get => _width == int.MaxValue ? 0 : _width;
        set => _width = value;
    }

    /// <summary>Goes to the next row that has anything in it, and reports what is wrong with its form.</summary>
    public bool Next(CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            _isMalformed = false;
            if (!_csv.Read())
            {
                return false;
            }
        }
        while (!_isMalformed && IsBlank());

        IsBroken = false;
        _unreadable.Clear();
        if (_isMalformed || _isSuspect)
        {
            FindUnreadable();
        }

        if (!IsBroken && _csv.FieldCount > _width)
        {
            FindExtra();
        }

        return true;
    }

    /// <summary>Whether the cell was reported already, so that nothing can be said about what it means.</summary>
    public bool IsUnreadable(int field) => _unreadable.Contains(field);

    /// <summary>Whether any cell of the row was reported already.</summary>
    public bool HasUnreadable => _unreadable.Count > 0;

    /// <summary>The cell as the file has it, without the quotes; white space inside quotes is kept.</summary>
    public string Cell(int field) => _csv.GetString(field);

    /// <summary>Where a cell starts, right after its comma; the end of the row for a cell that is not there.</summary>
    public FilePlace PlaceOf(int field)
    {
        var start = checked((int)_csv.ByteOffset);
        if (field < 0 || field >= _csv.FieldCount)
        {
            return _places.Find(Line, start, start + _csv.RawRecord.Length);
        }

        var offset = start;
        for (var i = 0; i < field; i++)
        {
            offset += _csv.GetRawSpan(i).Length + 1;
        }

        return _places.Find(Line, start, offset);
    }

    /// <summary>The place of every cell of the row, in one pass.</summary>
    public IEnumerable<(int Field, FilePlace Place)> Fields()
    {
        var start = checked((int)_csv.ByteOffset);
        var offset = start;
        for (var i = 0; i < _csv.FieldCount; i++)
        {
            yield return (i, _places.Find(Line, start, offset));
            offset += _csv.GetRawSpan(i).Length + 1;
        }
    }

    public void Dispose() => _csv.Dispose();

    private bool IsBlank()
    {
        if (_csv.RawRecord.ContainsAnyExcept(" ,\t\""u8))
        {
            return false;
        }

        for (var i = 0; i < _csv.FieldCount; i++)
        {
            if (!string.IsNullOrWhiteSpace(_csv.GetString(i)))
            {
                return false; // """" is a quote
            }
        }

        return true;
    }

    private void FindUnreadable()
    {
        foreach (var (field, place) in Fields())
        {
            var raw = _csv.GetRawSpan(field);
            if (_isMalformed && QuoteFault(raw) is { } fault)
            {
                var isUnclosed = fault == "quote.unclosed";
                Report(field, place, fault, isUnclosed
                    ? "The quote that opens this cell is never closed, so that it swallows the rest of the file. "
                        + "Maybe a quote inside the cell was not doubled (\"\"), or the file was cut off."
                    : "A quote stands inside this cell where none may be. "
                        + "Enclose the whole cell in quotes and double those inside it: \"5\"\" pipe\".");
                IsBroken = true;

                // Even a quote that is closed further on may have swallowed rows, names and all.
                IsComplete = false;
            }
            else if (_isSuspect && raw.Contains((byte)0))
            {
                Report(field, place, "text.nul",
                    "This cell has a NUL character. Maybe the file is UTF-16 or was damaged; save it as \"CSV UTF-8\".");
            }
            else if (_isSuspect && !Utf8.IsValid(raw))
            {
                IsComplete = false; // the cell may be the name of the row
                Report(field, place, "text.encoding",
                    "This cell is not UTF-8. Maybe the file was saved in an older encoding; save it as \"CSV UTF-8\".");
            }
        }
    }

    private void FindExtra()
    {
        foreach (var (field, place) in Fields().Skip(_width))
        {
            if (!string.IsNullOrWhiteSpace(_csv.GetString(field)))
            {
                Report(field, place, "row.too-long",
                    $"The row has {_csv.FieldCount} cells where the header has {_width}. "
                    + "Maybe a cell with a comma is not enclosed in quotes.");
                IsBroken = true;
                return;
            }
        }
    }

    private void Report(int field, FilePlace place, string what, string message)
    {
        _unreadable.Add(field);
        _findings.Error(place, File.Code(what), message);
    }

    // What RFC 4180 has against the quotes of one cell.
    private static string? QuoteFault(ReadOnlySpan<byte> raw)
    {
        var cell = raw.Trim(" \t"u8);
        if (cell is not [(byte)'"', ..])
        {
            return cell.Contains((byte)'"') ? "quote.misplaced" : null;
        }

        for (var i = 1; i < cell.Length; i++)
        {
            if (cell[i] == '"')
            {
                if (i + 1 < cell.Length && cell[i + 1] == '"')
                {
                    i++;
                }
                else
                {
                    return i + 1 == cell.Length ? null : "quote.misplaced";
                }
            }
        }

        return "quote.unclosed";
    }
}
