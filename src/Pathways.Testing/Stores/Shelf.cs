namespace Pathways.Testing;

/// <summary>The things of one kind, found by identifier and by a few keys, in the order of their identifiers.</summary>
/// <param name="idOf">The identifier of a thing.</param>
/// <param name="keysOf">The keys of a thing, by which a query may look; a key that is not there finds nothing.</param>
internal sealed class Shelf<T>(Func<T, string> idOf, params ImmutableArray<Func<T, string?>> keysOf)
    where T : class
{
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Key, string Value), SortedSet<string>> _byKey = [];

    public IEnumerable<T> All => _ids.Select(id => _byId[id]);

    public T? Find(string id) => _byId.GetValueOrDefault(id);

    public void Put(T value)
    {
        var id = idOf(value);
        if (_byId.TryGetValue(id, out var before))
        {
            Index(before, (ids, gone) => ids.Remove(gone));
        }

        _byId[id] = value;
        _ids.Add(id);
        Index(value, (ids, come) => ids.Add(come));
    }

    public void Remove(string id)
    {
        if (_byId.Remove(id, out var before))
        {
            _ids.Remove(id);
            Index(before, (ids, gone) => ids.Remove(gone));
        }
    }

    /// <summary>Everything under a key.</summary>
    public IEnumerable<T> Under(int key, string value) => _byKey.TryGetValue((key, value), out var ids) ? ids.Select(id => _byId[id]) : [];

    /// <summary>A page; <paramref name="keys"/> are those of the query, in the order of the keys of the shelf.</summary>
    public Page<T> Page(StoreQuery query, Func<T, bool> selects, params ReadOnlySpan<string?> keys)
    {
        Limits.Check(query);
        var ids = _ids;
        for (var key = 0; key < keys.Length; key++)
        {
            if (keys[key] is { } value)
            {
                ids = _byKey.TryGetValue((key, value), out var found) ? found : [];
                break;
            }
        }

        var items = ImmutableArray.CreateBuilder<T>();
        if (ids.Count == 0 || (query.From is { } from && string.CompareOrdinal(from.After, ids.Max) >= 0))
        {
            return new([], null);
        }

        foreach (var id in query.From is { } start ? ids.GetViewBetween(start.After, ids.Max) : ids)
        {
            if (id == query.From?.After || !selects(_byId[id]))
            {
                continue;
            }

            if (items.Count == query.Limit)
            {
                return new(items.ToImmutable(), new PageCursor(idOf(items[^1])));
            }

            items.Add(_byId[id]);
        }

        return new(items.ToImmutable(), null);
    }

    private void Index(T value, Action<SortedSet<string>, string> change)
    {
        for (var key = 0; key < keysOf.Length; key++)
        {
            if (keysOf[key](value) is { } text)
            {
                if (!_byKey.TryGetValue((key, text), out var ids))
                {
                    _byKey[(key, text)] = ids = new(StringComparer.Ordinal);
                }

                change(ids, idOf(value));
            }
        }
    }
}
