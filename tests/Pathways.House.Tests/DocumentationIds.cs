using System.Reflection;

namespace Pathways.House.Tests;

/// <summary>The names under which the compiler files documentation comments (C# language specification, annex D).</summary>
internal static class DocumentationIds
{
    /// <summary>The identifier of a type or member, such as <c>M:Pathways.Seed.Split(System.UInt64)</c>.</summary>
    public static string Of(MemberInfo member) => member switch
    {
        Type type => "T:" + Declared(type),
        MethodBase method => $"M:{Declared(method.DeclaringType!)}.{MethodName(method)}{Parameters(method.GetParameters())}"
            + (method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } cast ? "~" + Used(cast.ReturnType) : ""),
        PropertyInfo property => $"P:{Declared(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}",
        EventInfo => $"E:{Declared(member.DeclaringType!)}.{member.Name}",
        _ => $"F:{Declared(member.DeclaringType!)}.{member.Name}",
    };

    private static string Declared(Type type) => type.FullName!.Replace('+', '.');

    private static string MethodName(MethodBase method) =>
        method.Name.Replace('.', '#') + (method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "");

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Used(parameter.ParameterType)))})";

    private static string Used(Type type)
    {
        if (type.IsByRef)
        {
            return Used(type.GetElementType()!) + "@";
        }

        if (type.IsPointer)
        {
            return Used(type.GetElementType()!) + "*";
        }

        if (type.IsArray)
        {
            return Used(type.GetElementType()!)
                + (type.GetArrayRank() == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]");
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        if (!type.IsGenericType)
        {
            return Declared(type);
        }

        // Arguments stand at the level of nesting that declares them: A{X}.B{Y}.
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var levels = type.GetGenericTypeDefinition().FullName!.Split('+').Select(level =>
        {
            var parts = level.Split('`');
            return parts.Length == 1
                ? level
                : $"{parts[0]}{{{string.Join(',', Enumerable.Range(0, int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)).Select(_ => Used(arguments.Dequeue())))}}}";
        });
        return string.Join('.', levels);
    }
}
