using System.Text.RegularExpressions;

namespace Pathways.Tests.Access;

/// <summary>What the promises say in words, asked of the rules: no line of the matrix may be reviewed into breaking these.</summary>
public class AccessRuleTests
{
    private static readonly Role[] EmployersSide = [Role.PartnerContact, Role.Supervisor];
    private static readonly AccessView[] NothingPersonal = [AccessView.Nothing, AccessView.Aggregate, AccessView.Deidentified, AccessView.Codes];

    // What holds no data of a student.
    private static readonly Operation[] PartnersOwn =
    [
        Operation.ReadOpportunity, Operation.ReadPartner, Operation.WriteOpportunity, Operation.SubmitOpportunity,
        Operation.CancelOpportunity, Operation.WithdrawSlot,
    ];

    [Fact]
    public void Every_rule_is_whole()
    {
        Assert.Equal(AccessTable.Rules.Length, AccessTable.Rules.Select(rule => rule.Code).Distinct().Count());
        Assert.All(AccessTable.Rules, rule =>
        {
            Assert.Matches(new Regex("^[a-z-]+\\.[a-z-]+$"), rule.Code);
            Assert.NotEmpty(rule.Roles);
            Assert.NotEmpty(rule.Operations);
            Assert.NotEmpty(rule.Purposes);
            Assert.Equal(rule.Conditions.Length, rule.Conditions.Distinct().Count());
            Assert.All(rule.Conditions, condition => Assert.Contains(condition, AccessConditions.All));
        });
    }

    [Fact]
    public void Every_operation_is_for_somebody() => Assert.All(
        Enum.GetValues<Operation>(), operation => Assert.Contains(AccessTable.Rules, rule => rule.Operations.Contains(operation)));

    [Fact]
    public void The_employers_side_sees_students_only_at_own_sites_with_consent_while_it_lasts_and_never_in_full() => Assert.All(
        AccessTable.Rules.Where(rule => rule.Roles.Intersect(EmployersSide).Any()),
        rule =>
        {
            Assert.All(rule.Roles, role => Assert.Contains(role, EmployersSide));
            Assert.Contains(AccessConditions.OwnSite, rule.Conditions);
            if (rule.View == AccessView.Full)
            {
                Assert.All(rule.Operations, operation => Assert.Contains(operation, PartnersOwn));
            }
            else if (rule.View != AccessView.Nothing)
            {
                Assert.Contains(rule.View, new[] { AccessView.ForPartner, AccessView.Unnamed });
                Assert.Contains(AccessConditions.Consented, rule.Conditions);
                Assert.Contains(AccessConditions.Active, rule.Conditions);
            }
        });

    [Fact]
    public void Only_the_employers_side_has_the_views_that_are_disclosures() => Assert.All(
        AccessTable.Rules.Where(rule => rule.View is AccessView.ForPartner or AccessView.Unnamed),
        rule => Assert.Empty(rule.Roles.Except(EmployersSide)));

    [Fact]
    public void Board_members_researchers_and_the_platform_are_shown_nothing_personal() => Assert.All(
        AccessTable.Rules.Where(rule => rule.Roles.Intersect([Role.BoardMember, Role.Researcher, Role.System, Role.Volunteer]).Any()),
        rule => Assert.Contains(rule.View, NothingPersonal));

    [Fact]
    public void A_researcher_only_fetches_exports_and_only_for_research() => Assert.All(
        AccessTable.Rules.Where(rule => rule.Roles.Contains(Role.Researcher) || rule.Purposes.Contains(Purpose.Research)),
        rule =>
        {
            Assert.Equal(Role.Researcher, Assert.Single(rule.Roles));
            Assert.Equal(Purpose.Research, Assert.Single(rule.Purposes));
            Assert.All(rule.Operations, operation => Assert.Contains(operation, new[] { Operation.ReadAggregates, Operation.ReadResearchExport }));
        });

    [Fact]
    public void A_volunteer_may_do_nothing_here() => Assert.DoesNotContain(AccessTable.Rules, rule => rule.Roles.Contains(Role.Volunteer));

    [Fact]
    public void A_student_acts_only_for_themselves_and_a_guardian_only_for_their_child() => Assert.All(
        AccessTable.Rules.Where(rule => !rule.Operations.Contains(Operation.ReadOpportunity)),
        rule =>
        {
            Assert.Equal(rule.Roles.Contains(Role.Student), rule.Conditions.Contains(AccessConditions.OwnRecord));
            Assert.Equal(rule.Roles.Contains(Role.Guardian), rule.Conditions.Contains(AccessConditions.OwnChild));
        });

    [Fact]
    public void A_guardian_without_the_rights_may_only_warn() => Assert.Equal(
        [Operation.ReportIncident],
        AccessTable.Rules
            .Where(rule => rule.Roles.Contains(Role.Guardian) && !rule.Conditions.Contains(AccessConditions.RightsHeld))
            .SelectMany(rule => rule.Operations).Where(operation => operation != Operation.ReadOpportunity));

    [Fact]
    public void An_administrator_sees_a_student_only_by_breaking_the_glass_by_disclosures_or_by_exporting_it_all()
    {
        Assert.Equal(
            [Operation.BreakGlassRead, Operation.ExportTenant, Operation.ReadDisclosures, Operation.ReadOpportunity],
            AccessTable.Rules.Where(rule => rule.Roles.Contains(Role.Administrator) && !NothingPersonal.Contains(rule.View))
                .SelectMany(rule => rule.Operations).OrderBy(operation => operation.ToString()));
        Assert.Equal(AccessConditions.ReasonGiven, Assert.Single(AccessTable.FindRule(Role.Administrator, Operation.BreakGlassRead)!.Conditions));
    }

    [Fact]
    public void Nothing_stands_between_a_placement_and_a_warning() => Assert.All(
        AccessTable.Rules.Where(rule => rule.Operations.Contains(Operation.ReportIncident)),
        rule => Assert.Empty(rule.Conditions.Intersect([AccessConditions.Consented, AccessConditions.Active, AccessConditions.RightsHeld])));
}
