using Pathways.Json;

namespace Pathways.Cli.District;

/// <summary>Values that several parts of district.json have.</summary>
internal static class Fields
{
    private static readonly DateInterval NoDays = new(new(1900, 1, 1), new(1900, 1, 1));

    /// <summary>The first and the last day, <c>from</c> and <c>to</c>.</summary>
    public static DateInterval Days(JsonRecord json)
    {
        var faults = json.FaultCount;
        var (from, to) = (json.Date("from"), json.Date("to"));
        if (json.FaultCount == faults && to < from)
        {
            json.Fault("to", "out-of-order", "The last day is before the first. Maybe the two are swapped.");
        }

        return json.FaultCount > faults ? NoDays : new(from, to);
    }

    public static DateInterval? DaysOrNull(JsonRecord json, string field) => json.ObjectOrNull(field, Days);

    public static WeeklyHours? WeekOrNull(JsonRecord json, string field)
    {
        if (json.TextOrNull(field) is not { } text)
        {
            return null;
        }

        if (WeeklyHours.TryParse(text, null, out var week))
        {
            return week;
        }

        json.Fault(field, "malformed", "These are no times of the week. Expected something like \"Mon-Fri 08:00-15:00\".");
        return null;
    }
}
