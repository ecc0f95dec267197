using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Writes files whose fields come in one order, with those that say what is usual left out, and that end in a line feed.</summary>
internal static class StableJson
{
    /// <summary>One value a line, as records are written. The files are no web pages, and people read them: apostrophes and dashes stay what they are.</summary>
    public static JsonWriterOptions OneLine => new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonWriterOptions Indented => OneLine with { Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>Writes one indented value and a line feed to a stream, which stays open.</summary>
    public static void Write(Stream stream, Action<Utf8JsonWriter> value)
    {
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            value(json);
        }

        stream.Write("\n"u8);
    }

    /// <summary>Writes an object that says its format first.</summary>
    public static void Write(Stream stream, string format, Action<Utf8JsonWriter> fields) => Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", format);
        fields(json);
        json.WriteEndObject();
    });

    /// <summary>The bytes of such an object.</summary>
    public static byte[] Bytes(string format, Action<Utf8JsonWriter> fields)
    {
        using var stream = new MemoryStream();
        Write(stream, format, fields);
        return stream.ToArray();
    }

    public static void Text(this Utf8JsonWriter json, string field, string? text)
    {
        if (text is not null)
        {
            json.WriteString(field, text);
        }
    }

    public static void Word<TEnum>(this Utf8JsonWriter json, string field, TEnum value, TEnum? usually = null)
        where TEnum : struct, Enum
    {
        if (usually is not { } usual || !EqualityComparer<TEnum>.Default.Equals(value, usual))
        {
            json.WriteString(field, EnumWords<TEnum>.Word(value));
        }
    }

    public static void Word<TEnum>(this Utf8JsonWriter json, string field, TEnum? value)
        where TEnum : struct, Enum => json.Text(field, value is { } word ? EnumWords<TEnum>.Word(word) : null);

    public static void Flag(this Utf8JsonWriter json, string field, bool value, bool usually = false)
    {
        if (value != usually)
        {
            json.WriteBoolean(field, value);
        }
    }

    public static void Number(this Utf8JsonWriter json, string field, decimal? value, decimal? usually = null)
    {
        if (value is { } number && number != usually)
        {
            json.WriteNumber(field, number);
        }
    }

    public static void Day(this Utf8JsonWriter json, string field, LocalDate? day) => json.Text(field, day is { } value ? DayWord.Of(value) : null);

    public static void Day(this Utf8JsonWriter json, string field, AnnualDate day) => json.WriteString(field, AnnualDatePattern.Iso.Format(day));

    /// <summary>A grade: its number, or its code where it has none.</summary>
    public static void Grade(this Utf8JsonWriter json, string field, GradeLevel grade)
    {
        if (grade.Number is { } number)
        {
            json.WriteNumber(field, number);
        }
        else
        {
            json.WriteString(field, grade.Code);
        }
    }

    /// <summary>A list of grades, each its number, or its code where it has none.</summary>
    public static void Grades(this Utf8JsonWriter json, string field, ImmutableArray<GradeLevel> grades) => json.Items(field, grades, grade =>
    {
        if (grade.Number is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(grade.Code);
        }
    });

    public static void Texts(this Utf8JsonWriter json, string field, ImmutableArray<string> texts, bool always = false) =>
        json.Items(field, texts, json.WriteStringValue, always);

    public static void Texts<T>(this Utf8JsonWriter json, string field, ImmutableArray<T> items, Func<T, string> text, bool always = false) =>
        json.Items(field, items, item => json.WriteStringValue(text(item)), always);

    public static void Words<TEnum>(this Utf8JsonWriter json, string field, ImmutableArray<TEnum> values, bool always = false)
        where TEnum : struct, Enum => json.Texts(field, values, EnumWords<TEnum>.Word, always);

    /// <summary>A list of objects, of which only the fields are to be written.</summary>
    public static void List<T>(this Utf8JsonWriter json, string field, ImmutableArray<T> items, Action<T> fields, bool always = false) =>
        json.Items(
            field, items,
            item =>
            {
                json.WriteStartObject();
                fields(item);
                json.WriteEndObject();
            },
            always);

    /// <summary>A list of anything; left out where it is empty, unless it is to be there always.</summary>
    public static void Items<T>(this Utf8JsonWriter json, string field, ImmutableArray<T> items, Action<T> write, bool always = false)
    {
        if (items.IsDefaultOrEmpty && !always)
        {
            return;
        }

        json.WriteStartArray(field);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
