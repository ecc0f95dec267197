using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pathways.Samples.Tests;

public partial class CurriculumIntroTests
{
    [Fact]
    public async Task It_prints_what_the_page_on_the_curriculum_shows()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(SampleFolder.Root, "docs", "concepts", "curriculum.md"));
        var shown = Transcript().Matches(page).Select(block => block.Groups["text"].Value);

        Assert.Equal(string.Join('\n', shown), await Output());
    }

    private static async Task<string> Output()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "CurriculumIntro.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.Equal("", await errors);
        Assert.Equal(0, process.ExitCode);
        return await output;
    }

    [GeneratedRegex("^```text\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Transcript();
}
