using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Pathways.House.Tests;

/// <summary>Compiles the C# examples of Markdown pages, all in one run of the compiler that built these tests.</summary>
/// <remarks>
/// Each example is a file of its own, as in a console project with implicit usings: statements go into a method, types beside it.
/// <c>csharp continued</c> goes on where the example before it on the same page ended. Errors name the line of the page.
/// </remarks>
internal static partial class Snippets
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>Whether a block is C# at all.</summary>
    public static bool IsCSharp(MarkdownBlock block) => block.Words.Split(' ')[0] is "csharp" or "cs" or "c#";

    /// <summary>Whether a block says that it cannot be compiled.</summary>
    public static bool IsSkipped(MarkdownBlock block) => block.Words.Split(' ').Contains("nocompile");

    /// <summary>What the compiler says against the blocks; empty when they are sound.</summary>
    public static IReadOnlyList<string> Errors(IEnumerable<MarkdownBlock> blocks)
    {
        var folder = Directory.CreateTempSubdirectory("pathways-examples-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Usings.cs"), Usings);
            foreach (var (text, index) in Joined(blocks).Select((example, index) => (Source(example, index), index)))
            {
                File.WriteAllText(Path.Combine(folder, $"Example{index}.cs"), text);
            }

            return Compile(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<List<MarkdownBlock>> Joined(IEnumerable<MarkdownBlock> blocks)
    {
        var example = new List<MarkdownBlock>();
        foreach (var block in blocks)
        {
            var goesOn = block.Words.Split(' ').Contains("continued") && example.Count > 0 && example[^1].Page == block.Page;
            if (!goesOn && example.Count > 0)
            {
                yield return example;
                example = [];
            }

            example.Add(block);
        }

        if (example.Count > 0)
        {
            yield return example;
        }
    }

    private static string Source(List<MarkdownBlock> example, int index)
    {
        var (usings, statements, types) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var hasNamespace = false;
        foreach (var block in example)
        {
            var isType = false;
            for (var i = 0; i < block.Lines.Length; i++)
            {
                var line = block.Lines[i];
                isType |= Declaration().IsMatch(line) || (AheadOfType().IsMatch(line) && LeadsToType(block.Lines, i + 1));
                hasNamespace |= line.StartsWith("namespace ", StringComparison.Ordinal);
                var part = Using().IsMatch(line) ? usings : isType ? types : statements;
                part.Append("#line ").Append(block.Line + i).Append(" \"").Append(block.Page).AppendLine("\"").AppendLine(line);
            }
        }

        var method = $$"""
            internal static class Example{{index}}
            {
                internal static async Task Run(string[] args)
                {
                    {{statements}}
                    await Task.CompletedTask;
                }
            }
            """;
        return hasNamespace
            ? $"{usings}\n{types}"
            : $"{usings}\nnamespace Example{index}Scope\n{{\n{method}\n{types}\n}}";
    }

    private static bool LeadsToType(ImmutableArray<string> lines, int next)
    {
        while (next < lines.Length && AheadOfType().IsMatch(lines[next]))
        {
            next++;
        }

        return next < lines.Length && Declaration().IsMatch(lines[next]);
    }

    private static List<string> Compile(string folder)
    {
        var answers = Path.Combine(folder, "arguments.rsp");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        File.WriteAllLines(answers,
        [
            "-noconfig", "-nostdlib+", "-target:library", "-langversion:latest", "-nullable:enable", "-warn:0", "-unsafe-",
            "-preferreduilang:en", $"-out:\"{Path.Combine(folder, "Examples.dll")}\"",
            .. references.Select(reference => $"-r:\"{reference}\""),
            $"\"{Path.Combine(folder, "*.cs")}\"",
        ]);

        var dotnet = Metadata("Dotnet") is { Length: > 0 } host ? host : "dotnet";
        var start = new ProcessStartInfo(dotnet, ["exec", Metadata("Compiler"), "-noconfig", "@" + answers])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var compiler = Process.Start(start)!;
        var output = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();

        var errors = output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.StartsWith("error ", StringComparison.Ordinal))
            .Select(line => line.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
            .ToList();
        return compiler.ExitCode != 0 && errors.Count == 0 ? [$"The compiler failed: {output}"] : errors;
    }

    private static string Metadata(string key) => typeof(Snippets).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value ?? "";

    [GeneratedRegex(@"^using (static )?[\w.]+( = [\w.<>]+)?;\s*(//.*)?$")]
    private static partial Regex Using();

    [GeneratedRegex(@"^(public |internal |file |sealed |abstract |static |readonly |partial |ref )*(class|record|struct|interface|enum|delegate|namespace) ")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(///|\[[A-Z])")]
    private static partial Regex AheadOfType();
}
