using System.Diagnostics;

namespace Pathways.Cli.Tests;

/// <summary>The command as a process of its own, as a shell sees it.</summary>
public class ProcessTests
{
    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, "Pathways.Cli.dll");

    // A test run started in the background ignores Ctrl-C, and so would every process that it starts.
    private static readonly string Program = OperatingSystem.IsLinux() ? "env" : "dotnet";
    private static readonly string[] BeforeIt = OperatingSystem.IsLinux() ? ["--default-signal=INT", "dotnet"] : [];

    [Fact]
    public void Standard_output_holds_json_and_nothing_else()
    {
        using var process = Start("match", Shell.Sample, "--json");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal("pathways/matching@1", new Shell(0, output, "").Json.GetProperty("format").GetString());
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Bad_input_ends_with_2()
    {
        using var process = Start("match", "nowhere");
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith("nowhere:0:0: problem.file.missing: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_can_be_read_although_places_and_later_names_need_a_second_look()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // no /dev/stdin there
        }

        Assert.Equal((0, ""), Piped(Problems.Clinic));
        var (code, error) = Piped(Problems.Clinic.Replace("[\"clinic\", [", "[\"moon\", [", StringComparison.Ordinal));
        Assert.Equal(2, code);
        Assert.StartsWith("/dev/stdin:3:36: problem.students.preferences.unknown: ", error, StringComparison.Ordinal);

        static (int, string) Piped(string problem)
        {
            using var process = Start("match", "/dev/stdin", "--quiet");
            process.StandardInput.Write(problem);
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, error);
        }
    }

    [Fact]
    public void Ctrl_C_ends_with_130_and_leaves_no_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a process cannot send Ctrl-C to another one there
        }

        using var folder = new TempFolder();
        using var process = Start("generate", "--students", "300000", "--opportunities", "1000", "--out", folder.In("p.json"));
        Assert.True(SpinWait.SpinUntil(() => process.HasExited || Directory.EnumerateFileSystemEntries(folder.Path).Any(), 60_000), "Nothing was written.");
        Assert.False(process.HasExited);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        var ended = process.WaitForExit(60_000);
        process.Kill();
        Assert.True(ended, "Ctrl-C was not heeded.");
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo(Program, [.. BeforeIt, Command, .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
    })!;
}
