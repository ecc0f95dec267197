using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

public sealed class ProblemFileWritingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_as_it_was() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), number =>
        {
            var problem = AnyProblem.Random(Seed.From(number));
            var read = ProblemFile.Read(_folder.Put($"{number}.json", AnyProblem.Written(problem))).Get();
            return AnyProblem.Described(read) == AnyProblem.Described(problem);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void What_is_read_and_written_again_is_the_same_to_the_byte()
    {
        for (var number = 0; number < 200; number++)
        {
            var written = AnyProblem.Written(AnyProblem.Random(Seed.From(number)));
            Assert.Equal(written, AnyProblem.Written(ProblemFile.Read(_folder.Put("again.json", written)).Get()));
        }
    }

    [Fact]
    public void The_good_file_survives_writing() =>
        Assert.Equal(
            AnyProblem.Described(ProblemFile.Read(Repository.Good).Get()),
            AnyProblem.Described(ProblemFile.Read(_folder.Put("good.json", AnyProblem.Written(ProblemFile.Read(Repository.Good).Get()))).Get()));

    [Fact]
    public void Files_are_valid_JSON_with_one_student_or_opportunity_a_line()
    {
        for (var number = 0; number < 100; number++)
        {
            var problem = AnyProblem.Random(Seed.From(number));
            var text = Encoding.UTF8.GetString(AnyProblem.Written(problem));
            using var document = JsonDocument.Parse(text);
            Assert.Equal(ProblemFile.Format, document.RootElement.GetProperty("format").GetString());
            Assert.Equal(problem.StudentCount, document.RootElement.GetProperty("students").GetArrayLength());
            Assert.Equal(
                problem.StudentCount + problem.OpportunityCount + problem.Partners.Length + problem.Caps.Length,
                text.Split('\n').Count(line => line.StartsWith("    {", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Writing_replaces_a_file_and_leaves_nothing_beside_it()
    {
        var path = _folder.Put("problem.json", "something else");
        ProblemFile.Write(AnyProblem.Random(Seed.From(7)), path);
        Assert.True(ProblemFile.Read(path).Succeeded);
        Assert.Equal([path], Directory.GetFiles(_folder.Location));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_beside_it()
    {
        var path = _folder.Put("problem.json", "the old one");
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException("The disk is full.");
        }));
        Assert.Equal("the old one", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Location));
    }
}
