namespace Pathways.Interchange.Text;

/// <summary>What somebody may have meant who wrote a word that is not known.</summary>
internal static class Closest
{
    private const int Longest = 40;

    /// <summary>The known word that differs least, when it differs little; else <see langword="null"/>.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var plain = Plain(word);
        if (plain.Length is 0 or > Longest)
        {
            return null;
        }

        var (closest, least) = ((string?)null, Math.Max(1, plain.Length / 3) + 1);
        foreach (var candidate in known)
        {
            var other = Plain(candidate);
            if (Math.Abs(other.Length - plain.Length) < least && Distance(plain, other) is var distance && distance < least)
            {
                (closest, least) = (candidate, distance);
            }
        }

        return closest;
    }

    /// <summary>The letters and digits of a word in one case, so that <c>Birth Date</c> is <c>birth_date</c>.</summary>
    public static string Plain(string word) =>
        word.Length > 4 * Longest ? "" : string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Levenshtein's distance, row by row.
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 0; i < left.Length; i++)
        {
            current[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var change = previous[j] + (left[i] == right[j] ? 0 : 1);
                current[j + 1] = Math.Min(change, 1 + Math.Min(previous[j + 1], current[j]));
            }

            (previous, current) = (current, previous);
        }

        return previous[^1];
    }
}
