using System.Globalization;

namespace Pathways.Cli.Input;

/// <summary>Six scores of interest on the command line, such as <c>R12 I30 A5 S20 E8 C14</c>, in any order.</summary>
internal static class InterestOption
{
    private const string Letters = "RIASEC";

    public static InterestProfile Parse(string text)
    {
        var scores = new double?[Letters.Length];
        foreach (var part in text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var place = Letters.IndexOf(char.ToUpperInvariant(part[0]), StringComparison.Ordinal);
            if (place < 0 || scores[place] is not null
                || !double.TryParse(part.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) || !double.IsFinite(score))
            {
                throw Bad();
            }

            scores[place] = score;
        }

        return scores.All(score => score is not null) ? new([.. scores.Select(score => score!.Value)]) : throw Bad();
    }

    // What was typed is personal and is not repeated.
    private static UsageException Bad() => new("--interests needs six scores of 0 or more, such as \"R12 I30 A5 S20 E8 C14\".");
}
