using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pathways.Curriculum.Tests.Scope;

/// <summary>As much of JSON Schema as the schemas of the library use; a keyword that it does not know is a fault of the schema.</summary>
internal sealed class SchemaInterpreter(JsonElement schema)
{
    private static readonly string[] Notes = ["$schema", "$id", "$defs", "title", "description", "default"];

    public IReadOnlyList<string> Faults(JsonElement value) => [.. Faults(schema, value, "$")];

    private IEnumerable<string> Faults(JsonElement rule, JsonElement value, string path)
    {
        if (rule.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return rule.ValueKind == JsonValueKind.True ? [] : [$"{path}: not permitted"];
        }

        return rule.EnumerateObject().Where(word => !Notes.Contains(word.Name)).SelectMany(word => Judge(rule, word, value, path));
    }

    private IEnumerable<string> Judge(JsonElement rule, JsonProperty word, JsonElement value, string path)
    {
        var says = word.Value;
        switch (word.Name)
        {
            case "$ref":
                return Faults(schema.GetProperty("$defs").GetProperty(says.GetString()!["#/$defs/".Length..]), value, path);
            case "type":
                return No(!(says.ValueKind == JsonValueKind.Array ? says.EnumerateArray() : Enumerable.Repeat(says, 1)).Any(type => IsOf(type.GetString()!, value)));
            case "const":
                return No(value.ToString() != says.GetString());
            case "enum":
                return No(!says.EnumerateArray().Any(choice => choice.GetString() == value.ToString()));
            case "pattern":
                return No(value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, says.GetString()!));
            case "minLength":
                return No(value.ValueKind == JsonValueKind.String && value.GetString()!.Length < says.GetInt32());
            case "maxLength":
                return No(value.ValueKind == JsonValueKind.String && value.GetString()!.EnumerateRunes().Count() > says.GetInt32());
            case "minimum":
                return No(value.ValueKind == JsonValueKind.Number && value.GetDecimal() < says.GetDecimal());
            case "exclusiveMinimum":
                return No(value.ValueKind == JsonValueKind.Number && value.GetDecimal() <= says.GetDecimal());
            case "maximum":
                return No(value.ValueKind == JsonValueKind.Number && value.GetDecimal() > says.GetDecimal());
            case "required":
                return value.ValueKind == JsonValueKind.Object
                    ? says.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: {name} is missing")
                    : [];
            case "properties":
                return value.ValueKind == JsonValueKind.Object
                    ? value.EnumerateObject().SelectMany(field => says.TryGetProperty(field.Name, out var inner) ? Faults(inner, field.Value, $"{path}.{field.Name}") : [])
                    : [];
            case "additionalProperties":
                return value.ValueKind == JsonValueKind.Object
                    ? value.EnumerateObject().Where(field => !rule.GetProperty("properties").TryGetProperty(field.Name, out _)).Select(field => $"{path}.{field.Name}: unknown")
                    : [];
            case "items":
                return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, i) => Faults(says, item, $"{path}[{i}]")) : [];
            case "uniqueItems":
                return No(value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Select(item => item.ToString()).Distinct().Count() < value.GetArrayLength());
            case "oneOf":
                return No(says.EnumerateArray().Count(choice => !Faults(choice, value, path).Any()) != 1);
            default:
                return [$"the schema says \"{word.Name}\", which is not known here"];
        }

        IEnumerable<string> No(bool isFault) => isFault ? [$"{path}: {word.Name} {says}"] : [];
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() is var number && decimal.Truncate(number) == number,
        _ => false,
    };
}
