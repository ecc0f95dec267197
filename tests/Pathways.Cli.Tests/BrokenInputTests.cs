namespace Pathways.Cli.Tests;

/// <summary>Whatever is broken: an error with its place, exit code 2, no stack trace, no output.</summary>
public class BrokenInputTests
{
    private static readonly string Folders = Path.Combine(Shell.Root, "tests", "Pathways.Interchange.Tests");
    private static readonly string ProblemFiles = Path.Combine(Shell.Root, "tests", "Pathways.Matching.Tests", "Files");

    public static TheoryData<string> BrokenFolders => Names(Directory.GetDirectories(Path.Combine(Folders, "broken")));

    public static TheoryData<string> BrokenProblems => Names(Directory.GetFiles(Path.Combine(ProblemFiles, "broken"), "*.json"));

    [Theory]
    [MemberData(nameof(BrokenFolders))]
    public void A_broken_folder(string name)
    {
        using var folder = new TempFolder();
        Overlay(folder.In("cohort"), Path.Combine(Folders, "good"));
        Overlay(folder.In("cohort"), Path.Combine(Folders, "broken", name));
        var run = Refused(folder, folder.In("cohort"));
        foreach (var line in File.ReadLines(Path.Combine(Folders, "broken", name, "expected.txt")))
        {
            Assert.Contains($"{folder.In("cohort")}{Path.DirectorySeparatorChar}{line}: ", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(BrokenProblems))]
    public void A_broken_problem_file(string name)
    {
        using var folder = new TempFolder();
        var run = Refused(folder, Path.Combine(ProblemFiles, "broken", name));
        var expected = File.ReadAllLines(Path.Combine(ProblemFiles, "broken", Path.ChangeExtension(name, ".expected")));
        Assert.NotEmpty(expected);
        var said = run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length + 1, said.Length); // and last, how many they are
        Assert.All(expected.Zip(said), pair => Assert.StartsWith(
            $"{Path.Combine(ProblemFiles, "broken")}{Path.DirectorySeparatorChar}{pair.First}: ", pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_hundred_problem_files_cut_short()
    {
        using var folder = new TempFolder();
        var good = File.ReadAllText(Path.Combine(ProblemFiles, "good.json")).TrimEnd();
        for (var i = 0; i < 200; i++)
        {
            var cut = Seed.From(i).DrawBelow(good.Length - 1);
            Refused(folder, folder.File("cut.json", good[..cut]));
        }
    }

    [Fact]
    public void Two_hundred_problem_files_with_a_wrong_token()
    {
        using var folder = new TempFolder();
        var good = File.ReadAllText(Path.Combine(ProblemFiles, "good.json"));
        var strings = Enumerable.Range(0, good.Length).Where(i => good[i] == '"').Chunk(2).Select(pair => (pair[0], pair[1] + 1)).ToList();
        for (var i = 0; i < 200; i++)
        {
            // A text where it must be something else, or the other way round: never right, whatever text it was.
            var (start, end) = strings[Seed.From(i).DrawBelow(strings.Count)];
            Refused(folder, folder.File("wrong.json", $"{good[..start]}@{good[end..]}"));
        }
    }

    private static Shell Refused(TempFolder folder, string input)
    {
        var run = Shell.Run("match", input, "--out", folder.In("out"));
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Matches(@":\d+:\d+: [a-z_.-]+: .", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("should not happen", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.In("out")));
        return run;
    }

    private static void Overlay(string target, string source)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(source))
        {
            var name = Path.GetFileName(file);
            if (name.EndsWith(".absent", StringComparison.Ordinal))
            {
                File.Delete(Path.Combine(target, name[..^".absent".Length]));
            }
            else
            {
                File.Copy(file, Path.Combine(target, name), overwrite: true);
            }
        }
    }

    private static TheoryData<string> Names(string[] paths) => [.. paths.Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
