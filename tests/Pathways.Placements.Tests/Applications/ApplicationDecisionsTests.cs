using static Pathways.Placements.ApplicationTrigger;

namespace Pathways.Placements.Tests.Applications;

public class ApplicationDecisionsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 9, 1, 12, 0);
    private static readonly Instant Friday = Noon.Plus(Duration.FromDays(3));
    private static readonly ReasonCode Why = ReasonCode.From("schedule-conflict");
    private static readonly ApplicationFacts Ready = new()
    {
        Now = Noon, Opportunity = OpportunityState.Published, MinimumGradeReached = true, MinimumAgeReached = true, ApplicationWindowOpen = true,
        DuplicateRuledOut = true, ResumeApproved = true, QuestionsAnswered = true, GuardianNotified = true, GuardianConsents = true, StudentReady = true,
        Eligible = true, CaseloadHasRoom = true, DataReleaseConsented = true, CommentGiven = true, InterviewOutsideSchool = true, FreeSeats = 1,
        ComplianceClear = true, OfferExpires = Friday, OverlapRuledOut = true, SeasonClosed = true,
    };

    [Fact]
    public void From_the_draft_to_the_accepted_offer_each_step_says_what_is_saved_with_it()
    {
        var start = Changed(ApplicationDecisions.Start(StudentApplicationId.From("a-1"), StudentId.From("ana"), OpportunityId.From("lab"), Ready, By(Role.Student)));
        Assert.Equal(("Start", "", "Draft", 1), (start.Audit.Trigger, start.Audit.From, start.Audit.To, start.Audit.Version));

        var application = start.Value;
        var claims = new List<SeatMove>();
        var events = new List<string>(start.Events.Select(happened => happened.Name));
        foreach (var (trigger, role) in new[] { (Submit, Role.Student), (Endorse, Role.Coordinator), (Shortlist, Role.PartnerContact), (MakeOffer, Role.PartnerContact), (AcceptOffer, Role.Student) })
        {
            var changed = Changed(ApplicationDecisions.Advance(application, trigger, Ready, By(role)));
            Assert.Equal(application.Version + 1, changed.Value.Version);
            Assert.Equal(
                new("application/a-1", changed.Value.Version, trigger.ToString(), application.State.ToString(), changed.Value.State.ToString(), By(role), Noon),
                changed.Audit);
            Assert.All(changed.Events, happened => Assert.Equal(("application/a-1", changed.Value.Version, Noon), (happened.Subject, happened.Version, happened.At)));
            events.AddRange(changed.Events.Select(happened => happened.Name));
            claims.AddRange(changed.Seat is { } seat ? [seat.Move] : []);
            application = changed.Value;
        }

        Assert.Equal(["ApplicationStarted", "ApplicationSubmitted", "ApplicationEndorsed", "ApplicationShortlisted", "OfferMade", "OfferAccepted"], events);
        Assert.Equal([SeatMove.Hold, SeatMove.Fill], claims);
        Assert.Equal((ApplicationState.Accepted, Friday, true), (application.State, application.OfferExpires, application.HoldsSeat));
    }

    /// <summary>Every way out of an offer other than a yes opens the seat again, once.</summary>
    [Theory]
    [InlineData(DeclineOffer, Role.Guardian)]
    [InlineData(RescindOffer, Role.PartnerContact)]
    [InlineData(Withdraw, Role.Student)]
    [InlineData(Lapse, Role.System)]
    [InlineData(ExpireOffer, Role.System)]
    public void An_offer_that_comes_to_nothing_releases_its_seat(ApplicationTrigger trigger, Role role)
    {
        var facts = Ready with { Now = trigger == ExpireOffer ? Friday : Noon };
        var changed = Changed(ApplicationDecisions.Advance(Offered, trigger, facts, By(role), Why));
        Assert.Equal(new SeatClaim(Offered.Opportunity, SeatMove.Release, Offered.Subject), changed.Seat);
        Assert.Equal("SlotReleased", changed.Events[^1].Name);
        Assert.Equal(Why, changed.Audit.Reason);
    }

    /// <summary>Until when an offer can be answered was said when it was made; nobody who gathers facts later can lengthen it.</summary>
    [Fact]
    public void An_offer_keeps_its_own_end()
    {
        var late = Ready with { Now = Friday, OfferExpires = Friday.Plus(Duration.FromDays(9)) };
        var refused = Assert.IsType<Decision<Application>.Refused>(ApplicationDecisions.Advance(Offered, AcceptOffer, late, By(Role.Student)));
        Assert.Equal("application.offer-open", Assert.Single(refused.Reasons).Code);
        Assert.Equal([ExpireOffer], ApplicationDecisions.DueAt(Offered, late with { SeasonClosed = false }).AsEnumerable());
        Assert.Empty(ApplicationDecisions.DueAt(Offered, late with { SeasonClosed = false, Now = Friday.PlusTicks(-1) }));
    }

    [Fact]
    public void A_reason_counts_when_it_is_given_and_not_when_facts_say_so()
    {
        var said = Ready with { ReasonGiven = true };
        Assert.Equal(["application.reason"], Refused(ApplicationDecisions.Advance(Offered, DeclineOffer, said, By(Role.Student))));
        Changed(ApplicationDecisions.Advance(Offered, DeclineOffer, Ready, By(Role.Student), Why));
    }

    [Fact]
    public void A_refusal_gives_every_reason()
    {
        var nothing = new ApplicationFacts { Now = Noon };
        Assert.Equal(
            ["application.role", "application.opportunity-published", "application.minimum-grade", "application.minimum-age", "application.window-open", "application.no-duplicate"],
            Refused(ApplicationDecisions.Start(StudentApplicationId.From("a"), StudentId.From("s"), OpportunityId.From("o"), nothing, By(Role.Teacher))));
        Assert.Equal(
            ["application.resume-approved", "application.questions-answered", "application.guardian-notified", "application.ready"],
            Refused(ApplicationDecisions.Advance(Offered with { State = ApplicationState.Draft }, Submit, nothing, By(Role.Student))));
    }

    /// <summary>
    /// Random commands against a model that knows the table's rows and nothing of how decisions are made: versions grow by one, refusals change
    /// nothing, and a seat is held exactly while an offer is open or accepted.
    /// </summary>
    [Fact]
    public void Random_commands_keep_versions_states_and_seats_in_step()
    {
        var (triggers, roles) = (Enum.GetValues<ApplicationTrigger>(), Enum.GetValues<Role>());
        var rows = ApplicationLifecycle.Table.Transitions.ToDictionary(row => (row.From, row.Trigger));
        var seed = Seed.From(20260901);
        var (taken, ends) = (0, new HashSet<ApplicationState>());
        for (var run = 0ul; run < 3_000; run++)
        {
            var chance = seed.Split(run);
            var application = Offered with { State = ApplicationState.Draft, OfferExpires = null, Version = 1 };
            var seats = 0;
            for (var step = 0ul; step < 20; step++)
            {
                var draw = chance.Split(step);
                var (trigger, actor) = (triggers[draw.DrawBelow(triggers.Length)], By(roles[draw.Split(1).DrawBelow(roles.Length)]));
                var leaving = rows.Values.Where(leads => leads.From == application.State).ToList();
                if (leaving.Count > 0 && draw.Split(6).DrawBelow(4) > 0)
                {
                    var likely = leaving[draw.Split(7).DrawBelow(leaving.Count)];
                    (trigger, actor) = (likely.Trigger, By(likely.Roles[0]));
                }

                var facts = draw.Split(2).DrawBelow(4) == 0 ? new() { Now = Noon } : Ready with { Now = draw.Split(3).DrawBelow(3) == 0 ? Friday : Noon, SeasonClosed = draw.Split(4).DrawBelow(9) == 0 };
                ReasonCode? reason = draw.Split(5).DrawBelow(2) == 0 ? Why : null;

                var known = facts with { ReasonGiven = reason is not null, OfferExpires = trigger == MakeOffer ? facts.OfferExpires : application.OfferExpires };
                var permitted = rows.TryGetValue((application.State, trigger), out var row) && row.Roles.Contains(actor.Role) && row.Requirements.All(requirement => requirement.IsMet(known));
                switch (ApplicationDecisions.Advance(application, trigger, facts, actor, reason))
                {
                    case Decision<Application>.Changed changed:
                        Assert.True(permitted);
                        Assert.Equal((row!.To, application.Version + 1), (changed.Value.State, changed.Value.Version));
                        seats += changed.Seat?.Move switch { SeatMove.Hold => 1, SeatMove.Release => -1, _ => 0 };
                        application = changed.Value;
                        taken++;
                        break;
                    case Decision<Application>.Refused refused:
                        Assert.False(permitted);
                        Assert.NotEmpty(refused.Reasons);
                        break;
                }

                Assert.Equal(application.HoldsSeat ? 1 : 0, seats);
            }

            ends.Add(application.State);
        }

        Assert.True(taken > 5_000, $"Only {taken} steps were taken.");
        Assert.Contains(ApplicationState.Accepted, ends);
    }

    private static Application Offered { get; } = new()
    {
        Id = StudentApplicationId.From("a-1"), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("lab"), State = ApplicationState.Offered, Version = 5, OfferExpires = Friday,
    };

    private static Actor By(Role role) => new(ActorId.From("u1"), role);

    private static Decision<Application>.Changed Changed(Decision<Application> decision) => Assert.IsType<Decision<Application>.Changed>(decision);

    private static IEnumerable<string> Refused(Decision<Application> decision) =>
        Assert.IsType<Decision<Application>.Refused>(decision).Reasons.Select(reason => reason.Code);
}
