using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace Pathways.Json;

/// <summary>An object of a JSON file whose fields are read one by one; what is wrong is noted with its place and reading goes on.</summary>
/// <remarks>
/// Every method gives a harmless value where the field is missing or wrong, so that one run finds everything. Fields that nobody asked for are
/// warned of at the end: unknown fields are ignored, but most are typing errors.
/// </remarks>
public sealed partial class JsonRecord
{
    private readonly JsonTree _tree;
    private readonly JsonNotes _notes;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<JsonRecord> _inner = [];

    internal JsonRecord(JsonTree tree, JsonNotes notes) => (_tree, _notes) = (tree, notes);

    /// <summary>Where the object stands.</summary>
    public JsonLocation Place => _tree.Place;

    /// <summary>Whether there is such a field.</summary>
    /// <param name="field">Its name.</param>
    public bool Has(string field) => Find(field, out _);

    /// <summary>Whether there is such a field, which must be there: that it is missing is noted.</summary>
    /// <param name="field">Its name.</param>
    public bool Required(string field)
    {
        if (Find(field, out _))
        {
            return true;
        }

        Fault(field, "missing", $"\"{field}\" is missing.");
        return false;
    }

    /// <summary>Where a field stands; the object itself where the field is missing.</summary>
    /// <param name="field">Its name.</param>
    public JsonLocation PlaceOf(string field) => _tree.Fields.TryGetValue(field, out var value) ? value.Place : Place;

    /// <summary>Where an item of a list stands; the object itself where there is none.</summary>
    /// <param name="field">The name of the list.</param>
    /// <param name="index">Which item, from 0.</param>
    public JsonLocation PlaceOf(string field, int index) =>
        _tree.Fields.TryGetValue(field, out var list) && index < list.Items.Length ? list.Items[index].Place : PlaceOf(field);

    /// <summary>Where an item of a list of texts stands; the list where no item says so.</summary>
    /// <param name="field">The name of the list.</param>
    /// <param name="text">What the item says.</param>
    public JsonLocation PlaceOf(string field, string text) =>
        _tree.Fields.TryGetValue(field, out var list) && list.Items.FirstOrDefault(item => item.Type == JsonTokenType.String && item.Text == text) is { } item
            ? item.Place
            : PlaceOf(field);

    /// <summary>How many faults were noted in the whole file so far; one more after a field was read means that its value is a harmless stand-in.</summary>
    public int FaultCount => _notes.Count;

    /// <summary>A text that must be there and not blank.</summary>
    /// <param name="field">The name of the field.</param>
    public string Text(string field) => Required(field) ? TextOrNull(field) ?? "" : "";

    /// <summary>A text, or null where the field is missing.</summary>
    /// <param name="field">The name of the field.</param>
    public string? TextOrNull(string field)
    {
        if (!Find(field, out var value) || !Expect(value, JsonTokenType.String, "a text"))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(value.Text))
        {
            Note(value, "blank", "This text is blank. Maybe leave the field out.");
            return null;
        }

