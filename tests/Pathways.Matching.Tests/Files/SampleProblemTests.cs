using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

/// <summary>The small problems of the samples are what their names say.</summary>
public sealed class SampleProblemTests
{
    private static string Folder => Path.Combine(Repository.Root, "samples", "problems");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_is_read_compiled_and_listed(string name)
    {
        var compiled = CompiledProblem.Compile(Read(name));
        Assert.Equal(default, compiled.Dropped);
        Assert.Equal(name == "refused.json", compiled.Unsettled.Length > 0);
        Assert.Equal(name is "ties.json" or "refused.json", compiled.Market.IsResponsive);
        Assert.Contains($"[{name}]({name})", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_holds_what_its_name_says()
    {
        Assert.Equal(1, Compiled("partner-caps.json").Caps!.Depth);
        Assert.Equal(3, Compiled("nested-caps.json").Caps!.Depth);
        Assert.Equal([true, false], Compiled("soft-reserves.json").Plan!.PassesOn);
        Assert.Equal([false, false], Compiled("hard-reserves.json").Plan!.PassesOn);
        Assert.Equal([true, false], Compiled("overlapping-groups.json").Plan!.FillsTogether);
        Assert.Equal(5, Compiled("slots.json").Plan!.Seats.Length);
        Assert.NotNull(Compiled("ties.json").Tied);
        Assert.Equal(
            ["mechanism.caps-cross", "mechanism.caps-order", "mechanism.caps-order", "mechanism.reserves-mixed", "mechanism.reserves-under-cap"],
            CompiledProblem.Compile(Read("refused.json")).Unsettled.Select(refusal => refusal.Code).Order(StringComparer.Ordinal));
    }

    private static Matching.Kernel.Market Compiled(string name) => CompiledProblem.Compile(Read(name)).Market;

    private static MatchingProblem Read(string name) => ProblemFile.Read(Path.Combine(Folder, name)).Get();
}
