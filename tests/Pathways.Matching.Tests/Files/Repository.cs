namespace Pathways.Matching.Tests.Files;

/// <summary>Files of the repository that tests read where they lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string FilesOfTests { get; } = Path.Combine(Root, "tests", "Pathways.Matching.Tests", "Files");

    public static string Good => Path.Combine(FilesOfTests, "good.json");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Pathways.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run within the repository."));
}
