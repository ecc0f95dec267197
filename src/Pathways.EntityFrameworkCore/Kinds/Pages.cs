namespace Pathways.EntityFrameworkCore;

/// <summary>Cuts pages, and marks where the next one begins.</summary>
internal static class Pages
{
    public static void ThrowIfLimitIsOut(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
    }

    /// <summary>The keys after which the page begins; empty for the beginning.</summary>
    public static ImmutableArray<string> After(StoreQuery query) => query.From is { } from ? [.. Parts(from.After)] : [];

    /// <summary>A page out of what was read, which is one thing more when there is more.</summary>
    public static Page<T> Of<T>(List<T> found, int limit, Func<T, ImmutableArray<string>> keysOf) =>
        found.Count > limit ? new([.. found.Take(limit)], new PageCursor(Mark(keysOf(found[limit - 1])))) : new([.. found], null);

    // Lengths before the parts, so that any character may be in them: "2:s1" + "2:e1".
    private static string Mark(ImmutableArray<string> keys) => string.Concat(keys.Select(key => $"{Moments.Text(key.Length)}:{key}"));

    private static List<string> Parts(string mark)
    {
        var parts = new List<string>();
        for (var at = 0; at < mark.Length;)
        {
            var cut = mark.IndexOf(':', at);
            if (cut < 0 || !int.TryParse(mark.AsSpan(at, cut - at), System.Globalization.CultureInfo.InvariantCulture, out var length) || length < 0 || cut + 1 + length > mark.Length)
            {
                throw new ArgumentException("The cursor is not one of this store. Maybe it was made by another.", nameof(mark));
            }

            parts.Add(mark.Substring(cut + 1, length));
            at = cut + 1 + length;
        }

        return parts;
    }
}
