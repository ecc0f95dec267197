namespace Pathways.House.Tests;

/// <summary>Types as a C# reader writes them, without namespaces.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(char)] = "char", [typeof(float)] = "float",
        [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    /// <summary>Such as <c>ImmutableArray&lt;Refusal&gt;</c> or <c>int?</c>.</summary>
    public static string Of(Type type)
    {
        if (type.IsByRef || type.IsPointer)
        {
            return Of(type.GetElementType()!) + (type.IsPointer ? "*" : "");
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        return Keywords.TryGetValue(type, out var keyword) ? keyword : Named(type);
    }

    private static string Named(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true
            || (type.IsGenericType && type.GetGenericTypeDefinition().FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)))
        {
            return $"({string.Join(", ", arguments.Select(Of))})";
        }

        var chain = new Stack<Type>();
        for (var level = type; level is not null; level = level.DeclaringType)
        {
            chain.Push(level);
        }

        var used = 0;
        var names = new List<string>();
        foreach (var level in chain)
        {
            var count = level.GetGenericArguments().Length - used;
            names.Add(level.Name.Split('`')[0] + (count > 0 ? $"<{string.Join(", ", arguments.Skip(used).Take(count).Select(Of))}>" : ""));
            used += Math.Max(count, 0);
        }

        return string.Join('.', names);
    }
}
