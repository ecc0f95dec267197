using System.Text;
using System.Text.Json.Nodes;

namespace Pathways.Curriculum.Tests;

/// <summary>Breaks a good file in every place and in every way, one at a time.</summary>
internal static class BrokenJson
{
    private static readonly string[] Wrong = ["\"\"", "\"zzz\"", "\"1900-01-01\"", "\"undecided\"", "3.5", "-1000000", "true", "{}", "[]", "[\"\"]", "[7]", "[\"zzz\", \"zzz\"]", "[\"a\"]"];

    /// <summary>The texts of the broken files.</summary>
    public static IEnumerable<byte[]> Of(byte[] good)
    {
        var root = JsonNode.Parse(good)!;
        foreach (var place in Places(root, ""))
        {
            yield return Text(root, place, "");                      // left out
            yield return Text(root, place, null);                    // given twice
            foreach (var wrong in Wrong)
            {
                yield return Text(root, place, wrong);
            }
        }

        yield return "[]"u8.ToArray();
        yield return "{"u8.ToArray();
    }

    private static IEnumerable<string> Places(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Places(field.Value, $"{path}.{field.Key}").Prepend($"{path}.{field.Key}")),
        JsonArray items => items.SelectMany((item, i) => Places(item, $"{path}[{i}]").Prepend($"{path}[{i}]")),
        _ => [],
    };

    private static byte[] Text(JsonNode root, string place, string? instead)
    {
        var text = new StringBuilder();
        Write(root, "");
        return Encoding.UTF8.GetBytes(text.ToString());

        void Write(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject fields:
                    text.Append('{').AppendJoin(',', fields.SelectMany(field => Parts($"{path}.{field.Key}", field.Value, $"\"{field.Key}\":"))).Append('}');
                    break;
                case JsonArray items:
                    text.Append('[').AppendJoin(',', items.SelectMany((item, i) => Parts($"{path}[{i}]", item, ""))).Append(']');
                    break;
                default:
                    text.Append(node?.ToJsonString() ?? "null");
                    break;
            }
        }

        IEnumerable<string> Parts(string path, JsonNode? node, string name)
        {
            var own = name + Inner(node, path);
            return path != place ? [own] : instead switch { null => [own, own], "" => [], _ => [name + instead] };
        }

        string Inner(JsonNode? node, string path)
        {
            var outer = text;
            text = new();
            Write(node, path);
            (outer, text) = (text, outer);
            return outer.ToString();
        }
    }
}
