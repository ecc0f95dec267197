namespace Pathways.Placements;

/// <summary>Cuts pages of what somebody may see, so that a page tells nothing of what they may not see: neither by its length nor by where the next one begins.</summary>
internal static class VisiblePages
{
    private const int Most = 1000;

    /// <summary>A page that is full of what may be seen, unless there is no more. The next one begins after the last thing shown.</summary>
    /// <param name="query">What is selected.</param>
    /// <param name="list">Asks the store.</param>
    /// <param name="show">The thing as far as it may be seen; <see langword="null"/> when it may not.</param>
    public static async ValueTask<Page<T>> OfAsync<T, TQuery>(TQuery query, Func<TQuery, ValueTask<Page<T>>> list, Func<T, ValueTask<T?>> show)
        where T : class, IStored
        where TQuery : StoreQuery =>
        await WalkAsync(query, list, show, isOneByOne: false).ConfigureAwait(false)
        ?? await WalkAsync(query, list, show, isOneByOne: true).ConfigureAwait(false)
        ?? throw new InvalidOperationException("The store gave no mark for a page that has a next one.");

    /// <summary>The page; <see langword="null"/> when the store changed before it gave the mark. One by one each thing comes with its mark, so that nothing can come in between.</summary>
    private static async ValueTask<Page<T>?> WalkAsync<T, TQuery>(TQuery query, Func<TQuery, ValueTask<Page<T>>> list, Func<T, ValueTask<T?>> show, bool isOneByOne)
        where T : class, IStored
        where TQuery : StoreQuery
    {
        var shown = ImmutableArray.CreateBuilder<T>();
        var asked = isOneByOne ? query with { Limit = 1 } : query;
        Boundary<TQuery>? boundary = null;
        while (true)
        {
            var page = await list(asked).ConfigureAwait(false);
            var wasFull = boundary is not null;
            for (var at = 0; at < page.Items.Length; at++)
            {
                if (await show(page.Items[at]).ConfigureAwait(false) is not { } seen)
                {
                    continue;
                }

                if (boundary is { } end)
                {
                    return await MarkAsync(end, list).ConfigureAwait(false) is { } mark ? new(shown.ToImmutable(), mark) : null;
                }

                shown.Add(seen);
                if (shown.Count == query.Limit)
                {
                    boundary = new(asked with { Limit = at + 1 }, page.Items[at].Subject, at + 1 == page.Items.Length ? page.Next : null);
                }
            }

            if (page.Next is not { } next)
            {
                return new(shown.ToImmutable(), null);
            }

            // Whether anything follows a full page is mostly said by the one thing after it; much that is hidden is gone through in larger and larger steps.
            var isFullNow = boundary is not null && !wasFull;
            asked = asked with { From = next, Limit = isOneByOne || isFullNow ? 1 : Math.Min(asked.Limit * 2, Most) };
        }
    }

    /// <summary>Marks are the store's affair: the one after a thing is that of a page which ends with it.</summary>
    private static async ValueTask<PageCursor?> MarkAsync<T, TQuery>(Boundary<TQuery> end, Func<TQuery, ValueTask<Page<T>>> list)
        where T : class, IStored
        where TQuery : StoreQuery
    {
        if (end.Mark is { } known)
        {
            return known;
        }

        var page = await list(end.Query).ConfigureAwait(false);
        return page.Items is [.., var last] && last.Subject == end.Subject ? page.Next : null;
    }

    /// <summary>Where a page that is shown ends.</summary>
    /// <param name="Query">What to ask for a page of the store that ends there too.</param>
    /// <param name="Subject">The last thing that is shown.</param>
    /// <param name="Mark">The mark, where the store gave it already.</param>
    private sealed record Boundary<TQuery>(TQuery Query, string Subject, PageCursor? Mark);
}
