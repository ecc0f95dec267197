namespace Pathways.Curriculum.Tests.Occupations;

/// <summary>Releases that a user downloaded: the layout of the text edition (tabs) and of tables with commas.</summary>
public sealed class OnetReleaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_release_is_read_by_the_names_of_its_columns()
    {
        WriteRelease();
        var catalogue = OccupationCatalogue.Read(_folder).Get();
        Assert.Equal("O*NET 30.0", catalogue.Release);
        var machinist = catalogue.Find(OnetSocCode.Parse("51-4041.00"))!;
        Assert.Equal((3, "RC", "Set up machines."), (machinist.JobZone, machinist.InterestHighPoints, machinist.Description));
        Assert.Equal([6.5, 2, 1.5, 1, 1.2, 4], machinist.Interests.AsEnumerable());
        Assert.Equal(["Cut metal, to size.", "Measure parts."], machinist.Tasks.AsEnumerable());
        Assert.Null(catalogue.Find(OnetSocCode.Parse("11-1011.00"))!.JobZone);
        Assert.Empty(catalogue.Zones);
        Assert.Equal("O*NET mine", OccupationCatalogue.Read(_folder, "O*NET mine").Get().Release);
    }

    [Fact]
    public void Every_fault_of_a_release_is_told_with_its_file_and_line()
    {
        WriteRelease();
        Write("Occupation Data.txt", "O*NET-SOC Code\tTitle", "51-4041.00\tMachinists", "51-4041\tMachinists again", "x\tNobody", "15-1252.00\t", "29-1141.00");
        Write("Job Zones.txt", "O*NET-SOC Code\tJob Zone", "51-4041.00\t6", "99-9999.00\t1");
        Write("Interests.txt",
            "O*NET-SOC Code\tElement ID\tScale ID\tData Value", "51-4041.00\t1.B.1.a\tOI\t8", "51-4041.00\t1.B.1.g\tIH\t7", "51-4041.00\t1.B.1.g\tOther\tanything");
        Write("Task Statements.txt", "O*NET-SOC Code\tTask Type");
        File.Delete(Path.Combine(_folder, "Read Me.txt"));
        Assert.Equal(
            [
                ":0:onet.release.missing",
                "Interests.txt:2:onet.interests.malformed", "Interests.txt:3:onet.interests.malformed",
                "Job Zones.txt:2:onet.zone.malformed", "Job Zones.txt:3:onet.code.unknown",
                "Occupation Data.txt:3:onet.code.duplicate", "Occupation Data.txt:4:onet.code.malformed",
                "Occupation Data.txt:5:onet.title.missing", "Occupation Data.txt:6:onet.row.cells",
                "Task Statements.txt:1:onet.header.missing",
            ],
            OccupationCatalogue.Read(_folder).Errors.Select(error => $"{Path.GetRelativePath(_folder, error.File).Replace(".:", ":", StringComparison.Ordinal)}:{error.Line}:{error.Code}".TrimStart('.')));
    }

    [Fact]
    public void Half_a_profile_of_interests_is_a_fault()
    {
        WriteRelease();
        Write("Interests.txt", "O*NET-SOC Code\tElement ID\tScale ID\tData Value", "51-4041.00\t1.B.1.a\tOI\t7");
        var error = Assert.Single(OccupationCatalogue.Read(_folder).Errors);
        Assert.Equal("onet.interests.missing", error.Code);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public void Missing_files_are_named()
    {
        Assert.Equal(
            ["onet.release.missing", "onet.file.missing", "onet.file.missing", "onet.file.missing"],
            OccupationCatalogue.Read(_folder).Errors.Select(error => error.Code));
        Assert.Equal(["onet.file.missing"], OccupationCatalogue.Read(Path.Combine(_folder, "nowhere"), "x").Errors.Select(error => error.Code));
    }

    /// <summary>The form in which the release is shipped is read from a user's file, too, quotation marks and all.</summary>
    [Fact]
    public void A_pivoted_table_is_read()
    {
        var path = Write(
            "mine.csv",
            "onetSocCode,title,jobZone,realistic,investigative,artistic,social,enterprising,conventional,interestHighPoints",
            "51-4041.00,\"Machinists, \"\"and\"\" more\",3,7,3.7,1.93,1.16,1.23,4.42,RCI",
            "55-1011.00,Officers,,,,,,,,");
        var catalogue = OccupationCatalogue.Read(path, "O*NET 29.3").Get();
        Assert.Equal("Machinists, \"and\" more", catalogue.Occupations[0].Title);
        Assert.Empty(catalogue.Occupations[1].Interests);
        Write("mine.csv", "onetSocCode,title", "51-4041.00,\"open");
        Assert.Contains("onet.quote.open", OccupationCatalogue.Read(path, "x").Errors.Select(error => error.Code));
        File.WriteAllText(path, "");
        Assert.Equal(["onet.header.missing"], OccupationCatalogue.Read(path, "x").Errors.Select(error => error.Code));
    }

    /// <summary>The page of the format lists every code that can be given, and no other.</summary>
    [Fact]
    public void The_codes_of_the_page_are_those_of_the_source()
    {
        var given = new[] { "OnetReader", "OnetTable", "ClusterCrosswalk" }
            .SelectMany(name => DocumentedCodes.InSource($"src/Pathways.Curriculum/Occupations/{name}.cs", "onet"))
            .Where(code => code != "onet.cluster.unknown").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(given, DocumentedCodes.OnPage("occupations.md").Where(code => code.StartsWith("onet.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>Search by cluster works over a crosswalk of the user's own.</summary>
    [Fact]
    public void A_crosswalk_puts_occupations_into_clusters()
    {
        var path = Write("crosswalk.csv", "SOC Code,Career Cluster", "51-4041,Advanced Manufacturing", "29-1141.00,Health Science", "15-1252,060100");
        var crosswalk = ClusterCrosswalk.Read(path).Get();
        Assert.Equal(["51-4041.00"], Found(CareerCluster.AdvancedManufacturing));
        Assert.Equal(["29-1141.00"], Found(CareerCluster.HealthcareAndHumanServices)); // not 29-1141.01: the whole code was given
        Assert.Equal(["15-1252.00"], Found(CareerCluster.DigitalTechnology));
        Assert.Empty(Found(CareerCluster.Agriculture));

        IEnumerable<string> Found(CareerCluster cluster) =>
            OccupationCatalogue.Onet293.Search(new() { Cluster = crosswalk.Of(cluster) }).Select(facts => facts.Occupation.Code.Value);
    }

    [Fact]
    public void Faults_of_a_crosswalk_are_told_with_their_lines()
    {
        var path = Write("crosswalk.txt", "O*NET-SOC Code\tCluster", "x\tAgriculture", "51-4041\tMoon", "51-4041\tScience, Technology, Engineering & Mathematics");
        Assert.Equal(
            ["2:crosswalk.code.malformed", "3:crosswalk.cluster.unknown", "4:crosswalk.cluster.unknown"],
            ClusterCrosswalk.Read(path).Errors.Select(error => $"{error.Line}:{error.Code}"));
        Assert.Equal(["crosswalk.file.missing"], ClusterCrosswalk.Read(path + "x").Errors.Select(error => error.Code));
        Assert.Equal(["crosswalk.file.unreadable"], ClusterCrosswalk.Read(_folder).Errors.Select(error => error.Code));
    }

    private void WriteRelease()
    {
        Write("Read Me.txt", "O*NET 30.0 Database", "a release made up for tests");
        Write("Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription", "51-4041.00\tMachinists\tSet up machines.", "11-1011.00\tChief Executives\tDecide.");
        Write("Job Zones.txt", "Date\tJob Zone\tO*NET-SOC Code", "2025\t3\t51-4041.00"); // in another order than O*NET's
        Write("Task Statements.txt", "O*NET-SOC Code\tTask", "51-4041.00\tCut metal, to size.", "51-4041.00\tMeasure parts.");
        Write("Interests.txt",
        [
            "O*NET-SOC Code\tElement ID\tScale ID\tData Value",
            .. new[] { "6.50", "2", "1.5", "1.00", "1.2", "4" }.Select((mean, i) => $"51-4041.00\t1.B.1.{(char)('a' + i)}\tOI\t{mean}"),
            "51-4041.00\t1.B.1.g\tIH\t1.00", "51-4041.00\t1.B.1.h\tIH\t6.00", "51-4041.00\t1.B.1.i\tIH\t0.00",
        ]);
    }

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return path;
    }
}
