using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

public sealed class ProblemFileTests : IDisposable
{
    private const string Example = """
        {
          "format": "pathways/problem@1",
          "students": [
            { "id": "ana", "preferences": ["clinic", ["lab", "library"], "garage"], "groups": ["rural"] },
            { "id": "ben", "preferences": [] }, { "id": "cy", "preferences": ["lab"] }
          ],
          "opportunities": [
            { "id": "clinic", "seats": 2, "minimum": 1, "priorities": ["ben", ["ana", "cy"]],
              "reserves": [ { "group": "rural", "seats": 1 } ] },
            { "id": "lab", "seats": 1, "partner": "hospital" }, { "id": "library", "seats": 1 }, { "id": "garage", "seats": 0 }
          ],
          "partners": [
            { "id": "hospital", "seats": 3, "priorities": ["cy", "ana", "ben"] }
          ]
        }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_example_of_the_format_is_read()
    {
        var problem = Read(Example);
        var ana = problem.Student(0);
        Assert.Equal("clinic 1, lab 2, library 2, garage 4", string.Join(", ", ana.Choices.Select(c => $"{c.Opportunity} {c.Rank}")));
        Assert.Equal("rural", Assert.Single(ana.Groups).Value);
        var clinic = problem.Opportunity(0);
        Assert.Equal((2, 1, null, false), (clinic.Seats, clinic.Minimum, clinic.Partner, clinic.RanksEveryone));
        Assert.Equal("ben 1, ana 2, cy 2", string.Join(", ", clinic.Priorities.Select(p => $"{p.Student} {p.Place}")));
        Assert.Equal(new Reserve(PriorityGroupId.From("rural"), 1), Assert.Single(clinic.Reserves));
        var lab = problem.Opportunity(1);
        Assert.Equal((PartnerId.From("hospital"), 0, true), (lab.Partner!.Value, lab.Minimum, lab.RanksEveryone));
        var hospital = Assert.Single(problem.Partners);
        Assert.Equal(3, hospital.Seats);
        Assert.Equal("cy ana ben", string.Join(' ', hospital.Priorities!.Places.Select(place => place.Single())));
    }

    [Fact]
    public void The_good_file_is_read() => Assert.Equal(4, ProblemFile.Read(Repository.Good).Get().StudentCount);

    [Fact]
    public void Scores_rank_higher_first_and_equal_ones_tie_in_the_order_of_students()
    {
        var problem = Read("""
            {"format":"pathways/problem@1","students":[{"id":"a","preferences":[]},{"id":"b","preferences":[]},{"id":"c","preferences":[]},{"id":"d","preferences":[]}],
            "opportunities":[{"id":"x","seats":1,"scores":{"d":-1e-3,"c":12.5,"b":1e2,"a":1.25e1}},{"id":"y","seats":1,"scores":{"a":0,"b":-0.0}}]}
            """);
        Assert.Equal("b 1 100, a 2 12.5, c 2 12.5, d 4 -0.001", Scores(0));
        Assert.Equal(2, problem.Opportunity(1).Priorities.Count(p => p.Place == 1));
        string Scores(int o) => string.Join(", ", problem.Opportunity(o).Priorities.Select(p => FormattableString.Invariant($"{p.Student} {p.Place} {p.Score}")));
    }

    [Fact]
    public void Properties_come_in_any_order_and_names_before_their_definition()
    {
        var problem = Read("""
            { "partners": [ { "priorities": ["b", "a"], "seats": 2, "id": "p" } ],
              "opportunities": [ { "reserves": [], "minimum": 1, "partner": "p", "seats": 2, "id": "x" }, { "scores": { "b": 1 }, "seats": 1, "id": "y" } ],
              "students": [ { "groups": [], "preferences": ["y", "x"], "id": "a" }, { "preferences": [], "id": "b" } ],
              "format": "pathways/problem@1" }
            """);
        Assert.Equal("a b", string.Join(' ', problem.Students.Select(s => s.Id)));
        Assert.Equal("x y", string.Join(' ', problem.Opportunities.Select(o => o.Id)));
        Assert.Equal((1, 2), (problem.Student(0).RankOf(OpportunityId.From("y")), problem.Student(0).RankOf(OpportunityId.From("x"))));
        Assert.Equal("b", problem.Opportunity(1).Priorities.Single().Student.Value);
    }

    [Fact]
    public void Unknown_properties_are_passed_over_whatever_they_hold()
    {
        var problem = Read("""
            { "$schema": "x", "format": "pathways/problem@1", "notes": [ { "id": 1, "deep": [[[{}]]] }, null, 1e999, "\u0000" ],
              "students": [ { "Id": 3, "id": "a", "preferences": ["x"], "name": { "id": "no" }, "name": 2, "\ud800": [1] } ],
              "opportunities": [ { "id": "x", "seats": 1, "reserves": [ { "group": "g", "seats": 1, "why": [true] } ], "Seats": "no" } ],
              "partners": [ { "id": "p", "seats": 2, "x": {} } ], "": 0 }
            """);
        Assert.Equal((1, 1, 1), (problem.StudentCount, problem.OpportunityCount, problem.Partners.Length));
    }

    [Fact]
    public void Escaped_names_of_properties_and_identifiers_are_what_they_stand_for()
    {
        var problem = Read("""
            {"form\u0061t":"pathways\/problem@1","students":[{"\u0069d":"\u00e9\ud83d\ude80\"\\\/\b","preferences":["\u0078"]}],"opportunities":[{"id":"x","se\u0061ts":1,"scores":{"é🚀\"\\/\u0008":1}}]}
            """);
        Assert.Equal("\u00e9\U0001F680\"\\/\b", problem.Student(0).Id.Value);
        Assert.Equal(1, problem.Student(0).RankOf(OpportunityId.From("x")));
        Assert.Equal(problem.Student(0).Id, problem.Opportunity(0).Priorities.Single().Student);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\u00e9")]
    [InlineData("\U0001F680")]
    public void Identifiers_have_up_to_128_characters_however_many_bytes_these_take(string character)
    {
        var longest = string.Concat(Enumerable.Repeat(character, 128));
        Assert.Equal(longest, Read(OneStudent(longest)).Student(0).Id.Value);
        var error = Assert.Single(ProblemFile.Read(_folder.Put("long.json", OneStudent(longest + character))).Errors, e => e.Code == "problem.students.id.malformed");
        Assert.Contains("128", error.Message, StringComparison.Ordinal);
        static string OneStudent(string id) => $$"""{"format":"pathways/problem@1","students":[{"id":"{{id}}","preferences":[]}],"opportunities":[]}""";
    }

    [Fact]
    public void A_byte_order_mark_and_windows_lines_change_nothing()
    {
        var plain = AnyProblem.Described(Read(Example));
        Assert.Equal(plain, AnyProblem.Described(Read("\ufeff" + Example)));
        Assert.Equal(plain, AnyProblem.Described(Read(Example.Replace("\n", "\r\n", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_partner_that_is_only_named_needs_no_entry()
    {
        var problem = Read("""{"format":"pathways/problem@1","students":[],"opportunities":[{"id":"x","seats":1,"partner":"q"},{"id":"y","seats":1,"partner":"p"},{"id":"z","seats":1,"partner":"q"}]}""");
        Assert.Equal("q p q", string.Join(' ', problem.Opportunities.Select(o => o.Partner)));
        Assert.Equal("q p", string.Join(' ', problem.Partners.Select(p => p.Id)));
    }

    [Fact]
    public void Identifiers_of_the_three_lists_do_not_collide() =>
        Assert.Equal(1, Read("""{"format":"pathways/problem@1","students":[{"id":"a","preferences":["a"]}],"opportunities":[{"id":"a","seats":1,"partner":"a"}],"partners":[{"id":"a"}]}""")
            .Student(0).RankOf(OpportunityId.From("a")));

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var path = _folder.Put("big.json", $"{{\"format\":\"pathways/problem@1\",\"x\":\"{new string('x', 1 << 20)}\"}}");
        Assert.Throws<OperationCanceledException>(() => ProblemFile.Read(path, cancelled.Token));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_an_error_and_not_an_exception()
    {
        Assert.Equal("problem.file.missing", Assert.Single(ProblemFile.Read(_folder.At("none.json")).Errors).Code);
        Assert.Equal("problem.file.missing", Assert.Single(ProblemFile.Read(_folder.At(Path.Combine("none", "none.json"))).Errors).Code);
        var folder = Assert.Single(ProblemFile.Read(_folder.Location).Errors);
        Assert.Equal(("problem.file.unreadable", _folder.Location, 0, 0), (folder.Code, folder.File, folder.Line, folder.Column));
    }

    private MatchingProblem Read(string text) => ProblemFile.Read(_folder.Put("problem.json", text)).Get();
}
