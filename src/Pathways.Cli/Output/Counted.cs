using System.Globalization;

namespace Pathways.Cli.Output;

/// <summary>How many of something, in words that fit the number.</summary>
internal static class Counted
{
    /// <param name="count">How many.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What several are called; null for the word with an s.</param>
    public static string Of(long count, string one, string? many = null) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? $"{one}s")}";
}
