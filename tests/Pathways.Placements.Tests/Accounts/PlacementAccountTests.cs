using Pathways.Placements.Tests.Placements;

namespace Pathways.Placements.Tests.Accounts;

/// <summary>S204 and S205: each placement is judged from both sides, and whoever claims so lists the exceptions.</summary>
public class PlacementAccountTests
{
    private static readonly EvaluationFormKind[] Kinds = [EvaluationFormKind.SupervisorFinal, EvaluationFormKind.StudentOfSite, EvaluationFormKind.PartnerOfProgram];

    [Fact]
    public void An_account_is_complete_with_all_three_and_with_no_fewer()
    {
        foreach (var there in Enumerable.Range(0, 8))
        {
            var forms = Kinds.Where((_, index) => (there & (1 << index)) != 0).Select(kind => Given.Form(kind.ToString(), kind, EvaluationFormState.Submitted));
            var account = PlacementAccount.Of(With([.. forms]), Given.Today);
            Assert.Equal(there == 7, account.IsComplete);
            Assert.Equal(Kinds.Where((_, index) => (there & (1 << index)) == 0), account.Missing);
        }
    }

    [Theory]
    [InlineData(EvaluationFormState.Open, 0, AccountPart.Awaited)]
    [InlineData(EvaluationFormState.Open, 1, AccountPart.Overdue)]
    [InlineData(EvaluationFormState.Cancelled, 0, AccountPart.NotAsked)]
    [InlineData(EvaluationFormState.Superseded, 0, AccountPart.NotAsked)]
    [InlineData(EvaluationFormState.Locked, 1, AccountPart.There)]
    public void Each_part_says_how_far_it_is(EvaluationFormState state, int daysLate, AccountPart part)
    {
        var form = Given.Form("f", EvaluationFormKind.StudentOfSite, state);
        Assert.Equal(part, PlacementAccount.Of(With([form]), form.DueOn!.Value.PlusDays(daysLate)).Partner);
    }

    [Fact]
    public void Coverage_counts_placements_whose_work_is_over_and_lists_every_exception()
    {
        var complete = With([.. Kinds.Select(kind => Given.Form(kind.ToString(), kind, EvaluationFormState.Locked))]);
        var all = Enum.GetValues<PlacementState>().Select(state => Given.Bare with { Id = PlacementId.From($"p-{state}"), State = state }).Append(complete).ToList();
        var coverage = AccountCoverage.Of(all, Given.Today);
        Assert.Equal((8, 1, false), (coverage.Placements, coverage.Complete, coverage.IsComplete));
        Assert.Equal(coverage.Exceptions.Select(account => account.Placement).Order(), coverage.Exceptions.Select(account => account.Placement));
        Assert.DoesNotContain(coverage.Exceptions, account => account.Placement.Value is "p-Active" or "p-CancelledBeforeStart" or "p-1");
        Assert.True(AccountCoverage.Of([complete], Given.Today).IsComplete);
    }

    private static Placement With(ImmutableArray<EvaluationForm> forms) => Given.Bare with { State = PlacementState.Completed, Record = new() { Evaluations = forms } };
}
