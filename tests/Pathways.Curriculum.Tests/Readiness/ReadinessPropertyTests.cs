using FsCheck;
using FsCheck.Fluent;
using static Pathways.Curriculum.Tests.Readiness.Given;

namespace Pathways.Curriculum.Tests.Readiness;

public sealed class ReadinessPropertyTests
{
    private static readonly ReadinessDefinition Everything = Definition(
    [
        .. ReadinessDefinitions.All.SelectMany(definition => definition.Criteria),
        new ExperienceCriterion { Id = "visits", Sentence = "V.", Activities = [ActivityId.From("visit")], Count = 2, Hours = 3, WithinDays = 50 },
    ]);

    [Fact]
    public void Adding_evidence_never_takes_a_criterion_away() =>
        Prop.ForAll(Twice.ToArbitrary(), drawn =>
        {
            var before = Evaluate(RecordOf(drawn.First.DistinctBy(entry => entry.Id)), Today);
            var after = Evaluate(RecordOf(drawn.First.Concat(drawn.Second).DistinctBy(entry => entry.Id)), Today);
            return before.Results.Zip(after.Results).All(pair => !pair.First.IsMet || pair.Second.IsMet);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_entries_come_does_not_matter() =>
        Prop.ForAll(Entries.ToArbitrary(), drawn =>
        {
            var entries = drawn.DistinctBy(entry => entry.Id).ToList();
            return Text(Evaluate(RecordOf(entries), Today)) == Text(Evaluate(RecordOf(Enumerable.Reverse(entries)), Today));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_met_stays_met_until_its_last_day_and_not_a_day_longer_if_nothing_is_added() =>
        Prop.ForAll(Entries.ToArbitrary(), drawn =>
        {
            var record = RecordOf(drawn.DistinctBy(entry => entry.Id));
            return Evaluate(record, Today).Results.Select((result, i) => (result, i)).All(found =>
                !found.result.IsMet
                || (found.result.Until is { } until
                    ? until >= Today && Evaluate(record, until).Results[found.i].IsMet && !Evaluate(record, until.PlusDays(1)).Results[found.i].IsMet
                    : Evaluate(record, Today.PlusYears(50)).Results[found.i].IsMet));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_criterion_is_met_or_says_what_is_missing_with_a_known_code_and_a_sentence() =>
        Prop.ForAll(Entries.ToArbitrary(), drawn =>
        {
            var evaluation = Evaluate(RecordOf(drawn.DistinctBy(entry => entry.Id)), Today);
            return evaluation.IsMet == evaluation.Missing.IsEmpty
                && evaluation.Missing.All(refusal => refusal.Code.StartsWith("readiness.", StringComparison.Ordinal) && refusal.Sentence.EndsWith('.'))
                && evaluation.Results.All(result => result.IsMet == result.Missing.IsEmpty && (result.IsMet || result.Until is null));
        }).QuickCheckThrowOnFailure();

    private static Gen<(RecordEntry[] First, RecordEntry[] Second)> Twice =>
        from first in Entries
        from second in Entries
        select (first, second);

    // Evidence only: nothing that takes away, such as an artifact given back or a barrier.
    private static Gen<RecordEntry[]> Entries =>
        Gen.ArrayOf(
            from number in Gen.Choose(0, 8)
            from days in Gen.Choose(0, 900)
            from kind in Gen.Choose(0, 12)
            let day = Ago(days)
            select (RecordEntry)(kind switch
            {
                0 => Artifact($"a{number}", KindOf(number), day, shown: number % 2 == 0),
                1 => Artifact($"a{number}", KindOf(number), day, version: 2, shown: number % 2 == 0),
                2 => Review($"a{number}", day, ReviewState.Accepted, version: 1, id: $"r1-{number}-{days}"),
                3 => Review($"a{number}", day, ReviewState.Accepted, version: 2, id: $"r2-{number}-{days}"),
                4 => Attended($"e{number}", "visit", day, number),
                5 => Credential($"t{number}", number % 2 == 0 ? "readiness-training" : "safety-training", day, number % 3 == 0 ? day.PlusDays(800) : null),
                6 => number % 2 == 0 ? Interests($"i{number}", day) : Strengths($"s{number}", day),
                7 => Chose($"c{number}", "law", day),
                8 => Advisor($"n{number}", day, number % 2 == 0 ? day.PlusDays(900) : null),
                9 => Signed($"p{number}", number % 2 == 0 ? Role.Student : Role.Counselor, day),
                10 => Goal($"g{number}", (GoalKind)(number % 3), day),
                11 => Intends($"n-{number}", PostsecondaryIntent.Work, day),
                _ => number < 6 ? Aid($"f{number}", (FinancialAidMilestone)(number % 5), day) : Waived($"w{number}", "resume", day),
            }));

    private static ArtifactKind KindOf(int number) => number switch
    {
        0 => ArtifactKind.Resume,
        1 => ArtifactKind.ResearchReport,
        2 => ArtifactKind.InterviewRecord,
        3 => ArtifactKind.ThankYouNote,
        4 => ArtifactKind.Application,
        5 => ArtifactKind.TrainingCertificate,
        6 => ArtifactKind.CoursePlan,
        _ => ArtifactKind.Reflection,
    };

    private static ReadinessEvaluation Evaluate(StudentRecord record, LocalDate on) => ReadinessCalculator.Evaluate(Everything, record, ReadinessFacts.None, on);

    private static string Text(ReadinessEvaluation evaluation) =>
        string.Join('\n', evaluation.Results.Select(result => $"{result} {result.Until} {string.Join(' ', result.Evidence)} {string.Join(' ', result.Missing)}"));
}
