using System.Text.Json;
using NodaTime.Text;
using Pathways.Json;

namespace Pathways.WorkRules;

/// <summary>Writes one pack, in the same order every time; what is as usual is left out.</summary>
internal sealed class WorkRulePackWriter(Utf8JsonWriter json)
{
    /// <summary>The fields of a pack, after the format.</summary>
    public void Pack(WorkRulePack pack)
    {
        json.WriteString("jurisdiction", pack.Jurisdiction);
        json.WriteNumber("version", pack.Version);
        json.WriteString("title", pack.Title);
        json.Day("effectiveFrom", pack.EffectiveFrom);
        json.Day("effectiveTo", pack.EffectiveTo);
        json.WriteString("weekStarts", Word(pack.WeekStarts));
        json.WriteNumber("schoolWeekDays", pack.SchoolWeekDays);
        json.List("agreements", pack.Agreements, Agreement);
        json.List("rules", pack.Rules, Rule);
        json.Texts("sources", pack.Sources);
        json.Texts("notes", pack.Notes);
    }

    private void Agreement(AgreementRule agreement)
    {
        json.WriteString("kind", agreement.Kind);
        json.WriteString("title", agreement.Title);
        json.WriteString("citation", agreement.Citation);
        json.Number("atLeast", agreement.AtLeast);
        json.Day("renewedBy", agreement.RenewedBy);
        json.List("conditions", agreement.Conditions, Condition);
    }

    private void Condition(AgreementCondition condition)
    {
        json.WriteString("code", condition.Code);
        json.WriteString("sentence", condition.Sentence);
        json.WriteString("citation", condition.Citation);
        json.Words("terms", condition.Terms);
        json.Words("signers", condition.Signers);
        json.Words("anySigner", condition.AnySigner);
        json.Number("fewestStudents", condition.FewestStudents);
        json.Number("mostStudents", condition.MostStudents);
        json.Number("mostHazardMinutes", condition.MostHazardMinutes);
        json.Number("mostHazardPercent", condition.MostHazardPercent);
        json.Flag("verified", condition.IsVerified, usually: true);
        json.Flag("advice", condition.IsAdvice);
    }

    private void Rule(WorkRule rule)
    {
        json.WriteString("code", rule.Code);
        json.Word("kind", KindOf(rule));
        json.WriteString("sentence", rule.Sentence);
        json.WriteString("citation", rule.Citation);
        json.Flag("verified", rule.IsVerified, usually: true);
        json.Day("effectiveFrom", rule.EffectiveFrom);
        json.Day("effectiveTo", rule.EffectiveTo);
        json.Number("atLeast", rule.AtLeast);
        json.Number("below", rule.Below);
        Fields(rule);
        json.Word("days", rule.Days, usually: RuleDays.Any);
        json.Texts("daysOfWeek", rule.DaysOfWeek, Word);
        json.Word("weeks", rule.Weeks, usually: RuleWeeks.Any);
        if (rule.Season is { } season)
        {
            json.WriteStartObject("season");
            json.Day("from", season.From);
            json.WriteString("to", season.To is { } to ? AnnualDatePattern.Iso.Format(to) : "labor-day");
            json.WriteEndObject();
        }

        json.Flag("outsideSeason", rule.IsOutsideSeason);
        json.Texts("unless", rule.Unless);
        json.Text("only", rule.Only);
        json.Words("unlessSettings", rule.UnlessSettings);
        json.Words("onlySettings", rule.OnlySettings);
    }

    private static RuleKind KindOf(WorkRule rule) => rule switch
    {
        DayHoursRule => RuleKind.DayHours,
        WeekHoursRule => RuleKind.WeekHours,
        RollingHoursRule => RuleKind.RollingHours,
        WeekDaysRule => RuleKind.WeekDays,
        TimeOfDayRule => RuleKind.TimeOfDay,
        SchoolHoursRule => RuleKind.SchoolHours,
        SupervisionRule => RuleKind.Supervision,
        EmploymentRule => RuleKind.Employment,
        HazardRule => RuleKind.Hazard,
        WorkKindRule => RuleKind.WorkKind,
        _ => RuleKind.Document,
    };

    private void Fields(WorkRule rule)
    {
        switch (rule)
        {
            case DayHoursRule { Minutes: var minutes }:
                Hours(minutes);
                break;
            case WeekHoursRule { Minutes: var minutes }:
                Hours(minutes);
                break;
            case RollingHoursRule { Minutes: var minutes }:
                Hours(minutes);
                break;
            case WeekDaysRule { Count: var count }:
                json.WriteNumber("count", count);
                break;
            case TimeOfDayRule time:
                Time("from", time.From, usually: 0);
                Time("until", time.Until, usually: Clock.Day);
                break;
            case SupervisionRule supervision:
                Time("from", supervision.From, usually: -1);
                break;
            case HazardRule hazard:
                json.Texts("hazards", hazard.Hazards, id => id.Value);
                break;
            case WorkKindRule kind:
                json.Words("kinds", kind.Kinds);
                break;
            case DocumentRule document:
                json.WriteString("document", document.Document);
                break;
        }
    }

    private void Hours(int minutes) => json.WriteNumber("hours", minutes % 60 == 0 ? minutes / 60 : minutes / 60m);

    private void Time(string field, int minute, int usually)
    {
        if (minute != usually)
        {
            json.WriteString(field, Clock.Text(minute));
        }
    }

    private static string Word(IsoDayOfWeek day) => EnumWords<WeekDay>.Word((WeekDay)((int)day - 1));
}
