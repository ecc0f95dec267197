using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests.Plans;

/// <summary>What holds for every record, by every shipped template and one that uses every criterion.</summary>
public class PlanPropertyTests
{
    private static readonly Arbitrary<int> Draws = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
    private static readonly ImmutableArray<PlanTemplate> Templates = [.. PlanTemplates.All, SamplePlan.Template];

    [Fact]
    public void One_more_piece_of_evidence_never_takes_anything_back() => ForAll((template, situation, seed) =>
    {
        var before = RandomRecords.Of(seed.Split("before"), "b", template, 60);
        var more = RandomRecords.Of(seed.Split("more"), "m", template, 15).Where(RandomRecords.IsEvidence);
        var was = Assess(template, situation, before);
        var now = Assess(template, situation, [.. before, .. more]);
        return was.Elements.Zip(now.Elements).All(pair =>
            (pair.First.Status != PlanElementStatus.Met || (pair.Second.Status == PlanElementStatus.Met && pair.Second.MetOn <= pair.First.MetOn))
            && (!pair.First.IsSettled || pair.Second.IsSettled)
            && (pair.First.Status == PlanElementStatus.Missing || pair.Second.Status != PlanElementStatus.Missing)
            && (!pair.First.IsLate || pair.Second.Status == PlanElementStatus.Met));
    });

    [Fact]
    public void The_order_in_which_entries_came_does_not_matter() => ForAll((template, situation, seed) =>
    {
        var entries = RandomRecords.Of(seed, "e", template, 60);
        return Same(Assess(template, situation, entries), Assess(template, situation, [.. entries.OrderBy(entry => seed.Split(entry.Id.Value).Draw())]));
    });

    [Fact]
    public void An_excuse_counts_only_from_somebody_who_may_give_it() => ForAll((template, situation, seed) =>
        Assess(template, situation, RandomRecords.Of(seed, "e", template, 60)).Elements.All(result => result.Status switch
        {
            PlanElementStatus.Waived => result.Element.WaivedBy.Contains(result.Excuse!.By.Role),
            PlanElementStatus.OptedOut => result.Element.OptOutBy.Contains(result.Excuse!.By.Role),
            _ => result.Excuse is null,
        }));

    [Fact]
    public void Excuses_change_neither_what_is_met_nor_the_evidence() => ForAll((template, situation, seed) =>
    {
        var entries = RandomRecords.Of(seed, "e", template, 60);
        var with = Assess(template, situation, entries);
        var without = Assess(template, situation, [.. entries.Where(entry => entry is not PlanElementExcused)]);
        return with.Elements.Zip(without.Elements).All(pair =>
            pair.First.Evidence.SequenceEqual(pair.Second.Evidence) && pair.First.MetOn == pair.Second.MetOn
            && (pair.Second.Status != PlanElementStatus.Met || pair.First.Status == PlanElementStatus.Met));
    });

    [Fact]
    public void What_happens_later_changes_nothing_today() => ForAll((template, situation, seed) =>
    {
        var entries = RandomRecords.Of(seed, "e", template, 60);
        return Same(Assess(template, situation, entries), Assess(template, situation, [.. entries.Where(entry => entry.On <= situation.On)]));
    });

    [Fact]
    public void Something_is_missing_exactly_where_an_element_is_not_settled() => ForAll((template, situation, seed) =>
    {
        var report = Assess(template, situation, RandomRecords.Of(seed, "e", template, 60));
        return report.Elements.All(result => result.IsSettled == result.Missing.IsEmpty && (result.MetOn is not null) == (result.Status == PlanElementStatus.Met))
            && report.IsCompleteForGraduation == (template.IsInForce(situation.On)
                && report.Elements.All(result => !result.Element.IsRequired || (result.IsSettled && result.Ahead.IsEmpty)));
    });

    private static void ForAll(Func<PlanTemplate, PlanSituation, Seed, bool> holds) => Prop.ForAll(Draws, draw =>
    {
        var seed = Seed.From(draw);
        var template = Templates[seed.Split("template").DrawBelow(Templates.Length)];
        return holds(template, RandomRecords.Situation(seed.Split("situation"), template), seed.Split("entries"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static PlanReport Assess(PlanTemplate template, PlanSituation situation, ImmutableArray<RecordEntry> entries) =>
        PlanCalculator.Assess(template, StudentRecord.From(StudentId.From("s"), entries), situation);

    private static bool Same(PlanReport one, PlanReport other) => Text(one) == Text(other);

    private static string Text(PlanReport report) => string.Join('\n', report.Elements.Select(result =>
        $"{result} {result.MetOn} {result.DueOn} {string.Join(' ', result.Evidence)} {string.Join(' ', result.Missing)} {string.Join(' ', result.Remarks)} {result.Excuse}"))
        + string.Join(' ', report.AgainstGraduation);
}
