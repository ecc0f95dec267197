using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Nothing of what a thing says is lost.</summary>
internal static class ReadBackCases
{
    private static readonly Instant Odd = Instant.FromUtc(2026, 12, 31, 23, 59, 59) + Duration.FromNanoseconds(123_456_789);

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("A thing of every kind is read back with everything it says", EveryKind),
        new("A thing that changed is read back as it is now, and not as it was", Changed),
        new("A time is kept to the nanosecond", Nanoseconds),
        new("An audit line and an event are kept with everything they say, and with what they leave out", Lines),
    ];

    public static ImmutableArray<IStored> OfEveryKind { get; } =
    [
        Listing("clinic", 3) with
        {
            Offer = Listing("clinic", 3).Offer with
            {
                Title = "Clinic \"A\" — été", Occupation = OnetSocCode.Parse("29-1141.00"), Minimum = 1, Schedule = WeeklyHours.Parse("Mon-Thu 14:00-17:00"),
                Worksite = new() { Id = WorksiteId.From("w1"), Partner = PartnerId.From("hospital"), Place = new GeoPoint(42.345678901, -71.552345678) }, IsRemote = true, IsPaid = true,
                Hazards = [HazardId.From("lab"), HazardId.From("lifting")], IsStudentLearner = true, MinimumAge = 16, Requirements = [QualificationId.From("cpr")],
            },
            ApplicationWindow = Fall, Program = PlacementProgramId.From("fall"), Documents = [Document("x").Requirement],
        },
        Application("a1") with { OfferExpires = Odd, State = ApplicationState.Offered },
        Placement("p1") with
        {
            Application = StudentApplicationId.From("a1"), IsExclusive = false, Group = ExperienceGroupId.From("g1"), Coordinator = ActorId.From("c1"), Supervisor = ActorId.From("s1"), State = PlacementState.Paused,
        },
        Document("d1", last: Fall.End) with { State = DocumentState.Requested, EarlierLastDay = Fall.Start, Location = Note.From("Drawer 3, «left»") },
        Hours("h1") with { Answer = new(ActorId.From("c1"), Fall.Start, ReasonCode.From("agreed")), Replaces = HoursEntryId.From("h0"), State = HoursEntryState.Submitted },
        Run("r1") with { Improve = true, Exact = true, Follows = MatchRunId.From("r0"), ProposedBy = ActorId.From("c1"), Kept = [new(StudentId.From("dee"), OpportunityId.From("lab"), 2)], Declined = [new(StudentId.From("eli"), OpportunityId.From("lab"))] },
        Entry("ana", "e1"),
        Partner("hospital"),
    ];

    private static async Task EveryKind(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(OfEveryKind)).ConfigureAwait(false);
        foreach (var value in OfEveryKind)
        {
            await store.MustHoldAsync(North, value).ConfigureAwait(false);
            Check.Same(new SubjectState(value.Subject, 1, IsDeleted: false), await store.StateAsync(North, value.Subject).ConfigureAwait(false), $"The state of {value.Subject}");
        }

        foreach (var subject in new[] { "application/none", "student/none", "record-entry/ana/none" })
        {
            Check.Same(new SubjectState(subject, 0, IsDeleted: false), await store.StateAsync(North, subject).ConfigureAwait(false), $"The state of {subject}");
        }
    }

    private static async Task Changed(IPathwaysStore store)
    {
        IStored[] later =
        [
            Listing("clinic", 5) with { Version = 2, State = OpportunityState.Closed, Season = null }, Application("a1") with { Version = 2 },
            Placement("p1", dates: new(Fall.Start, Fall.Start)) with { Version = 2 }, Document("d1") with { Version = 2, Signatures = [] }, Hours("h1", day: 20) with { Version = 2, Text = null, Violations = [] },
            Run("r1") with { Version = 2, Unmatched = [] }, Partner("hospital") with { Version = 2, Owner = null, VettedUntil = null },
        ];
        await store.MustSaveAsync(North, Saving(OfEveryKind)).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving([.. later])).ConfigureAwait(false);
        foreach (var value in later)
        {
            await store.MustHoldAsync(North, value).ConfigureAwait(false);
        }

        Check.Same(0, (await store.ListAsync(North, new OpportunityQuery { Season = SeasonId.From("fall") }).ConfigureAwait(false)).Items.Length, "What is selected by what a thing no longer says");
    }

    private static async Task Nanoseconds(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Application("a1", state: ApplicationState.Offered) with { OfferExpires = Odd })
            with { Seats = [Hold("application/a1") with { Until = Odd }] }).ConfigureAwait(false);
        Check.Same(Odd, (await store.FindAsync(North, StudentApplicationId.From("a1")).ConfigureAwait(false))?.OfferExpires, "The end of an offer");
        Check.Same(Odd, (await store.ListSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false))[0].Until, "The end of a held seat");
        Check.Same(1, (await store.ListAsync(North, new ApplicationQuery { OfferExpiresBy = Odd }).ConfigureAwait(false)).Items.Length, "The offers that end by then");
        Check.Same(0, (await store.ListAsync(North, new ApplicationQuery { OfferExpiresBy = Odd - Duration.Epsilon }).ConfigureAwait(false)).Items.Length, "The offers that end a nanosecond earlier");
    }

    private static async Task Lines(IPathwaysStore store)
    {
        var commit = Saving(Application("a1")) with
        {
            Audit =
            [
                new("application/a1", 1, "Offer", "Endorsed", "Offered", new(ActorId.From("Ж'%_"), Role.Administrator), Odd, ReasonCode.From("because"), "access.coordinator"),
                new("application/a1", 1, "Note", "Offered", "Offered", Coordinator, Odd),
            ],
            Events = [new("Offered", "application/a1", 1, null, OpportunityId.From("clinic"), Odd), new("Noted", "application/a1", 1, StudentId.From("ana"), null, Odd)],
        };
        await store.MustSaveAsync(North, commit).ConfigureAwait(false);
        Check.Sequence(commit.Audit, await store.HistoryAsync(North, "application/a1").ConfigureAwait(false), "The lines of the audit log");
        Check.Sequence(commit.Events, (await store.PendingAsync(North, 10).ConfigureAwait(false)).Select(pending => pending.Event), "The events");
    }
}
