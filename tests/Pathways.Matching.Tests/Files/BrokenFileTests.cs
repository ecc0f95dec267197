using System.Text;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

/// <summary>Files that are wrong by hand, in the folder <c>broken</c>; beside each the exact errors, one a line.</summary>
public sealed class BrokenFileTests
{
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Path.Combine(Repository.FilesOfTests, "broken"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_file_gives_exactly_its_errors_at_their_places(string name)
    {
        var folder = Path.Combine(Repository.FilesOfTests, "broken");
        var errors = ProblemFile.Read(Path.Combine(folder, $"{name}.json")).Errors;
        Assert.Equal(
            File.ReadAllLines(Path.Combine(folder, $"{name}.expected")),
            errors.Select(e => $"{Path.GetFileName(e.File)}:{e.Line}:{e.Column}: {e.Code}"));
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(Directory.GetFiles(Path.Combine(Repository.FilesOfTests, "broken"), "*.json").Length, 60, 1000);

    [Theory]
    [MemberData(nameof(Names))]
    public void Messages_are_sentences_that_a_terminal_can_show(string name)
    {
        foreach (var error in ProblemFile.Read(Path.Combine(Repository.FilesOfTests, "broken", $"{name}.json")).Errors)
        {
            Assert.InRange(error.Message.Length, 10, 300);
            Assert.Contains(error.Message[^1], ".?");
            Assert.DoesNotContain(error.Message, char.IsControl);
            Assert.DoesNotContain("LineNumber", error.Message, StringComparison.Ordinal);
            Assert.Equal(error.Message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(error.Message))); // no half of a surrogate pair
        }
    }
}
