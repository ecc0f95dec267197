using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Times of the week: when a student is free, or when the work is.</summary>
/// <remarks>
/// Minutes of the week, Monday first. Each stretch is half-open: 14:00-17:00 and 17:00-19:00 touch and do not overlap. A stretch
/// ends at 24:00 at the latest; work past midnight is two stretches. Overlapping and touching stretches are joined, so
/// equal times are equal values.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<WeeklyHours>))]
public sealed class WeeklyHours : IParsable<WeeklyHours>, IEquatable<WeeklyHours>
{
    private const int DayMinutes = 24 * 60;
    private static readonly ImmutableArray<string> Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private WeeklyHours(ImmutableArray<WeeklyStretch> stretches) => Stretches = stretches;

    /// <summary>The stretches, Monday first, none touching another of the same day.</summary>
    public ImmutableArray<WeeklyStretch> Stretches { get; }

    /// <summary>How many minutes a week.</summary>
    public int MinutesPerWeek => Stretches.Sum(stretch => stretch.Minutes);

    /// <summary>Joins stretches into times of the week.</summary>
    /// <param name="stretches">Any number, in any order.</param>
    /// <exception cref="ArgumentException">A stretch is <see langword="default"/>.</exception>
    public static WeeklyHours Of(params IEnumerable<WeeklyStretch> stretches)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        var joined = ImmutableArray.CreateBuilder<WeeklyStretch>();
        foreach (var next in stretches.OrderBy(s => s.Day).ThenBy(s => s.StartMinute))
        {
            if (next.Day == IsoDayOfWeek.None)
            {
                throw new ArgumentException("A stretch was never set.", nameof(stretches));
            }

            if (joined is [.., var last] && last.Day == next.Day && next.StartMinute <= last.EndMinute)
            {
                joined[^1] = last with { EndMinute = Math.Max(last.EndMinute, next.EndMinute) };
            }
            else
            {
                joined.Add(next);
            }
        }

        return new(joined.ToImmutable());
    }

    /// <summary>Whether all the other times lie within these.</summary>
    /// <param name="other">The times to hold, such as those of the work.</param>
    public bool Covers(WeeklyHours other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Stretches.All(wanted => Stretches.Any(free => free.Covers(wanted)));
    }

    /// <summary>The parts of the other times that do not lie within these, whole stretches.</summary>
    /// <param name="other">The times to hold, such as those of the work.</param>
    public IEnumerable<WeeklyStretch> Misses(WeeklyHours other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Stretches.Where(wanted => !Stretches.Any(free => free.Covers(wanted)));
    }

    /// <summary>Reads times such as <c>Mon-Thu 14:00-17:30; Sat 09:00-12:00</c> or <c>Mon,Wed 14:00-17:00</c>.</summary>
    /// <param name="s">The text; empty for no time at all.</param>
    /// <param name="provider">Not used: the form has no culture.</param>
    /// <exception cref="FormatException"><paramref name="s"/> is not of that form.</exception>
    public static WeeklyHours Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var hours)
            ? hours
            : throw new FormatException(
                $"\"{s}\" are no times of the week. Expected something like \"Mon-Thu 14:00-17:30; Sat 09:00-12:00\".");

    /// <summary>Reads times such as <c>Mon-Thu 14:00-17:30; Sat 09:00-12:00</c>, if the text is of that form.</summary>
    /// <param name="s">The text; empty for no time at all.</param>
    /// <param name="provider">Not used: the form has no culture.</param>
    /// <param name="result">The times, when the text is of that form.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out WeeklyHours result)
    {
        result = null;
        if (s is null)
        {
            return false;
        }

        var stretches = new List<WeeklyStretch>();
        foreach (var part in s.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var space = part.LastIndexOf(' ');
            if (space < 0 || !TryDays(part[..space], out var days) || !TryTimes(part[(space + 1)..], out var start, out var end))
            {
                return false;
            }

            stretches.AddRange(days.Select(day => new WeeklyStretch(day, start, end)));
        }

        result = Of(stretches);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(WeeklyHours? other) => other is not null && Stretches.AsSpan().SequenceEqual(other.Stretches.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    /// <inheritdoc/>
    public override int GetHashCode() => Stretches.Aggregate(17, HashCode.Combine);

    /// <summary>The form that <see cref="Parse"/> reads, one stretch a day.</summary>
    public override string ToString() => string.Join("; ", Stretches);

    private static bool TryDays(string text, out List<IsoDayOfWeek> days)
    {
        days = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            var first = DayOf(ends[0]);
            var last = DayOf(ends[^1]);
            if (ends.Length > 2 || first < 0 || last < first)
            {
                return false;
            }

            days.AddRange(Enumerable.Range(first + 1, last - first + 1).Select(day => (IsoDayOfWeek)day));
        }

        return true;
    }

    private static int DayOf(string text)
    {
        for (var day = 0; day < 7; day++)
        {
            if (text.Equals(Days[day], StringComparison.OrdinalIgnoreCase)
                || text.Equals(((IsoDayOfWeek)(day + 1)).ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return day;
            }
        }

        return -1;
    }

    private static bool TryTimes(string text, out int start, out int end)
    {
        end = 0;
        var ends = text.Split('-');
        return TryMinute(ends[0], out start) && ends.Length == 2 && TryMinute(ends[1], out end) && start < end;
    }

    private static bool TryMinute(string text, out int minute)
    {
        minute = 0;
        if (text.Split(':') is not [{ Length: 1 or 2 } hours, { Length: 2 } minutes]
            || !int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var rest)
            || rest > 59)
        {
            return false;
        }

        minute = (hour * 60) + rest;
        return minute <= DayMinutes;
    }
}
