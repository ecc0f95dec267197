using Pathways.Tests;
using static Pathways.ApplicationState;
using static Pathways.Placements.ApplicationTrigger;

namespace Pathways.Placements.Tests.Applications;

public class ApplicationLifecycleTests : TableTests<ApplicationState, ApplicationTrigger, ApplicationFacts>
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 1, 8, 0);

    private static readonly ApplicationFacts AllMet = new()
    {
        Now = Now, Opportunity = OpportunityState.Published, ResumeApproved = true, QuestionsAnswered = true, GuardianNotified = true, GuardianConsents = true,
        StudentReady = true, Eligible = true, CaseloadHasRoom = true, DataReleaseConsented = true, CommentGiven = true,
        ReasonGiven = true, FreeSeats = 1, ComplianceClear = true, OfferExpires = Now + Duration.FromDays(7), SeasonClosed = true,
        InterviewOutsideSchool = true, OverlapRuledOut = true,
    };

    private static readonly ApplicationFacts NoneMet = new() { Now = Now, FreeSeats = 0 };

    protected override Lifecycle<ApplicationState, ApplicationTrigger, ApplicationFacts> Table => ApplicationLifecycle.Table;

    protected override IEnumerable<ApplicationFacts> Samples => [AllMet, NoneMet, AllMet with { OfferExpires = Now }];

    protected override ApplicationFacts NothingGathered => new() { Now = Now };

    [Fact]
    public void It_has_the_seventeen_states_and_eight_ends()
    {
        Assert.Equal(17, Table.States.Length);
        Assert.Equal(
            [Declined, Accepted, OfferDeclined, OfferExpired, OfferRescinded, NotSelected, Withdrawn, Lapsed],
            Table.EndStates.ToArray());
    }

    [Fact]
    public void A_student_gets_from_a_draft_to_a_placement()
    {
        (ApplicationTrigger Trigger, Role Role)[] steps =
        [
            (Submit, Role.Student), (Return, Role.Coordinator), (Submit, Role.Student), (Endorse, Role.Counselor),
            (Shortlist, Role.PartnerContact), (ScheduleInterview, Role.Coordinator), (RecordInterview, Role.PartnerContact),
            (MakeOffer, Role.PartnerContact), (AcceptOffer, Role.Student),
        ];

        Assert.Equal(Accepted, steps.Aggregate(Table.Start, (state, step) => Next(state, step.Trigger, AllMet, step.Role)));
    }

    [Fact]
    public void A_refused_submission_names_everything_that_is_missing() =>
        Assert.Equal(
            ["application.resume-approved", "application.questions-answered", "application.guardian-notified", "application.ready"],
            Codes(Draft, Submit, NoneMet, Role.Student));

    [Fact]
    public void Waived_readiness_is_as_good_as_readiness() =>
        Assert.Equal(Submitted, Next(Draft, Submit, AllMet with { StudentReady = false, ReadinessWaived = true }, Role.Student));

    [Fact]
    public void An_adult_student_needs_no_guardian()
    {
        var adult = AllMet with { StudentIsAdult = true, GuardianNotified = false, GuardianConsents = false };

        Assert.Equal(Submitted, Next(Draft, Submit, adult, Role.Student));
        Assert.Equal(Accepted, Next(Offered, AcceptOffer, adult, Role.Student));
        Assert.Equal(
            ["application.guardian-consent"], Codes(Offered, AcceptOffer, adult with { StudentIsAdult = false }, Role.Student));
    }

    [Fact]
    public void At_every_moment_an_offer_can_either_be_accepted_or_expire()
    {
        foreach (var seconds in new[] { -1, 0, 1 })
        {
            var facts = AllMet with { OfferExpires = Now + Duration.FromSeconds(seconds) };
            var acceptable = Table.CanAdvance(Offered, AcceptOffer, facts, new(ActorId.From("s"), Role.Student));

            Assert.Equal(seconds > 0, acceptable);
            Assert.Equal(!acceptable, Table.CanAdvance(Offered, ExpireOffer, facts, Actor.Clock));
        }
    }

    [Theory]
    [InlineData(OpportunityState.Published, true)]
    [InlineData(OpportunityState.Full, true)]
    [InlineData(OpportunityState.Suspended, false)]
    [InlineData(OpportunityState.Closed, false)]
    [InlineData(OpportunityState.Cancelled, false)]
    [InlineData(null, false)]
    public void Offers_are_made_and_accepted_only_while_the_opportunity_takes_students(OpportunityState? state, bool takes)
    {
        var facts = AllMet with { Opportunity = state };
        string[] expected = takes ? [] : ["application.opportunity-open"];
        Assert.Equal(expected, Codes(Endorsed, MakeOffer, facts, Role.PartnerContact));
        Assert.Equal(expected, Codes(Offered, AcceptOffer, facts, Role.Student));
    }

    [Fact]
    public void An_expired_offer_says_when_it_expired()
    {
        var refusal = Assert.Single(Table.Refusals(
            Offered, AcceptOffer, AllMet with { OfferExpires = Now }, new(ActorId.From("s"), Role.Student)));

        Assert.Equal("The offer expired at 2026-09-01T08:00:00Z.", refusal.Sentence);
    }

    [Fact]
    public void Only_the_clock_expires_offers_and_lapses_applications() =>
        Assert.All(
            Table.Transitions.Where(row => row.Trigger is ExpireOffer or Lapse),
            row => Assert.Equal([Role.System], row.Roles.ToArray()));

    [Fact]
    public void Whatever_has_not_ended_can_be_withdrawn_and_lapses_with_the_season()
    {
        var live = Table.States.Except(Table.EndStates).ToArray();

        Assert.Equal(live, Table.Transitions.Where(row => row.To == Withdrawn).Select(row => row.From));
        Assert.Equal(live, Table.Transitions.Where(row => row.To == Lapsed).Select(row => row.From));
    }

    [Fact]
    public void The_partner_does_nothing_before_the_school_endorsed() =>
        Assert.DoesNotContain(
            Table.Transitions, row => row.From is Draft or Submitted or Returned && row.Roles.Contains(Role.PartnerContact));

    [Fact]
    public void A_waitlisted_student_can_still_get_an_offer() =>
        Assert.Equal(Offered, Next(Waitlisted, MakeOffer, AllMet, Role.PartnerContact));

    [Fact]
    public void A_guardian_cannot_accept_in_place_of_the_student() =>
        Assert.Equal(["application.role"], Codes(Offered, AcceptOffer, AllMet, Role.Guardian));

    private ApplicationState Next(ApplicationState state, ApplicationTrigger trigger, ApplicationFacts facts, Role role) =>
        Assert.IsType<LifecycleOutcome<ApplicationState>.Advanced>(
            Table.Advance(state, trigger, facts, new(ActorId.From("a"), role))).To;

    private IEnumerable<string> Codes(ApplicationState state, ApplicationTrigger trigger, ApplicationFacts facts, Role role) =>
        Table.Refusals(state, trigger, facts, new(ActorId.From("a"), role)).Select(refusal => refusal.Code);
}