        return value.Text;
    }

    /// <summary>A whole number within bounds that must be there.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="least">The smallest permitted.</param>
    /// <param name="most">The largest permitted.</param>
    public int WholeNumber(string field, int least = 0, int most = int.MaxValue) => Required(field) ? WholeNumberOrNull(field, least, most) ?? least : least;

    /// <summary>A whole number within bounds, or null where the field is missing.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="least">The smallest permitted.</param>
    /// <param name="most">The largest permitted.</param>
    public int? WholeNumberOrNull(string field, int least = 0, int most = int.MaxValue)
    {
        if (!Find(field, out var value) || !Expect(value, JsonTokenType.Number, "a whole number"))
        {
            return null;
        }

        if (int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Note(value, "out-of-range", $"{value.Found} is not permitted. Expected a whole number from {least}{(most == int.MaxValue ? "" : $" to {most}")}.");
        return null;
    }

    /// <summary>A decimal number within bounds, or null where the field is missing.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="least">The smallest permitted.</param>
    /// <param name="most">The largest permitted.</param>
    public decimal? NumberOrNull(string field, decimal least = 0, decimal most = decimal.MaxValue)
    {
        if (!Find(field, out var value) || !Expect(value, JsonTokenType.Number, "a number"))
        {
            return null;
        }

        if (decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Note(value, "out-of-range", $"{value.Found} is not permitted. Expected a number from {least}{(most == decimal.MaxValue ? "" : $" to {most}")}.");
        return null;
    }

    /// <summary>True or false.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="otherwise">What counts where the field is missing.</param>
    public bool Flag(string field, bool otherwise = false)
    {
        if (!Find(field, out var value))
        {
            return otherwise;
        }

        if (value.Type is JsonTokenType.True or JsonTokenType.False)
        {
            return value.Type == JsonTokenType.True;
        }

        Note(value, "malformed", $"Expected true or false, found {value.Found}.");
        return otherwise;
    }

    /// <summary>A day that must be there, written <c>2026-09-01</c>.</summary>
    /// <param name="field">The name of the field.</param>
    public LocalDate Date(string field) => Required(field) ? DateOrNull(field) ?? default : default;

    /// <summary>A day, or null where the field is missing.</summary>
    /// <param name="field">The name of the field.</param>
    public LocalDate? DateOrNull(string field)
    {
        if (!Find(field, out var value) || !Expect(value, JsonTokenType.String, "a day, written 2026-09-01,"))
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(value.Text).TryGetValue(default, out var date))
        {
            return date;
        }

        Note(value, "malformed", $"{value.Found} is no day. Expected the form 2026-09-01.");
        return null;
    }

    /// <summary>An identifier that must be there.</summary>
    /// <typeparam name="TId">Its kind.</typeparam>
    /// <param name="field">The name of the field.</param>
    public TId Id<TId>(string field)
        where TId : struct, IIdentifier<TId> => Required(field) ? IdOrNull<TId>(field) ?? TId.From("?") : TId.From("?");

    /// <summary>An identifier, or null where the field is missing.</summary>
    /// <typeparam name="TId">Its kind.</typeparam>
    /// <param name="field">The name of the field.</param>
    public TId? IdOrNull<TId>(string field)
        where TId : struct, IIdentifier<TId> => Find(field, out var value) ? Id<TId>(value) : null;

    /// <summary>A list of identifiers without repetition; empty where the field is missing.</summary>
    /// <typeparam name="TId">Their kind.</typeparam>
    /// <param name="field">The name of the field.</param>
    public ImmutableArray<TId> Ids<TId>(string field)
        where TId : struct, IIdentifier<TId> => Distinct(field, Id<TId>);

    /// <summary>A list of texts; empty where the field is missing.</summary>
    /// <param name="field">The name of the field.</param>
    public ImmutableArray<string> Texts(string field)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in Items(field).Where(item => Expect(item, JsonTokenType.String, "a text")))
        {
            texts.Add(item.Text);
        }

        return texts.ToImmutable();
    }

    /// <summary>A word of a closed list that must be there, written like <c>site-visit</c>.</summary>
    /// <typeparam name="TEnum">The list.</typeparam>
    /// <param name="field">The name of the field.</param>
    public TEnum Choice<TEnum>(string field)
        where TEnum : struct, Enum => Required(field) ? ChoiceOrNull<TEnum>(field) ?? default : default;

    /// <summary>A word of a closed list, or null where the field is missing.</summary>
    /// <typeparam name="TEnum">The list.</typeparam>
    /// <param name="field">The name of the field.</param>
    public TEnum? ChoiceOrNull<TEnum>(string field)
        where TEnum : struct, Enum => Find(field, out var value) ? Choice<TEnum>(value) : null;

    /// <summary>A list of words of a closed list, without repetition; empty where the field is missing.</summary>
    /// <typeparam name="TEnum">The list.</typeparam>
    /// <param name="field">The name of the field.</param>
    public ImmutableArray<TEnum> Choices<TEnum>(string field)
        where TEnum : struct, Enum => Distinct(field, Choice<TEnum>);

    /// <summary>A value in the words of a type that parses itself, such as an occupation; null where the field is missing.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="field">The name of the field.</param>
    /// <param name="expected">What is expected, for the message, such as <c>an O*NET-SOC code like 51-4041.00</c>.</param>
    public T? ParsedOrNull<T>(string field, string expected)
        where T : struct, IParsable<T> => Find(field, out var value) ? Parsed<T>(value, expected) : null;

    /// <summary>A list of values of a type that parses itself, without repetition; empty where the field is missing.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="field">The name of the field.</param>
    /// <param name="expected">What is expected of each, for the message.</param>
    public ImmutableArray<T> ParsedList<T>(string field, string expected)
        where T : struct, IParsable<T> => Distinct(field, value => Parsed<T>(value, expected));

    /// <summary>A grade that must be there, such as <c>9</c> or <c>"KG"</c>.</summary>
    /// <param name="field">The name of the field.</param>
    public GradeLevel Grade(string field) => Required(field) ? GradeOrNull(field) ?? GradeLevel.From(9) : GradeLevel.From(9);

    /// <summary>A grade, or null where the field is missing.</summary>
    /// <param name="field">The name of the field.</param>
    public GradeLevel? GradeOrNull(string field) => Find(field, out var value) ? Grade(value) : null;

    /// <summary>A list of grades without repetition; empty where the field is missing.</summary>
    /// <param name="field">The name of the field.</param>
    public ImmutableArray<GradeLevel> Grades(string field) => Distinct(field, Grade);

    /// <summary>An object within this one, or null where the field is missing.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="field">The name of the field.</param>
    /// <param name="read">Reads it.</param>
    public T? ObjectOrNull<T>(string field, Func<JsonRecord, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return Find(field, out var value) && Expect(value, JsonTokenType.StartObject, "an object") ? read(Inner(value)) : null;
    }

    /// <summary>A list of objects; empty where the field is missing. What comes back as null is left out.</summary>
    /// <typeparam name="T">What each becomes.</typeparam>
    /// <param name="field">The name of the field.</param>
    /// <param name="read">Reads one.</param>
    public ImmutableArray<T> List<T>(string field, Func<JsonRecord, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var list = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Items(field).Where(item => Expect(item, JsonTokenType.StartObject, "an object")))
        {
            if (read(Inner(item)) is { } value)
            {
                list.Add(value);
            }
        }

        return list.ToImmutable();
    }

    /// <summary>Notes that a field is wrong.</summary>
    /// <param name="field">The name of the field; empty for the object itself.</param>
    /// <param name="fault">The last word of the code, such as <c>unknown</c>.</param>
    /// <param name="message">The value, what was expected and what to try.</param>
    public void Fault(string field, string fault, string message)
    {
        ArgumentNullException.ThrowIfNull(field);
        var at = field.Length == 0 ? Place : PlaceOf(field);
        Fault(at with { Path = field.Length == 0 ? Place.Path : $"{Place.Path}.{field}" }, fault, message);
    }

    /// <summary>Notes that something is wrong at a place.</summary>
    /// <param name="place">Where.</param>
    /// <param name="fault">The last word of the code, such as <c>unknown</c>.</param>
    /// <param name="message">The value, what was expected and what to try.</param>
    public void Fault(JsonLocation place, string fault, string message) => _notes.Error(place, "", fault, message);

    /// <summary>Notes that something at a place is odd, but was understood.</summary>
    /// <param name="place">Where.</param>
    /// <param name="fault">The last word of the code, such as <c>unused</c>.</param>
    /// <param name="message">The value, why it is odd and what to try.</param>
    public void Warn(JsonLocation place, string fault, string message) => _notes.Warn(place, "", fault, message);
}
