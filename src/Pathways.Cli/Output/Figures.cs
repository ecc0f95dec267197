using System.Globalization;

namespace Pathways.Cli.Output;

/// <summary>Numbers as tables show them, the same in every culture.</summary>
internal static class Figures
{
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A part of a whole in percent, rounded down: only the whole is 100 %, and nothing of nothing a dash.</summary>
    public static string Share(int part, int whole) =>
        whole == 0 ? "-" : (Math.Floor(1000m * part / whole) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
