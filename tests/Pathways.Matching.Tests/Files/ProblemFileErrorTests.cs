using System.Text;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

public sealed class ProblemFileErrorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_cut_anywhere_gives_one_syntax_error_and_no_guesses()
    {
        var whole = File.ReadAllBytes(Repository.Good);
        var end = whole.AsSpan().LastIndexOf((byte)'}');
        for (var length = 0; length <= end; length++)
        {
            var errors = ProblemFile.Read(_folder.Put("cut.json", whole[..length])).Errors;
            Assert.Equal("problem.json.syntax", Assert.Single(errors).Code);
            Assert.InRange(errors[0].Line, 1, Encoding.UTF8.GetString(whole, 0, length).Count(c => c == '\n') + 1);
        }
    }

    [Fact]
    public void A_syntax_error_does_not_make_unread_names_unknown()
    {
        var codes = Codes("""{"format":"pathways/problem@1","students":[{"id":"a","preferences":["x",""]}],"opportunities":[{"id":"x","seats":1},{"id":""" + "\n");
        Assert.Equal(["problem.students.preferences.malformed", "problem.json.syntax"], codes);
    }

    [Fact]
    public void A_list_that_cannot_be_read_does_not_make_its_names_unknown()
    {
        Assert.Equal(["problem.opportunities.malformed"], Codes("""{"format":"pathways/problem@1","students":[{"id":"a","preferences":["x"]}],"opportunities":{}}"""));
        Assert.Equal(["problem.students.missing"], Codes("""{"format":"pathways/problem@1","opportunities":[{"id":"x","seats":1,"scores":{"a":1}}],"partners":[{"id":"p","priorities":["a"]}]}"""));
    }

    [Fact]
    public void Many_thousand_errors_are_counted_past_the_first_ten_thousand()
    {
        var rows = string.Join(",\n", Enumerable.Repeat("{\"id\":\"\",\"preferences\":[]}", 12_345));
        var errors = ProblemFile.Read(_folder.Put("many.json", $"{{\"format\":\"pathways/problem@1\",\"opportunities\":[],\"students\":[\n{rows}]}}")).Errors;
        Assert.Equal(10_001, errors.Length);
        Assert.Equal((10_001, 7), (errors[9_999].Line, errors[9_999].Column));
        Assert.Equal(("problem.errors.more", 0), (errors[^1].Code, errors[^1].Line));
        Assert.StartsWith("2345 more", errors[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_never_carries_control_characters_or_half_a_character()
    {
        var hostile = "\\u001b[2J" + string.Concat(Enumerable.Repeat("🚀", 140));
        foreach (var text in new[]
        {
            $$"""{"format":"{{hostile}}","students":[],"opportunities":[]}""",
            $$"""{"format":"pathways/problem@1","students":[{"id":"{{hostile}}","preferences":["{{hostile}}","\u0007","a{{string.Concat(Enumerable.Repeat("🚀", 60))}}"]}],"opportunities":[{"id":"x","seats":"{{hostile}}"}]}""",
        })
        {
            foreach (var error in ProblemFile.Read(_folder.Put("hostile.json", text)).Errors)
            {
                Assert.DoesNotContain(error.Message, char.IsControl);
                Assert.Equal(error.Message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(error.Message)));
                Assert.True(error.Message.Length < 400, error.Message);
            }
        }
    }

    [Fact]
    public void The_exception_of_a_reading_carries_every_error()
    {
        var reading = ProblemFile.Read(Path.Combine(Repository.FilesOfTests, "broken", "many-at-once.json"));
        Assert.False(reading.Succeeded);
        Assert.Null(reading.Value);
        Assert.Equal(reading.Errors.AsEnumerable(), Assert.Throws<InputException>(reading.Get).Errors);
        Assert.Equal(8, reading.Errors.Length);
    }

    private IEnumerable<string> Codes(string text) => ProblemFile.Read(_folder.Put("problem.json", text)).Errors.Select(error => error.Code);
}
