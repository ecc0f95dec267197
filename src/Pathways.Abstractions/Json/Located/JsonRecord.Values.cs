using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pathways.Json;

// How values are found and judged.
public sealed partial class JsonRecord
{
    internal void WarnOfUnknown()
    {
        foreach (var (name, value) in _tree.Fields.Where(field => !_asked.Contains(field.Key)))
        {
            _notes.Warn(value.Place, "", "ignored", $"\"{JsonTree.Shown(name)}\" means nothing here and is ignored. Maybe it is misspelt.");
        }

        _inner.ForEach(inner => inner.WarnOfUnknown());
    }

    private JsonRecord Inner(JsonTree value)
    {
        var inner = new JsonRecord(value, _notes);
        _inner.Add(inner);
        return inner;
    }

    private bool Find(string field, [NotNullWhen(true)] out JsonTree? value)
    {
        _asked.Add(field);
        return _tree.Fields.TryGetValue(field, out value) && value.Type != JsonTokenType.Null;
    }

    private bool Expect(JsonTree value, JsonTokenType type, string expected)
    {
        if (value.Type == type)
        {
            return true;
        }

        Note(value, "malformed", $"Expected {expected}, found {value.Found}.".Replace(",,", ",", StringComparison.Ordinal));
        return false;
    }

    private void Note(JsonTree value, string fault, string message) => _notes.Error(value.Place, "", fault, message);

    private ImmutableArray<JsonTree> Items(string field) =>
        Find(field, out var value) && Expect(value, JsonTokenType.StartArray, "an array") ? value.Items : [];

    private ImmutableArray<T> Distinct<T>(string field, Func<JsonTree, T?> read)
        where T : struct
    {
        var list = ImmutableArray.CreateBuilder<T>();
        var seen = new HashSet<T>();
        foreach (var item in Items(field))
        {
            if (read(item) is not { } value)
            {
                continue;
            }

            if (seen.Add(value))
            {
                list.Add(value);
            }
            else
            {
                Note(item, "duplicate", $"{item.Found} is listed twice. Keep one.");
            }
        }

        return list.ToImmutable();
    }

    private TId? Id<TId>(JsonTree value)
        where TId : struct, IIdentifier<TId>
    {
        if (!Expect(value, JsonTokenType.String, "an identifier"))
        {
            return null;
        }

        if (Identifier.Fault(value.Text) is { } fault)
        {
            Note(value, "malformed", fault);
            return null;
        }

        return TId.From(value.Text);
    }

    private TEnum? Choice<TEnum>(JsonTree value)
        where TEnum : struct, Enum
    {
        if (!Expect(value, JsonTokenType.String, "a word"))
        {
            return null;
        }

        if (EnumWords<TEnum>.Of.TryGetValue(value.Text, out var choice))
        {
            return choice;
        }

        Note(value, "unknown", $"{value.Found} is not known here. Expected one of {string.Join(", ", Enum.GetValues<TEnum>().Select(EnumWords<TEnum>.Word))}.");
        return null;
    }

    private T? Parsed<T>(JsonTree value, string expected)
        where T : struct, IParsable<T>
    {
        if (!Expect(value, JsonTokenType.String, expected))
        {
            return null;
        }

        if (T.TryParse(value.Text, CultureInfo.InvariantCulture, out var parsed))
        {
            return parsed;
        }

        Note(value, "malformed", $"Expected {expected}, found {value.Found}.");
        return null;
    }

    private GradeLevel? Grade(JsonTree value)
    {
        if (value.Type is JsonTokenType.String or JsonTokenType.Number && GradeLevel.TryParse(value.Text, out var grade))
        {
            return grade;
        }

        Note(value, "malformed", $"{value.Found} is no grade. Expected a code such as \"KG\" or \"09\".");
        return null;
    }
}
