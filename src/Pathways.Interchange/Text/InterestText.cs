using System.Globalization;

namespace Pathways.Interchange.Text;

/// <summary>The six RIASEC scores in one cell, such as <c>R12 I30 A5 S20 E8 C14</c>.</summary>
internal static class InterestText
{
    private const string Letters = "RIASEC";

    /// <summary>The cell for a profile.</summary>
    public static string Format(InterestProfile profile) =>
        string.Join(' ', Letters.Zip(profile.Scores, (letter, score) => string.Create(CultureInfo.InvariantCulture, $"{letter}{score:R}")));

    /// <summary>The profile of a cell, in any order of the letters; <see langword="null"/> when it is none.</summary>
    public static InterestProfile? Parse(string cell)
    {
        var scores = new double?[Letters.Length];
        var parts = cell.Split((char[]?)[' ', '\t', ',', ';'], Letters.Length + 1, StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            var place = Letters.IndexOf(char.ToUpperInvariant(part[0]), StringComparison.Ordinal);
            if (place < 0 || scores[place] is not null || Numbers.TryDouble(part[1..], out var score) is false || score < 0)
            {
                return null;
            }

            scores[place] = score;
        }

        return scores.All(score => score is not null) ? new([.. scores.Select(score => score!.Value)]) : null;
    }
}
