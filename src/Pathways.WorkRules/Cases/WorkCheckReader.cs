using Pathways.Json;

namespace Pathways.WorkRules;

/// <summary>Reads one case and notes everything that is wrong.</summary>
internal static class WorkCheckReader
{
    // What a schedule may span; longer ones are typing errors.
    private const int MostDays = 3 * 366;
    private static readonly DateInterval NoDays = new(new(1900, 1, 1), new(1900, 1, 1));

    public static WorkCase Case(JsonRecord json)
    {
        var works = json.List("works", Work);
        if (json.Required("works") && works.IsEmpty)
        {
            json.Fault("works", "empty", "There is no work here that can be read. Maybe it was left out.");
        }

        foreach (var twice in works.Select(work => work.Name).GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Key.Length > 0 && same.Count() > 1))
        {
            json.Fault("works", "duplicate", $"Two works are called \"{twice.Key}\". Each needs a name of its own.");
        }

        var jurisdictions = WorkRuleFields.Jurisdictions(json);
        return new()
        {
            BirthDate = BirthDate.From(json.Date("birthDate")),
            Work = works.IsEmpty ? new() { Name = "", Schedule = WorkSchedule.Empty } : works[0],
            OtherWork = works.IsEmpty ? [] : works.RemoveAt(0),
            Calendar = WorkRuleFields.CalendarOf(json),
            Agreements = json.List("agreements", Agreement),
            Jurisdictions = jurisdictions,
            LimitsApplyToAll = json.Flag("limitsApplyToAll"),
        };
    }

    private static Work Work(JsonRecord json)
    {
        ImmutableArray<WorkShift> shifts = [.. json.List("weekly", Weekly).SelectMany(schedule => schedule.Shifts), .. json.List("shifts", Shift)];
        if (shifts.IsEmpty && !json.Has("weekly") && !json.Has("shifts"))
        {
            json.Fault("shifts", "missing", "Neither \"weekly\" nor \"shifts\" says when the work is.");
        }

        return new()
        {
            Name = json.Text("name"),
            Schedule = new(shifts),
            Relation = json.ChoiceOrNull<WorkRelation>("relation") ?? WorkRelation.Employment,
            Hazards = json.Ids<HazardId>("hazards"),
            Kinds = json.Choices<WorkKind>("kinds"),
            Settings = json.Choices<WorkSetting>("settings"),
        };
    }

    private static WorkSchedule Weekly(JsonRecord json)
    {
        var days = json.Dates();
        if (days.Length > MostDays)
        {
            json.Fault("to", "out-of-range", $"{days.Length} days are more than the {MostDays} that are looked at. Maybe a year is misspelt.");
            days = NoDays;
        }

        var hours = WeeklyHours.Of();
        if (json.Required("hours") && json.TextOrNull("hours") is { } text && !WeeklyHours.TryParse(text, null, out hours))
        {
            json.Fault("hours", "malformed", "These are no times of the week. Expected something like \"Mon-Thu 14:00-17:30; Sat 09:00-12:00\".");
            hours = WeeklyHours.Of();
        }

        return WorkSchedule.Weekly(hours!, days, json.ParsedDays("except"));
    }

    private static WorkShift? Shift(JsonRecord json)
    {
        var faults = json.FaultCount;
        var (day, from, to) = (json.Date("day"), json.Time("from"), json.Time("to"));
        var breaks = json.List("breaks", pause => Tuple.Create(pause.Time("from"), pause.Time("to"), pause));
        if (json.FaultCount > faults)
        {
            return null;
        }

        // Who ends earlier than they begin ends on the next day.
        var end = to <= from ? to + Clock.Day : to;
        var list = ImmutableArray.CreateBuilder<WorkBreak>();
        foreach (var (pauseFrom, pauseTo, pause) in breaks)
        {
            var start = pauseFrom < from ? pauseFrom + Clock.Day : pauseFrom;
            var until = pauseTo <= start ? pauseTo + Clock.Day : pauseTo;
            if (until > end)
            {
                pause.Fault("to", "out-of-order", "The break is not within the shift.");
                return null;
            }

            list.Add(new(start, until));
        }

        if (from >= Clock.Day)
        {
            json.Fault("from", "out-of-range", "A shift begins before 24:00. Maybe it begins at 00:00 on the next day.");
            return null;
        }

        return new(day, from, end, list.ToImmutable());
    }

    private static WorkAgreement Agreement(JsonRecord json)
    {
        var agreement = new WorkAgreement
        {
            Kind = json.Text("kind"),
            From = json.Date("from"),
            Until = json.DateOrNull("until"),
            Work = json.TextOrNull("work"),
            Signers = json.Choices<AgreementSigner>("signers"),
            Terms = json.Choices<AgreementTerm>("terms"),
            StudentsPerCoordinator = json.WholeNumberOrNull("studentsPerCoordinator"),
            HazardMinutes = json.WholeNumberOrNull("hazardMinutes", 0, Clock.Day),
            HazardPercent = json.WholeNumberOrNull("hazardPercent", 0, 100),
        };
        var known = WorkRulePacks.All.SelectMany(pack => pack.Agreements).Select(one => one.Kind).ToList();
        if (agreement.Kind.Length > 0 && !known.Contains(agreement.Kind))
        {
            json.Fault("kind", "unknown", $"\"{agreement.Kind}\" is no paper that a rule names. There are: {string.Join(", ", known)}.");
        }

        return agreement;
    }
}
