using System.Text.Json;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Files;

/// <summary>Reads typed fields, and notes a fault instead of throwing where a value is not of its type.</summary>
internal sealed class JsonFields(JsonSource source, ProblemFaults faults, string prefix)
{
    public delegate void RankedEntry(ReadOnlySpan<byte> text, bool tied, long at);

    public delegate void NumberEntry(ReadOnlySpan<byte> name, double number, long at);

    public delegate void TextEntry(ReadOnlySpan<char> text, long at);

    private byte[] _name = new byte[256];

    public JsonSource Source { get; } = source;

    /// <summary>Whether fields that mean nothing are warned of: most are typing errors. Large files, which programs write, are not looked at so closely.</summary>
    public bool WarnsOfUnknown { get; init; }

    /// <summary>The entry that is being read, for messages.</summary>
    public (string List, int Index) Owner { get; set; } = ("", -1);

    /// <summary>The fields of the object the reader stands on.</summary>
    /// <param name="list">Where the object stands, for codes.</param>
    /// <param name="names">The fields that mean something; all others are passed over.</param>
    public FieldWalk Fields(string list, params string[] names) => new(this, list, names);

    public void Format(ref Utf8JsonReader reader, string format)
    {
        var at = Source.At(reader);
        if (String(ref reader, "format", out var text) && !text.SequenceEqual(format))
        {
            faults.Add(at, $"{prefix}.format.unknown",
                $"\"format\" is \"{ProblemAssembler.Shown(text)}\", but this must be \"{format}\". Maybe the file is of another kind or version.");
        }
    }

    public bool Expect(ref Utf8JsonReader reader, JsonTokenType type, string field, string expected)
    {
        if (reader.TokenType == type)
        {
            return true;
        }

        Fault(Source.At(reader), field, "malformed", $"Expected {expected}, found {Found(reader)}.");
        Source.Skip(ref reader);
        return false;
    }

    public bool String(ref Utf8JsonReader reader, string field, out ReadOnlySpan<char> text)
    {
        text = default;
        if (!Expect(ref reader, JsonTokenType.String, field, "a text"))
        {
            return false;
        }

        text = Source.Text(reader, out var isValid);
        return IsReadable(reader, field, isValid);
    }

    public bool Integer(ref Utf8JsonReader reader, string field, out int number)
    {
        number = 0;
        if (!Expect(ref reader, JsonTokenType.Number, field, "a whole number"))
        {
            return false;
        }

        if (!reader.TryGetInt32(out number))
        {
            Fault(Source.At(reader), field, "malformed", $"Expected a whole number up to {int.MaxValue}, found {Found(reader)}.");
            return false;
        }

        return true;
    }

    public bool Boolean(ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return reader.GetBoolean();
        }

