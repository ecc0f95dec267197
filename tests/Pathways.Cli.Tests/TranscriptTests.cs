using System.Text.RegularExpressions;

namespace Pathways.Cli.Tests;

/// <summary>What the pages show the command printing is what it prints; lines may be left out, and times may differ.</summary>
public partial class TranscriptTests
{
    public static TheoryData<string, string> Transcripts
    {
        get
        {
            var found = new TheoryData<string, string>();
            foreach (var page in Directory.GetFiles(Path.Combine(Shell.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Shell.Root, "README.md")))
            {
                foreach (Match block in Blocks().Matches(File.ReadAllText(page)))
                {
                    found.Add(Path.GetRelativePath(Shell.Root, page), block.Groups[1].Value);
                }
            }

            return found;
        }
    }

    [Fact]
    public void The_readme_shows_a_match_and_an_explanation() =>
        Assert.Equal(["explain", "match"], Transcripts.Select(row => (string)row[0] == "README.md" ? Commands().Match((string)row[1]).Groups[1].Value.Split(' ')[0] : "").Where(name => name.Length > 0).Distinct().Order());

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void A_transcript_is_what_the_command_prints(string page, string block)
    {
        using var folder = new TempFolder();
        Shell.Run("match", Shell.Sample, "--out", folder.In("result"), "--quiet");
        Queue<string> printed = new();
        foreach (var line in block.Split('\n').Where(line => line.Trim() is not ("" or "...")))
        {
            if (Commands().Match(line) is { Success: true } command)
            {
                var args = command.Groups[1].Value.Split(' ').Select(word => word.StartsWith("samples/", StringComparison.Ordinal)
                    ? Path.Combine(Shell.Root, word)
                    : word.StartsWith("result", StringComparison.Ordinal) || word == "pathways.db" ? folder.In(word) : word);
                printed = new(Shell.Run([.. args]).Output.Replace($"{folder.Path}{Path.DirectorySeparatorChar}", "", StringComparison.Ordinal).Split('\n').Select(Plain));
                continue;
            }

            while (printed.TryDequeue(out var next) && next != Plain(line))
            {
                Assert.True(printed.Count > 0, $"{page} shows what is not printed: {line}");
            }
        }
    }

    private static string Plain(string line) => Times().Replace(line, "N ms").TrimEnd();

    [GeneratedRegex(@"```text\r?\n(\$ .*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^\$ (?:pathways|dotnet run --project src/Pathways\.Cli --) (.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"[\d.]+ ms")]
    private static partial Regex Times();
}
