using System.Globalization;
using MarlboroughGenerator;
using Pathways.Interchange;

namespace Pathways.Samples.Tests;

public sealed class MarlboroughFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_default_seed_gives_the_files_in_the_repository()
    {
        CohortFolder.Write(Marlborough.Generate(Seed.From(Marlborough.DefaultSeed)), _folder);
        File.WriteAllText(Path.Combine(_folder, Policy.FileName), Policy.Text);

        Assert.Equal(
            ["opportunities.csv", "partners.csv", "policy.json", "preferences.csv", "priorities.csv", "students.csv"],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(_folder), file => Assert.True(
            File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(SampleFolder.Marlborough, Path.GetFileName(file)))),
            $"{Path.GetFileName(file)} differs from the file in the repository. Maybe the generator was changed and not run."));
    }

    [Fact]
    public void The_readme_tells_the_numbers_of_the_default_seed()
    {
        using var numbers = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Summary.Write(Marlborough.Generate(Seed.From(Marlborough.DefaultSeed)), numbers);

        Assert.Contains($"```text\n{numbers}```", File.ReadAllText(Path.Combine(SampleFolder.Marlborough, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_the_files_finds_no_fault_and_gives_the_cohort_that_was_made()
    {
        var reading = CohortFolder.Read(SampleFolder.Marlborough);

        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        CohortFolder.Write(reading.Get(), _folder);
        Assert.All(Directory.GetFiles(_folder), file => Assert.Equal(
            File.ReadAllText(Path.Combine(SampleFolder.Marlborough, Path.GetFileName(file))), File.ReadAllText(file)));
        Assert.Equal(
            Marlborough.Generate(Seed.From(Marlborough.DefaultSeed)).Preferences.AsEnumerable(), reading.Get().Preferences.AsEnumerable());
    }

    [Fact]
    public void Every_occupation_in_the_files_is_one_of_the_table()
    {
        var known = Occupation.All.ToDictionary(occupation => occupation.Code, occupation => occupation.Sector);

        Assert.All(CohortFolder.Read(SampleFolder.Marlborough).Get().Opportunities, opportunity =>
            Assert.Equal(opportunity.Sector, known[Assert.NotNull(opportunity.Occupation)]));
    }
}
