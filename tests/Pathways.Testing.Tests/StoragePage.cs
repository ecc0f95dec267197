using System.Text.RegularExpressions;

namespace Pathways.Testing.Tests;

/// <summary>Parts of docs/storage.md are generated. Run the tests with PATHWAYS_UPDATE_DOCS=1 to write them anew.</summary>
internal static class StoragePage
{
    private static readonly Lock Gate = new();

    /// <summary>The part is there as it is generated, or is written.</summary>
    public static void Holds(string name, string content)
    {
        lock (Gate)
        {
            var path = Path.Combine(Root(), "docs", "storage.md");
            var written = File.ReadAllText(path).ReplaceLineEndings("\n");
            var place = new Regex($"(<!-- generated: {name} -->\n).*?(<!-- end -->)", RegexOptions.Singleline);
            Assert.Matches(place, written);
            var expected = place.Replace(written, match => match.Groups[1].Value + content + match.Groups[2].Value, 1);
            if (Environment.GetEnvironmentVariable("PATHWAYS_UPDATE_DOCS") == "1")
            {
                File.WriteAllText(path, expected);
                return;
            }

            Assert.Equal(expected, written);
        }
    }

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pathways.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The folder of the solution is not above the tests.");
        }

        return folder;
    }
}
