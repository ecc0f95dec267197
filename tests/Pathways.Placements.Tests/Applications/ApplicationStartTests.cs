namespace Pathways.Placements.Tests.Applications;

public class ApplicationStartTests
{
    private static readonly ApplicationFacts AllMet = new()
    {
        Now = Instant.FromUtc(2026, 9, 1, 8, 0), Opportunity = OpportunityState.Published, MinimumGradeReached = true,
        MinimumAgeReached = true, ApplicationWindowOpen = true, DuplicateRuledOut = true,
    };

    private static readonly ApplicationFacts NothingGathered = new() { Now = AllMet.Now };

    [Fact]
    public void A_student_or_a_coordinator_starts_a_draft_and_nobody_else()
    {
        Assert.Equal([Role.Student, Role.Coordinator], ApplicationLifecycle.Starters.ToArray());
        Assert.All(Enum.GetValues<Role>(), role =>
        {
            var outcome = ApplicationLifecycle.Start(AllMet, As(role));
            if (ApplicationLifecycle.Starters.Contains(role))
            {
                Assert.Equal(ApplicationState.Draft, Assert.IsType<LifecycleOutcome<ApplicationState>.Advanced>(outcome).To);
            }
            else
            {
                Assert.Equal(["application.role"], Refusals(outcome).Select(refusal => refusal.Code));
            }
        });
    }

    [Fact]
    public void A_refused_start_names_the_role_and_everything_that_is_missing()
    {
        var refusals = Refusals(ApplicationLifecycle.Start(NothingGathered, As(Role.PartnerContact)));

        Assert.Equal(
            [
                "application.role", "application.opportunity-published", "application.minimum-grade", "application.minimum-age",
                "application.window-open", "application.no-duplicate",
            ],
            refusals.Select(refusal => refusal.Code));
        Assert.Equal("\"start\" is for student or coordinator, not for partner contact.", refusals[0].Sentence);
    }

    [Fact]
    public void Each_missing_fact_alone_refuses_a_start()
    {
        (ApplicationFacts Facts, string Code)[] cases =
        [
            (AllMet with { Opportunity = null }, "application.opportunity-published"),
            (AllMet with { MinimumGradeReached = false }, "application.minimum-grade"),
            (AllMet with { MinimumAgeReached = false }, "application.minimum-age"),
            (AllMet with { ApplicationWindowOpen = false }, "application.window-open"),
            (AllMet with { DuplicateRuledOut = false }, "application.no-duplicate"),
        ];

        Assert.Equal(ApplicationRequirements.Start.Select(requirement => requirement.Code), cases.Select(each => each.Code));
        Assert.All(cases, each => Assert.Equal(
            each.Code, Assert.Single(Refusals(ApplicationLifecycle.Start(each.Facts, As(Role.Student)))).Code));
    }

    [Fact]
    public void Only_a_published_opportunity_can_be_applied_for() =>
        Assert.All(Enum.GetValues<OpportunityState>(), state => Assert.Equal(
            state == OpportunityState.Published,
            ApplicationLifecycle.Start(AllMet with { Opportunity = state }, As(Role.Student)) is LifecycleOutcome<ApplicationState>.Advanced));

    [Fact]
    public void A_refused_start_says_where_the_opportunity_stands() =>
        Assert.Equal(
            "The opportunity is full; applications can be started only while it is published.",
            Assert.Single(Refusals(ApplicationLifecycle.Start(
                AllMet with { Opportunity = OpportunityState.Full }, As(Role.Student)))).Sentence);

    [Fact]
    public void Facts_that_nobody_gathered_meet_no_requirement_of_the_start() =>
        Assert.All(ApplicationRequirements.Start, requirement => Assert.False(requirement.IsMet(NothingGathered), requirement.Code));

    private static Actor As(Role role) => new(ActorId.From("a"), role);

    private static ImmutableArray<Refusal> Refusals(LifecycleOutcome<ApplicationState> outcome) =>
        Assert.IsType<LifecycleOutcome<ApplicationState>.Refused>(outcome).Refusals;
}
