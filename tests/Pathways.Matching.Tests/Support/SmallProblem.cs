using System.Text;
using Pathways.Matching.Files;

namespace Pathways.Matching.Tests.Support;

/// <summary>A student as written: places of the list, best first; several in one place are tied.</summary>
internal sealed record SmallStudent(string Id, string[][] Places);

/// <summary>An opportunity as written: an order with ties, or scores, or (both null) everyone.</summary>
internal sealed record SmallOpportunity(
    string Id, int Seats, string[][]? Places = null, (string Student, double Score)[]? Scores = null, string? Partner = null, int Minimum = 0);

/// <summary>A partner as written; it has one order for all its opportunities, or none.</summary>
internal sealed record SmallPartner(string Id, string[][]? Places, int? Seats = null);

/// <summary>A problem as somebody would write it down, from which tests restate every definition on their own.</summary>
internal sealed record SmallProblem(SmallStudent[] Students, SmallOpportunity[] Opportunities, SmallPartner[] Partners)
{
    public static SmallProblem Of(SmallStudent[] students, SmallOpportunity[] opportunities) => new(students, opportunities, []);

    /// <summary>Places of one each: a strict list.</summary>
    public static string[][] Strict(params IEnumerable<string> ids) => [.. ids.Select(id => new[] { id })];

    public MatchingProblem Build(params IEnumerable<ProblemCap> caps)
    {
        var builder = new MatchingProblemBuilder();
        foreach (var student in Students)
        {
            builder.AddStudent(StudentId.From(student.Id), Ranked<OpportunityId>(student.Places));
        }

        foreach (var opportunity in Opportunities)
        {
            builder.AddOpportunity(
                OpportunityId.From(opportunity.Id), opportunity.Seats, Order(opportunity), opportunity.Minimum,
                opportunity.Partner is { } partner ? PartnerId.From(partner) : null);
        }

        foreach (var partner in Partners)
        {
            builder.AddPartner(new()
            {
                Id = PartnerId.From(partner.Id),
                Seats = partner.Seats,
                Priorities = partner.Places is null ? null : Ranked<StudentId>(partner.Places),
            });
        }

        foreach (var cap in caps)
        {
            builder.AddCap(cap);
        }

        return builder.Build();
    }

    public CompiledProblem Compile(params IEnumerable<ProblemCap> caps) => CompiledProblem.Compile(Build(caps));

    public MatchResult Match(MatchOptions options) => Matcher.Match(Build(), options).Get();

    public SmallProblem With(SmallStudent student) =>
        this with { Students = [.. Students.Select(other => other.Id == student.Id ? student : other)] };

    public SmallProblem With(SmallOpportunity opportunity) =>
        this with { Opportunities = [.. Opportunities.Select(other => other.Id == opportunity.Id ? opportunity : other)] };

    /// <summary>The problem file, so that a failing example can be run by hand.</summary>
    public override string ToString()
    {
        using var stream = new MemoryStream();
        ProblemFile.Write(Build(), stream);
        return Environment.NewLine + Encoding.UTF8.GetString(stream.ToArray());
    }

    private static RankedList<TId> Ranked<TId>(string[][] places)
        where TId : struct, IIdentifier<TId> =>
        RankedList<TId>.OfPlaces(places.Select(place => place.Select(TId.From)));

    private static PriorityOrder Order(SmallOpportunity opportunity) => opportunity switch
    {
        { Places: { } places } => new PriorityOrder.Ranked(Ranked<StudentId>(places)),
        { Scores: { } scores } => new PriorityOrder.Scored(scores.ToDictionary(entry => StudentId.From(entry.Student), entry => entry.Score)),
        _ => PriorityOrder.Everyone,
    };
}
