using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Who holds and who fills a seat can be read.</summary>
internal static class HoldingCases
{
    private static readonly OpportunityId Clinic = OpportunityId.From("clinic");

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Who has a seat is listed by holder, ordinally, with what is said of it", Listed),
        new("Who gave a seat back is no longer listed", GivenBack),
        new("Nobody has a seat of what is not known, or of another tenant", Nobody),
        new("A cut of seats counts what the same commit gives back", CutAndGivenBack),
        new("Claims on two opportunities are both carried out or neither", BothOrNeither),
    ];

    private static async Task Listed(IPathwaysStore store)
    {
        string[] holders = ["application/b", "application/B", "application/a", "placement/p1", "application/Ж", "application/a'"];
        await store.MustSaveAsync(North, Saving(Listing("clinic", 9), Application("x")) with
        {
            Seats = [.. holders.Select(holder => holder.StartsWith('p') ? Move(SeatMove.Take, holder) : Hold(holder)), Hold("application/c") with { Until = null }],
        }).ConfigureAwait(false);
        var expected = holders.Append("application/c").Order(StringComparer.Ordinal)
            .Select(holder => new SeatHolding(Clinic, holder, holder.StartsWith('p'), holder is "placement/p1" or "application/c" ? null : Noon));
        Check.Sequence(expected, await store.ListSeatsAsync(North, Clinic).ConfigureAwait(false), "Who has a seat");
    }

    private static async Task GivenBack(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 3), Application("a1")) with { Seats = [Hold("application/a1"), Hold("application/a2"), Move(SeatMove.Take, "placement/p1")] }).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a1") with { Version = 2 }) with { Seats = [Move(SeatMove.Fill, "application/a1"), Move(SeatMove.Release, "application/a2"), Move(SeatMove.Vacate, "placement/p1")] })
            .ConfigureAwait(false);
        Check.Sequence([new SeatHolding(Clinic, "application/a1", IsFilled: true, null)], await store.ListSeatsAsync(North, Clinic).ConfigureAwait(false), "Who has a seat");
    }

    private static async Task Nobody(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Application("a1")) with { Seats = [Hold("application/a1")] }).ConfigureAwait(false);
        Check.Same(0, (await store.ListSeatsAsync(South, Clinic).ConfigureAwait(false)).Length, "Who has a seat with another tenant");
        Check.Same(0, (await store.ListSeatsAsync(North, OpportunityId.From("Clinic")).ConfigureAwait(false)).Length, "Who has a seat of what is not known");
    }

    private static async Task CutAndGivenBack(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 2), Application("a1")) with { Seats = [Hold("application/a1"), Hold("application/a2")] }).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1) with { Version = 2 }) with { Seats = [Move(SeatMove.Release, "application/a2")] }).ConfigureAwait(false);
        Check.Same(new(Clinic, 1, 1, 0), await store.CountSeatsAsync(North, Clinic).ConfigureAwait(false), "The seats");
    }

    private static async Task BothOrNeither(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Listing("lab", 0))).ConfigureAwait(false);
        var commit = Saving(Application("a1")) with { Seats = [Hold("application/a1"), Hold("application/a1", "lab")] };
        Check.Same(OpportunityId.From("lab"), (await store.MustRefuseAsync<CommitOutcome.NoSeatLeft>(North, commit, "Two seats, of which one is not there").ConfigureAwait(false)).Opportunity, "The opportunity");
        Check.Same(1, (await store.CountSeatsAsync(North, Clinic).ConfigureAwait(false)).Free, "The free seats of the other");
    }
}
