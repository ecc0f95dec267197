using System.Text;
using System.Text.Json;

namespace Pathways.Json;

/// <summary>A JSON value that knows where it stands.</summary>
internal sealed class JsonTree
{
    private JsonTree(JsonLocation place) => Place = place;

    public JsonLocation Place { get; }

    public JsonTokenType Type { get; private init; }

    /// <summary>The text of a string, or the digits of a number.</summary>
    public string Text { get; private init; } = "";

    public ImmutableArray<JsonTree> Items { get; private init; } = [];

    /// <summary>In the order of the file; where a name is given twice, the first one counts.</summary>
    public Dictionary<string, JsonTree> Fields { get; private init; } = [];

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
            var value = Value(ref reader, places, notes, "$");
            reader.Read(); // anything after the value is a fault of the text
            return value;
        }
        catch (JsonException fault)
        {
            notes.Error(places.At((int)reader.BytesConsumed, "$"), "", "syntax", $"This is not JSON: {Plain(fault)}");
            return null;
        }
    }

    /// <summary>A text as it is shown in messages: cut off, and without characters that move the cursor.</summary>
    public static string Shown(string text)
    {
        var clean = string.Concat(text.Select(character => char.IsControl(character) ? '?' : character));
        return clean.Length <= 60 ? clean : $"{clean[..57]}...";
    }

    private static JsonTree Value(ref Utf8JsonReader reader, Lines places, JsonNotes notes, string path)
    {
        var place = places.At((int)reader.TokenStartIndex, path);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new(place) { Type = JsonTokenType.StartObject, Fields = Object(ref reader, places, notes, path) };
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<JsonTree>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, places, notes, $"{path}[{items.Count}]"));
                }

                return new(place) { Type = JsonTokenType.StartArray, Items = items.ToImmutable() };
            case JsonTokenType.String:
                return new(place) { Type = JsonTokenType.String, Text = Unicode(reader, notes, place) };
            case JsonTokenType.Number:
                return new(place) { Type = JsonTokenType.Number, Text = Encoding.UTF8.GetString(reader.ValueSpan) };
            default:
                return new(place) { Type = reader.TokenType };
        }
    }

    private static Dictionary<string, JsonTree> Object(ref Utf8JsonReader reader, Lines places, JsonNotes notes, string path)
    {
        var fields = new Dictionary<string, JsonTree>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = places.At((int)reader.TokenStartIndex, path);
            var name = Unicode(reader, notes, at);
            reader.Read();
            if (!fields.TryAdd(name, Value(ref reader, places, notes, $"{path}.{name}")))
            {
                notes.Error(at, name, "duplicate", $"\"{Shown(name)}\" is given twice. Keep one.");
            }
        }

        return fields;
    }

    private static string Unicode(in Utf8JsonReader reader, JsonNotes notes, JsonLocation place)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            notes.Error(place, "", "malformed", "This text is not valid Unicode. Maybe the file was saved in another encoding than UTF-8.");
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    // The parser's own words, without the place that is reported beside them.
    private static string Plain(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? fault.Message : fault.Message[..end];
    }

    /// <summary>From bytes to lines and columns.</summary>
    private readonly ref struct Lines
    {
        private readonly ReadOnlySpan<byte> _json;
        private readonly List<int> _starts = [0];
        private readonly int _first;

        public Lines(ReadOnlySpan<byte> json, int first)
        {
            _json = json;
            _first = first;
            for (var i = 0; i < json.Length; i++)
            {
                if (json[i] == '\n')
                {
                    _starts.Add(i + 1);
                }
            }
        }

        public JsonLocation At(int offset, string path)
        {
            var index = _starts.BinarySearch(offset);
            var line = index < 0 ? ~index - 1 : index;
            return new(_first + line, 1 + Encoding.UTF8.GetCharCount(_json[_starts[line]..offset]), path);
        }
    }
}
