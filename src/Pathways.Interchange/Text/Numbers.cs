using System.Globalization;

namespace Pathways.Interchange.Text;

/// <summary>Numbers as files have them: a point for the decimals, no grouping, no culture.</summary>
internal static class Numbers
{
    /// <summary>Reads a finite number.</summary>
    public static bool TryDouble(string text, out double number) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out number)
        && double.IsFinite(number);

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Format(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The digits of a whole number.</summary>
    public static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);
}
