using System.Globalization;

namespace Pathways.WorkRules;

/// <summary>Times of day as minutes after midnight.</summary>
internal static class Clock
{
    /// <summary>How many minutes a day has by the clock.</summary>
    public const int Day = 24 * 60;

    /// <summary>Such as <c>19:00</c>; the end of the day is <c>24:00</c>.</summary>
    public static string Text(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    /// <summary>Reads a time from 00:00 to 24:00; null when it is none.</summary>
    public static int? Parse(string text)
    {
        if (text.Split(':') is not [{ Length: 2 } hours, { Length: 2 } minutes]
            || !int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            || minute > 59 || (hour * 60) + minute > Day)
        {
            return null;
        }

        return (hour * 60) + minute;
    }

    /// <summary>How long, in words.</summary>
    public static string Length(int minutes) => new WorkAmount(minutes, WorkUnit.Minutes).ToString();
}
