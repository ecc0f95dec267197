using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Pathways.Json;

namespace Pathways.WorkRules;

/// <summary>Writes one pack, in the same order every time; what is as usual is left out.</summary>
internal sealed class WorkRulePackWriter(Utf8JsonWriter json)
{
    public static JsonWriterOptions Options => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, IndentSize = 2, NewLine = "\n",
    };

    public void Pack(WorkRulePack pack)
    {
        json.WriteStartObject();
        json.WriteString("format", WorkRulePackFile.Format);
        json.WriteString("jurisdiction", pack.Jurisdiction);
        json.WriteNumber("version", pack.Version);
        json.WriteString("title", pack.Title);
        Day("effectiveFrom", pack.EffectiveFrom);
        Day("effectiveTo", pack.EffectiveTo);
        json.WriteString("weekStarts", Word(pack.WeekStarts));
        json.WriteNumber("schoolWeekDays", pack.SchoolWeekDays);
        List("agreements", pack.Agreements, Agreement);
        List("rules", pack.Rules, Rule);
        Texts("sources", pack.Sources);
        Texts("notes", pack.Notes);
        json.WriteEndObject();
    }

    private void Agreement(AgreementRule agreement)
    {
        json.WriteString("kind", agreement.Kind);
        json.WriteString("title", agreement.Title);
        json.WriteString("citation", agreement.Citation);
        Number("atLeast", agreement.AtLeast);
        Day("renewedBy", agreement.RenewedBy);
        List("conditions", agreement.Conditions, Condition);
    }

    private void Condition(AgreementCondition condition)
    {
        json.WriteString("code", condition.Code);
        json.WriteString("sentence", condition.Sentence);
        json.WriteString("citation", condition.Citation);
        Words("terms", condition.Terms);
        Words("signers", condition.Signers);
        Words("anySigner", condition.AnySigner);
        Number("fewestStudents", condition.FewestStudents);
        Number("mostStudents", condition.MostStudents);
        Number("mostHazardMinutes", condition.MostHazardMinutes);
        Number("mostHazardPercent", condition.MostHazardPercent);
        Flag("verified", condition.IsVerified, usually: true);
        Flag("advice", condition.IsAdvice);
    }

    private void Rule(WorkRule rule)
    {
        json.WriteString("code", rule.Code);
        json.WriteString("kind", EnumWords<RuleKind>.Word(KindOf(rule)));
        json.WriteString("sentence", rule.Sentence);
        json.WriteString("citation", rule.Citation);
        Flag("verified", rule.IsVerified, usually: true);
        Day("effectiveFrom", rule.EffectiveFrom);
        Day("effectiveTo", rule.EffectiveTo);
        Number("atLeast", rule.AtLeast);
        Number("below", rule.Below);
        Fields(rule);
        if (rule.Days != RuleDays.Any)
        {
            json.WriteString("days", EnumWords<RuleDays>.Word(rule.Days));
        }

        Texts("daysOfWeek", [.. rule.DaysOfWeek.Select(Word)]);
        if (rule.Weeks != RuleWeeks.Any)
        {
            json.WriteString("weeks", EnumWords<RuleWeeks>.Word(rule.Weeks));
        }

        if (rule.Season is { } season)
        {
            json.WriteStartObject("season");
            Day("from", (AnnualDate?)season.From);
            json.WriteString("to", season.To is { } to ? AnnualDatePattern.Iso.Format(to) : "labor-day");
            json.WriteEndObject();
        }

        Flag("outsideSeason", rule.IsOutsideSeason);
        Texts("unless", rule.Unless);
        if (rule.Only is { } only)
        {
            json.WriteString("only", only);
        }

        Words("unlessSettings", rule.UnlessSettings);
        Words("onlySettings", rule.OnlySettings);
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
                Texts("hazards", [.. hazard.Hazards.Select(id => id.Value)]);
                break;
            case WorkKindRule kind:
                Words("kinds", kind.Kinds);
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

    private void Number(string field, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(field, value);
        }
    }

    private void Flag(string field, bool value, bool usually = false)
    {
        if (value != usually)
        {
            json.WriteBoolean(field, value);
        }
    }

    private void Day(string field, LocalDate? day)
    {
        if (day is { } value)
        {
            json.WriteString(field, LocalDatePattern.Iso.Format(value));
        }
    }

    private void Day(string field, AnnualDate? day)
    {
        if (day is { } value)
        {
            json.WriteString(field, AnnualDatePattern.Iso.Format(value));
        }
    }

    private static string Word(IsoDayOfWeek day) => EnumWords<WeekDay>.Word((WeekDay)((int)day - 1));

    private void Words<TEnum>(string field, ImmutableArray<TEnum> values)
        where TEnum : struct, Enum => Texts(field, [.. values.Select(EnumWords<TEnum>.Word)]);

    private void Texts(string field, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(field);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private void List<T>(string field, ImmutableArray<T> items, Action<T> fields)
    {
        if (items.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(field);
        foreach (var item in items)
        {
            json.WriteStartObject();
            fields(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
