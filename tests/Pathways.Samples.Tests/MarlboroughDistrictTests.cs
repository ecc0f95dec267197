using MarlboroughGenerator;
using Pathways.Curriculum;
using Pathways.Interchange;

namespace Pathways.Samples.Tests;

/// <summary>What the district of the sample knows beside its students: demand, pathways, quality, and what is asked of plans.</summary>
public sealed class MarlboroughDistrictTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_default_seed_gives_the_files_in_the_repository()
    {
        var seed = Seed.From(Marlborough.DefaultSeed);
        DistrictFiles.Write(seed, Marlborough.Generate(seed), _folder);

        Assert.Equal(["demand.json", "pathways.json", "plan.json", "quality.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(_folder), file => Assert.Equal(File.ReadAllText(In(Path.GetFileName(file))), File.ReadAllText(file)));
    }

    [Fact]
    public void They_are_read_without_a_fault_and_agree_with_each_other_and_with_the_cohort()
    {
        var (demand, pathways, quality) = (DemandFile.Read(In("demand.json")), PathwayFile.Read(In("pathways.json")), QualityFile.Read(In("quality.json")));
        Assert.Empty(demand.Warnings.Concat(pathways.Warnings).Concat(quality.Warnings));
        Assert.True(PlanTemplateFile.Read(In("plan.json")).Succeeded);

        var cohort = CohortFolder.Read(SampleFolder.Marlborough).Get();
        var offers = cohort.Opportunities.Select(opportunity => (opportunity.Partner, opportunity.Occupation)).ToHashSet();
        Assert.NotEmpty(demand.Get().HardToFill);
        Assert.All(demand.Get().HardToFill, role => Assert.Contains((role.Partner, (OnetSocCode?)role.Occupation), offers));
        var known = pathways.Get().Pathways.Select(pathway => pathway.Id).ToHashSet();
        Assert.All(quality.Get().Scorecards, scorecard => Assert.Contains(scorecard.Pathway, known));
        var schools = cohort.Students.Select(student => student.School).ToHashSet();
        Assert.All(pathways.Get().Pathways.SelectMany(pathway => pathway.Schools), school => Assert.Contains(school, schools));
    }

    [Fact]
    public void Every_figure_of_demand_says_that_it_is_made_up() =>
        Assert.All(DemandFile.Read(In("demand.json")).Get().Records, record => Assert.StartsWith("Made-up", record.Source, StringComparison.Ordinal));

    private static string In(string? name) => Path.Combine(SampleFolder.Marlborough, name!);
}
