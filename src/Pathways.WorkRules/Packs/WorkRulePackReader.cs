using Pathways.Json;

namespace Pathways.WorkRules;

/// <summary>Reads one pack and notes everything that is wrong.</summary>
internal sealed class WorkRulePackReader
{
    private const int OldestAge = 99;
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

    public WorkRulePack Pack(JsonRecord json)
    {
        var pack = new WorkRulePack
        {
            Jurisdiction = json.Text("jurisdiction"),
            Version = json.WholeNumber("version", least: 1),
            Title = json.Text("title"),
            EffectiveFrom = json.Date("effectiveFrom"),
            EffectiveTo = json.DateOrNull("effectiveTo"),
            WeekStarts = DayOfWeek(json.Choice<WeekDay>("weekStarts")),
            SchoolWeekDays = json.WholeNumberOrNull("schoolWeekDays", 1, 7) ?? 1,
            Agreements = json.List("agreements", Agreement),
            Rules = json.List("rules", Rule),
            Sources = json.Texts("sources"),
            Notes = json.Texts("notes"),
        };
        if (json.Required("rules") && pack.Rules.IsEmpty)
        {
            json.Fault("rules", "empty", "There is no rule here that can be read, so everything would be lawful. Maybe one was left out.");
        }

        InOrder(json, pack.EffectiveFrom, pack.EffectiveTo);
        return pack;
    }

    private AgreementRule Agreement(JsonRecord json)
    {
        var kind = json.Text("kind");
        if (kind.Length > 0 && !_kinds.Add(kind))
        {
            json.Fault("kind", "duplicate", $"There is another agreement \"{kind}\". Keep one.");
        }

        return new()
        {
            Kind = kind,
            Title = json.Text("title"),
            Citation = json.Text("citation"),
            AtLeast = json.WholeNumberOrNull("atLeast", 0, OldestAge),
            RenewedBy = json.DayOfYearOrNull("renewedBy"),
            Conditions = json.List("conditions", Condition),
        };
    }

    private AgreementCondition Condition(JsonRecord json)
    {
        var condition = new AgreementCondition
        {
            Code = Code(json),
            Sentence = json.Text("sentence"),
            Citation = json.Text("citation"),
            Terms = json.Choices<AgreementTerm>("terms"),
            Signers = json.Choices<AgreementSigner>("signers"),
            AnySigner = json.Choices<AgreementSigner>("anySigner"),
            FewestStudents = json.WholeNumberOrNull("fewestStudents", 1),
            MostStudents = json.WholeNumberOrNull("mostStudents", 1),
            MostHazardMinutes = json.WholeNumberOrNull("mostHazardMinutes", 1, Clock.Day),
            MostHazardPercent = json.WholeNumberOrNull("mostHazardPercent", 1, 100),
            IsVerified = json.Flag("verified", otherwise: true),
            IsAdvice = json.Flag("advice"),
        };
        string[] asks = ["terms", "signers", "anySigner", "fewestStudents", "mostStudents", "mostHazardMinutes", "mostHazardPercent"];
        if (!asks.Any(json.Has))
        {
            json.Fault("terms", "missing", $"This condition asks for nothing. Expected one of {string.Join(", ", asks)}.");
        }

        return condition;
    }

    private WorkRule? Rule(JsonRecord json)
    {
        if (Kind(json) is not { } rule)
        {
            return null;
        }

        var known = json.FaultCount;
        var about = rule is TimeOfDayRule or SupervisionRule;
        rule = rule with
        {
            Code = Code(json),
            Sentence = json.Text("sentence"),
            Citation = json.Text("citation"),
            IsVerified = json.Flag("verified", otherwise: true),
            EffectiveFrom = json.DateOrNull("effectiveFrom"),
            EffectiveTo = json.DateOrNull("effectiveTo"),
            AtLeast = json.WholeNumberOrNull("atLeast", 0, OldestAge),
            Below = json.WholeNumberOrNull("below", 1, OldestAge),
            Days = json.ChoiceOrNull<RuleDays>("days") ?? RuleDays.Any,
            DaysOfWeek = [.. json.Choices<WeekDay>("daysOfWeek").Select(DayOfWeek)],
            Weeks = json.ChoiceOrNull<RuleWeeks>("weeks") ?? RuleWeeks.Any,
            Season = json.ObjectOrNull("season", Season),
            IsOutsideSeason = json.Flag("outsideSeason"),
            Unless = Papers(json, "unless", json.Texts("unless")),
            Only = json.TextOrNull("only") is { } only ? Papers(json, "only", [only])[0] : null,
            UnlessSettings = about ? json.Choices<WorkSetting>("unlessSettings") : [],
            OnlySettings = about ? json.Choices<WorkSetting>("onlySettings") : [],
        };
        if (json.FaultCount == known && rule.AtLeast >= rule.Below)
        {
            json.Fault("below", "out-of-range", $"Nobody is at least {rule.AtLeast} and below {rule.Below}.");
        }

        InOrder(json, rule.EffectiveFrom, rule.EffectiveTo);
        return rule;
    }

