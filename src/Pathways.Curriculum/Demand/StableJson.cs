using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pathways.Curriculum;

/// <summary>Writes files whose fields come in one order, with those at their default left out, and that end in a line end.</summary>
internal static class StableJson
{
    public static byte[] Of(string format, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            writer.WriteString("format", format);
            write(writer);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    public static void List<T>(this Utf8JsonWriter writer, string field, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(field);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Texts(this Utf8JsonWriter writer, string field, IEnumerable<string> texts)
    {
        var list = texts.ToList();
        if (list.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(field);
        list.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
    }

    public static void Maybe(this Utf8JsonWriter writer, string field, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(field, value);
        }
    }

    public static void Maybe(this Utf8JsonWriter writer, string field, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(field, number);
        }
    }

    public static void Maybe(this Utf8JsonWriter writer, string field, LocalDate? value)
    {
        if (value is { } day)
        {
            writer.Day(field, day);
        }
    }

    public static void Flag(this Utf8JsonWriter writer, string field, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(field, true);
        }
    }

    public static void Day(this Utf8JsonWriter writer, string field, LocalDate day) =>
        writer.WriteString(field, NodaTime.Text.LocalDatePattern.Iso.Format(day));
}
