using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pathways.House.Tests;

/// <summary>Prints what a host can see of a library, a line for each type and member, in an order that never depends on the build.</summary>
internal static class ApiDump
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The lines: a type flush left, its members indented.</summary>
    public static IEnumerable<string> Lines(Assembly assembly) => House.PublicTypes(assembly).SelectMany(Lines);

    /// <summary>The lines of one type.</summary>
    public static IEnumerable<string> Lines(Type type)
    {
        yield return Header(type);
        foreach (var member in Members(type))
        {
            yield return "    " + member;
        }
    }

    /// <summary>Whether others than the library itself can use a member.</summary>
    public static bool IsVisible(MethodBase? method) =>
        method is not null && (method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed));

    /// <summary>Whether the compiler wrote a member, as it does for records and enumerations.</summary>
    public static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name.Contains('<')
        || (member is ConstructorInfo constructor && IsRecord(member.DeclaringType!) && IsCopy(constructor));

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (IsRecord(type) ? "record struct" : "struct"),
            _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class"),
        };
        var parents = Parents(type).ToList();
        return $"{Attributes(type)}{kind} {type.Namespace}.{TypeNames.Of(type)}"
            + (parents.Count > 0 ? $" : {string.Join(", ", parents)}" : "") + Constraints(type.GetGenericArguments());
    }

    private static IEnumerable<string> Parents(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetUnderlyingType(type) == typeof(int) ? [] : [TypeNames.Of(Enum.GetUnderlyingType(type))];
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var interfaces = type.GetInterfaces()
            .Where(face => face.IsPublic && !inherited.Contains(face))
            .Select(TypeNames.Of)
            .Where(name => !(IsRecord(type) && name == $"IEquatable<{TypeNames.Of(type)}>"))
            .Order(StringComparer.Ordinal);
        var hasParent = type.BaseType is { } parent
            && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(MulticastDelegate);
        return type.IsSubclassOf(typeof(Delegate)) ? [] : hasParent ? interfaces.Prepend(TypeNames.Of(type.BaseType!)) : interfaces;
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => (field.Name, Value: Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)))
                .OrderBy(field => field.Value)
                .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {field.Value}"));
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return [Method(type.GetMethod("Invoke")!)];
        }

        return
        [
            .. type.GetFields(Declared)
                .Where(field => field.IsPublic && !IsGenerated(field))
                .OrderBy(field => field.Name, StringComparer.Ordinal).Select(Field),
            .. type.GetConstructors(Declared)
                .Where(constructor => !constructor.IsStatic && IsVisible(constructor) && !IsGenerated(constructor))
                .Select(constructor => $"new({Parameters(constructor)})").Order(StringComparer.Ordinal),
            .. type.GetProperties(Declared)
                .Where(property => (IsVisible(property.GetMethod) || IsVisible(property.SetMethod)) && !IsGenerated(property))
                .Where(property => property.Name != "EqualityContract")
                .OrderBy(property => property.Name, StringComparer.Ordinal).ThenBy(property => property.GetIndexParameters().Length)
                .Select(Property),
            .. type.GetEvents(Declared)
                .Where(@event => IsVisible(@event.AddMethod))
                .Select(@event => $"event {TypeNames.Of(@event.EventHandlerType!)} {@event.Name}").Order(StringComparer.Ordinal),
            .. type.GetMethods(Declared)
                .Where(method => IsVisible(method) && !IsGenerated(method) && !IsAccessor(method))
                .Select(method => (method.Name, Text: Method(method)))
                .OrderBy(method => method.Name, StringComparer.Ordinal).ThenBy(method => method.Text, StringComparer.Ordinal)
                .Select(method => method.Text),
        ];
    }

    private static string Field(FieldInfo field) =>
        field.IsLiteral
            ? $"const {TypeNames.Of(field.FieldType)} {field.Name} = {Constant(field.GetRawConstantValue())}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Of(field.FieldType)} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var get = property.GetMethod;
        var set = property.SetMethod;
        var isStatic = (get ?? set)!.IsStatic;
        var isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        var isInit = set?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var index = property.GetIndexParameters() is { Length: > 0 } keys ? $"[{string.Join(", ", keys.Select(Parameter))}]" : "";
        return $"{Attributes(property)}{(isStatic ? "static " : "")}{(isRequired ? "required " : "")}"
            + $"{TypeNames.Of(property.PropertyType)} {property.Name}{index} {{ "
            + $"{(IsVisible(get) ? "get; " : "")}{(IsVisible(set) ? isInit ? "init; " : "set; " : "")}}}";
    }

    private static string Method(MethodInfo method)
    {
        var modifier = method.IsStatic ? method.IsAbstract ? "static abstract " : "static "
            : method.DeclaringType!.IsInterface || method.IsFinal ? ""
            : method.GetBaseDefinition() != method ? "override "
            : method.IsAbstract ? "abstract " : method.IsVirtual ? "virtual " : "";
        var generics = method.GetGenericArguments();
        return $"{Attributes(method)}{(method.IsPublic ? "" : "protected ")}{modifier}{TypeNames.Of(method.ReturnType)} {method.Name}"
            + (generics.Length > 0 ? $"<{string.Join(", ", generics.Select(TypeNames.Of))}>" : "")
            + $"({Parameters(method)}){Constraints(generics)}";
    }

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var passing = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var fallback = parameter.HasDefaultValue ? $" = {Constant(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{passing}{TypeNames.Of(parameter.ParameterType)} {parameter.Name}{fallback}";
    }

    private static string Constraints(Type[] generics) => string.Concat(
        from generic in generics
        where generic.IsGenericParameter
        let special = generic.GenericParameterAttributes
        let isStruct = special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)
        let words = (special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : isStruct ? new[] { "struct" } : [])
            .Concat(generic.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(TypeNames.Of).Order(StringComparer.Ordinal))
            .Concat(special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct ? ["new()"] : [])
            .ToList()
        where words.Count > 0
        select $" where {generic.Name} : {string.Join(", ", words)}");

    private static string Attributes(MemberInfo member) =>
        member.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete && !member.Name.Contains('<') && obsolete.DiagnosticId is null
            ? $"[Obsolete({Constant(obsolete.Message)})] " : "";

    private static string Constant(object? value, Type? type = null) => value switch
    {
        null => type is { IsValueType: true } && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        char letter => $"'{letter}'",
        bool truth => truth ? "true" : "false",
        _ when type is { IsEnum: true } => $"{TypeNames.Of(type)}.{Enum.ToObject(type, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null
        || type.GetMethod("PrintMembers", Declared)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;
}
