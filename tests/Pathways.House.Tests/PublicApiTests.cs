using System.Reflection;

namespace Pathways.House.Tests;

public class PublicApiTests
{
    private const string Update = "PATHWAYS_UPDATE_DOCS";

    [Fact]
    public void Public_api_is_the_one_in_docs_api()
    {
        var folder = Path.Combine(House.Root, "docs", "api");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Directory.CreateDirectory(folder);
            foreach (var assembly in House.Libraries)
            {
                File.WriteAllText(FileOf(assembly), string.Concat(ApiDump.Lines(assembly).Select(line => line + "\n")));
            }
        }

        House.AssertNone(
            House.Libraries.SelectMany(assembly => Changes(
                assembly.GetName().Name!,
                File.Exists(FileOf(assembly)) ? File.ReadAllLines(FileOf(assembly)) : [],
                [.. ApiDump.Lines(assembly)])),
            $"The public API changed (+ added, - removed). If that is meant: {Update}=1 dotnet test tests/Pathways.House.Tests, "
            + "commit docs/api/, and say so in CHANGELOG.md:");
    }

    [Fact]
    public void No_snapshot_is_left_of_a_library_that_is_gone() => House.AssertNone(
        Directory.GetFiles(Path.Combine(House.Root, "docs", "api"), "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Except(House.Libraries.Select(assembly => assembly.GetName().Name!)),
        "docs/api describes libraries that do not exist:");

    [Fact]
    public void The_command_has_no_public_types() => House.AssertNone(
        House.Assemblies.Except(House.Libraries).SelectMany(House.PublicTypes).Select(type => type.FullName!),
        "Nobody references a program, so nothing in it is public:");

    [Fact]
    public void A_change_is_shown_with_the_type_it_belongs_to() => Assert.Equal(
        ["Lib: - in A: int X", "Lib: + in A: long X", "Lib: + B"],
        Changes("Lib", ["A", "    int X", "    int Y"], ["A", "    long X", "    int Y", "B"]));

    [Fact]
    public void The_dump_reads_like_the_source() => Assert.Equal(
        [
            "readonly record struct Pathways.Actor",
            "    new(ActorId Id, Role Role)",
            "    static Actor Clock { get; }",
            "    ActorId Id { get; init; }",
            "    Role Role { get; init; }",
            "    override string ToString()",
        ],
        ApiDump.Lines(typeof(Actor)));

    private static string FileOf(Assembly assembly) => Path.Combine(House.Root, "docs", "api", assembly.GetName().Name + ".txt");

    private static IEnumerable<string> Changes(string library, string[] before, string[] after)
    {
        var (old, now) = (Qualified(before).ToList(), Qualified(after).ToList());
        return old.Except(now).Select(line => $"{library}: - {line}").Concat(now.Except(old).Select(line => $"{library}: + {line}"));
    }

    private static IEnumerable<string> Qualified(string[] lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith(' '))
            {
                type = line;
                yield return line;
            }
            else
            {
                yield return $"in {type}: {line.Trim()}";
            }
        }
    }
}
