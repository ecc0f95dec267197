using System.Text.Json.Nodes;
using Pathways.Matching.Files;
using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Files;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class MixedChoiceTests
{
    // Programs with reserved seats in one half, programs under a cap in the other, and nobody who lists both: each half is as it is alone.
    [Fact]
    public void Programs_under_caps_and_programs_with_reserved_seats_do_not_touch_each_other()
    {
        var tried = 0;
        for (var draw = 0ul; draw < 4000; draw++)
        {
            var (one, other) = (SeatProblems.Draw(draw), SeatProblems.Draw(draw + 100_000));
            if (Alone(one) is not { Plan: not null, Caps: null } || Alone(other) is not { Plan: null, Caps: not null })
            {
                continue;
            }

            var both = Joined(one, other);

            Assert.Equal(Seats(one, "1").Concat(Seats(other, "2")), Seats(both, ""));
            tried++;
        }

        Assert.True(tried > 20, $"Only {tried} pairs were joined.");
    }

    [Fact]
    public void It_promises_what_both_promise() => Assert.Equal(ChoiceGuarantees.All, MixedChoice<SinglePlaceOrder>.Guarantees);

    private static Market? Alone(MatchingProblem problem) =>
        CompiledProblem.Compile(problem) is { Unsettled.IsEmpty: true } compiled ? compiled.Market : null;

    // By the order of the input, so that numbers do not depend on names.
    private static IEnumerable<string> Seats(MatchingProblem problem, string half) =>
        Matcher.Match(problem, new() { Ties = TieBreaking.InputOrder }).Get().Matching.Assignments
            .Select(seat => $"{seat.Student}{half} {seat.Opportunity}{half}");

    private static MatchingProblem Joined(MatchingProblem one, MatchingProblem other)
    {
        var (first, second) = (Renamed(one, "1"), Renamed(other, "2"));
        foreach (var list in new[] { "students", "opportunities", "partners", "caps" })
        {
            var joined = first[list]?.AsArray() ?? [];
            foreach (var entry in second[list]?.AsArray() ?? [])
            {
                joined.Add(entry!.DeepClone());
            }

            first[list] = joined.DeepClone();
        }

        using var folder = new TempFolder();
        return ProblemFile.Read(folder.Put("joined.json", first.ToJsonString())).Get();
    }

    private static JsonObject Renamed(MatchingProblem problem, string half)
    {
        var text = new MemoryStream();
        ProblemFile.Write(problem, text);
        return (JsonObject)Renamed(JsonNode.Parse(text.ToArray())!, half, "")!;
    }

    // Identifiers are all texts but those of these fields, and the names of scores.
    private static JsonNode? Renamed(JsonNode? node, string half, string field) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(entry => KeyValuePair.Create(
            field == "scores" ? entry.Key + half : entry.Key, Renamed(entry.Value, half, entry.Key)))),
        JsonArray list => new JsonArray([.. list.Select(entry => Renamed(entry, half, field))]),
        JsonValue value when value.TryGetValue<string>(out var id) && field is not ("format" or "group" or "groups" or "access" or "kind") => id + half,
        _ => node?.DeepClone(),
    };
}
