namespace Pathways;

/// <summary>Some of what a query selects, in a fixed order, and whether there is more.</summary>
/// <typeparam name="T">What sort of thing.</typeparam>
/// <param name="Items">The things of this page.</param>
/// <param name="Next">Where the next page begins, to put into the next query; <see langword="null"/> when there is no more.</param>
public sealed record Page<T>(ImmutableArray<T> Items, PageCursor? Next)
{
    /// <summary>Whether there is more.</summary>
    public bool HasMore => Next is not null;
}

/// <summary>Where a page begins. What is in it is the store's affair.</summary>
/// <param name="After">The store's own mark.</param>
public readonly record struct PageCursor(string After);

/// <summary>How much of what a query selects is wanted at once.</summary>
public abstract record StoreQuery
{
    private protected StoreQuery()
    {
    }

    /// <summary>How many things at most, from 1 to 1,000.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>Where to begin; <see langword="null"/> for the beginning.</summary>
    public PageCursor? From { get; init; }
}
