namespace Pathways.Testing;

/// <summary>One thing that a query can ask for: how it is asked, and which things it means. Names with the same beginning before a colon ask the same field.</summary>
internal sealed record Asked<TQuery, T>(string Name, Func<TQuery, TQuery> Ask, Func<T, bool> Means);

/// <summary>Compares what a store selects with a plain reading of the query.</summary>
internal static class Selecting
{
    /// <summary>Every question alone, and every two together.</summary>
    public static async Task AgreesAsync<T, TQuery>(TQuery all, Func<TQuery, ValueTask<Page<T>>> list, IReadOnlyList<T> things, Func<T, string> idOf, params IReadOnlyList<Asked<TQuery, T>> asked)
        where TQuery : StoreQuery
    {
        var everything = new Asked<TQuery, T>("everything", query => query, _ => true);
        for (var i = -1; i < asked.Count; i++)
        {
            var one = i < 0 ? everything : asked[i];
            for (var j = i; j < asked.Count; j++)
            {
                var other = j < 0 || j == i ? everything : asked[j];
                if (one.Name.Split(':')[0] == other.Name.Split(':')[0] && j != i)
                {
                    continue; // a query has each field once
                }

                var found = await StoredText.AllAsync(other.Ask(one.Ask(all with { Limit = 5 })), list).ConfigureAwait(false);
                var expected = things.Where(thing => one.Means(thing) && other.Means(thing)).Select(idOf).Order(StringComparer.Ordinal);
                Check.Sequence(expected, found.Select(idOf), $"What {one.Name} and {other.Name} select");
            }
        }
    }
}
