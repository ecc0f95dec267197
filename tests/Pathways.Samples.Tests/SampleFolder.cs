namespace Pathways.Samples.Tests;

/// <summary>Where the files of the samples are.</summary>
internal static class SampleFolder
{
    public static string Root { get; } = Find();

    public static string Marlborough { get; } = Path.Combine(Root, "samples", "marlborough");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pathways.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder;
    }
}
