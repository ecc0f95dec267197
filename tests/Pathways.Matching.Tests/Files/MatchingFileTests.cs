using System.Text;
using System.Text.Json;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

public sealed class MatchingFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_format_and_assignments_are_needed()
    {
        var file = Read("""{ "assignments": [ { "opportunity": "x", "student": "a" }, { "student": "b", "opportunity": "x", "rank": 3, "note": [] } ], "format": "pathways/matching@1", "timings": null }""").Get();
        Assert.Equal([new(StudentId.From("a"), OpportunityId.From("x")), new Assignment(StudentId.From("b"), OpportunityId.From("x"), 3)], file.Assignments.AsEnumerable());
        Assert.Null(file.Mechanism);
        Assert.Null(file.Ties);
        Assert.Null(file.Seed);
        Assert.Null(file.Options);
    }

    [Fact]
    public void What_is_not_said_may_also_be_null()
    {
        var file = Read("""{"format":"pathways/matching@1","mechanism":null,"ties":null,"seed":null,"assignments":[{"student":"a","opportunity":"x","rank":null}]}""").Get();
        Assert.Null(file.Options);
        Assert.Null(file.Assignments[0].Rank);
    }

    [Fact]
    public void A_mechanism_of_somebody_else_is_kept_but_gives_no_options()
    {
        var file = Read("""{"format":"pathways/matching@1","mechanism":"by-hand","ties":"lottery","seed":18446744073709551615,"assignments":[]}""").Get();
        Assert.Equal(("by-hand", "lottery", new Seed(ulong.MaxValue)), (file.Mechanism, file.Ties, file.Seed!.Value));
        Assert.Null(file.Options);
    }

    [Theory]
    [InlineData("""[]""", "1:1 malformed")]
    [InlineData("""{"assignments":[]}""", "1:18 format.missing")]
    [InlineData("""{"format":"pathways/matching@1"}""", "1:32 assignments.missing")]
    [InlineData("""{"format":"pathways/problem@1","assignments":[]}""", "1:11 format.unknown")]
    [InlineData("""{"format":"pathways/matching@1","assignments":{}}""", "1:47 assignments.malformed")]
    [InlineData("""{"format":"pathways/matching@1","assignments":[["a","x"]]}""", "1:48 assignments.malformed")]
    [InlineData("""{"format":"pathways/matching@1","assignments":[{"student":"a"},{"opportunity":"x"},{}]}""",
        "1:48 assignments.opportunity.missing; 1:64 assignments.student.missing; 1:84 assignments.student.missing; 1:84 assignments.opportunity.missing")]
    [InlineData("""{"format":"pathways/matching@1","assignments":[{"student":"","opportunity":7,"rank":"1"}]}""",
        "1:59 assignments.student.malformed; 1:76 assignments.opportunity.malformed; 1:85 assignments.rank.malformed")]
    [InlineData("""{"format":"pathways/matching@1","assignments":[{"student":"\ud800","opportunity":"x","rank":1.5}]}""",
        "1:59 assignments.student.malformed; 1:93 assignments.rank.malformed")]
    [InlineData("""{"format":"pathways/matching@1","assignments":[{"student":"a","student":"b","opportunity":"x"}]}""", "1:63 assignments.student.duplicate")]
    [InlineData("""{"format":"pathways/matching@1","seed":-1,"assignments":[]}""", "1:40 seed.malformed")]
    [InlineData("""{"format":"pathways/matching@1","seed":1.5,"assignments":[]}""", "1:40 seed.malformed")]
    [InlineData("""{"format":"pathways/matching@1","seed":"7","assignments":[]}""", "1:40 seed.malformed")]
    [InlineData("""{"format":"pathways/matching@1","mechanism":3,"ties":[],"assignments":[]}""", "1:45 mechanism.malformed; 1:54 ties.malformed")]
    [InlineData("""{"format":"pathways/matching@1","assignments":[{"student":"a",""", "1:62 json.syntax")]
    [InlineData("", "1:1 json.syntax")]
    public void Every_error_is_at_its_place(string text, string errors) =>
        Assert.Equal(errors, string.Join("; ", Read(text).Errors.Select(e => $"{e.Line}:{e.Column} {e.Code["matching.".Length..]}")));

    [Fact]
    public void Errors_past_the_bound_carry_the_code_of_the_file()
    {
        var rows = string.Join(",\n", Enumerable.Repeat("{}", 6000));
        Assert.Equal("matching.errors.more", Read($"{{\"format\":\"pathways/matching@1\",\"assignments\":[{rows}]}}").Errors[^1].Code);
    }

    [Fact]
    public void A_file_that_is_not_there_or_is_a_folder_is_an_error()
    {
        Assert.Equal("matching.file.missing", Assert.Single(MatchingFile.Read(_folder.At("none.json")).Errors).Code);
        Assert.Equal("matching.file.unreadable", Assert.Single(MatchingFile.Read(_folder.Location).Errors).Code);
    }

    [Fact]
    public void What_was_solved_is_written_and_read_as_it_was()
    {
        for (var number = 0; number < 100; number++)
        {
            var result = Solved(number);
            var path = _folder.At("matching.json");
            MatchingFile.Write(result, path);
            var file = MatchingFile.Read(path).Get();
            Assert.Equal(result.Matching.Assignments, file.Assignments);
            Assert.Equal((result.Options.Mechanism, result.Options.Ties, result.Options.Seed), (file.Options!.Mechanism, file.Options.Ties, file.Options.Seed));
        }
    }

    [Fact]
    public void The_names_of_the_fields_are_those_of_the_format()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent("ana", "clinic").AddStudent("ben", "clinic", "lab").AddStudent("cy", "clinic").AddStudent("dee").AddStudent("eve", "shut")
            .AddOpportunity("clinic", 1, PriorityOrder.Of("ana", "ben", "cy")).AddOpportunity("lab", 3).AddOpportunity("shut", 1, PriorityOrder.Of())
            .Build();
        var result = Matcher.Match(problem).Get();
        using var stream = new MemoryStream();
        MatchingFile.Write(result, stream, new MatchTimings(1, 2, 3.14159265, 4, 5));
        var text = Encoding.UTF8.GetString(stream.ToArray());
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        Assert.Equal("format mechanism ties seed assignments unmatched verification measures dropped timings", Names(root));
        Assert.Equal(("pathways/matching@1", "student-optimal", "lottery", 0), (Text("format"), Text("mechanism"), Text("ties"), root.GetProperty("seed").GetInt32()));
        Assert.Equal("""[{"student":"ana","opportunity":"clinic","rank":1},{"student":"ben","opportunity":"lab","rank":2}]""", Compact("assignments"));
        Assert.Equal("""[{"student":"cy","reason":"no-seat-left"},{"student":"dee","reason":"no-preferences"},{"student":"eve","reason":"not-acceptable"}]""", Compact("unmatched"));
        Assert.Equal("""{"feasible":true,"stable":true,"blockingPairs":0,"violations":[]}""", Compact("verification"));
        Assert.StartsWith("""{"students":5,"applicants":4,"matched":2,"matchRate":0.5,"seats":5,"fillRate":0.4,"meanRank":1.5,"ranks":[1,1]""", Compact("measures"), StringComparison.Ordinal);
        Assert.Equal("""{"readMs":1,"compileMs":2,"solveMs":3.142,"solveMinMs":4,"verifyMs":5}""", Compact("timings"));
        Assert.Contains("\n    {\"student\":\"ana\",", text, StringComparison.Ordinal);
        Assert.Contains("\n    {\"student\":\"ben\",", text, StringComparison.Ordinal);

        string Text(string name) => root.GetProperty(name).GetString()!;
        string Compact(string name) => JsonSerializer.Serialize(root.GetProperty(name));
    }

    [Fact]
    public void A_mean_rank_of_nobody_is_null_and_so_is_nothing_else()
    {
        using var stream = new MemoryStream();
        MatchingFile.Write(Matcher.Match(new MatchingProblemBuilder().Build(), new() { Verify = false }).Get(), stream);
        using var document = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("format mechanism ties seed assignments unmatched measures dropped", Names(document.RootElement));
        Assert.Equal(
            """{"students":0,"applicants":0,"matched":0,"matchRate":1,"seats":0,"fillRate":1,"meanRank":null,"ranks":[]}""",
            JsonSerializer.Serialize(document.RootElement.GetProperty("measures")));
    }

    [Fact]
    public void Ranks_are_those_of_the_list_as_written_with_dropped_pairs_and_ties()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent(StudentId.From("ana"), RankedList<OpportunityId>.Of("shut").Then("full", "gone").Then("lab"))
            .AddOpportunity("shut", 1, PriorityOrder.Of()).AddOpportunity("full", 0).AddOpportunity("gone", 0).AddOpportunity("lab", 1)
            .Build();
        Assert.Equal(4, Assert.Single(Matcher.Match(problem).Get().Matching.Assignments).Rank);
    }

    [Fact]
    public void Assignments_are_in_the_order_of_the_students()
    {
        var builder = new MatchingProblemBuilder();
        foreach (var id in new[] { "z", "b", "y", "a" })
        {
            builder.AddStudent(id, "x");
        }

        var result = Matcher.Match(builder.AddOpportunity("x", 3, PriorityOrder.Of("a", "b", "z", "y")).Build()).Get();
        Assert.Equal("z b a", string.Join(' ', result.Matching.Assignments.Select(a => a.Student)));
    }

    private static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    private static MatchResult Solved(int number)
    {
        var ties = (TieBreaking)(number % 4);
        for (var seed = Seed.From(number); ; seed = seed.Split(1))
        {
            if (Matcher.Match(AnyProblem.Random(seed), new() { Ties = ties, Seed = seed }) is MatchOutcome.Solved solved)
            {
                return solved.Result;
            }
        }
    }

    private Reading<MatchingFile> Read(string text) => MatchingFile.Read(_folder.Put("matching.json", text));
}
