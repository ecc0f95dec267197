using Pathways.Json;
using NodaTime.Text;

namespace Pathways.WorkRules;

/// <summary>Fields that several files about work have and others have not.</summary>
internal static class WorkRuleFields
{
    /// <summary>A time of day such as 19:00, up to 24:00; null where the field is missing.</summary>
    public static int? TimeOrNull(this JsonRecord json, string field)
    {
        if (json.TextOrNull(field) is not { } text)
        {
            return null;
        }

        if (Clock.Parse(text) is { } minute)
        {
            return minute;
        }

        json.Fault(field, "malformed", "This is no time of day. Expected something like \"19:00\", up to \"24:00\".");
        return null;
    }

    /// <summary>A time of day that must be there.</summary>
    public static int Time(this JsonRecord json, string field) => json.Required(field) ? json.TimeOrNull(field) ?? 0 : 0;

    /// <summary>A day of the year such as 06-01; null where the field is missing.</summary>
    public static AnnualDate? DayOfYearOrNull(this JsonRecord json, string field)
    {
        if (json.TextOrNull(field) is not { } text)
        {
            return null;
        }

        if (AnnualDatePattern.Iso.Parse(text).TryGetValue(new(1, 1), out var day))
        {
            return day;
        }

        json.Fault(field, "malformed", "This is no day of the year. Expected month and day, such as \"06-01\".");
        return null;
    }

    /// <summary>A length in hours that must be there, in minutes.</summary>
    public static int Hours(this JsonRecord json, string field)
    {
        if (!json.Required(field) || json.NumberOrNull(field, 0, 168) is not { } hours)
        {
            return 0;
        }

        if (hours * 60 == Math.Floor(hours * 60))
        {
            return (int)(hours * 60);
        }

        json.Fault(field, "out-of-range", "These hours are no whole number of minutes. Expected something like 3 or 4.25.");
        return 0;
    }

    /// <summary>Two days in order; a stand-in where one is missing or wrong.</summary>
    public static DateInterval Dates(this JsonRecord json)
    {
        var faults = json.FaultCount;
        var (from, to) = (json.Date("from"), json.Date("to"));
        if (json.FaultCount == faults && to < from)
        {
            json.Fault("to", "out-of-order", $"{to:R} is before {from:R}. Exchange the two, or repair one.");
        }

        return to < from ? new(from, from) : new(from, to);
    }

    /// <summary>A list of days; those that are none are noted.</summary>
    public static IEnumerable<LocalDate> ParsedDays(this JsonRecord json, string field)
    {
        foreach (var text in json.Texts(field))
        {
            if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day))
            {
                yield return day;
            }
            else
            {
                json.Fault(field, "malformed", "One of these is no day. Expected something like \"2026-11-26\".");
            }
        }
    }

    /// <summary>Whose law applies, which must be there: packs of rules that are known.</summary>
    public static ImmutableArray<string> Jurisdictions(JsonRecord json)
    {
        var jurisdictions = json.Texts("jurisdictions");
        if (json.Required("jurisdictions") && jurisdictions.IsEmpty)
        {
            json.Fault("jurisdictions", "empty", "Nobody's law is named, so everything would be lawful. Expected something like [\"US\", \"US-MA\"].");
        }

        foreach (var unknown in jurisdictions.Except(WorkRuleEngine.Shipped.Jurisdictions))
        {
            json.Fault("jurisdictions", "unknown", $"No rules of \"{unknown}\" are known here. There are: {string.Join(", ", WorkRuleEngine.Shipped.Jurisdictions)}.");
        }

        return jurisdictions;
    }

    /// <summary>A school calendar that must be there.</summary>
    public static SchoolCalendar CalendarOf(JsonRecord json) =>
        json.Required("calendar") && json.ObjectOrNull("calendar", Calendar) is { } calendar ? calendar : SchoolCalendar.Unknown;

    private static SchoolCalendar Calendar(JsonRecord json)
    {
        var hours = json.TextOrNull("hours");
        WeeklyHours? week = null;
        if (hours is not null && !WeeklyHours.TryParse(hours, null, out week))
        {
            json.Fault("hours", "malformed", "These are no times of the week. Expected something like \"Mon-Fri 08:00-15:00\".");
        }

        var calendar = new SchoolCalendar
        {
            Known = json.Dates(),
            Terms = json.List("terms", Dates),
            DaysOff = json.List("daysOff", Dates),
        };
        return week is null ? calendar : calendar with { Hours = week };
    }
}
