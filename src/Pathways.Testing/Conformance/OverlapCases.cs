using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>No student has two exclusive placements on one day.</summary>
internal static class OverlapCases
{
    private static readonly DateInterval Before = new(new(2026, 8, 1), new(2026, 9, 13));
    private static readonly DateInterval Touching = new(new(2026, 8, 1), new(2026, 9, 14));

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Two exclusive placements on one day are refused", Refuses),
        new("Placements that share no day are saved", SharesNone),
        new("A placement that is not exclusive is in nobody's way", NotExclusive),
        new("A placement that ended is in nobody's way", Ended),
        new("Two overlapping placements in one commit are refused", InOne),
        new("Longer dates that reach into another placement are refused", Longer),
        new("Other students may work at the same time", Others),
    ];

    private static async Task Refuses(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Placement("p1"))).ConfigureAwait(false);
        var outcome = await store.CommitAsync(North, Saving(Placement("p2", opportunity: "lab", dates: Touching))).ConfigureAwait(false);
        Check.Same(new(PlacementId.From("p2"), PlacementId.From("p1")), Check.Is<CommitOutcome.Overlap>(outcome, "One day in two placements"), "The overlap");
        Check.Same(null, await store.FindAsync(North, PlacementId.From("p2")).ConfigureAwait(false), "The refused placement");
    }

    private static async Task SharesNone(IPathwaysStore store) =>
        await store.MustSaveAsync(North, Saving(Placement("p1"), Placement("p2", dates: Before))).ConfigureAwait(false);

    private static async Task NotExclusive(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Placement("p1"), Placement("p2") with { IsExclusive = false })).ConfigureAwait(false);
        Check.Is<CommitOutcome.Overlap>(await store.CommitAsync(North, Saving(Placement("p3"))).ConfigureAwait(false), "A second exclusive one");
    }

    private static async Task Ended(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Placement("p1"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Placement("p1") with { Version = 2, State = PlacementState.CancelledBeforeStart }, Placement("p2"))).ConfigureAwait(false);
    }

    private static async Task InOne(IPathwaysStore store) =>
        Check.Is<CommitOutcome.Overlap>(await store.CommitAsync(North, Saving(Placement("p1"), Placement("p2"))).ConfigureAwait(false), "Two at once");

    private static async Task Longer(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Placement("p1"), Placement("p2", dates: Before))).ConfigureAwait(false);
        Check.Is<CommitOutcome.Overlap>(await store.CommitAsync(North, Saving(Placement("p2", dates: Touching) with { Version = 2 })).ConfigureAwait(false), "One day more");
        Check.Same(Before, (await store.FindAsync(North, PlacementId.From("p2")).ConfigureAwait(false))?.Dates, "The dates");
    }

    private static async Task Others(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Placement("p1"), Placement("p2", "ben"))).ConfigureAwait(false);
        await store.MustSaveAsync(South, Saving(Placement("p3"))).ConfigureAwait(false);
    }
}
