using System.Globalization;
using Pathways.Json;
using Pathways.WorkRules;

namespace Pathways.Cli.Output;

/// <summary>What <c>rules</c> prints.</summary>
internal static class WorkRulesReport
{
    private const int Shown = 2;

    public static void Write(Terminal terminal, WorkCase facts, WorkVerdict verdict, LawfulSchedule? nearest)
    {
        var text = terminal.OutputText;
        var blocking = verdict.Findings.Count(finding => finding.Severity == WorkSeverity.Block);
        text.WriteLine(
            $"{facts.Work} by the rules of {string.Join(", ", facts.Jurisdictions)}: {(verdict.IsLawful ? "lawful" : "not lawful")}, {Count(blocking, "finding")} that block, {Count(verdict.Findings.Length - blocking, "warning")}.");
        foreach (var severity in new[] { WorkSeverity.Block, WorkSeverity.Warn })
        {
            foreach (var same in verdict.Findings.Where(finding => finding.Severity == severity).GroupBy(finding => (finding.Code, finding.Work)))
            {
                Write(text, [.. same]);
            }
        }

        if (nearest is not null)
        {
            Write(text, nearest);
        }
    }

    public static WorkCheckJson Json(WorkCase facts, WorkVerdict verdict, LawfulSchedule? nearest) => new(
        facts.Work.Name, verdict.IsLawful,
        [
            .. verdict.Findings.Select(finding => new WorkFindingJson(
                finding.Code, finding.Jurisdiction, finding.Citation, Word(finding.Severity), Day(finding.When.Start), Day(finding.When.End), finding.By?.Count,
                finding.By is { Unit: var unit } ? Word(unit) : null, finding.Work, finding.IsVerified, finding.IsPolicy, finding.Sentence,
                new(Word(finding.Cure.Kind), finding.Cure.Sentence, finding.Cure.Amount?.Count, finding.Cure.Amount is { Unit: var of } ? Word(of) : null, finding.Cure.Document))),
        ],
        nearest is null ? null : new(
            nearest.Schedule.Minutes, [.. nearest.Schedule.Shifts.Select(shift => shift.ToString())], nearest.IfCured.Minutes, [.. nearest.IfCured.Shifts.Select(shift => shift.ToString())],
            [.. nearest.Barriers.Select(barrier => barrier.Code).Distinct()]));

    public static void WritePacks(Terminal terminal)
    {
        var text = terminal.OutputText;
        foreach (var pack in WorkRulePacks.All)
        {
            text.WriteLine($"{pack}: {pack.Title}, from {Day(pack.EffectiveFrom)}{(pack.EffectiveTo is { } to ? $" to {Day(to)}" : "")}, {Count(pack.Rules.Length, "rule")}");
            foreach (var rule in pack.Rules)
            {
                text.WriteLine($"  {rule.Code}: {rule.Sentence} [{rule.Citation}]{(rule.IsVerified ? "" : " not verified, only warns")}");
            }

            foreach (var agreement in pack.Agreements)
            {
                text.WriteLine($"  {agreement.Kind}: {agreement.Title} [{agreement.Citation}]{(agreement.Conditions.IsEmpty ? "" : ", when")}");
                foreach (var condition in agreement.Conditions)
                {
                    text.WriteLine($"    {condition.Code}: {condition.Sentence} [{condition.Citation}]{(condition.IsVerified ? condition.IsAdvice ? " advice, only warns" : "" : " not verified, only warns")}");
                }
            }

            foreach (var note in pack.Notes)
            {
                text.WriteLine($"  Note: {note}");
            }
        }
    }

    public static IReadOnlyList<WorkPackJson> Packs() =>
    [
        .. WorkRulePacks.All.Select(pack => new WorkPackJson(
            pack.Jurisdiction, pack.Version, pack.Title, Day(pack.EffectiveFrom), pack.EffectiveTo is { } to ? Day(to) : null,
            [
                .. pack.Rules.Select(rule => new WorkRuleJson(rule.Code, rule.Sentence, rule.Citation, rule.IsVerified)),
                .. pack.Agreements.SelectMany(agreement => agreement.Conditions).Select(one => new WorkRuleJson(one.Code, one.Sentence, one.Citation, one.IsVerified)),
            ],
            pack.Sources, pack.Notes)),
    ];

    private static void Write(TextWriter text, ImmutableArray<WorkFinding> same)
    {
        var first = same[0];
        var marks = $"{(first.IsVerified ? "" : ", not verified")}{(first.IsPolicy ? ", by policy" : "")}";
        text.WriteLine($"  {(first.Severity == WorkSeverity.Block ? "BLOCK" : "warn")} {first.Code}{(first.Citation.Length > 0 ? $" [{first.Citation}{marks}]" : "")}");
        foreach (var finding in same.Take(Shown))
        {
            text.WriteLine($"    {finding.Sentence}");
            text.WriteLine($"    Cure: {finding.Cure.Sentence}");
        }

        if (same.Length > Shown)
        {
            text.WriteLine($"    And {same.Length - Shown} more times, the last {Day(same[^1].When.Start)}.");
        }
    }

    private static void Write(TextWriter text, LawfulSchedule nearest)
    {
        if (!nearest.Schedule.Shifts.IsEmpty)
        {
            text.WriteLine("The nearest lawful schedule:");
            Write(text, nearest.Schedule);
            return;
        }

        text.WriteLine("No hours of it are lawful.");
        if (nearest.Barriers.Length > 0 && !nearest.IfCured.Shifts.IsEmpty)
        {
            text.WriteLine($"If {string.Join(", ", nearest.Barriers.Select(barrier => barrier.Code).Distinct())} were cured, the nearest lawful schedule:");
            Write(text, nearest.IfCured);
        }
    }

    private static void Write(TextWriter text, WorkSchedule schedule)
    {
        foreach (var day in schedule.Shifts.GroupBy(shift => shift.Day).Take(14))
        {
            text.WriteLine($"  {day.Key.DayOfWeek.ToString()[..3]} {string.Join(", ", day.Select((shift, at) => at == 0 ? shift.ToString() : shift.ToString()[11..]))}");
        }

        var days = schedule.Shifts.Select(shift => shift.Day).Distinct().Count();
        text.WriteLine($"  {(days > 14 ? $"... and {days - 14} more days; " : "")}{new WorkAmount(schedule.Minutes, WorkUnit.Minutes)} in all");
    }

    private static string Count(int count, string what) => $"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private static string Day(LocalDate day) => day.ToString("R", null);

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumWords<TEnum>.Word(value);
}
