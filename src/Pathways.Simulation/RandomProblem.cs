using Pathways.Matching;

namespace Pathways.Simulation;

/// <summary>What a random problem looks like.</summary>
public sealed record RandomProblem
{
    private const double SeatTolerance = 1e-9;

    /// <summary>How many students: 0 or more.</summary>
    public required int Students { get; init; }

    /// <summary>How many opportunities: 1 or more.</summary>
    public required int Opportunities { get; init; }

    /// <summary>How many opportunities each student lists: 0 to <see cref="Opportunities"/>.</summary>
    public required int Choices { get; init; }

    /// <summary>How many seats there are for each student, spread evenly over the opportunities; 0 or more.</summary>
    public double SeatsPerStudent { get; init; } = 1.05;

    /// <summary>How popular opportunities are.</summary>
    public Popularity Popularity { get; init; }

    /// <summary>
    /// How many different priorities an opportunity tells apart, so that the rest are ties; 0 for as many as there are numbers of 53
    /// bits, which is a strict order for all practical purposes; 1 for none at all.
    /// </summary>
    public int PriorityClasses { get; init; }

    /// <summary>Makes the problem of a seed: the same seed gives the same problem on every machine.</summary>
    /// <param name="seed">Where chance comes from. Student <c>i</c> uses <c>seed.Split(i)</c>.</param>
    /// <param name="cancellationToken">Gives up between students.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public MatchingProblem Make(Seed seed, CancellationToken cancellationToken = default)
    {
        Check();
        var names = new OpportunityId[Opportunities];
        var scores = PriorityClasses == 1 ? null : new Dictionary<StudentId, double>[Opportunities];
        for (var o = 0; o < Opportunities; o++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            names[o] = OpportunityId.From($"o{o}");
            scores?[o] = [];
        }

        var draw = new PopularityDraw(Popularity, Opportunities);
        var builder = new MatchingProblemBuilder();
        for (var s = 0; s < Students; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (student, own) = (StudentId.From($"s{s}"), seed.Split((ulong)s));
            var list = draw.Distinct(Choices, own.Split(0));
            for (var i = 0; i < list.Length && scores is not null; i++)
            {
                var priority = own.Split(1).Split((ulong)i);
                scores[list[i]].Add(student, PriorityClasses == 0 ? priority.DrawUnit() : priority.DrawBelow(PriorityClasses));
            }

            builder.AddStudent(student, RankedList<OpportunityId>.Of(list.Select(o => names[o])));
        }

        var seats = Seats();
        for (var o = 0; o < Opportunities; o++)
        {
            builder.AddOpportunity(names[o], seats[o], scores is null ? PriorityOrder.Everyone : new PriorityOrder.Scored(scores[o]));
        }

        return builder.Build();
    }

    private int[] Seats()
    {
        var all = (long)Math.Ceiling((Students * SeatsPerStudent) - SeatTolerance);
        return [.. Enumerable.Range(0, Opportunities).Select(o => (int)((all * (o + 1) / Opportunities) - (all * o / Opportunities)))];
    }

    private void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Students);
        ArgumentOutOfRangeException.ThrowIfLessThan(Opportunities, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Choices);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Choices, Opportunities);
        ArgumentOutOfRangeException.ThrowIfNegative(PriorityClasses);
        if (!double.IsFinite(SeatsPerStudent) || SeatsPerStudent < 0 || Students * SeatsPerStudent > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(SeatsPerStudent), SeatsPerStudent, "There must be 0 or more seats for each student, and fewer than 2^31 in all.");
        }
    }
}
