using System.Reflection;
using System.Text.RegularExpressions;

namespace Pathways.House.Tests;

/// <summary>Where the repository is and what the build made of it.</summary>
internal static partial class House
{
    /// <summary>The folder of Pathways.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every assembly that a project in src/ makes, by name.</summary>
    public static ImmutableArray<Assembly> Assemblies { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Root, "src"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)
            .Select(Assembly.Load),
    ];

    /// <summary>Those that hosts reference: all but the programs.</summary>
    public static ImmutableArray<Assembly> Libraries { get; } = [.. Assemblies.Where(assembly => assembly.EntryPoint is null)];

    /// <summary>The types a host can name, nested ones too.</summary>
    public static IEnumerable<Type> PublicTypes(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => !IsUnspeakable(type)).OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>Whether the compiler made the type up, or one it is nested in.</summary>
    public static bool IsUnspeakable(Type type) =>
        type.Name.Contains('<') || type.Name.Contains('$') || (type.DeclaringType is { } outer && IsUnspeakable(outer));

    /// <summary>What a fault list looks like in a failing test.</summary>
    public static void AssertNone(IEnumerable<string> faults, string advice)
    {
        var list = faults.ToList();
        Assert.True(list.Count == 0, $"{advice}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", list)}");
    }

    /// <summary><c>DeferredAcceptance</c> becomes <c>deferred-acceptance</c>.</summary>
    public static string Kebab(string name) => Hump().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)(?=[A-Z][a-z])|(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Hump();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has Pathways.sln.");
    }
}
