namespace Pathways.Tests.Industries;

public class CareerClusterTests
{
    [Fact]
    public void There_are_14_clusters_in_6_groupings_with_72_sub_clusters()
    {
        Assert.Equal(14, CareerCluster.All.Length);
        Assert.Equal(6, CareerCluster.All.Select(cluster => cluster.Grouping).Distinct().Count());
        Assert.Equal(72, CareerCluster.All.Sum(cluster => cluster.SubClusters.Length));
        Assert.Equal(72, CareerCluster.All.SelectMany(cluster => cluster.SubClusters).Distinct().Count());
    }

    [Fact]
    public void Codes_and_names_are_unique_and_the_code_begins_with_that_of_the_grouping()
    {
        Assert.Equal(14, CareerCluster.All.Select(cluster => cluster.Code).Distinct().Count());
        Assert.Equal(14, CareerCluster.All.Select(cluster => cluster.Name).Distinct().Count());
        Assert.Equal(6, CareerCluster.All.Select(cluster => (cluster.Code[..2], cluster.Grouping)).Distinct().Count());
    }

    [Fact]
    public void Three_clusters_run_across_all_the_others() =>
        Assert.Equal(
            [CareerCluster.DigitalTechnology, CareerCluster.ManagementAndEntrepreneurship, CareerCluster.MarketingAndSales],
            CareerCluster.All.Where(cluster => cluster.IsCrossCutting));

    [Theory]
    [InlineData("Arts, Entertainment, & Design")]
    [InlineData("Arts, Entertainment & Design")]
    [InlineData("Arts, Entertainment and Design")]
    [InlineData("arts entertainment AND design")]
    [InlineData("  Arts,  Entertainment,&Design ")]
    [InlineData("020100")]
    [InlineData(" 020100 ")]
    public void A_cluster_is_found_however_its_name_is_written(string text)
    {
        Assert.True(CareerCluster.TryFind(text, out var cluster));
        Assert.Same(CareerCluster.ArtsEntertainmentAndDesign, cluster);
    }

    [Fact]
    public void Every_cluster_is_found_by_name_and_by_code() =>
        Assert.All(CareerCluster.All, cluster =>
        {
            Assert.True(CareerCluster.TryFind(cluster.Name, out var byName));
            Assert.True(CareerCluster.TryFind(cluster.Code, out var byCode));
            Assert.Same(cluster, byName);
            Assert.Same(cluster, byCode);
            Assert.Equal(cluster.Name, cluster.ToString());
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Arts")]
    [InlineData("Health Science")]
    [InlineData("20100")]
    public void What_is_no_cluster_is_not_found(string? text)
    {
        Assert.False(CareerCluster.TryFind(text, out var cluster));
        Assert.Null(cluster);
    }

    [Fact]
    public void There_are_16_old_clusters_and_only_STEM_was_dissolved()
    {
        Assert.Equal(16, LegacyCareerCluster.All.Length);
        Assert.Equal(16, LegacyCareerCluster.All.Select(old => old.Name).Distinct().Count());
        Assert.Equal(LegacyCareerCluster.All.Select(old => old.Name).Order(StringComparer.Ordinal), LegacyCareerCluster.All.Select(old => old.Name));
        var dissolved = Assert.Single(LegacyCareerCluster.All, old => old.Successor is null);
        Assert.Equal("Science, Technology, Engineering & Mathematics", dissolved.Name);
        Assert.NotEmpty(dissolved.Note);
    }

    [Theory]
    [InlineData("Health Science")]
    [InlineData("health science")]
    public void An_old_cluster_leads_to_its_successor(string name) =>
        Assert.Same(CareerCluster.HealthcareAndHumanServices, LegacyCareerCluster.Find(name)!.Successor);

    [Theory]
    [InlineData("Science, Technology, Engineering and Mathematics")]
    [InlineData("science technology engineering & mathematics")]
    public void The_dissolved_cluster_is_found_too(string name) => Assert.Null(LegacyCareerCluster.Find(name)!.Successor);

    [Fact]
    public void A_new_name_is_no_old_name() => Assert.Null(LegacyCareerCluster.Find("Digital Technology"));

    [Fact]
    public void The_sectors_of_Marlborough_are_three_with_a_cluster_each()
    {
        Assert.Equal(["engineering", "healthcare", "computing"], SectorPresets.Marlborough.Select(sector => sector.Id.Value));
        Assert.Equal(
            [CareerCluster.AdvancedManufacturing, CareerCluster.HealthcareAndHumanServices, CareerCluster.DigitalTechnology],
            SectorPresets.Marlborough.Select(sector => Assert.Single(sector.Clusters)));
        Assert.All(SectorPresets.Marlborough, sector => Assert.Equal(sector.Name, sector.ToString()));
    }
}
