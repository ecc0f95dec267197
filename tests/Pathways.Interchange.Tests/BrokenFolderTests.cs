namespace Pathways.Interchange.Tests;

public class BrokenFolderTests
{
    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(TemporaryFolder.Broken).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_error_is_found_at_its_place_and_no_other(string name)
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        var broken = Path.Combine(TemporaryFolder.Broken, name);
        folder.Take(broken);
        Assert.Equal(File.ReadAllLines(Path.Combine(broken, "expected.txt")), folder.Errors());
    }

    [Fact]
    public void The_good_folder_has_no_error_and_no_warning()
    {
        var reading = CohortFolder.Read(TemporaryFolder.Good);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal(4, reading.Get().Students.Length);
        Assert.Equal("Gears, Belts\n& Sons", reading.Get().Partners[1].Name);
    }

    [Fact]
    public void Nothing_is_read_of_a_folder_with_one_error()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("preferences.csv", folder.Text("preferences.csv") + "ana,site,0\n");
        var reading = CohortFolder.Read(folder.Path);
        Assert.False(reading.Succeeded);
        Assert.Null(reading.Value);
        Assert.Single(Assert.Throws<InputException>(() => reading.Get()).Errors);
    }
}
