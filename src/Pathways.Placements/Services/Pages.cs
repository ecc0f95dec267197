using System.Runtime.CompilerServices;

namespace Pathways.Placements;

/// <summary>Goes through the pages of a query.</summary>
internal static class Pages
{
    public static async IAsyncEnumerable<T> AllAsync<T, TQuery>(
        TQuery query, Func<TQuery, CancellationToken, ValueTask<Page<T>>> list, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TQuery : StoreQuery
    {
        while (true)
        {
            var page = await list(query, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (page.Next is not { } next)
            {
                yield break;
            }

            query = query with { From = next };
        }
    }

    public static async ValueTask<ImmutableArray<T>> ToImmutableAsync<T>(this IAsyncEnumerable<T> items)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        await foreach (var item in items.ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all.ToImmutable();
    }
}
