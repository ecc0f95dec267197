using System.Text;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Files;

/// <summary>Problems of every shape that a file can hold, from a seed, and a text that says all there is about one.</summary>
internal static class AnyProblem
{
    // Quotes, escapes, control characters, right-to-left, beyond the basic plane, blanks: all of them are identifiers.
    private static readonly ImmutableArray<string> Odd =
        ["\u00e9", "\U0001F680", "a\"b", "back\\slash", " ", "tab\there", "\u0000", "\u2028", "\u05d0\u05d1", "</script>", "line\nbreak", "1", "null", "\ufeff"];

    public static MatchingProblem Random(Seed seed)
    {
        var draws = new Draws(seed);
        var students = Ids("s", draws.Below(8), draws);
        var opportunities = Ids("o", draws.Below(6), draws);
        var partners = Ids("p", draws.Below(3), draws);
        var isDeclared = draws.Below(2) == 0;
        var kinds = partners.Select(_ => isDeclared ? draws.Below(4) : 0).ToArray(); // 0 label, 1 cap, 2 order, 3 both
        var builder = new MatchingProblemBuilder();
        foreach (var id in students)
        {
            builder.AddStudent(StudentId.From(id), Ranking(opportunities, draws, OpportunityId.From), Groups(draws));
        }

        foreach (var (id, o) in opportunities.Select((id, o) => (id, o)))
        {
            var own = new Draws(seed.Split("slots").Split((ulong)o)); // apart, so that problems without them stay what they were
            var slots = own.Below(3) == 0 ? Slots(own) : [];
            var partner = partners.Length > 0 && draws.Below(3) > 0 ? draws.Below(partners.Length) : -1;
            var kind = partner < 0 ? 0 : kinds[partner];
            var drawn = draws.Below(5);
            var seats = slots.IsEmpty ? drawn : slots.Sum(slot => slot.Seats);
            builder.AddOpportunity(
                OpportunityId.From(id), seats, kind > 1 ? null : Priorities(students, draws, onlyScores: kind == 1), draws.Below(drawn + 1) % (seats + 1),
                partner < 0 ? null : PartnerId.From(partners[partner]),
                [.. Groups(draws).Take(drawn).Select(group => new Reserve(group, 1, draws.Below(2) == 0)).Where(_ => slots.IsEmpty)],
                slots);
        }

        for (var p = 0; isDeclared && p < partners.Length; p++)
        {
            builder.AddPartner(new()
            {
                Id = PartnerId.From(partners[p]),
                Seats = kinds[p] is 1 or 3 ? draws.Below(5) : null,
                Priorities = kinds[p] > 1 ? Ranking(students, draws, StudentId.From) : null,
            });
        }

        var capDraws = new Draws(seed.Split("caps"));
        foreach (var id in Ids("c", Math.Max(0, capDraws.Below(6) - 2), capDraws))
        {
            builder.AddCap(new()
            {
                Id = CapId.From(id),
                Seats = capDraws.Below(6),
                Opportunities = [.. opportunities.Where(_ => capDraws.Below(2) == 0).Select(OpportunityId.From)],
                Kind = capDraws.Below(2) == 0 ? Odd[capDraws.Below(Odd.Length)] : null,
            });
        }

        return builder.Build();
    }

    /// <summary>Everything a problem says, so that two problems are the same when their texts are.</summary>
    public static string Described(MatchingProblem problem)
    {
        var text = new StringBuilder();
        foreach (var student in problem.Students)
        {
            text.AppendLine($"student {student.Id}: {string.Join(", ", student.Choices)} of {string.Join(", ", student.Groups)}");
        }

        foreach (var o in problem.Opportunities)
        {
            var order = o.RanksEveryone ? "everyone" : string.Join(", ", o.Priorities.Select(p => FormattableString.Invariant($"{p.Student} {p.Place} {p.Score:R}")));
            text.AppendLine($"opportunity {o.Id}: {o.Minimum}-{o.Seats} by {o.Partner} ranks {order} reserves {string.Join(", ", o.Reserves)} slots {string.Join(", ", o.Slots)}");
        }

        foreach (var partner in problem.Partners)
        {
            var order = partner.Priorities is { } ranks ? string.Join(" > ", ranks.Places.Select(place => string.Join(" = ", place))) : "none";
            text.AppendLine($"partner {partner.Id}: {partner.Seats} ranks {order}");
        }

        foreach (var cap in problem.Caps)
        {
            text.AppendLine($"cap {cap.Id}: {cap.Seats} of {cap.Kind} over {string.Join(", ", cap.Opportunities)}");
        }

        return text.ToString();
    }

    public static byte[] Written(MatchingProblem problem)
    {
        using var stream = new MemoryStream();
        ProblemFile.Write(problem, stream);
        return stream.ToArray();
    }

    private static string[] Ids(string prefix, int count, Draws draws) =>
        [.. Enumerable.Range(0, count).Select(i => draws.Below(3) == 0 ? $"{Odd[draws.Below(Odd.Length)]}{i}" : $"{prefix}{i}")];

    private static ImmutableArray<PriorityGroupId> Groups(Draws draws) =>
        [.. new[] { "rural", "first", "\u00fcber \U0001F600" }.Where(_ => draws.Below(3) == 0).Select(PriorityGroupId.From)];

    private static ImmutableArray<Slot> Slots(Draws draws) =>
    [
        .. Enumerable.Range(0, 1 + draws.Below(4)).Select(_ => (1 + draws.Below(3), draws.Below(4)) switch
        {
            (var seats, 0) => new Slot(seats),
            (var seats, 1) => new Slot(seats, PriorityGroupId.From("rural"), SlotAccess.MembersFirst),
            (var seats, var kind) => new Slot(seats, PriorityGroupId.From(Odd[draws.Below(3)]), Transfers: kind == 2),
        }),
    ];

    private static RankedList<TId> Ranking<TId>(string[] all, Draws draws, Func<string, TId> id)
        where TId : struct, IIdentifier<TId>
    {
        List<List<TId>> places = [];
        foreach (var one in all.OrderBy(_ => draws.Below(1000)).Take(draws.Below(all.Length + 1)))
        {
            if (places.Count > 0 && draws.Below(3) == 0)
            {
                places[^1].Add(id(one));
            }
            else
            {
                places.Add([id(one)]);
            }
        }

        return RankedList<TId>.OfPlaces(places);
    }

    private static PriorityOrder? Priorities(string[] students, Draws draws, bool onlyScores) => (onlyScores ? 2 : draws.Below(3)) switch
    {
        0 => null,
        1 => new PriorityOrder.Ranked(Ranking(students, draws, StudentId.From)),
        _ => new PriorityOrder.Scored(students.Where(_ => draws.Below(4) > 0)
            .ToDictionary(StudentId.From, _ => draws.Below(3) == 0 ? draws.Unit() * 1e9 : draws.Below(4) - 2.0)),
    };
}

/// <summary>Draws from a seed, one after the other.</summary>
internal sealed class Draws(Seed seed)
{
    private ulong _drawn;

    public int Below(int bound) => seed.Split(_drawn++).DrawBelow(bound);

    public double Unit() => seed.Split(_drawn++).DrawUnit();
}
