using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Every question of every query, alone and with every other, against a plain reading of it.</summary>
internal static class SelectionCases
{
    private static readonly DateInterval[] Spans = [Fall, new(new(2026, 9, 1), new(2026, 9, 14)), new(new(2026, 12, 18), new(2027, 3, 1)), new(new(2027, 3, 2), new(2027, 6, 1))];
    private static readonly string[] Students = ["ana", "Ana", "ben"];
    private static readonly string[] Places = ["clinic", "lab"];

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Every two questions about opportunities select what both mean", Opportunities),
        new("Every two questions about applications select what both mean", Applications),
        new("Every two questions about placements select what both mean", Placements),
        new("Every two questions about documents select what both mean", Documents),
        new("Every two questions about hours select what both mean", Entries),
        new("Every two questions about match runs select what both mean", Runs),
        new("Every two questions about records select what both mean", Records),
        new("Every two questions about partners select what both mean", Partners),
    ];

    private static async Task Opportunities(IPathwaysStore store)
    {
        var things = Enumerable.Range(0, 24).Select(i => Listing($"o{i}", i % 4) with
        {
            Offer = Listing($"o{i}", 1).Offer with { Partner = PartnerId.From(i % 3 == 0 ? "hospital" : "Hospital") },
            State = (OpportunityState)(i % 4), Season = i % 5 == 0 ? null : SeasonId.From(i % 2 == 0 ? "fall" : "spring"),
        }).ToArray();
        await store.MustSaveAsync(North, Saving([.. things])).ConfigureAwait(false);
        await Selecting.AgreesAsync<OpportunityListing, OpportunityQuery>(
            new(), query => store.ListAsync(North, query), things, thing => thing.Id.Value,
            new("a partner", query => query with { Partner = PartnerId.From("hospital") }, thing => thing.Offer.Partner.Value == "hospital"),
            new("a season", query => query with { Season = SeasonId.From("fall") }, thing => thing.Season?.Value == "fall"),
            new("two states", query => query with { States = [(OpportunityState)1, (OpportunityState)3] }, thing => (int)thing.State is 1 or 3)).ConfigureAwait(false);
    }

    private static async Task Applications(IPathwaysStore store)
    {
        var things = Enumerable.Range(0, 36).Select(i => Application($"a{i}", Students[i % 3], Places[i % 2], (ApplicationState)(6 + (i % 5))) with
        {
            OfferExpires = (i % 4) switch { 0 => null, 1 => Noon, 2 => Noon + Duration.FromHours(1), _ => Noon - Duration.FromDays(1) },
        }).ToArray();
        await store.MustSaveAsync(North, Saving([.. things])).ConfigureAwait(false);
        await Selecting.AgreesAsync<Application, ApplicationQuery>(
            new(), query => store.ListAsync(North, query), things, thing => thing.Id.Value,
            new("a student", query => query with { Student = StudentId.From("Ana") }, thing => thing.Student.Value == "Ana"),
            new("an opportunity", query => query with { Opportunity = OpportunityId.From("lab") }, thing => thing.Opportunity.Value == "lab"),
            new("two states", query => query with { States = [ApplicationState.Offered, ApplicationState.Accepted] }, thing => thing.State is ApplicationState.Offered or ApplicationState.Accepted),
            new("an end of the offer", query => query with { OfferExpiresBy = Noon }, thing => thing.State == ApplicationState.Offered && thing.OfferExpires <= Noon)).ConfigureAwait(false);
    }

    private static async Task Placements(IPathwaysStore store)
    {
        var things = Enumerable.Range(0, 48).Select(i => Placement($"p{i}", Students[i % 3], Places[i % 2], Spans[i % 4]) with
        {
            IsExclusive = false, State = (PlacementState)(i % 5), Supervisor = i % 3 == 0 ? null : ActorId.From($"s{i % 2}"), Coordinator = i % 4 == 0 ? null : ActorId.From($"c{i % 3}"),
            Group = i % 7 == 0 ? ExperienceGroupId.From("g1") : null,
        }).ToArray();
        await store.MustSaveAsync(North, Saving([.. things])).ConfigureAwait(false);
        await Selecting.AgreesAsync<Placement, PlacementQuery>(
            new(), query => store.ListAsync(North, query), things, thing => thing.Id.Value,
            new("a student", query => query with { Student = StudentId.From("ana") }, thing => thing.Student.Value == "ana"),
            new("an opportunity", query => query with { Opportunity = OpportunityId.From("lab") }, thing => thing.Opportunity.Value == "lab"),
            new("a supervisor", query => query with { Supervisor = ActorId.From("s1") }, thing => thing.Supervisor?.Value == "s1"),
            new("a coordinator", query => query with { Coordinator = ActorId.From("c2") }, thing => thing.Coordinator?.Value == "c2"),
            new("a group", query => query with { Group = ExperienceGroupId.From("g1") }, thing => thing.Group?.Value == "g1"),
            new("two states", query => query with { States = [(PlacementState)2, (PlacementState)4] }, thing => (int)thing.State is 2 or 4),
            new("days: one that two spans share", query => query with { Days = new(Fall.End, Fall.End) }, thing => thing.Dates.Contains(Fall.End)),
            new("days: before all", query => query with { Days = new(new(2026, 1, 1), new(2026, 8, 31)) }, _ => false),
            new("days: around all", query => query with { Days = new(new(2020, 1, 1), new(2030, 1, 1)) }, _ => true)).ConfigureAwait(false);
    }

    private static async Task Documents(IPathwaysStore store)
    {
        var things = Enumerable.Range(0, 30).Select(i => Document($"d{i}", $"p{i % 2}", (i % 4) switch { 0 => null, 1 => Fall.Start, 2 => Fall.Start.PlusDays(1), _ => Fall.Start.PlusDays(-1) }) with
        {
            Student = StudentId.From(Students[i % 3]), State = (DocumentState)(i % 5),
        }).ToArray();
        await store.MustSaveAsync(North, Saving([.. things])).ConfigureAwait(false);
        await Selecting.AgreesAsync<PlacementDocument, DocumentQuery>(
            new(), query => store.ListAsync(North, query), things, thing => thing.Id.Value,
            new("a placement", query => query with { Placement = PlacementId.From("p1") }, thing => thing.Placement.Value == "p1"),
            new("a student", query => query with { Student = StudentId.From("ben") }, thing => thing.Student.Value == "ben"),
            new("two states", query => query with { States = [(DocumentState)0, (DocumentState)4] }, thing => (int)thing.State is 0 or 4),
            new("a last day", query => query with { LastDayBy = Fall.Start }, thing => thing.LastDay <= Fall.Start)).ConfigureAwait(false);
    }

    private static async Task Entries(IPathwaysStore store)
    {
        var things = Enumerable.Range(0, 30).Select(i => Hours($"h{i}", $"p{i % 2}", 10 + (i % 7)) with { Student = StudentId.From(Students[i % 3]), State = (HoursEntryState)(i % 4) }).ToArray();
        await store.MustSaveAsync(North, Saving([.. things])).ConfigureAwait(false);
        await Selecting.AgreesAsync<HoursEntry, HoursQuery>(
            new(), query => store.ListAsync(North, query), things, thing => thing.Id.Value,
            new("a placement", query => query with { Placement = PlacementId.From("p0") }, thing => thing.Placement.Value == "p0"),
            new("a student", query => query with { Student = StudentId.From("ana") }, thing => thing.Student.Value == "ana"),
            new("two states", query => query with { States = [(HoursEntryState)1, (HoursEntryState)2] }, thing => (int)thing.State is 1 or 2),
            new("days", query => query with { Days = new(new(2026, 9, 12), new(2026, 9, 14)) }, thing => thing.Day.Day is >= 12 and <= 14)).ConfigureAwait(false);
    }

    private static async Task Runs(IPathwaysStore store)
    {
        var things = Enumerable.Range(0, 16).Select(i => Run($"r{i}") with { Follows = i % 3 == 0 ? null : MatchRunId.From($"r{i % 2}"), State = (MatchRunState)(i % 4) }).ToArray();
        await store.MustSaveAsync(North, Saving([.. things])).ConfigureAwait(false);
        await Selecting.AgreesAsync<MatchRun, MatchRunQuery>(
            new(), query => store.ListAsync(North, query), things, thing => thing.Id.Value,
            new("a run before", query => query with { Follows = MatchRunId.From("r1") }, thing => thing.Follows?.Value == "r1"),
            new("two states", query => query with { States = [(MatchRunState)0, (MatchRunState)3] }, thing => (int)thing.State is 0 or 3)).ConfigureAwait(false);
    }

    private static async Task Records(IPathwaysStore store)
    {
        var things = Enumerable.Range(0, 24).Select(i => Entry(Students[i % 3], $"e{i}", new(2026, 9, 10 + (i % 6)))).ToArray();
        await store.MustSaveAsync(North, Saving([.. things])).ConfigureAwait(false);
        await Selecting.AgreesAsync<StudentRecordEntry, RecordQuery>(
            new(), query => store.ListAsync(North, query), things, thing => thing.Subject,
            new("a student", query => query with { Student = StudentId.From("Ana") }, thing => thing.Student.Value == "Ana"),
            new("days", query => query with { Days = new(new(2026, 9, 11), new(2026, 9, 13)) }, thing => thing.Entry.On.Day is >= 11 and <= 13)).ConfigureAwait(false);
    }

    private static async Task Partners(IPathwaysStore store)
    {
        var things = Enumerable.Range(0, 24).Select(i => Partner($"c{i}") with
        {
            State = (PartnerState)(i % 5), VettedUntil = (i % 4) switch { 0 => null, 1 => Fall.Start, 2 => Fall.Start.PlusDays(1), _ => Fall.Start.PlusDays(-1) },
        }).ToArray();
        await store.MustSaveAsync(North, Saving([.. things])).ConfigureAwait(false);
        await Selecting.AgreesAsync<PartnerListing, PartnerQuery>(
            new(), query => store.ListAsync(North, query), things, thing => thing.Id.Value,
            new("two states", query => query with { States = [(PartnerState)1, (PartnerState)4] }, thing => (int)thing.State is 1 or 4),
            new("an end of the vetting", query => query with { VettedUntilBy = Fall.Start }, thing => thing.VettedUntil <= Fall.Start)).ConfigureAwait(false);
    }
}
