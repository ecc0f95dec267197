using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pathways.Samples.Tests;

/// <summary>Runs a sample, and finds what a page says that it prints.</summary>
internal static partial class SampleProgram
{
    /// <summary>All that the page of concepts shows, one block after the other.</summary>
    public static async Task<string> ShownAsync(string page)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(SampleFolder.Root, "docs", "concepts", page));
        return string.Join('\n', Transcript().Matches(text).Select(block => block.Groups["text"].Value));
    }

    public static async Task<string> RunAsync(string name, params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.Equal("", await errors);
        Assert.Equal(0, process.ExitCode);
        return await output;
    }

    [GeneratedRegex("^```text\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Transcript();
}