        Expect(ref reader, JsonTokenType.True, field, "true or false");
        return false;
    }

    public void Strings(ref Utf8JsonReader reader, string field, TextEntry add)
    {
        if (!Expect(ref reader, JsonTokenType.StartArray, field, "an array of texts"))
        {
            return;
        }

        while (Source.Next(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            if (String(ref reader, field, out var text))
            {
                add(text, Source.At(reader));
            }
        }
    }

    /// <summary>An array of texts, best first, in which an inner array is a tie.</summary>
    public void Ranking(ref Utf8JsonReader reader, string field, string what, RankedEntry add)
    {
        if (!Expect(ref reader, JsonTokenType.StartArray, field, $"an array of {what}"))
        {
            return;
        }

        while (Source.Next(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                Tie(ref reader, field, what, add);
            }
            else if (reader.TokenType != JsonTokenType.String)
            {
                // Words are put together for faults alone: this runs once for every entry of a large file.
                Expect(ref reader, JsonTokenType.String, field, $"{what}, or arrays of them for ties,");
            }
            else if (Readable(ref reader, field, out var text))
            {
                add(text, false, Source.At(reader));
            }
        }
    }

    /// <summary>An object of numbers.</summary>
    public void Numbers(ref Utf8JsonReader reader, string field, string what, NumberEntry add)
    {
        if (!Expect(ref reader, JsonTokenType.StartObject, field, $"an object with a number for each {what}"))
        {
            return;
        }

        while (Source.Next(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = Source.At(reader);
            if (!Readable(ref reader, field, out var text))
            {
                Source.Next(ref reader);
                Source.Skip(ref reader);
                continue;
            }

            // The buffer may move on to the number.
            _name = _name.Length < text.Length ? new byte[text.Length] : _name;
            text.CopyTo(_name);
            var name = _name.AsSpan(0, text.Length);
            Source.Next(ref reader);
            if (reader.TokenType != JsonTokenType.Number)
            {
                Expect(ref reader, JsonTokenType.Number, field, $"a number for each {what}");
            }
            else
            {
                add(name, reader.TryGetDouble(out var number) ? number : double.NaN, at);
            }
        }
    }

    public void ExpectEnd(ref Utf8JsonReader reader) => Source.Next(ref reader); // anything after the end is a syntax error

    public void Fault(long at, string field, string fault, string message)
    {
        var (list, index) = Owner;
        var path = string.Join('.', new[] { index < 0 ? "" : $"{list}[{index}]", field }.Where(part => part.Length > 0));
        var code = string.Join('.', new[] { prefix, list, field, fault }.Where(part => part is { Length: > 0 } and not "the file"));
        faults.Add(at, code, path.Length == 0 ? message : $"{path}: {message}");
    }

    private void Ignored(in Utf8JsonReader reader, string list)
    {
        if (WarnsOfUnknown)
        {
            faults.Warn(
                Source.At(reader), list.Length == 0 ? $"{prefix}.ignored" : $"{prefix}.{list}.ignored",
                $"\"{ProblemAssembler.Shown(Source.Text(reader, out _))}\" means nothing here and is ignored. Maybe it is misspelt.");
        }
    }

    /// <summary>The parser's own words, without the place that is reported beside it.</summary>
    public static string Plain(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? fault.Message : fault.Message[..end];
    }

    private void Tie(ref Utf8JsonReader reader, string field, string what, RankedEntry add)
    {
        var start = Source.At(reader);
        var count = 0;
        while (Source.Next(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                Expect(ref reader, JsonTokenType.String, field, $"{what} within a tie");
            }
            else if (Readable(ref reader, field, out var text))
            {
                add(text, count > 0, Source.At(reader));
            }

            count++;
        }

        if (count == 0)
        {
            Fault(start, field, "tie-empty", "An inner list is a tie and must hold at least one identifier.");
        }
    }

    private bool Readable(ref Utf8JsonReader reader, string field, out ReadOnlySpan<byte> text)
    {
        text = Source.Utf8Text(reader, out var isValid);
        return IsReadable(reader, field, isValid);
    }

    private bool IsReadable(in Utf8JsonReader reader, string field, bool isValid)
    {
        if (!isValid)
        {
            Fault(Source.At(reader), field, "malformed", "This text is not valid Unicode. Maybe the file was saved in another encoding than UTF-8.");
        }

        return isValid;
    }

    private string Found(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => $"the text \"{ProblemAssembler.Shown(Source.Text(reader, out _))}\"",
        JsonTokenType.Number => ProblemAssembler.Shown(System.Text.Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        var other => other.ToString(),
    };

    /// <summary>Walks the fields of one object.</summary>
    internal struct FieldWalk(JsonFields json, string list, string[] names)
    {
        private uint _seen;

        // The way from the entry to this object, such as "reserves.", so that a field within it has the same code in every fault.
        private readonly string Within =>
            list == json.Owner.List ? ""
            : json.Owner.List.Length > 0 && list.StartsWith($"{json.Owner.List}.", StringComparison.Ordinal) ? $"{list[(json.Owner.List.Length + 1)..]}."
            : $"{list}.";

        /// <summary>Moves to the value of the next known field; false at the end of the object.</summary>
        public bool Next(ref Utf8JsonReader reader, out int field)
        {
            while (json.Source.Next(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
            {
                field = Find(reader);
                var at = json.Source.At(reader);
                if (field < 0)
                {
                    json.Ignored(reader, list);
                }

                json.Source.Next(ref reader);
                if (field < 0)
                {
                    json.Source.Skip(ref reader);
                    continue;
                }

                if ((_seen & (1u << field)) != 0)
                {
                    json.Fault(at, Within + names[field], "duplicate", $"\"{names[field]}\" is given twice. Keep one.");
                    json.Source.Skip(ref reader);
                    continue;
                }

                _seen |= 1u << field;
                return true;
            }

            field = -1;
            return false;
        }

        // A name with escapes may be no text at all, which the reader's own comparison answers with an exception.
        private readonly int Find(in Utf8JsonReader reader)
        {
            if (reader.ValueIsEscaped)
            {
                var text = json.Source.Text(reader, out var isValid);
                return isValid ? Array.IndexOf(names, text.ToString()) : -1;
            }

            for (var i = 0; i < names.Length; i++)
            {
                if (reader.ValueTextEquals(names[i]))
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>Notes the required fields that did not come.</summary>
        public readonly void Require(in Utf8JsonReader reader, params ReadOnlySpan<int> required) =>
            Require(json.Source.At(reader), required);

        /// <summary>Notes the required fields that did not come.</summary>
        public readonly void Require(long at, params ReadOnlySpan<int> required)
        {
            foreach (var field in required)
            {
                if ((_seen & (1u << field)) == 0)
                {
                    json.Fault(at, Within + names[field], "missing", $"\"{names[field]}\" is missing{(list.Length == 0 ? "" : $" from an entry of {list}")}.");
                }
            }
        }
    }
}