    private WorkRule? Kind(JsonRecord json)
    {
        const string To = "";
        if (!json.Required("kind"))
        {
            return null;
        }

        return json.ChoiceOrNull<RuleKind>("kind") switch
        {
            RuleKind.DayHours => new DayHoursRule { Code = To, Sentence = To, Citation = To, Minutes = json.Hours("hours") },
            RuleKind.WeekHours => new WeekHoursRule { Code = To, Sentence = To, Citation = To, Minutes = json.Hours("hours") },
            RuleKind.RollingHours => new RollingHoursRule { Code = To, Sentence = To, Citation = To, Minutes = json.Hours("hours") },
            RuleKind.WeekDays => new WeekDaysRule { Code = To, Sentence = To, Citation = To, Count = json.WholeNumber("count", 0, 7) },
            RuleKind.TimeOfDay => TimeOfDay(json),
            RuleKind.SchoolHours => new SchoolHoursRule { Code = To, Sentence = To, Citation = To },
            RuleKind.Supervision => new SupervisionRule { Code = To, Sentence = To, Citation = To, From = json.Time("from") },
            RuleKind.Employment => new EmploymentRule { Code = To, Sentence = To, Citation = To },
            RuleKind.Hazard => new HazardRule { Code = To, Sentence = To, Citation = To, Hazards = json.Ids<HazardId>("hazards") },
            RuleKind.WorkKind => WorkKinds(json),
            RuleKind.Document => new DocumentRule
            {
                Code = To, Sentence = To, Citation = To, Document = json.Text("document") is { Length: > 0 } paper ? Papers(json, "document", [paper])[0] : "",
            },
            _ => null,
        };
    }

    private static TimeOfDayRule TimeOfDay(JsonRecord json)
    {
        var faults = json.FaultCount;
        var rule = new TimeOfDayRule { Code = "", Sentence = "", Citation = "", From = json.TimeOrNull("from") ?? 0, Until = json.TimeOrNull("until") ?? Clock.Day };
        if (json.FaultCount == faults && rule.From >= rule.Until)
        {
            json.Fault("until", "out-of-order", "The time until which work is permitted must be after the time from which it is.");
        }

        return rule;
    }

    private static WorkKindRule WorkKinds(JsonRecord json)
    {
        var rule = new WorkKindRule { Code = "", Sentence = "", Citation = "", Kinds = json.Choices<WorkKind>("kinds") };
        if (json.Required("kinds") && rule.Kinds.IsEmpty)
        {
            json.Fault("kinds", "empty", "There is no kind here that can be read. Maybe one was left out.");
        }

        return rule;
    }

    private static RuleSeason Season(JsonRecord json)
    {
        json.Required("from");
        json.Required("to");
        var from = json.DayOfYearOrNull("from") ?? new(1, 1);
        return json.Has("to") && json.TextOrNull("to") == "labor-day" ? new(from, null) : new(from, json.DayOfYearOrNull("to") ?? new(12, 31));
    }

    private string Code(JsonRecord json)
    {
        var code = json.Text("code");
        if (code.Length > 0 && !code.StartsWith("work.", StringComparison.Ordinal))
        {
            json.Fault("code", "malformed", $"\"{code}\" does not begin with \"work.\".");
        }

        if (code.Length > 0 && !_codes.Add(code))
        {
            json.Fault("code", "duplicate", $"There is another rule or condition \"{code}\". Each needs a code of its own.");
        }

        return code;
    }

    // Agreements are read before rules, wherever they stand in the file.
    private ImmutableArray<string> Papers(JsonRecord json, string field, ImmutableArray<string> papers)
    {
        foreach (var paper in papers.Where(paper => !_kinds.Contains(paper)))
        {
            json.Fault(field, "unknown", $"\"{paper}\" is none of the agreements of this pack. Maybe it is misspelt.");
        }

        return papers;
    }

    private static void InOrder(JsonRecord json, LocalDate? from, LocalDate? to)
    {
        if (to < from)
        {
            json.Fault("effectiveTo", "out-of-order", $"{to:R} is before {from:R}. Exchange the two, or repair one.");
        }
    }

    private static IsoDayOfWeek DayOfWeek(WeekDay day) => (IsoDayOfWeek)((int)day + 1);
}
