namespace Pathways.House.Tests;

public class KernelTests
{
    private const string Folder = "src/Pathways.Matching/Kernel/";
    private static readonly string[] Sections = ["Method", "Guarantees", "Cost", "Certificate", "Source"];

    /// <summary>Kernel files that are no algorithms and have no test file of their own: by which file each is tested.</summary>
    private static readonly Dictionary<string, string> TestedBy = new(StringComparer.Ordinal)
    {
        ["CapHoldings"] = "LaminarChoiceTests",
        ["CapOffers"] = "PartnerProposingDeferredAcceptanceTests",
        ["CommonOrder"] = "CapTreeCompilerTests",
        ["IApplicantOrder"] = "ApplicantOrderTests",
        ["IChoiceFunction"] = "MarketTests",
        ["Fetch"] = "DeferredAcceptanceTests",
        ["SeatPlan"] = "MarketTests",
        ["Solution"] = "MechanismRunTests",
        ["StrictMarket.Traces"] = "StrictMarketTests",
        ["Draws"] = "LargestStableTests",
        ["Places"] = "PromotedProjectProposalsTests",
        ["SecondChances"] = "PromotedProjectProposalsTests",
        ["ShuffledPlaces"] = "LargestStableTests",
        ["StableSeats"] = "TieWalksTests",
        ["ThresholdBox"] = "ThresholdPropagationTests",
        ["ThresholdChoice"] = "ThresholdBoundTests",
        ["ThresholdPrices"] = "ThresholdBoundTests",
        ["ThresholdSearch"] = "ExactLargestStableTests",
        ["TieComponents"] = "ExactLargestStableTests",
        ["TieCore"] = "ThresholdPropagationTests",
    };

    private static IEnumerable<string> Kernel => SourceTree.Code
        .Where(path => path.StartsWith(Folder, StringComparison.Ordinal));

    [Fact]
    public void Every_algorithm_has_its_test_its_page_and_its_benchmark() => House.AssertNone(
        from path in Kernel
        where IsAlgorithm(SourceTree.Text(path))
        let name = Path.GetFileNameWithoutExtension(path)
        let inner = path[Folder.Length..^(name.Length + 3)]
        from companion in new[]
        {
            $"tests/Pathways.Matching.Tests/Kernel/{inner}{name}Tests.cs",
            $"benchmarks/Pathways.Benchmarks/Kernel/{inner}{name}Benchmark.cs",
            $"docs/algorithms/{House.Kebab(name)}.md",
        }
        where !SourceTree.Files.Contains(companion)
        select $"{path} needs {companion}",
        "One algorithm a file, and with it a test, a benchmark and a page:");

    [Fact]
    public void Every_algorithm_says_the_same_five_things_in_the_same_order() => House.AssertNone(
        from path in Kernel
        let text = SourceTree.Text(path)
        where IsAlgorithm(text)
        let missing = MissingSections(text).ToList()
        where missing.Count > 0
        select $"{path}: {string.Join(", ", missing)}",
        $"The remarks of an algorithm are {string.Join(", ", Sections)}, in this order, each once. Missing or out of place:");

    [Fact]
    public void Every_other_kernel_file_is_tested_too() => House.AssertNone(
        from path in Kernel
        where !IsAlgorithm(SourceTree.Text(path))
        let name = Path.GetFileNameWithoutExtension(path)
        let test = $"tests/Pathways.Matching.Tests/Kernel/{TestedBy.GetValueOrDefault(name, name + "Tests")}.cs"
        where !SourceTree.Files.Contains(test)
        select $"{path} needs {test}",
        "A kernel file has a test file of its name, or a row in the table of this test that says which file tests it:");

    [Fact]
    public void Every_page_about_an_algorithm_is_about_one_that_exists() => House.AssertNone(
        from path in SourceTree.Pages
        where path.StartsWith("docs/algorithms/", StringComparison.Ordinal) && !path.EndsWith("/README.md", StringComparison.Ordinal)
        where !Kernel.Any(file => House.Kebab(Path.GetFileNameWithoutExtension(file)) == Path.GetFileNameWithoutExtension(path))
        select path,
        "No kernel file goes by the name of these pages. Maybe it was renamed:");

    [Fact]
    public void The_table_names_only_what_is_there() => House.AssertNone(
        TestedBy.Keys.Where(name => !Kernel.Any(path => Path.GetFileNameWithoutExtension(path) == name)),
        "The table of this test names kernel files that do not exist:");

    [Fact]
    public void A_missing_section_is_found()
    {
        const string Good = "<b>Method.</b> <b>Guarantees.</b> <b>Cost.</b> <b>Certificate.</b> <b>Source.</b>";
        Assert.True(IsAlgorithm("/// <para><b>Method.</b> Each ...\ninternal static class X"));
        Assert.False(IsAlgorithm("internal sealed class Market"));
        Assert.Empty(MissingSections(Good));
        Assert.Equal(["Cost"], MissingSections(Good.Replace("Cost", "Price", StringComparison.Ordinal)));
        Assert.Equal(["Source"], MissingSections("<b>Source.</b> <b>Method.</b> <b>Guarantees.</b> <b>Cost.</b> <b>Certificate.</b>"));
        Assert.Equal("top-trading-cycles", House.Kebab("TopTradingCycles"));
    }

    private static bool IsAlgorithm(string text) => text.Contains("<b>Method.</b>", StringComparison.Ordinal);

    private static IEnumerable<string> MissingSections(string text)
    {
        var from = 0;
        foreach (var section in Sections)
        {
            var mark = $"<b>{section}.</b>";
            var at = text.IndexOf(mark, from, StringComparison.Ordinal);
            if (at < 0)
            {
                yield return section;
            }
            else
            {
                from = at + mark.Length;
            }
        }
    }
}
