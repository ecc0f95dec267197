namespace Pathways.Testing;

/// <summary>The audit log of a tenant: a chain for each subject, and the seals.</summary>
internal sealed class AuditLog
{
    private readonly SortedDictionary<string, List<AuditEntry>> _chains = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _grown = new(StringComparer.Ordinal);

    public List<AuditSeal> Seals { get; } = [];

    public IEnumerable<AuditEntry> All => _chains.Values.SelectMany(chain => chain);

    public ImmutableArray<AuditLine> History(string subject) => _chains.TryGetValue(subject, out var chain) ? [.. chain.Select(entry => entry.Line)] : [];

    public void Write(TenantId tenant, AuditLine line)
    {
        var chain = ChainOf(line.Subject);
        var previous = chain.Count == 0 ? AuditChain.Start(tenant, line.Subject) : chain[^1].Hash;
        chain.Add(new(line, chain.Count + 1, AuditChain.Next(previous, chain.Count + 1, line)));
        _grown.Add(line.Subject);
    }

    /// <summary>Takes over a log as it was written before.</summary>
    public void Take(IEnumerable<AuditSeal> seals, IEnumerable<AuditEntry> entries)
    {
        Seals.AddRange(seals);
        var reached = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var head in Seals.SelectMany(seal => seal.Heads))
        {
            reached[head.Subject] = head.Number;
        }

        foreach (var entry in entries)
        {
            ChainOf(entry.Line.Subject).Add(entry);
            if (entry.Number > reached.GetValueOrDefault(entry.Line.Subject))
            {
                _grown.Add(entry.Line.Subject);
            }
        }
    }

    public AuditSeal? Seal(TenantId tenant, Instant at, AuditSealKey? key)
    {
        if (_grown.Count == 0)
        {
            return null;
        }

        var heads = _grown.Select(subject => new AuditHead(subject, _chains[subject].Count, _chains[subject][^1].Hash));
        var seal = AuditSeal.Over(tenant, Seals.Count == 0 ? null : Seals[^1], at, heads, key);
        Seals.Add(seal);
        _grown.Clear();
        return seal;
    }

    public Page<AuditEntry> Page(AuditQuery query)
    {
        Limits.Check(query);
        var entries = query.Subject is { } subject ? _chains.GetValueOrDefault(subject, []) : All;
        if (query.From is { } from)
        {
            var cut = from.After.LastIndexOf('#');
            var (after, number) = (from.After[..cut], int.Parse(from.After[(cut + 1)..], System.Globalization.CultureInfo.InvariantCulture));
            entries = entries.Where(entry => string.CompareOrdinal(entry.Line.Subject, after) is var order && (order > 0 || (order == 0 && entry.Number > number)));
        }

        return Limits.Page(entries, query, entry => FormattableString.Invariant($"{entry.Line.Subject}#{entry.Number}"));
    }

    public Page<AuditSeal> Page(SealQuery query)
    {
        Limits.Check(query);
        var after = query.From is { } from ? int.Parse(from.After, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return Limits.Page(Seals.Where(seal => seal.Number > after), query, seal => FormattableString.Invariant($"{seal.Number}"));
    }

    private List<AuditEntry> ChainOf(string subject) => _chains.TryGetValue(subject, out var chain) ? chain : _chains[subject] = [];
}

/// <summary>How much of a list a page holds.</summary>
internal static class Limits
{
    public static void Check(StoreQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, 1000);
    }

    public static Page<T> Page<T>(IEnumerable<T> rest, StoreQuery query, Func<T, string> mark)
    {
        ImmutableArray<T> items = [.. rest.Take(query.Limit + 1)];
        return items.Length > query.Limit ? new(items[..query.Limit], new PageCursor(mark(items[query.Limit - 1]))) : new(items, null);
    }
}
