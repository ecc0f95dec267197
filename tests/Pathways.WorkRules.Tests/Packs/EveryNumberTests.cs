using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pathways.WorkRules.Tests.Packs;

/// <summary>Every number, time and day that stands in a pack is tried at, just under and just over; one of which nobody thought fails.</summary>
public partial class EveryNumberTests
{
    /// <summary>File, code or kind of the owner, field: for all there are in the files.</summary>
    public static TheoryData<string, string, string> Numbers
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var file in Directory.GetFiles(Path.Combine(Given.Root, "src", "Pathways.WorkRules", "Rules"), "*.json").Order(StringComparer.Ordinal))
            {
                Walk(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement, Path.GetFileNameWithoutExtension(file).ToUpperInvariant(), "", "", rows);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_tried_at_under_and_over(string jurisdiction, string owner, string field)
    {
        var pack = Given.Pack(jurisdiction);
        if (pack.Rules.SingleOrDefault(rule => rule.Code == owner) is { } rule)
        {
            OfRule(pack, rule, field);
        }
        else if (pack.Agreements.SingleOrDefault(agreement => agreement.Kind == owner) is { } agreement)
        {
            OfAgreement(pack, agreement, field);
        }
        else if (pack.Agreements.SelectMany(one => one.Conditions).SingleOrDefault(condition => condition.Code == owner) is { } condition)
        {
            OfCondition(pack, condition, field);
        }
        else
        {
            OfPack(pack, field);
        }
    }

    [Fact]
    public void Every_rule_has_a_case_that_breaks_it_and_says_so_with_its_citation() => Assert.All(
        WorkRulePacks.All.SelectMany(pack => pack.Rules.Select(rule => Breaking.Of(pack, rule))),
        broken =>
        {
            var finding = broken.Finding!;
            Assert.Equal((broken.Rule.Citation, broken.Rule.Severity, broken.Pack.Jurisdiction), (finding.Citation, finding.Severity, finding.Jurisdiction));
            Assert.StartsWith(broken.Rule.Sentence, finding.Sentence, StringComparison.Ordinal);
            Assert.EndsWith(".", finding.Cure.Sentence, StringComparison.Ordinal);
        });

    private static void OfRule(WorkRulePack pack, WorkRule rule, string field)
    {
        switch (field)
        {
            case "hours" or "count":
                Assert.Null(Breaking.Of(pack, rule, more: -1).Finding);
                Assert.Null(Breaking.Of(pack, rule, more: 0).Finding);
                Assert.Equal(1, Breaking.Of(pack, rule).Finding!.By!.Value.Count);
                break;
            case "from" when rule is SupervisionRule:
                Assert.Null(Breaking.Of(pack, rule, more: -1).Finding);
                Assert.Null(Breaking.Of(pack, rule, more: 0).Finding);
                Assert.Equal(1, Breaking.Of(pack, rule).Finding!.By!.Value.Count);
                break;
            case "from" or "until":
                var broken = Breaking.Of(pack, rule);
                var time = (TimeOfDayRule)rule;
                int? At(int start, int end) => broken.FindingOf(broken.Facts with { Work = broken.Facts.Work with { Schedule = new([new WorkShift(broken.Day, start, end)]) } })?.By?.Count;
                var edge = field == "from" ? time.From : time.Until;
                Assert.Equal(field == "from" ? 1 : null, At(edge - 1, edge));
                Assert.Equal(field == "from" ? null : 1, At(edge, edge + 1));
                Assert.Equal(field == "from" ? 2 : null, At(edge - 2, edge));
                Assert.Equal(field == "from" ? null : 2, At(edge, edge + 2));
                break;
            case "atLeast":
                Assert.Equal([false, true, true], Ages(pack, rule, rule.AtLeast!.Value));
                break;
            case "below":
                Assert.Equal([true, false, false], Ages(pack, rule, rule.Below!.Value));
                break;
            case "season.from" or "season.to":
                Season(pack, rule, field == "season.from");
                break;
            default:
                Assert.Fail($"Nobody has thought of \"{field}\" of {rule.Code}.");
                break;
        }
    }

    // On the day before the birthday, on it, and the day after.
    private static bool[] Ages(WorkRulePack pack, WorkRule rule, int age)
    {
        var broken = Breaking.Of(pack, rule);
        return [.. new[] { 1, 0, -1 }.Select(days => broken.FindingOf(broken.Facts with { BirthDate = BirthDate.From(broken.Day.PlusYears(-age).PlusDays(days)) }) is not null)];
    }

    private static void Season(WorkRulePack pack, WorkRule rule, bool isFirst)
    {
        // Labor Day of 2026 is September 7, of 2027 September 6.
        foreach (var year in new[] { 2026, 2027 })
        {
            var day = isFirst ? rule.Season!.From.InYear(year) : rule.Season!.To?.InYear(year) ?? new LocalDate(year, 9, year == 2026 ? 7 : 6);
            var broken = Breaking.Of(pack, rule);
            bool Found(LocalDate on) => broken.FindingOf(broken.Facts with
            {
                BirthDate = Given.Aged(on, rule.AtLeast!.Value),
                Work = broken.Facts.Work with { Schedule = new([new WorkShift(on, ((TimeOfDayRule)rule).From - 1, ((TimeOfDayRule)rule).From)]) },
            }) is not null;
            Assert.Equal(rule.IsOutsideSeason, !Found(day));
            Assert.Equal(rule.IsOutsideSeason, Found(day.PlusDays(isFirst ? -1 : 1)));
            Assert.Equal(rule.IsOutsideSeason, !Found(day.PlusDays(isFirst ? 1 : -1)));
        }
    }

    private static void OfAgreement(WorkRulePack pack, AgreementRule agreement, string field)
    {
        var rule = pack.Rules.First(rule => rule.Unless.Contains(agreement.Kind) || rule.Only == agreement.Kind || rule is DocumentRule { Document: var kind } && kind == agreement.Kind);
        var broken = Breaking.Of(pack, rule);
        var held = broken.Facts with { Agreements = [Given.Paper(agreement.Kind)] };
        switch (field)
        {
            case "atLeast":
                var lifts = rule.Only is null;
                foreach (var (days, counts) in new[] { (1, false), (0, true), (-1, true) })
                {
                    var facts = held with { BirthDate = BirthDate.From(broken.Day.PlusYears(-agreement.AtLeast!.Value).PlusDays(days)) };
                    Assert.Equal(counts, new RuleReach([pack], facts).Holds(pack, agreement.Kind, WorkedTime.Number(broken.Day), facts.Work));
                    Assert.True(!counts || broken.FindingOf(facts) is null == lifts);
                }

                break;
            case "renewedBy":
                var last = agreement.RenewedBy!.Value.InYear(2026);
                bool Missing(LocalDate from, LocalDate on) => broken.FindingOf(held with
                {
                    Agreements = [Given.Paper(agreement.Kind) with { From = from }],
                    Work = Given.Work(new WorkShift(on, 600, 660)),
                    BirthDate = Given.Aged(on, 16),
                }) is not null;
                Assert.Equal([false, false, true], new[] { -1, 0, 1 }.Select(days => Missing(last.PlusYears(-1).PlusDays(1), last.PlusDays(days))));
                Assert.Equal([false, false, true], new[] { -1, 0, 1 }.Select(days => Missing(last.PlusDays(-3), last.PlusDays(days))));
                Assert.Equal([true, true, true], new[] { 1, 2, 3 }.Select(days => Missing(last, last.PlusDays(days))));
                break;
            default:
                Assert.Fail($"Nobody has thought of \"{field}\" of {agreement.Kind}.");
                break;
        }
    }

    private static void OfCondition(WorkRulePack pack, AgreementCondition condition, string field)
    {
        var agreement = pack.Agreements.Single(one => one.Conditions.Contains(condition));
        var rule = pack.Rules.First(rule => rule.Unless.Contains(agreement.Kind));
        var broken = Breaking.Of(pack, rule);
        bool Found(WorkAgreement paper)
        {
            var verdict = new WorkRuleEngine([pack]).Assess(broken.Facts with { Agreements = [paper], BirthDate = Given.Aged(broken.Day, agreement.AtLeast ?? 16) });
            Assert.DoesNotContain(verdict.Findings, finding => finding.Code == rule.Code); // a warning does not undo the paper
            return verdict.Findings.Any(finding => finding.Code == condition.Code && finding.Severity == WorkSeverity.Warn);
        }

        var paper = Given.Paper(agreement.Kind);
        switch (field)
        {
            case "fewestStudents":
                Assert.Equal([true, false, false], new[] { -1, 0, 1 }.Select(more => Found(paper with { StudentsPerCoordinator = condition.FewestStudents + more })));
                break;
            case "mostStudents":
                Assert.Equal([false, false, true], new[] { -1, 0, 1 }.Select(more => Found(paper with { StudentsPerCoordinator = condition.MostStudents + more })));
                break;
            case "mostHazardMinutes":
                Assert.Equal([false, false, true], new[] { -1, 0, 1 }.Select(more => Found(paper with { HazardMinutes = condition.MostHazardMinutes + more })));
                break;
            case "mostHazardPercent":
                Assert.Equal([false, false, true], new[] { -1, 0, 1 }.Select(more => Found(paper with { HazardPercent = condition.MostHazardPercent + more })));
                break;
            default:
                Assert.Fail($"Nobody has thought of \"{field}\" of {condition.Code}.");
                break;
        }
    }

    private static void OfPack(WorkRulePack pack, string field)
    {
        var day = new LocalDate(2026, 3, 11);
        switch (field)
        {
            case "version":
                Assert.Equal(1, pack.Version);
                break;
            case "effectiveFrom":
                bool IsCovered(LocalDate on) => !new WorkRuleEngine([pack]).Assess(Given.Case(Given.Aged(on, 16), Given.Work(new WorkShift(on, 600, 660)), Given.AllSchool, pack.Jurisdiction))
                    .Findings.Any(finding => finding.Code == WorkRuleCodes.NotCovered);
                Assert.Equal([false, true, true], new[] { -1, 0, 1 }.Select(days => IsCovered(pack.EffectiveFrom.PlusDays(days))));
                break;
            case "schoolWeekDays":
                bool IsSchoolWeek(int schoolDays)
                {
                    // The week from Sunday, March 8: the first days from Monday on are school days, the rest are off.
                    var off = new DateInterval(day.PlusDays(-2 + schoolDays), day.PlusDays(3));
                    var facts = Given.Case(Given.Aged(day, 16), Given.Work(), Given.AllSchool with { DaysOff = [off] }, pack.Jurisdiction);
                    var rule = new DayHoursRule { Code = "work.x", Sentence = "", Citation = "", Minutes = 1, Weeks = RuleWeeks.School };
                    return new RuleReach([pack], facts).Reaches(pack, rule, WorkedTime.Number(day));
                }

                Assert.Equal([false, true, true], new[] { -1, 0, 1 }.Select(more => IsSchoolWeek(pack.SchoolWeekDays + more)));
                break;
            default:
                Assert.Fail($"Nobody has thought of \"{field}\" of {pack}.");
                break;
        }
    }

    private static void Walk(JsonElement element, string jurisdiction, string owner, string field, TheoryData<string, string, string> rows)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var own = element.TryGetProperty("code", out var code) ? code.GetString()! : element.TryGetProperty("conditions", out _) || (field == "agreements") ? element.GetProperty("kind").GetString()! : owner;
                foreach (var inner in element.EnumerateObject())
                {
                    Walk(inner.Value, jurisdiction, own, field == "season" ? $"season.{inner.Name}" : inner.Name, rows);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, jurisdiction, owner, field, rows);
                }

                break;
            case JsonValueKind.Number:
                rows.Add(jurisdiction, owner, field);
                break;
            case JsonValueKind.String when field == "season.to" || TimeOrDay().IsMatch(element.GetString()!):
                rows.Add(jurisdiction, owner, field);
                break;
        }
    }

    [GeneratedRegex(@"^(\d{2}:\d{2}|\d{4}-\d{2}-\d{2}|\d{2}-\d{2})$")]
    private static partial Regex TimeOrDay();
}
