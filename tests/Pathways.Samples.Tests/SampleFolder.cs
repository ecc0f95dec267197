namespace Pathways.Samples.Tests;

/// <summary>Where the files of the samples are.</summary>
internal static class SampleFolder
{
    public static string Marlborough { get; } = Path.Combine(Root(), "samples", "marlborough");

    private static string Root()
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
