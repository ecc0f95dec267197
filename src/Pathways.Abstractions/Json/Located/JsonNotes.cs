using System.Text;

namespace Pathways.Json;

/// <summary>What is wrong and what is odd in one file, with places.</summary>
internal sealed class JsonNotes(string file, string kind)
{
    private const int Most = 10_000;
    private readonly List<InputError> _errors = [];
    private readonly List<InputError> _warnings = [];
    private int _more;

    public string Kind { get; } = kind;

    public string File { get; } = file;

    public ImmutableArray<InputError> Errors =>
    [
        .. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column),
        .. _more == 0 ? [] : new[] { new InputError(File, 0, 0, $"{Kind}.errors.more", $"{_more} more are not listed. Maybe one cause runs through the whole file.") },
    ];

    public ImmutableArray<InputError> Warnings => [.. _warnings.OrderBy(warning => warning.Line).ThenBy(warning => warning.Column)];

    public bool Any => _errors.Count > 0;

    public int Count => _errors.Count + _more;

    public void Error(JsonLocation place, string field, string fault, string message)
    {
        if (_errors.Count == Most)
        {
            _more++;
            return;
        }

        _errors.Add(Note(place, field, fault, message));
    }

    public void Warn(JsonLocation place, string field, string fault, string message)
    {
        if (_warnings.Count < Most)
        {
            _warnings.Add(Note(place, field, fault, message));
        }
    }

    private InputError Note(JsonLocation place, string field, string fault, string message)
    {
        var path = field.Length == 0 ? place.Path : $"{place.Path}.{field}";
        return new(File, place.Line, place.Column, $"{Kind}{Plain(path)}.{fault}", $"{path}: {message}");
    }

    // $.activities[3].stage becomes .activities.stage: where it stands, but not which of many.
    private static string Plain(string path)
    {
        var text = new StringBuilder(path.Length);
        var depth = 0;
        foreach (var character in path.AsSpan(1))
        {
            depth += character == '[' ? 1 : 0;
            if (depth == 0)
            {
                text.Append(character);
            }

            depth -= character == ']' ? 1 : 0;
        }

        return text.ToString();
    }
}
