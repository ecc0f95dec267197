using Pathways.Tests;
using static Pathways.DocumentState;
using static Pathways.Placements.DocumentTrigger;

namespace Pathways.Placements.Tests.Documents;

public class DocumentLifecycleTests : TableTests<DocumentState, DocumentTrigger, DocumentFacts>
{
    private static readonly LocalDate Today = new(2026, 9, 1);
    private static readonly DocumentFacts AllMet = new()
    {
        Today = Today, LastDay = Today.PlusDays(5), WarningDays = 30, SignaturesComplete = true, ReasonGiven = true, WaiverPermitted = true,
        PlacementEnded = true, UndoPermitted = true,
    };

    private static readonly DocumentFacts NoneMet = new() { Today = Today };

    protected override Lifecycle<DocumentState, DocumentTrigger, DocumentFacts> Table => DocumentLifecycle.Table;

    protected override IEnumerable<DocumentFacts> Samples =>
        [AllMet, NoneMet, AllMet with { LastDay = Today.PlusDays(-1) }, AllMet with { NeverExpires = true }, AllMet with { LastDay = Today.PlusDays(31) }];

    protected override DocumentFacts NothingGathered => NoneMet;

    [Fact]
    public void It_has_ten_states_and_one_end()
    {
        Assert.Equal(10, Table.States.Length);
        Assert.Equal([Retired], Table.EndStates.ToArray());
    }

    /// <summary>It is good on its last day, and expiring as many days before as it warns.</summary>
    [Theory]
    [InlineData(-31, null)]
    [InlineData(-30, NearExpiry)]
    [InlineData(0, NearExpiry)]
    [InlineData(1, Expire)]
    public void Time_makes_it_expiring_and_then_expired(int days, DocumentTrigger? due)
    {
        var facts = AllMet with { Today = AllMet.LastDay!.Value.PlusDays(days), PlacementEnded = false };
        Assert.Equal(due is { } trigger ? [trigger] : [], Table.DueAt(Accepted, facts).AsEnumerable());
        Assert.Equal(days <= 0, Table.CanAdvance(UnderReview, Accept, facts, new(ActorId.From("c"), Role.Coordinator)));
    }

    [Fact]
    public void What_never_expires_is_never_due() =>
        Assert.Empty(Table.DueAt(Accepted, AllMet with { NeverExpires = true, LastDay = Today.PlusDays(-9), PlacementEnded = false }));

    /// <summary>Nobody who gives a document accepts it, and a guardian can take a consent back at any time while it is good.</summary>
    [Fact]
    public void Whoever_gives_a_document_may_take_it_back_and_not_accept_it()
    {
        var givers = Table.Transitions.Single(row => row is { From: Requested, Trigger: Receive }).Roles;
        Assert.Empty(Table.Transitions.Single(row => row.Trigger == Accept).Roles.Intersect([Role.Student, Role.Guardian, Role.Supervisor, Role.PartnerContact]));
        Assert.Contains(Role.Guardian, givers);
        Assert.All([Accepted, Expiring], state => Assert.Contains(Role.Guardian, Table.Transitions.Single(row => row.From == state && row.Trigger == Revoke).Roles));
    }

    [Fact]
    public void A_document_gets_from_the_checklist_to_good_and_is_asked_for_again_when_it_expires()
    {
        (DocumentTrigger Trigger, Role Role, DocumentFacts Facts)[] steps =
        [
            (Request, Role.System, AllMet), (Receive, Role.Guardian, AllMet), (BeginReview, Role.Coordinator, AllMet), (Reject, Role.Coordinator, AllMet),
            (Request, Role.Coordinator, AllMet), (Receive, Role.Guardian, AllMet), (BeginReview, Role.Coordinator, AllMet), (Accept, Role.Coordinator, AllMet),
            (NearExpiry, Role.System, AllMet), (Expire, Role.System, AllMet with { Today = Today.PlusDays(6) }), (Request, Role.System, AllMet),
        ];
        Assert.Equal(Requested, steps.Aggregate(Table.Start, (state, step) =>
            Assert.IsType<LifecycleOutcome<DocumentState>.Advanced>(Table.Advance(state, step.Trigger, step.Facts, new(ActorId.From("a"), step.Role))).To));
    }
}
