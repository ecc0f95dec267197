using FsCheck;
using FsCheck.Fluent;
using static Pathways.Curriculum.Tests.Scope.ScopeSources;

namespace Pathways.Curriculum.Tests.Scope;

public class ScopeCheckTests
{
    public static TheoryData<string> Codes => [.. Faults.All.Select(fault => fault.Code)];

    [Fact]
    public void Nothing_is_wrong_with_a_valid_scope() =>
        Prop.ForAll(RandomScopes.Any, scope => ScopeCheck.Refusals(scope).IsEmpty).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_fault_is_found_in_any_scope_and_nothing_else_is(string code) => Prop.ForAll(RandomScopes.Any, scope =>
    {
        var found = ScopeCheck.Refusals(Faults.Find(code).Break(scope)).Select(refusal => refusal.Code).Distinct().ToList();
        found.RemoveAll(other => code.EndsWith(".unreachable", StringComparison.Ordinal) && other.EndsWith(".cycle", StringComparison.Ordinal)); // what cannot be reached waits for one
        return found is [var only] && only == code;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void A_cycle_is_told_once_and_as_a_whole()
    {
        var scope = ScopeOf(Activity("d", 9, 9, "a"), Activity("a", 9, 9, "b"), Activity("b", 9, 9, "c"), Activity("c", 9, 9, "a"));
        var found = ScopeCheck.Refusals(scope);
        Assert.Equal(["scope.activities.prerequisites.cycle", "scope.activities.prerequisites.unreachable"], found.Select(refusal => refusal.Code));
        Assert.Contains("\"a\" -> \"b\" -> \"c\" -> \"a\"", found[0].Sentence, StringComparison.Ordinal);
        Assert.StartsWith("$.activities[1].prerequisites[0]: ", found[0].Sentence, StringComparison.Ordinal);
        Assert.StartsWith("$.activities[0].prerequisites[0]: \"d\" can never be done", found[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_cycles_through_one_activity_are_both_told()
    {
        var found = ScopeCheck.Refusals(ScopeOf(Activity("a", 9, 9, "b", "c"), Activity("b", 9, 9, "a"), Activity("c", 9, 9, "a")));
        Assert.Equal(2, found.Count(refusal => refusal.Code.EndsWith(".cycle", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_prerequisites_is_no_trouble() => Assert.Empty(ScopeCheck.Refusals(
        ScopeOf([.. Enumerable.Range(0, 100_000).Select(i => i == 99_999 ? Activity($"a{i}") : Activity($"a{i}", 9, 9, $"a{i + 1}"))])));

    [Fact]
    public void A_prerequisite_that_itself_has_to_wait_is_too_late()
    {
        // The one in between may be done in any grade, but not before what it needs.
        var found = Assert.Single(ScopeCheck.Refusals(ScopeOf(Activity("last", 11), Activity("between", 9, 12, "last"), Activity("early", 10, 10, "between"))));
        Assert.Equal("scope.activities.prerequisites.later", found.Code);
        Assert.Contains("\"last\" opens in grade 11", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_something_impossible_can_never_be_done()
    {
        var found = ScopeCheck.Refusals(ScopeOf(Activity("late", 12), Activity("early", 9, 9, "late"), Activity("after", 9, 12, "early")));
        Assert.Equal(["scope.activities.prerequisites.later", "scope.activities.prerequisites.unreachable"], found.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Within_a_grade_terms_decide()
    {
        var spring = Activity("spring") with { Opens = TermId.From("spring") };
        var fall = Activity("fall", 9, 9, "spring") with { Closes = TermId.From("fall") };
        Assert.Equal("scope.activities.prerequisites.later", Assert.Single(ScopeCheck.Refusals(ScopeOf(spring, fall))).Code);
        Assert.Empty(ScopeCheck.Refusals(ScopeOf(spring, fall with { Closes = TermId.From("spring") })));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("early-college", "", true)]
    [InlineData("", "early-college", false)]
    [InlineData("academy", "early-college", false)]
    [InlineData("academy early-college", "early-college", false)]
    [InlineData("academy", "academy early-college", true)]
    public void A_prerequisite_is_for_everybody_who_needs_it(string dependent, string needed, bool isReachable)
    {
        var scope = ScopeOf(Activity("b") with { Programs = Programs(needed) }, Activity("a", 9, 9, "b") with { Programs = Programs(dependent) });
        Assert.Equal(isReachable ? [] : ["scope.activities.prerequisites.out-of-reach"], ScopeCheck.Refusals(scope).Select(refusal => refusal.Code));
    }

    [Fact]
    public void Findings_name_the_path_and_errors_come_first()
    {
        var scope = ScopeOf(Activity("a") with { Stage = Stage.Immersion }, Activity("b") with { Occurrences = 0 });
        var found = ScopeCheck.Findings(scope);
        Assert.Equal("$.activities[1]", found[0].Path);
        Assert.False(found[0].IsWarning);
        Assert.All(found.Skip(1), finding => Assert.True(finding.IsWarning));
        Assert.Contains(found, finding => finding is { Path: "$.activities[0].stage", Reason.Code: "scope.activities.stage.of-no-grade" });
    }

    private static ImmutableArray<ProgramType> Programs(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Json.EnumWords<ProgramType>.Of[word])];
}
