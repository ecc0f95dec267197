using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>No seat is given twice.</summary>
internal static class SeatCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Seats go from free to held to filled and back", GoRound),
        new("The last seat is given once, and a refused commit changes nothing", LastSeat),
        new("An opportunity that is not known has no seat", Unknown),
        new("A seat that one change of a commit frees can be taken by another", FreedAndTaken),
        new("A holder has one seat alone", OneEach),
        new("Seats cannot be cut below those taken", Cut),
        new("Seats that are added can be taken", Added),
    ];

    private static async Task GoRound(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 2))).ConfigureAwait(false);
        var version = 0;
        await Step(Hold("application/a1"), 1, 0).ConfigureAwait(false);
        await Step(Move(SeatMove.Release, "application/a1"), 0, 0).ConfigureAwait(false);
        await Step(Hold("application/a1"), 1, 0).ConfigureAwait(false);
        await Step(Move(SeatMove.Fill, "application/a1"), 0, 1).ConfigureAwait(false);
        await Step(Move(SeatMove.Take, "placement/p1"), 0, 2).ConfigureAwait(false);
        await Step(Move(SeatMove.Vacate, "application/a1"), 0, 1).ConfigureAwait(false);
        await Step(Hold("application/a1"), 1, 1).ConfigureAwait(false);

        async Task Step(SeatClaim claim, int held, int filled)
        {
            await store.MustSaveAsync(North, Saving(Application("a1") with { Version = ++version }) with { Seats = [claim] }).ConfigureAwait(false);
            Check.Same(
                new(OpportunityId.From("clinic"), 2, held, filled), await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false), $"The seats after {claim.Move}");
        }
    }

    private static async Task LastSeat(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Seats = [Hold("application/a1")] }).ConfigureAwait(false);
        foreach (var claim in new[] { Hold("application/a2"), Move(SeatMove.Take, "application/a2") })
        {
            var outcome = await store.CommitAsync(North, Saving(Application("a2")) with { Seats = [claim], Command = Stamp("k") }).ConfigureAwait(false);
            Check.Same(OpportunityId.From("clinic"), Check.Is<CommitOutcome.NoSeatLeft>(outcome, "One seat more than there are").Opportunity, "The opportunity");
        }

        Check.Same(null, await store.FindAsync(North, StudentApplicationId.From("a2")).ConfigureAwait(false), "The refused application");
        Check.Same(null, await store.FindCommandAsync(North, CommandKey.From("k")).ConfigureAwait(false), "The refused request");
        Check.Same(0, (await store.HistoryAsync(North, "application/a2").ConfigureAwait(false)).Length, "The lines of the audit log");
        Check.Same(2, (await store.PendingAsync(North, 10).ConfigureAwait(false)).Length, "The events");
    }

    private static async Task Unknown(IPathwaysStore store) => Check.Is<CommitOutcome.NoSeatLeft>(
        await store.CommitAsync(North, Saving(Application("a1")) with { Seats = [Hold("application/a1")] }).ConfigureAwait(false), "A seat of an unknown opportunity");

    private static async Task FreedAndTaken(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Application("a1")) with { Seats = [Hold("application/a1")] }).ConfigureAwait(false);
        var commit = Saving(Application("a1") with { Version = 2 }, Application("a2")) with { Seats = [Move(SeatMove.Release, "application/a1"), Hold("application/a2")] };
        await store.MustSaveAsync(North, commit).ConfigureAwait(false);
        Check.Same(1, (await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false)).Held, "The seats held");
    }

    private static async Task OneEach(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 5), Application("a1")) with { Seats = [Hold("application/a1")] }).ConfigureAwait(false);
        await Check.Throws<ArgumentException>(
            () => store.CommitAsync(North, Saving(Application("a1") with { Version = 2 }) with { Seats = [Hold("application/a1")] }).AsTask(), "A second seat").ConfigureAwait(false);
        Check.Same(1, (await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false)).Held, "The seats held");
    }

    private static async Task Cut(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 3), Application("a1"), Application("a2")) with { Seats = [Hold("application/a1"), Move(SeatMove.Take, "application/a2")] })
            .ConfigureAwait(false);
        Check.Is<CommitOutcome.NoSeatLeft>(await store.CommitAsync(North, Saving(Listing("clinic", 1) with { Version = 2 })).ConfigureAwait(false), "One seat for two");
        Check.Same(3, (await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false)).Capacity, "The seats");
        await store.MustSaveAsync(North, Saving(Listing("clinic", 2) with { Version = 2 })).ConfigureAwait(false);
        Check.Same(0, (await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false)).Free, "The free seats");
    }

    private static async Task Added(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 0))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1) with { Version = 2 }, Application("a1")) with { Seats = [Hold("application/a1")] }).ConfigureAwait(false);
    }
}
