using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Pathways.Json;

/// <summary>Writes files whose fields come in one order, with those that say what is usual left out, and that end in a line feed.</summary>
public static class StableJson
{
    /// <summary>One value a line, as records are written. The files are no web pages, and people read them: apostrophes and dashes stay what they are.</summary>
    public static JsonWriterOptions OneLine => new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonWriterOptions Indented => OneLine with { Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>Writes one indented value and a line feed.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="value">Writes the value.</param>
    public static void Write(Stream stream, Action<Utf8JsonWriter> value)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(value);
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            value(json);
        }

        stream.Write("\n"u8);
    }

    /// <summary>Writes an object that says its format first, and a line feed.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="format">What the file says it is.</param>
    /// <param name="fields">Writes all other fields.</param>
    public static void Write(Stream stream, string format, Action<Utf8JsonWriter> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Write(stream, json =>
        {
            json.WriteStartObject();
            json.WriteString("format", format);
            fields(json);
            json.WriteEndObject();
        });
    }

    /// <summary>The bytes of an object that says its format first.</summary>
    /// <param name="format">What the file says it is.</param>
    /// <param name="fields">Writes all other fields.</param>
    public static byte[] Bytes(string format, Action<Utf8JsonWriter> fields)
    {
        using var stream = new MemoryStream();
        Write(stream, format, fields);
        return stream.ToArray();
    }

    /// <summary>A text; left out where there is none.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="text">What it says.</param>
    public static void Text(this Utf8JsonWriter json, string field, string? text)
    {
        if (text is not null)
        {
            json.WriteString(field, text);
        }
    }

    /// <summary>The word of a member of an enumeration, such as <c>site-visit</c>.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="value">The member.</param>
    /// <param name="usually">What is left out, since it says what is usual.</param>
    public static void Word<TEnum>(this Utf8JsonWriter json, string field, TEnum value, TEnum? usually = null)
        where TEnum : struct, Enum
    {
        if (usually is not { } usual || !EqualityComparer<TEnum>.Default.Equals(value, usual))
        {
            json.WriteString(field, EnumWords<TEnum>.Word(value));
        }
    }

    /// <summary>The word of a member of an enumeration; left out where there is none.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="value">The member.</param>
    public static void Word<TEnum>(this Utf8JsonWriter json, string field, TEnum? value)
        where TEnum : struct, Enum => json.Text(field, value is { } word ? EnumWords<TEnum>.Word(word) : null);

    /// <summary>True or false.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="value">Which.</param>
    /// <param name="usually">What is left out, since it says what is usual.</param>
    public static void Flag(this Utf8JsonWriter json, string field, bool value, bool usually = false)
    {
        if (value != usually)
        {
            json.WriteBoolean(field, value);
        }
    }

    /// <summary>A number; left out where there is none.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="value">How many.</param>
    /// <param name="usually">What is left out, since it says what is usual.</param>
    public static void Number(this Utf8JsonWriter json, string field, decimal? value, decimal? usually = null)
    {
        if (value is { } number && number != usually)
        {
            json.WriteNumber(field, number);
        }
    }

    /// <summary>A day, such as <c>2026-09-01</c>; left out where there is none.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="day">The day.</param>
    public static void Day(this Utf8JsonWriter json, string field, LocalDate? day) => json.Text(field, day is { } value ? LocalDatePattern.Iso.Format(value) : null);

    /// <summary>A day of the year, such as <c>09-01</c>; left out where there is none.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="day">The day.</param>
    public static void Day(this Utf8JsonWriter json, string field, AnnualDate? day) => json.Text(field, day is { } value ? AnnualDatePattern.Iso.Format(value) : null);

    /// <summary>A grade: its number, or its code where it has none.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="grade">The grade.</param>
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

    /// <summary>A list of grades, each its number, or its code where it has none; left out where it is empty.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="grades">The grades.</param>
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

    /// <summary>A list of texts; left out where it is empty, unless it is to be there always.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="always">Whether it is written where it is empty, too.</param>
    public static void Texts(this Utf8JsonWriter json, string field, ImmutableArray<string> texts, bool always = false) =>
        json.Items(field, texts, json.WriteStringValue, always);

    /// <summary>A list of texts; left out where it is empty, unless it is to be there always.</summary>
    /// <typeparam name="T">What the texts are of.</typeparam>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="items">The items.</param>
    /// <param name="text">What is written of an item.</param>
    /// <param name="always">Whether it is written where it is empty, too.</param>
    public static void Texts<T>(this Utf8JsonWriter json, string field, ImmutableArray<T> items, Func<T, string> text, bool always = false) =>
        json.Items(field, items, item => json.WriteStringValue(text(item)), always);

    /// <summary>A list of words; left out where it is empty, unless it is to be there always.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="values">The members.</param>
    /// <param name="always">Whether it is written where it is empty, too.</param>
    public static void Words<TEnum>(this Utf8JsonWriter json, string field, ImmutableArray<TEnum> values, bool always = false)
        where TEnum : struct, Enum => json.Texts(field, values, EnumWords<TEnum>.Word, always);

    /// <summary>A list of objects, of which only the fields are to be written; left out where it is empty, unless it is to be there always.</summary>
    /// <typeparam name="T">What the objects are of.</typeparam>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="items">The items.</param>
    /// <param name="fields">Writes the fields of one.</param>
    /// <param name="always">Whether it is written where it is empty, too.</param>
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
    /// <typeparam name="T">What the list is of.</typeparam>
    /// <param name="json">Where to.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes one value.</param>
    /// <param name="always">Whether it is written where it is empty, too.</param>
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
