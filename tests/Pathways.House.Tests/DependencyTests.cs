using System.Reflection;

namespace Pathways.House.Tests;

public class DependencyTests
{
    /// <summary>Who may reference whom, besides the base class library. Change it together with docs/decisions.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Pathways.Abstractions"] = ["NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["Pathways.Curriculum"] = ["Pathways.Abstractions", "NodaTime"],
        ["Pathways.EntityFrameworkCore"] =
        [
            "Pathways.Abstractions", "NodaTime", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational",
        ],
        ["Pathways.EntityFrameworkCore.PostgreSql"] =
        [
            "Pathways.Abstractions", "Pathways.EntityFrameworkCore", "NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions", "Npgsql",
            "Npgsql.EntityFrameworkCore.PostgreSQL",
        ],
        ["Pathways.EntityFrameworkCore.Sqlite"] =
        [
            "Pathways.Abstractions", "Pathways.EntityFrameworkCore", "NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Data.Sqlite",
            "Microsoft.EntityFrameworkCore.Sqlite",
        ],
        ["Pathways.Interchange"] = ["Pathways.Abstractions", "NodaTime", "CsvHelper"],
        ["Pathways.Matching"] = ["Pathways.Abstractions", "NodaTime"],
        ["Pathways.Partners"] = ["Pathways.Abstractions", "NodaTime"],
        ["Pathways.Placements"] = ["Pathways.Abstractions", "NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["Pathways.Simulation"] = ["Pathways.Matching", "Pathways.Abstractions", "NodaTime"],
        ["Pathways.Testing"] = ["Pathways.Abstractions", "NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["Pathways.WorkRules"] = ["Pathways.Abstractions", "NodaTime"],
        ["Pathways.Cli"] =
        [
            "Pathways.Abstractions", "Pathways.Curriculum", "Pathways.EntityFrameworkCore", "Pathways.EntityFrameworkCore.PostgreSql", "Pathways.EntityFrameworkCore.Sqlite",
            "Pathways.Interchange", "Pathways.Matching", "Pathways.Partners", "Pathways.Placements", "Pathways.Simulation", "Pathways.Testing", "Pathways.WorkRules", "NodaTime", "Spectre.Console", "System.CommandLine",
            "Microsoft.Data.Sqlite", "Npgsql",
        ],
    };

    // Packages of these families are a dependency like any other; only what comes with the runtime is free.
    private static readonly string[] Runtime = [.. Directory.GetFiles(
        Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Fact]
    public void Every_project_in_src_has_a_row_in_the_table() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), House.Assemblies.Select(assembly => assembly.GetName().Name));

    [Fact]
    public void Dependencies_point_inwards() => House.AssertNone(
        from assembly in House.Assemblies
        let name = assembly.GetName().Name!
        from reference in Faults(assembly.GetReferencedAssemblies(), Allowed.GetValueOrDefault(name, []))
        select $"{name} references {reference}",
        "A project references what it must not. Maybe the type belongs in Pathways.Abstractions, or the table in this test and "
        + "docs/decisions need a change:");

    [Fact]
    public void Package_references_point_inwards_too() => House.AssertNone(
        from assembly in House.Assemblies
        let name = assembly.GetName().Name!
        let project = System.Xml.Linq.XDocument.Load(Path.Combine(House.Root, "src", name, name + ".csproj"))
        from reference in project.Descendants().Where(e => e.Name.LocalName is "PackageReference" or "ProjectReference")
        let target = Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/') is var include
            && include.EndsWith(".csproj", StringComparison.Ordinal) ? include : include + ".package")
        where !Allowed.GetValueOrDefault(name, []).Contains(target)
        select $"{name}.csproj references {target}",
        "A project file references what it must not:");

    [Fact]
    public void A_forbidden_reference_is_found() => Assert.Equal(
        ["CsvHelper", "Pathways.Cli"],
        Faults([new("System.Runtime"), new("CsvHelper"), new("NodaTime"), new("Pathways.Cli")], ["NodaTime"]));

    private static IEnumerable<string> Faults(IEnumerable<AssemblyName> references, string[] allowed) => references
        .Select(reference => reference.Name!)
        .Where(name => !Runtime.Contains(name) && !allowed.Contains(name))
        .Order(StringComparer.Ordinal);
}
