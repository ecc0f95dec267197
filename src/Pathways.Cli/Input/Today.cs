using NodaTime.Extensions;

namespace Pathways.Cli.Input;

/// <summary>The one place where the command looks at the clock for a day.</summary>
internal static class Today
{
    /// <summary>The day it is where the command runs.</summary>
    public static LocalDate Day => SystemClock.Instance.InZone(DateTimeZoneProviders.Tzdb.GetSystemDefault()).GetCurrentDate();
}
