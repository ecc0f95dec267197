using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Queries select what they say, in a fixed order, and say whether there is more.</summary>
internal static class QueryCases
{
    private static readonly string[] Awkward = ["A", "a", "B", "a ", "a'", "\"", "%", "_", "Ж", "ж", "ß", "ss", "1", "10", "2", new('x', 128)];

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Pages are in ordinal order of identifiers, without gap or repetition", Pages),
        new("A page says whether there is more", SaysMore),
        new("A limit outside 1 to 1,000 is a fault of the caller", Limits),
        new("Applications are selected by student, opportunity, state and expiry", Applications),
        new("Placements are selected by student, supervisor, coordinator, group, state and days", Placements),
        new("Documents and hours are selected by placement, state and day", Others),
        new("Match runs are selected by the run before and by state", Runs),
    ];

    private static async Task Pages(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving([.. Awkward.Select(id => Application(id))])).ConfigureAwait(false);
        foreach (var limit in new[] { 1, 3, 1000 })
        {
            var found = new List<string>();
            var query = new ApplicationQuery { Limit = limit, Student = StudentId.From("ana") };
            while (true)
            {
                var page = await store.ListAsync(North, query).ConfigureAwait(false);
                Check.That(page.Items.Length <= limit, $"A page of {limit} has {page.Items.Length} things.");
                found.AddRange(page.Items.Select(application => application.Id.Value));
                if (page.Next is not { } next || found.Count > Awkward.Length)
                {
                    break;
                }

                query = query with { From = next };
            }

            Check.Sequence(Awkward.Order(StringComparer.Ordinal), found, $"The identifiers in pages of {limit}");
        }

        foreach (var id in Awkward)
        {
            Check.Same(id, (await store.FindAsync(North, StudentApplicationId.From(id)).ConfigureAwait(false))?.Id.Value, "An awkward identifier");
        }
    }

    private static async Task SaysMore(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"), Application("a2"))).ConfigureAwait(false);
        Check.That((await store.ListAsync(North, new ApplicationQuery { Limit = 1 }).ConfigureAwait(false)).HasMore, "The first of two pages says that there is no more.");
        Check.That(!(await store.ListAsync(North, new ApplicationQuery { Limit = 2 }).ConfigureAwait(false)).HasMore, "A page with everything says that there is more.");
    }

    private static async Task Limits(IPathwaysStore store)
    {
        foreach (var limit in new[] { -1, 0, 1001 })
        {
            await Check.Throws<ArgumentOutOfRangeException>(() => store.ListAsync(North, new ApplicationQuery { Limit = limit }).AsTask(), $"A limit of {limit}").ConfigureAwait(false);
            await Check.Throws<ArgumentOutOfRangeException>(() => store.PendingAsync(North, limit).AsTask(), $"A limit of {limit}").ConfigureAwait(false);
        }
    }

    private static async Task Applications(IPathwaysStore store)
    {
        var offered = Application("a3", "ben", "lab", ApplicationState.Offered) with { OfferExpires = Noon };
        await store.MustSaveAsync(North, Saving(Application("a1"), Application("a2", opportunity: "lab"), offered, Application("a4", "ben") with { OfferExpires = Noon })).ConfigureAwait(false);
        await Select(new(), "a1", "a2", "a3", "a4").ConfigureAwait(false);
        await Select(new() { Student = StudentId.From("ben") }, "a3", "a4").ConfigureAwait(false);
        await Select(new() { Opportunity = OpportunityId.From("lab") }, "a2", "a3").ConfigureAwait(false);
        await Select(new() { Student = StudentId.From("ben"), Opportunity = OpportunityId.From("lab") }, "a3").ConfigureAwait(false);
        await Select(new() { States = [ApplicationState.Offered, ApplicationState.Draft] }, "a3").ConfigureAwait(false);
        await Select(new() { OfferExpiresBy = Noon }, "a3").ConfigureAwait(false);
        await Select(new() { OfferExpiresBy = Noon - Duration.Epsilon }).ConfigureAwait(false);
        await Select(new() { Student = StudentId.From("cy") }).ConfigureAwait(false);

        // A thing that changed is found under what it is now, and not under what it was.
        await store.MustSaveAsync(North, Saving(offered with { Version = 2, State = ApplicationState.OfferExpired })).ConfigureAwait(false);
        await Select(new() { OfferExpiresBy = Noon }).ConfigureAwait(false);

        async Task Select(ApplicationQuery query, params string[] ids) => Check.Sequence(
            ids, (await store.ListAsync(North, query).ConfigureAwait(false)).Items.Select(application => application.Id.Value), "The applications");
    }

    private static async Task Placements(IPathwaysStore store)
    {
        var day = new DateInterval(Fall.Start, Fall.Start);
        await store.MustSaveAsync(North, Saving(
            Placement("p1") with { Supervisor = ActorId.From("s1"), Coordinator = ActorId.From("c1") },
            Placement("p2", "ben", "lab", day) with { Group = ExperienceGroupId.From("g1"), State = PlacementState.Active },
            Placement("p3", "cy") with { Supervisor = ActorId.From("s1") })).ConfigureAwait(false);
        await Select(new() { Student = StudentId.From("ben") }, "p2").ConfigureAwait(false);
        await Select(new() { Opportunity = OpportunityId.From("clinic") }, "p1", "p3").ConfigureAwait(false);
        await Select(new() { Supervisor = ActorId.From("s1") }, "p1", "p3").ConfigureAwait(false);
        await Select(new() { Coordinator = ActorId.From("c1") }, "p1").ConfigureAwait(false);
        await Select(new() { Group = ExperienceGroupId.From("g1") }, "p2").ConfigureAwait(false);
        await Select(new() { States = [PlacementState.Active] }, "p2").ConfigureAwait(false);
        await Select(new() { Days = day }, "p1", "p2", "p3").ConfigureAwait(false);
        await Select(new() { Days = new(Fall.Start.PlusDays(1), Fall.End) }, "p1", "p3").ConfigureAwait(false);
        await Select(new() { Days = new(Fall.End.PlusDays(1), Fall.End.PlusDays(9)) }).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Placement("p3", "cy") with { Version = 2, Supervisor = ActorId.From("s2") })).ConfigureAwait(false);
        await Select(new() { Supervisor = ActorId.From("s1") }, "p1").ConfigureAwait(false);

        async Task Select(PlacementQuery query, params string[] ids) => Check.Sequence(
            ids, (await store.ListAsync(North, query).ConfigureAwait(false)).Items.Select(placement => placement.Id.Value), "The placements");
    }

    private static async Task Others(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(
            Document("d1", last: Fall.Start), Document("d2", last: Fall.End) with { State = DocumentState.Accepted }, Document("d3", "p2"),
            Things.Hours("h1"), Things.Hours("h2", day: 15) with { State = HoursEntryState.Approved }, Things.Hours("h3", "p2"))).ConfigureAwait(false);
        await Documents(new() { Placement = PlacementId.From("p1") }, "d1", "d2").ConfigureAwait(false);
        await Documents(new() { States = [DocumentState.Accepted] }, "d2").ConfigureAwait(false);
        await Documents(new() { LastDayBy = Fall.Start }, "d1").ConfigureAwait(false);
        await Hours(new() { Placement = PlacementId.From("p1") }, "h1", "h2").ConfigureAwait(false);
        await Hours(new() { Days = new(new(2026, 9, 15), new(2026, 9, 30)) }, "h2").ConfigureAwait(false);
        await Hours(new() { Student = StudentId.From("ana"), States = [HoursEntryState.Draft] }, "h1", "h3").ConfigureAwait(false);

        async Task Documents(DocumentQuery query, params string[] ids) => Check.Sequence(
            ids, (await store.ListAsync(North, query).ConfigureAwait(false)).Items.Select(document => document.Id.Value), "The documents");

        async Task Hours(HoursQuery query, params string[] ids) => Check.Sequence(
            ids, (await store.ListAsync(North, query).ConfigureAwait(false)).Items.Select(entry => entry.Id.Value), "The entries of the hours log");

    }

    private static async Task Runs(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Run("r1"), Run("r2") with { Follows = MatchRunId.From("r1"), State = MatchRunState.Published })).ConfigureAwait(false);
        await Select(new(), "r1", "r2").ConfigureAwait(false);
        await Select(new() { Follows = MatchRunId.From("r1") }, "r2").ConfigureAwait(false);
        await Select(new() { States = [MatchRunState.Proposed] }, "r1").ConfigureAwait(false);
        var found = await store.FindAsync(North, MatchRunId.From("r1")).ConfigureAwait(false);
        Check.Sequence(Run("r1").Seats, found!.Seats, "The seats of a run");
        Check.Same(Run("r1").Seed, found.Seed, "The seed of a run");

        async Task Select(MatchRunQuery query, params string[] ids) =>
            Check.Sequence(ids, (await store.ListAsync(North, query).ConfigureAwait(false)).Items.Select(run => run.Id.Value), "The match runs");
    }
}
