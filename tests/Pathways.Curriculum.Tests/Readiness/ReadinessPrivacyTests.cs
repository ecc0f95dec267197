using static Pathways.Curriculum.Tests.Readiness.Given;

namespace Pathways.Curriculum.Tests.Readiness;

/// <summary>What students write stays in their record, and what they like ranks and bars nobody.</summary>
public sealed class ReadinessPrivacyTests
{
    private static readonly ImmutableArray<RecordEntry> Full =
    [
        .. AllMet(), Advisor("n", Ago(5)), Barrier("b", BarrierKind.Cost, Ago(5)), Barrier("m", BarrierKind.Documents, Ago(5)), Mitigated("mm", "m", Ago(4)),
        Signed("p", Role.Student, Ago(3)), Goal("g", GoalKind.Career, Ago(3)), Intends("u", PostsecondaryIntent.Undecided, Ago(3)),
        Aid("f", FinancialAidMilestone.Informed, Ago(3)), Waived("w", "resume", Ago(3)), Step("s", PipelineStep.Paused, Ago(3)),
        Granted("gr", Ago(3)), Revoked("rv", Ago(2)), Attended("e", "visit", Ago(2)), Artifact("late", ArtifactKind.Resume, Ago(1)),
        Review("late", Ago(1), ReviewState.Returned),
    ];

    [Fact]
    public void Nothing_that_people_wrote_shows_in_what_is_printed_of_readiness()
    {
        Assert.Contains(Full, entry => entry is SectorChoice { Reason: "CANARY reason" }); // or the test would look for what is not there
        foreach (var record in new[] { RecordOf(Full), RecordOf() })
        {
            foreach (var definition in ReadinessDefinitions.All)
            {
                var evaluation = ReadinessCalculator.Evaluate(definition, record, ReadinessFacts.None, Today);
                var student = PoolStudent.Of(record, evaluation, new());
                Assert.All(
                    new object[]
                    {
                        evaluation, ReadinessGrants.Verdict(evaluation, record), ReadinessGrants.StandingOf(record, definition, Today), student,
                        ReadyPool.Of([student], [], new(Today, Today)), PipelineCalculator.Gather(record, evaluation, new()),
                        ReadinessGrants.Grant(evaluation, record, EntryId.From("x"), Specialist), string.Join(' ', evaluation.Missing),
                        string.Join(' ', evaluation.Results), string.Join(' ', evaluation.Results.SelectMany(result => result.Parts)),
                        string.Join(' ', evaluation.Results.SelectMany(result => result.Evidence)),
                    },
                    printed => Assert.DoesNotContain("CANARY", printed.ToString(), StringComparison.Ordinal));
            }
        }
    }

    /// <summary>An inventory may have to be done; what came out of it changes nothing.</summary>
    [Fact]
    public void The_scores_of_an_interest_profile_never_change_who_is_ready()
    {
        ImmutableArray<double>[] profiles = [[0, 0, 0, 0, 0, 0], [40, 0, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6]];
        foreach (var definition in ReadinessDefinitions.All)
        {
            var texts = profiles.Select(scores =>
            {
                var record = RecordOf(Full.Where(entry => entry is not InterestResult).Append(Interests("i1", Ago(600), scores)));
                var evaluation = ReadinessCalculator.Evaluate(definition, record, ReadinessFacts.None, Today);
                return $"{evaluation} {string.Join(' ', evaluation.Results)} {PoolStudent.Of(record, evaluation, new())}";
            });
            Assert.Single(texts.Distinct());
        }
    }

    [Fact]
    public void No_criterion_has_a_place_for_scores() => Assert.DoesNotContain(
        typeof(ReadinessCriterion).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ReadinessCriterion))).SelectMany(type => type.GetProperties()),
        property => property.PropertyType == typeof(InterestProfile) || property.PropertyType == typeof(double) || property.PropertyType == typeof(double?)
            || property.Name.Contains("Score", StringComparison.Ordinal) || property.Name.Contains("Holland", StringComparison.Ordinal));
}
