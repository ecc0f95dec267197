using System.Diagnostics;

namespace Pathways.House.Tests;

/// <summary>The files that belong to the repository, by their path from its root with forward slashes.</summary>
internal static class SourceTree
{
    private static readonly string[] Skipped = ["bin", "obj", ".git", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts", "out"];

    /// <summary>All files: what git tracks or would track; every file outside build folders where git is not at hand.</summary>
    public static ImmutableArray<string> Files { get; } =
    [
        .. (FromGit() ?? FromFolders("")).Where(path => File.Exists(Full(path))).Order(StringComparer.Ordinal),
    ];

    /// <summary>The C# files of src, tests, samples and benchmarks.</summary>
    public static IEnumerable<string> Code => Files.Where(path =>
        path.EndsWith(".cs", StringComparison.Ordinal)
        && path.Split('/')[0] is "src" or "tests" or "samples" or "benchmarks");

    /// <summary>The Markdown files.</summary>
    public static IEnumerable<string> Pages => Files.Where(path => path.EndsWith(".md", StringComparison.Ordinal));

    /// <summary>Where a file is on this machine.</summary>
    public static string Full(string path) => Path.Combine(House.Root, path);

    /// <summary>The text of a file.</summary>
    public static string Text(string path) => File.ReadAllText(Full(path));

    /// <summary>The lines of a file.</summary>
    public static string[] Lines(string path) => File.ReadAllLines(Full(path));

    private static List<string>? FromGit()
    {
        if (!Path.Exists(Path.Combine(House.Root, ".git")))
        {
            return null;
        }

        try
        {
            var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = House.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 && paths.Length > 0 ? [.. paths] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // no git on this machine
        }
    }

    private static IEnumerable<string> FromFolders(string folder)
    {
        foreach (var entry in new DirectoryInfo(Full(folder)).EnumerateFileSystemInfos())
        {
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (entry is FileInfo && entry.Extension is not (".nupkg" or ".snupkg"))
            {
                yield return path;
            }
            else if (entry is DirectoryInfo && !Skipped.Contains(entry.Name))
            {
                foreach (var inner in FromFolders(path))
                {
                    yield return inner;
                }
            }
        }
    }
}
