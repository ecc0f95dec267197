using System.Globalization;
using NodaTime.Text;

namespace Pathways.EntityFrameworkCore;

/// <summary>Days and times as columns.</summary>
internal static class Moments
{
    private static readonly Instant First = Instant.FromUnixTimeTicks(long.MinValue / 100);
    private static readonly Instant Last = Instant.FromUnixTimeTicks(long.MaxValue / 100);

    /// <summary>A day; one before the year 1 or after the year 9999 counts as the first or the last of them, which only selects.</summary>
    public static DateOnly Day(LocalDate date)
    {
        var iso = date.WithCalendar(CalendarSystem.Iso);
        return iso.Year < 1 ? DateOnly.MinValue : iso.Year > 9999 ? DateOnly.MaxValue : new(iso.Year, iso.Month, iso.Day);
    }

    public static DateOnly? Day(LocalDate? date) => date is { } day ? Day(day) : null;

    /// <summary>Nanoseconds since 1970, to select by; a time before 1678 or after 2261 counts as the first or the last of them.</summary>
    public static long Nanoseconds(Instant at) => at <= First ? long.MinValue : at >= Last ? long.MaxValue : (at - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    public static long? Nanoseconds(Instant? at) => at is { } time ? Nanoseconds(time) : null;

    /// <summary>A time as a text, without loss.</summary>
    public static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>The time that a text says; <see langword="null"/> when it says none.</summary>
    public static Instant? Find(string? text) => text is not null && InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
