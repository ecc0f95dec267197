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

    /// <summary>How often a student likes an opportunity as much as the one before it: 0 to 1.</summary>
    public double Tie { get; init; }

    /// <summary>How many partners the opportunities are spread over, one after the other; 0 for none.</summary>
    public int Partners { get; init; }

    /// <summary>How many students a partner takes, as a share (0 to 1) of the seats of its opportunities; <see langword="null"/> for no cap.</summary>
    public double? PartnerCap { get; init; }

    /// <summary>How many regions the partners are spread over, or the opportunities where there are none; each has a cap. 0 for none.</summary>
    public int Regions { get; init; }

    /// <summary>How many students a region takes, as a share (0 to 1) of the seats of its opportunities.</summary>
    public double RegionCap { get; init; } = 0.8;

    /// <summary>How many policy groups there are.</summary>
    public int Groups { get; init; }

    /// <summary>How likely a student is to belong to a group, to each apart from the others: 0 to 1. With two groups or more some belong to several.</summary>
    public double GroupShare { get; init; } = 0.3;

    /// <summary>How many seats of each opportunity are for groups, as a share (0 to 1), spread evenly over them; more than 0 only with groups.</summary>
    public double Reserve { get; init; }

    /// <summary>Whether seats for a group stay empty when no member wants them.</summary>
    public bool HardReserves { get; init; }

    /// <summary>Whether seats for groups are slots: the open ones before or after any of them, and each slot of any kind.</summary>
    public bool Slots { get; init; }

    /// <summary>Makes the problem of a seed: the same seed gives the same problem on every machine.</summary>
    /// <param name="seed">Where chance comes from. Student <c>i</c> uses <c>seed.Split(i)</c>.</param>
    /// <param name="cancellationToken">Gives up between students.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public MatchingProblem Make(Seed seed, CancellationToken cancellationToken = default)
    {
        Check();
        var names = new OpportunityId[Opportunities];
        // A cap over opportunities that make no difference between students needs them to say so in numbers.
        var scores = PriorityClasses == 1 && PartnerCap is null ? null : new Dictionary<StudentId, double>[Opportunities];
        for (var o = 0; o < Opportunities; o++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            names[o] = OpportunityId.From($"o{o}");
            scores?[o] = [];
        }

        var draw = new PopularityDraw(Popularity, Opportunities);
        var seating = new Seating(this, [.. Seats()]);
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

            builder.AddStudent(student, Listed([.. list.Select(o => names[o])], own.Split(2)), seating.GroupsOf(own.Split(3)));
        }

        for (var o = 0; o < Opportunities; o++)
        {
            var order = scores is null ? PriorityOrder.Everyone : new PriorityOrder.Scored(scores[o]);
            builder.AddOpportunity(
                names[o], seating.Seats[o], order, partner: seating.PartnerOf(o),
                reserves: Slots ? [] : seating.ReservesOf(o), slots: Slots ? seating.SlotsOf(o, seed.Split("slots").Split((ulong)o)) : []);
        }

        seating.AddCaps(builder, names);
        return builder.Build();
    }

    private RankedList<OpportunityId> Listed(OpportunityId[] list, Seed seed)
    {
        if (Tie == 0)
        {
            return RankedList<OpportunityId>.Of(list);
        }

        var places = new List<List<OpportunityId>>();
        for (var i = 0; i < list.Length; i++)
        {
            if (i > 0 && seed.Split((ulong)i).DrawUnit() < Tie)
            {
                places[^1].Add(list[i]);
            }
            else
            {
                places.Add([list[i]]);
            }
        }

        return RankedList<OpportunityId>.OfPlaces(places);
    }

    private IEnumerable<int> Seats()
    {
        var all = (long)Math.Ceiling((Students * SeatsPerStudent) - SeatTolerance);
        return Enumerable.Range(0, Opportunities).Select(o => (int)((all * (o + 1) / Opportunities) - (all * o / Opportunities)));
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

        ArgumentOutOfRangeException.ThrowIfNegative(Partners);
        ArgumentOutOfRangeException.ThrowIfNegative(Regions);
        ArgumentOutOfRangeException.ThrowIfLessThan(Groups, Reserve > 0 ? 1 : 0, nameof(Groups));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Groups, 62, nameof(Groups));
        Share(Tie, nameof(Tie));
        Share(PartnerCap ?? 0, nameof(PartnerCap));
        Share(RegionCap, nameof(RegionCap));
        Share(GroupShare, nameof(GroupShare));
        Share(Reserve, nameof(Reserve));
    }

    private static void Share(double value, string name)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "A share is a number from 0 to 1.");
        }
    }
}
