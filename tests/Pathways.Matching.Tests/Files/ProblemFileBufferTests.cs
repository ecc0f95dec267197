using System.Text;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

[Collection(Alone.Name)]
public sealed class ProblemFileBufferTests : IDisposable
{
    private const int BufferSize = 1 << 17;

    private const string Tokens = """
        {"id":"é🚀\ud83d\ude80\"end","groups":["r\u0061","b"],"preferences":["x",["y","z"],"\u0077"],"extra":{"a":[true,false,null,-12.5e-3]}}
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_token_may_straddle_two_buffers_at_every_byte()
    {
        var expected = AnyProblem.Described(Read(0));
        var length = Encoding.UTF8.GetByteCount(Tokens);
        for (var ahead = 0; ahead <= length + 2; ahead++)
        {
            Assert.Equal(expected, AnyProblem.Described(Read(BufferSize - ahead)));
        }
    }

    [Fact]
    public void Errors_past_several_buffers_are_at_their_place()
    {
        var head = "{\"format\":\"pathways/problem@1\",\n\"opportunities\":[],\"students\":[";
        for (var ahead = 0; ahead < 60; ahead++)
        {
            var padding = (2 * BufferSize) - ahead - head.Length;
            var path = _folder.Put("late.json", $"{head}{new string(' ', padding - 7)}\n {{\"id\":\"\",\n\"preferences\":[\"é🚀\", \"gym\", 3]}}]}}");
            Assert.Equal(
                ["3:8 id.malformed", "4:16 preferences.unknown", "4:22 preferences.unknown", "4:29 preferences.malformed"],
                ProblemFile.Read(path).Errors.Select(e => $"{e.Line}:{e.Column} {e.Code["problem.students.".Length..]}"));
        }
    }

    [Fact]
    public void A_text_may_be_longer_than_the_buffer()
    {
        var note = new string('n', 3 * BufferSize);
        var path = _folder.Put("long.json", $"{{\"format\":\"pathways/problem@1\",\"{note}\":\"{note}\",\"students\":[{{\"id\":\"{note}\",\"preferences\":[]}},{{\"id\":\"b\",\"preferences\":[]}}],\"opportunities\":[]}}");
        var error = Assert.Single(ProblemFile.Read(path).Errors);
        Assert.Equal("problem.students.id.malformed", error.Code);
        Assert.True(error.Message.Length < 300);
    }

    [Fact]
    public void A_list_may_be_longer_than_the_buffer()
    {
        var ids = Enumerable.Range(0, 40_000).Select(i => $"opportunity-{i}").ToArray();
        var path = _folder.Put("list.json",
            $"{{\"format\":\"pathways/problem@1\",\"students\":[{{\"id\":\"a\",\"preferences\":[{string.Join(',', ids.Select(id => $"\"{id}\""))}]}}],"
            + $"\"opportunities\":[{string.Join(',', ids.Select(id => $"{{\"id\":\"{id}\",\"seats\":1}}"))}]}}");
        var problem = ProblemFile.Read(path).Get();
        Assert.Equal(ids, problem.Student(0).Choices.Select(choice => choice.Opportunity.Value));
    }

    [Fact]
    public void A_tie_of_many_is_walked_in_time_that_grows_with_its_length_alone()
    {
        var ids = Enumerable.Range(0, 100_000).Select(i => OpportunityId.From($"o{i}")).ToArray();
        var builder = new MatchingProblemBuilder().AddStudent(StudentId.From("a"), RankedList<OpportunityId>.OfPlaces([ids]));
        foreach (var id in ids)
        {
            builder.AddOpportunity(id, 1);
        }

        var problem = builder.Build();
        Assert.All(problem.Student(0).Choices, choice => Assert.Equal(1, choice.Rank)); // 5e9 steps were it quadratic: far over the time of a test run
    }

    [Fact]
    public void A_large_problem_is_read_with_little_more_memory_than_it_keeps()
    {
        const int Students = 100_000;
        const int Choices = 10;
        var path = Large(Students, Choices);
        ProblemFile.Read(Repository.Good);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = ProblemFile.Read(path).Get();
        var perChoice = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)problem.ChoiceCount;
        Assert.Equal(Students * Choices, problem.ChoiceCount);

        // 4 bytes a choice are kept; growing lists and a tenth of a student's name, slots and callbacks are the rest. A document would take hundreds.
        Assert.InRange(perChoice, 4, 80);
    }

    private string Large(int students, int choices)
    {
        var path = _folder.At("large.json");
        using var writer = new StreamWriter(path);
        writer.Write("{\"format\":\"pathways/problem@1\",\"students\":[");
        for (var s = 0; s < students; s++)
        {
            var list = string.Join(',', Enumerable.Range(0, choices).Select(i => $"\"o{((s * 7) + (i * 31)) % 5000}\""));
            writer.Write($"{(s == 0 ? "" : ",\n")}{{\"id\":\"student-{s}\",\"preferences\":[{list}]}}");
        }

        writer.Write("],\"opportunities\":[");
        writer.Write(string.Join(",\n", Enumerable.Range(0, 5000).Select(o => $"{{\"id\":\"o{o}\",\"seats\":20}}")));
        writer.Write("]}");
        return path;
    }

    private MatchingProblem Read(int start)
    {
        var head = """{"format":"pathways/problem@1","opportunities":[{"id":"x","seats":1},{"id":"y","seats":1},{"id":"z","seats":1},{"id":"w","seats":1}],"students":[""";
        return ProblemFile.Read(_folder.Put("problem.json", head + new string(' ', Math.Max(0, start - head.Length)) + Tokens + "]}")).Get();
    }
}
