using System.CommandLine;
using Pathways.Placements;

namespace Pathways.Cli.Input;

/// <summary>When somebody worked: <c>--day</c>, <c>--from</c>, <c>--to</c> and <c>--break</c>.</summary>
internal sealed class WorkedOptions
{
    /// <param name="isRequired">Whether hours must be given.</param>
    public WorkedOptions(bool isRequired)
    {
        var when = isRequired ? "" : " Of hours that are revised or corrected.";
        Day = SharedOptions.Day("--day", $"The day of the work.{when}");
        Day.Required = isRequired;
        From = new("--from") { Description = $"When it began.{when}", HelpName = "HH:MM", Required = isRequired };
        To = new("--to") { Description = $"When it ended, at most 24:00.{when}", HelpName = "HH:MM", Required = isRequired };
        Break = new("--break") { Description = $"How many minutes of it were breaks. Default: 0.{when}", HelpName = "MINUTES" };
    }

    public Option<LocalDate?> Day { get; }

    public Option<string?> From { get; }

    public Option<string?> To { get; }

    public Option<int?> Break { get; }

    /// <summary>The hours; null when none are given.</summary>
    /// <exception cref="UsageException">A time is none, or only part of the hours is given.</exception>
    public WorkedHours? Of(ParseResult parsed) => (parsed.GetValue(Day), parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Break)) switch
    {
        (null, null, null, null) => null,
        ({ } day, { } from, { } to, var pause) => new(day, Minutes("--from", from), Minutes("--to", to), pause ?? 0),
        _ => throw new UsageException("--day, --from and --to go together, and --break with them."),
    };

    private static int Minutes(string option, string text) =>
        text.Split(':') is [{ Length: 2 } hours, { Length: 2 } minutes]
        && int.TryParse(hours, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var hour)
        && int.TryParse(minutes, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var minute)
        && minute < 60 && (hour * 60) + minute <= 24 * 60
            ? (hour * 60) + minute
            : throw new UsageException($"{option} {text} is no time of the day. Expected the form 14:30.");
}
