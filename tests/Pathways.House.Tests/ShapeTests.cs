using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pathways.House.Tests;

public class ShapeTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] VagueEndings =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Impl", "Base", "Processor", "Data", "Info"];

    [Fact]
    public void Public_classes_are_sealed_static_or_abstract() => House.AssertNone(
        PublicTypes.Where(IsOpenClass).Select(type => type.FullName!),
        "Inheritance is for closed families only. Seal these classes, or make them abstract with a private protected constructor:");

    [Fact]
    public void Abstract_classes_are_closed_families() => House.AssertNone(
        PublicTypes.Where(IsOpenFamily).Select(type => type.FullName!),
        "A public abstract class has no constructor that others could call. Maybe `private protected` is missing:");

    [Fact]
    public void Public_state_is_never_settable_after_construction() => House.AssertNone(
        PublicTypes.SelectMany(SettableState),
        "Values do not change once they are made: use init. Only types named ...Options may have setters:");

    [Fact]
    public void Every_asynchronous_method_ends_in_a_cancellation_token() => House.AssertNone(
        PublicTypes.SelectMany(Uncancellable),
        "A public method that returns a task or an asynchronous sequence takes a CancellationToken last:");

    [Fact]
    public void Asynchronous_methods_say_so_in_their_names() => House.AssertNone(
        PublicTypes.SelectMany(Misnamed),
        "Async ends in Async, and nothing else does:");

    [Fact]
    public void Nothing_static_changes() => House.AssertNone(
        House.Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type)).SelectMany(ChangingStatics),
        "Static state couples whoever uses it, and tests that run in parallel. Make it readonly, or an argument:");

    [Fact]
    public void No_type_has_a_vague_name() => House.AssertNone(
        House.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !House.IsUnspeakable(type) && IsVague(type.Name))
            .Select(type => type.FullName!),
        $"Say what the type is. Names do not end in {string.Join(", ", VagueEndings)}:");

    [Fact]
    public void Namespaces_are_those_of_the_project() => House.AssertNone(
        from assembly in House.Libraries
        let project = assembly.GetName().Name!
        from type in House.PublicTypes(assembly)
        let expected = project == "Pathways.Abstractions" ? "Pathways" : project
        where type.Namespace != expected
            && type.Namespace?.StartsWith(expected + ".", StringComparison.Ordinal) != true
            && type.Namespace != "Microsoft.Extensions.DependencyInjection"
        select $"{type.FullName} in {project}",
        "Project, root namespace and package have one name:");

    [Fact]
    public void Each_rule_finds_a_type_that_breaks_it()
    {
        Assert.True(IsOpenClass(typeof(Wrong)));
        Assert.True(IsOpenFamily(typeof(WrongFamily)));
        Assert.False(IsOpenFamily(typeof(ClosedFamily)));
        Assert.Equal(["Pathways.House.Tests.ShapeTests+Wrong.Count", "Pathways.House.Tests.ShapeTests+Wrong.Field"], SettableState(typeof(Wrong)));
        Assert.Empty(SettableState(typeof(RightOptions)));
        Assert.Equal(["Pathways.House.Tests.ShapeTests+Wrong.LoadAsync"], Uncancellable(typeof(Wrong)));
        Assert.Equal(["Pathways.House.Tests.ShapeTests+Wrong.Save"], Misnamed(typeof(Wrong)));
        Assert.Equal(["Pathways.House.Tests.ShapeTests+Wrong._calls"], ChangingStatics(typeof(Wrong)));
        Assert.True(IsVague("PlacementManager"));
        Assert.True(IsVague("Utils`1"));
        Assert.False(IsVague("Database"));
    }

    private static IEnumerable<Type> PublicTypes => House.Assemblies.SelectMany(House.PublicTypes);

    private static bool IsOpenClass(Type type) =>
        type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.IsSubclassOf(typeof(Delegate));

    private static bool IsOpenFamily(Type type) =>
        type is { IsClass: true, IsAbstract: true, IsSealed: false }
        && type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Any(constructor => constructor.IsPublic || IsUsableOutside(type, constructor));

    // The copy constructor of an abstract record is protected, but needs an instance to copy, which a closed family never gives.
    private static bool IsUsableOutside(Type type, ConstructorInfo constructor) =>
        (constructor.IsFamily || constructor.IsFamilyOrAssembly)
        && !(constructor.GetParameters() is [var only] && only.ParameterType == type);

    private static IEnumerable<string> SettableState(Type type)
    {
        if (type.Name.EndsWith("Options", StringComparison.Ordinal))
        {
            return [];
        }

        var properties = type.GetProperties(Declared)
            .Where(property => property.SetMethod is { IsPublic: true } set && !IsInit(set))
            .Select(property => property.Name);
        var fields = type.GetFields(Declared)
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !type.IsEnum)
            .Select(field => field.Name);
        return properties.Concat(fields).Order(StringComparer.Ordinal).Select(name => $"{type.FullName}.{name}");
    }

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static IEnumerable<string> Uncancellable(Type type) => type.GetMethods(Declared)
        .Where(method => IsAsynchronous(method) && method.Name is not "DisposeAsync")
        .Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
        .Select(method => $"{type.FullName}.{method.Name}");

    private static IEnumerable<string> Misnamed(Type type) => type.GetMethods(Declared)
        .Where(method => !method.IsSpecialName && IsAsynchronous(method) != method.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(method => $"{type.FullName}.{method.Name}");

    private static bool IsAsynchronous(MethodInfo method)
    {
        var type = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType;
        return !method.IsSpecialName
            && (type == typeof(Task) || type == typeof(Task<>) || type == typeof(ValueTask) || type == typeof(ValueTask<>)
                || type == typeof(IAsyncEnumerable<>));
    }

    private static IEnumerable<string> ChangingStatics(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.IsDefined(typeof(GeneratedCodeAttribute)))
        .Select(field => $"{type.FullName}.{field.Name}");

    private static bool IsGenerated(Type type) => House.IsUnspeakable(type) || type.IsDefined(typeof(GeneratedCodeAttribute));

    private static bool IsVague(string name) =>
        VagueEndings.Any(ending => name.Split('`')[0].EndsWith(ending, StringComparison.Ordinal));

#pragma warning disable CA1051, CA1822, CA1852, CA1812 // wrong on purpose
    internal class Wrong
    {
        public int Field = 1;

        private static int _calls;

        public int Count { get; set; } = 1;

        public int Kept { get; init; }

        public Task LoadAsync(string name) => Task.FromResult(name + Field + Kept + _calls++);

        public Task Save(CancellationToken cancellationToken) => Task.FromCanceled(cancellationToken);
    }

    internal abstract class WrongFamily;

    internal abstract record ClosedFamily
    {
        private protected ClosedFamily()
        {
        }
    }

    internal sealed class RightOptions
    {
        public int Count { get; set; }
    }
#pragma warning restore CA1051, CA1822, CA1852, CA1812
}
