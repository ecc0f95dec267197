using System.Collections.Immutable;
using Pathways.Matching;

namespace Pathways.Simulation;

/// <summary>Who may take which seats of a random problem: groups and the seats for them, partners, regions, and the caps of both.</summary>
internal sealed class Seating(RandomProblem model, int[] seats)
{
    private const double SeatTolerance = 1e-9;
    private readonly PriorityGroupId[] _groups = [.. Enumerable.Range(0, model.Groups).Select(g => PriorityGroupId.From($"g{g}"))];

    public int[] Seats { get; } = seats;

    public ImmutableArray<PriorityGroupId> GroupsOf(Seed student) =>
        [.. _groups.Where((_, g) => student.Split((ulong)g).DrawUnit() < model.GroupShare)];

    public PartnerId? PartnerOf(int o) => model.Partners == 0 ? null : PartnerId.From($"p{o % model.Partners}");

    public ImmutableArray<Reserve> ReservesOf(int o) =>
        [.. SeatsByGroup(o).Select((own, g) => (own, g)).Where(entry => entry.own > 0).Select(entry => new Reserve(_groups[entry.g], entry.own, model.HardReserves))];

    public ImmutableArray<Slot> SlotsOf(int o, Seed seed)
    {
        var slots = new List<Slot>();
        var open = Seats[o];
        foreach (var (own, g) in SeatsByGroup(o).Select((own, g) => (own, g)))
        {
            if (own > 0)
            {
                slots.Add(seed.Split((ulong)g).DrawBelow(3) switch
                {
                    0 => new(own, _groups[g], SlotAccess.MembersFirst),
                    var kind => new(own, _groups[g], Transfers: kind == 1 && !model.HardReserves),
                });
                open -= own;
            }
        }

        if (open > 0 && slots.Count > 0)
        {
            slots.Insert(seed.Split((ulong)model.Groups).DrawBelow(slots.Count + 1), new(open));
        }

        return [.. slots];
    }

    public void AddCaps(MatchingProblemBuilder builder, OpportunityId[] names)
    {
        for (var p = 0; p < model.Partners; p++)
        {
            builder.AddPartner(new()
            {
                Id = PartnerId.From($"p{p}"),
                Seats = model.PartnerCap is { } share ? Part(share, Enumerable.Range(0, names.Length).Where(o => o % model.Partners == p)) : null,
            });
        }

        // Spread by partner, so that one with opportunities lies in one region.
        for (var r = 0; r < model.Regions; r++)
        {
            int[] counted = [.. Enumerable.Range(0, names.Length).Where(o => (model.Partners == 0 ? o : o % model.Partners) % model.Regions == r)];
            builder.AddCap(new()
            {
                Id = CapId.From($"r{r}"),
                Seats = Part(model.RegionCap, counted),
                Opportunities = [.. counted.Select(o => names[o])],
                Kind = "region",
            });
        }
    }

    private int Part(double share, IEnumerable<int> opportunities) =>
        (int)Math.Ceiling((share * opportunities.Sum(o => (long)Seats[o])) - SeatTolerance);

    private IEnumerable<int> SeatsByGroup(int o)
    {
        var reserved = (long)Math.Round(Seats[o] * model.Reserve);
        return Enumerable.Range(0, _groups.Length)
            .Select(g => (int)((reserved * (g + 1) / _groups.Length) - (reserved * g / _groups.Length)));
    }
}
