using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Tests.Access;

public class AccessTableTests
{
    private static readonly AccessFacts Everything = Matrix.Assignments[^1];

    private static readonly (Role Role, Operation Operation, Purpose Purpose)[] Questions =
    [
        .. from role in Enum.GetValues<Role>()
           from operation in Enum.GetValues<Operation>()
           from purpose in Enum.GetValues<Purpose>()
           select (role, operation, purpose),
    ];

    [Fact]
    public void Facts_that_nobody_gathered_open_nothing() =>
        Assert.All(Questions, question => Assert.IsType<AccessDecision.Denied>(Decide(question, default)));

    [Fact]
    public void Another_tenant_is_denied_to_every_role_whatever_else_is_so() => Assert.All(Questions, question =>
        Assert.Contains(
            Assert.IsType<AccessDecision.Denied>(Decide(question, Everything with { SameTenant = false })).Reasons,
            reason => reason.Code == "access.tenant"));

    [Theory]
    [InlineData(-1)]
    [InlineData(14)]
    [InlineData(120)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Values_that_no_enumeration_knows_are_denied_and_not_thrown(int value)
    {
        foreach (var (role, operation, purpose) in Questions)
        {
            AssertDenied(Decide(((Role)value, operation, purpose), Everything), "access.role");
            AssertDenied(Decide((role, operation, (Purpose)value), Everything), "access.role", "access.purpose");
            if (!Enum.IsDefined((Operation)value))
            {
                AssertDenied(Decide((role, (Operation)value, purpose), Everything), "access.operation");
            }
        }
    }

    [Fact]
    public void Nothing_but_the_declared_facts_changes_a_decision()
    {
        var questions = Gen.Elements(Questions);
        var facts = Gen.Choose(0, Matrix.Assignments.Length - 1);
        var bits = Gen.Choose(0, Matrix.Facts.Length - 1);
        Prop.ForAll(
            (from question in questions from at in facts from bit in bits select (question, at, bit)).ToArbitrary(),
            drawn =>
            {
                var before = Matrix.Assignments[drawn.at];
                var after = Matrix.Assignments[drawn.at ^ (1 << drawn.bit)];
                var read = AccessTable.FindRule(drawn.question.Role, drawn.question.Operation)?.Conditions ?? [];
                return read.Append(AccessConditions.SameTenant).Any(condition => condition.IsMet(before) != condition.IsMet(after))
                    || Text(Decide(drawn.question, before)) == Text(Decide(drawn.question, after));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void Who_the_actor_is_does_not_matter_only_the_role() => Assert.All(Questions, question => Assert.Equal(
        Text(AccessTable.Decide(new(ActorId.From("x"), question.Role), question.Operation, Everything, question.Purpose)),
        Text(Decide(question, Everything))));

    [Fact]
    public void Permits_and_Decide_agree() => Assert.All(Questions, question => Assert.All(
        new[] { Everything, default, Everything with { IsActive = false }, Everything with { PartnerConsent = false } },
        facts => Assert.Equal(
            Decide(question, facts) is AccessDecision.Allowed,
            AccessTable.Permits(new(ActorId.From("a"), question.Role), question.Operation, facts, question.Purpose))));

    [Fact]
    public void Saying_yes_and_asking_whether_allocate_nothing()
    {
        var actor = new Actor(ActorId.From("a"), Role.Supervisor);
        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Ask()
        {
            if (AccessTable.Decide(actor, Operation.ConfirmHours, Everything, Purpose.Placement) is not AccessDecision.Allowed
                || !AccessTable.Permits(actor, Operation.ConfirmHours, Everything, Purpose.Placement)
                || AccessTable.Permits(actor, Operation.ConfirmHours, default, Purpose.Placement)
                || AccessTable.Permits(actor, Operation.Configure, Everything, Purpose.Placement))
            {
                throw new InvalidOperationException();
            }
        }
    }

    [Fact]
    public void A_refusal_says_in_words_what_is_wrong()
    {
        var denied = Assert.IsType<AccessDecision.Denied>(AccessTable.Decide(
            new(ActorId.From("a"), Role.Supervisor), Operation.ConfirmHours, new() { SameTenant = true, IsOwnSite = true, IsActive = true }, Purpose.Guidance));
        Assert.Equal(
            [
                "access.purpose: For supervisor, \"confirm hours\" serves placement, not guidance.",
                "access.placement: Somebody else directs the placement.",
                "access.consent: There is no consent to show the student's data to this partner.",
            ],
            denied.Reasons.Select(reason => reason.ToString()));
        Assert.Equal(
            ["access.role: \"configure\" is not for volunteer."],
            Assert.IsType<AccessDecision.Denied>(Decide((Role.Volunteer, Operation.Configure, Purpose.Oversight), Everything)).Reasons.Select(reason => reason.ToString()));
    }

    [Theory]
    [InlineData(AccessView.ForPartner, true)]
    [InlineData(AccessView.Unnamed, true)]
    [InlineData(AccessView.Full, false)]
    [InlineData(AccessView.Nothing, false)]
    public void Showing_a_student_to_a_partner_is_a_disclosure(AccessView view, bool isDisclosure) =>
        Assert.Equal(isDisclosure, new AccessDecision.Allowed("a.b", view).IsDisclosure);

    private static void AssertDenied(AccessDecision decision, params string[] codes) =>
        Assert.Contains(Assert.Single(Assert.IsType<AccessDecision.Denied>(decision).Reasons).Code, codes);

    private static AccessDecision Decide((Role Role, Operation Operation, Purpose Purpose) question, AccessFacts facts) =>
        AccessTable.Decide(new(ActorId.From("a"), question.Role), question.Operation, facts, question.Purpose);

    private static string Text(AccessDecision decision) => decision switch
    {
        AccessDecision.Allowed allowed => $"{allowed.Rule} {allowed.View}",
        AccessDecision.Denied denied => string.Join('\n', denied.Reasons),
        _ => throw new InvalidOperationException(),
    };
}
