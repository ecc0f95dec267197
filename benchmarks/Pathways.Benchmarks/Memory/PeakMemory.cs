using System.Globalization;
using Pathways.Matching;
using Pathways.Matching.Files;

namespace Pathways.Benchmarks.Memory;

/// <summary>How much memory a process takes at most that gets a problem of a million students, solves it and checks the result.</summary>
internal static class PeakMemory
{
    private const int Students = 1_000_000;
    private const int Choices = 10;

    /// <summary>Prints the peak of this process, so there is one way of getting the problem a process.</summary>
    /// <param name="args"><c>code</c>, or <c>file</c> and a problem file.</param>
    public static void Run(string[] args)
    {
        Report("start");
        var problem = args is ["file", var path] ? ProblemFile.Read(path).Get() : InCode();
        Report("problem");
        var compiled = CompiledProblem.Compile(problem);
        Report("compiled");
        var result = Matcher.Match(compiled).Get();
        Report($"solved, {result.Measures.Matched} of {problem.StudentCount} matched, {(result.Verification!.IsStable ? "verified" : "NOT STABLE")}");
    }

    private static MatchingProblem InCode()
    {
        const int Opportunities = Students / 5;
        string[] names = [.. Enumerable.Range(0, Opportunities).Select(o => $"o{o}")];
        var builder = new MatchingProblemBuilder();
        var list = new List<string>();
        var seed = new Seed(0);
        for (var s = 0; s < Students; s++)
        {
            list.Clear();
            for (var i = 0ul; list.Count < Choices; i++)
            {
                var name = names[seed.Split((ulong)s).Split(i).DrawBelow(Opportunities)];
                if (!list.Contains(name))
                {
                    list.Add(name);
                }
            }

            builder.AddStudent($"s{s}", list);
        }

        for (var o = 0; o < Opportunities; o++)
        {
            builder.AddOpportunity(names[o], o % 4 == 0 ? 6 : 5);
        }

        return builder.Build();
    }

    private static void Report(string step)
    {
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(':')[1].Trim();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step}: peak {peak}"));
    }
}
