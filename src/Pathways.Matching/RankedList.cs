namespace Pathways.Matching;

/// <summary>An order over things, best first, in which several may share a place.</summary>
/// <remarks>Immutable. <c>RankedList&lt;OpportunityId&gt;.Of("clinic").Then("lab", "library")</c> puts two in second place.</remarks>
/// <typeparam name="TId">What is ranked.</typeparam>
public sealed class RankedList<TId>
    where TId : struct, IIdentifier<TId>
{
    private RankedList(ImmutableArray<ImmutableArray<TId>> places) => Places = places;

    /// <summary>The order that holds nothing.</summary>
    public static RankedList<TId> Empty { get; } = new([]);

    /// <summary>The places, best first; those within one place are tied.</summary>
    public ImmutableArray<ImmutableArray<TId>> Places { get; }

    /// <summary>A strict order.</summary>
    /// <param name="ids">Best first.</param>
    /// <exception cref="ArgumentException">A text is no identifier.</exception>
    public static RankedList<TId> Of(params IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new([.. ids.Select(id => ImmutableArray.Create(TId.From(id)))]);
    }

    /// <summary>A strict order.</summary>
    /// <param name="ids">Best first.</param>
    public static RankedList<TId> Of(params IEnumerable<TId> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new([.. ids.Select(id => ImmutableArray.Create(id))]);
    }

    /// <summary>An order with ties.</summary>
    /// <param name="places">Best place first; each holds at least one.</param>
    /// <exception cref="ArgumentException">A place is empty.</exception>
    public static RankedList<TId> OfPlaces(IEnumerable<IEnumerable<TId>> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        ImmutableArray<ImmutableArray<TId>> all = [.. places.Select(place => place.ToImmutableArray())];
        return all.Any(place => place.IsEmpty)
            ? throw new ArgumentException("A place of an order must hold at least one identifier.", nameof(places))
            : new(all);
    }

    /// <summary>This order with one more place at the end.</summary>
    /// <param name="tied">Who shares the place; at least one.</param>
    /// <exception cref="ArgumentException">The place is empty, or a text is no identifier.</exception>
    public RankedList<TId> Then(params IEnumerable<string> tied)
    {
        ArgumentNullException.ThrowIfNull(tied);
        return OfPlaces([.. Places, tied.Select(id => TId.From(id))]);
    }
}
