using Pathways.Placements.Tests.Placements;
using static Pathways.Placements.DocumentTrigger;

namespace Pathways.Placements.Tests.Documents;

public class DocumentDecisionsTests
{
    private static readonly DocumentSituation Now = new() { Today = Given.Today };
    private static readonly ReasonCode Why = ReasonCode.From("torn");
    private static readonly PlacementDocument Consent = new()
    {
        Id = DocumentId.From("d"), Placement = Given.Bare.Id, Student = Given.Bare.Student, Opportunity = Given.Bare.Opportunity,
        Requirement = new() { Kind = DocumentKindId.From("consent"), Title = "Consent", Source = DocumentSource.Program, Signers = [Role.Guardian, Role.Student], ValidDays = 365, WarningDays = 30 },
    };

    /// <summary>Nobody else's signature stands for one that is missing.</summary>
    [Fact]
    public void A_document_is_accepted_with_every_signature_and_good_for_its_days()
    {
        var received = Changed(Consent, Receive, new DocumentReceipt(Given.Signed(Given.Now, Role.Guardian, Role.Coordinator)));
        Assert.Equal(["document.signatures"], Codes(Changed(received, BeginReview), Accept));

        var accepted = Changed(Changed(Changed(Consent, Receive, new DocumentReceipt(Given.Signed(Given.Now, Role.Guardian, Role.Student))), BeginReview), Accept);
        Assert.Equal((DocumentState.Accepted, Given.Today.PlusDays(364), 4), (accepted.State, accepted.LastDay!.Value, accepted.Version));
        Assert.True(accepted.IsGoodOn(accepted.LastDay.Value));
        Assert.False(accepted.IsGoodOn(accepted.LastDay.Value.PlusDays(1)));
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(1, null, null, "2026-09-14")]
    [InlineData(365, "09-30", null, "2026-09-30")]
    [InlineData(null, "09-14", null, "2026-09-14")]
    [InlineData(null, "09-13", null, "2027-09-13")]
    [InlineData(10, "09-30", "2026-09-20", "2026-09-20")]
    [InlineData(null, null, "2026-09-20", "2026-09-20")]
    public void The_first_of_all_ends_is_the_last_day(int? days, string? until, string? says, string? last)
    {
        var requirement = Consent.Requirement with { ValidDays = days, ValidUntil = until is null ? null : NodaTime.Text.AnnualDatePattern.Iso.Parse(until).Value };
        Assert.Equal(Day(last), DocumentDecisions.LastDay(requirement, Given.Today, Day(says)));
        static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
    }

    /// <summary>Work does not stop because somebody asks for next year's copy.</summary>
    [Fact]
    public void A_document_stays_good_until_its_last_day_while_it_is_renewed()
    {
        var expiring = Consent with { State = DocumentState.Expiring, LastDay = Given.Today.PlusDays(3), Signatures = Given.Signed(Given.Now, Role.Guardian, Role.Student) };
        var asked = Changed(expiring, Request);
        var received = Changed(asked, Receive, new DocumentReceipt(Given.Signed(Given.Now, Role.Guardian)));
        Assert.All([asked, received, Changed(received, BeginReview)], document =>
        {
            Assert.True(document.IsGoodOn(Given.Today.PlusDays(3)));
            Assert.False(document.IsGoodOn(Given.Today.PlusDays(4)));
        });
        Assert.Empty(asked.Signatures);
        var revoked = Changed(expiring, Revoke, reason: Why, role: Role.Guardian);
        Assert.False(revoked.IsGoodOn(Given.Today));
        Assert.False(Changed(revoked, Request).IsGoodOn(Given.Today));
    }

    [Fact]
    public void What_comes_too_late_or_is_signed_later_is_refused_with_both_reasons()
    {
        var receipt = new DocumentReceipt(Given.Signed(Given.Now.PlusTicks(1), Role.Guardian), Given.Today.PlusDays(-1));
        Assert.Equal(["document.over", "document.signed-later"], Codes(Consent, Receive, receipt));
        Assert.Throws<ArgumentException>(() => DocumentDecisions.Advance(Consent, Receive, Now, Given.By(Role.Coordinator), Given.Now));
        Assert.Throws<ArgumentException>(() => DocumentDecisions.Advance(Consent, Request, Now, Given.By(Role.Coordinator), Given.Now, null, receipt));
    }

    [Fact]
    public void Only_what_may_be_waived_is_waived()
    {
        Assert.Equal(["document.waiver-permitted"], Codes(Consent, Waive, reason: Why));
        Assert.True(Changed(Consent with { Requirement = Consent.Requirement with { CanBeWaived = true } }, Waive, reason: Why).IsGoodOn(Given.Today));
    }

    [Fact]
    public void Time_does_with_a_document_what_its_requirement_says()
    {
        var good = Consent with { State = DocumentState.Accepted, LastDay = Given.Today.PlusDays(30) };
        Assert.Equal([NearExpiry], DocumentDecisions.ClockDue(good, Now).AsEnumerable());
        Assert.Empty(DocumentDecisions.ClockDue(good with { LastDay = Given.Today.PlusDays(31) }, Now));
        Assert.Empty(DocumentDecisions.ClockDue(good with { LastDay = null }, Now));
        Assert.Equal([Expire], DocumentDecisions.ClockDue(good with { LastDay = Given.Today.PlusDays(-1) }, Now).AsEnumerable());
        Assert.Contains(Retire, DocumentDecisions.ClockDue(good, Now with { PlacementEnded = true }));
    }

    private static PlacementDocument Changed(PlacementDocument document, DocumentTrigger trigger, DocumentReceipt? receipt = null, ReasonCode? reason = null, Role role = Role.Coordinator) =>
        Assert.IsType<Decision<PlacementDocument>.Changed>(DocumentDecisions.Advance(document, trigger, Now, Given.By(role), Given.Now, reason, receipt)).Value;

    private static IEnumerable<string> Codes(PlacementDocument document, DocumentTrigger trigger, DocumentReceipt? receipt = null, ReasonCode? reason = null) =>
        Assert.IsType<Decision<PlacementDocument>.Refused>(DocumentDecisions.Advance(document, trigger, Now, Given.By(Role.Coordinator), Given.Now, reason, receipt)).Reasons.Select(refusal => refusal.Code);
}
