using System.Text;
using System.Text.Json;

namespace Pathways.Json;

/// <summary>A JSON value that knows where it stands.</summary>
internal sealed class JsonTree
{
    private readonly Way _way;
    private readonly int _line;
    private readonly int _column;
    private Dictionary<string, JsonTree>? _fields;

    private JsonTree(Way way, (int Line, int Column) at, JsonTokenType type) => (_way, (_line, _column), Type) = (way, at, type);

    /// <summary>Where it stands; the path is put together only when it is asked for, which few are.</summary>
    public JsonLocation Place => new(_line, _column, Path());

    public JsonTokenType Type { get; }

    /// <summary>The text of a string, or the digits of a number.</summary>
    public string Text { get; private set; } = "";

    public ImmutableArray<JsonTree> Items { get; private set; } = [];

    /// <summary>In the order of the file; where a name is given twice, the first one counts.</summary>
    public IReadOnlyDictionary<string, JsonTree> Fields => _fields ?? (IReadOnlyDictionary<string, JsonTree>)ImmutableDictionary<string, JsonTree>.Empty;

    /// <summary>What stands there, in words.</summary>
    public string Found => Type switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => $"the text \"{Shown(Text)}\"",
        JsonTokenType.Number => Shown(Text),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    /// <summary>Reads one value and nothing after it; null when the text is no JSON, which is noted.</summary>
    public static JsonTree? Read(ReadOnlySpan<byte> json, JsonNotes notes, int line = 1)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        var places = new Lines(json, line);
        try
        {
            reader.Read();
            var value = Value(ref reader, ref places, notes, default);
            reader.Read(); // anything after the value is a fault of the text
            return value;
        }
        catch (JsonException fault)
        {
            var (at, column) = places.At((int)reader.BytesConsumed);
            notes.Error(new(at, column, "$"), "", "syntax", $"This is not JSON: {Plain(fault)}");
            return null;
        }
    }

    /// <summary>A text as it is shown in messages: cut off, and without characters that move the cursor.</summary>
    public static string Shown(string text)
    {
        var clean = string.Concat(text.Select(character => char.IsControl(character) ? '?' : character));
        return clean.Length <= 60 ? clean : $"{clean[..57]}...";
    }

    private static JsonTree Value(ref Utf8JsonReader reader, ref Lines places, JsonNotes notes, Way way)
    {
        var value = new JsonTree(way, places.At((int)reader.TokenStartIndex), reader.TokenType);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                value._fields = Object(ref reader, ref places, notes, value);
                break;
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<JsonTree>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, ref places, notes, new(value, null, items.Count)));
                }

                value.Items = items.ToImmutable();
                break;
            case JsonTokenType.String:
                value.Text = Unicode(reader, notes, value, (value._line, value._column));
                break;
            case JsonTokenType.Number:
                value.Text = Encoding.UTF8.GetString(reader.ValueSpan);
                break;
        }

        return value;
    }

    private static Dictionary<string, JsonTree> Object(ref Utf8JsonReader reader, ref Lines places, JsonNotes notes, JsonTree whole)
    {
        var fields = new Dictionary<string, JsonTree>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = places.At((int)reader.TokenStartIndex);
            var name = Unicode(reader, notes, whole, at);
            reader.Read();
            if (!fields.TryAdd(name, Value(ref reader, ref places, notes, new(whole, name, 0))))
            {
                notes.Error(new(at.Line, at.Column, whole.Path()), name, "duplicate", $"\"{Shown(name)}\" is given twice. Keep one.");
            }
        }

        return fields;
    }

    private static string Unicode(in Utf8JsonReader reader, JsonNotes notes, JsonTree within, (int Line, int Column) at)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            notes.Error(
                new(at.Line, at.Column, within.Path()), "", "malformed",
                "This text is not valid Unicode. Maybe the file was saved in another encoding than UTF-8.");
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private string Path() => _way switch
    {
        { Within: null } => "$",
        { Name: { } name } => $"{_way.Within.Path()}.{name}",
        _ => $"{_way.Within.Path()}[{_way.Index}]",
    };

    // The parser's own words, without the place that is reported beside them.
    private static string Plain(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? fault.Message : fault.Message[..end];
    }

    /// <summary>How to come to a value: from which, and by the name of a field or the number of an item; the outermost comes from none.</summary>
    private readonly record struct Way(JsonTree? Within, string? Name, int Index);

    /// <summary>From bytes to lines and columns, counted on from the place that was asked for last.</summary>
    private ref struct Lines(ReadOnlySpan<byte> json, int first)
    {
        private readonly ReadOnlySpan<byte> _json = json;
        private int _offset;
        private int _line = first;
        private int _characters;

        public (int Line, int Column) At(int offset)
        {
            var passed = _json[_offset..offset];
            for (var end = passed.IndexOf((byte)'\n'); end >= 0; end = passed.IndexOf((byte)'\n'))
            {
                passed = passed[(end + 1)..];
                (_line, _characters) = (_line + 1, 0);
            }

            _characters += Encoding.UTF8.GetCharCount(passed);
            _offset = offset;
            return (_line, 1 + _characters);
        }
    }
}
