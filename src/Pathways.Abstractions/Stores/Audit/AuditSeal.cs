using System.Security.Cryptography;

namespace Pathways;

/// <summary>Says how far every chain of a tenant's audit log that grew since the last seal has come. Each seal is over the one before it.</summary>
/// <remarks>Given to the district and kept elsewhere, the hash of the last seal shows that nothing sealed so far was changed or cut off.</remarks>
public sealed record AuditSeal
{
    /// <summary>Its place among the seals of the tenant, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant At { get; init; }

    /// <summary>The hash of the seal before it; <see cref="None"/> for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>The chains that grew since the seal before it, by subject (ordinally), and how far they have come.</summary>
    public required ImmutableArray<AuditHead> Heads { get; init; }

    /// <summary>Whether it was made with a key.</summary>
    public required bool IsKeyed { get; init; }

    /// <summary>64 hexadecimal digits over everything above and the tenant: HMAC-SHA256 with a key, SHA-256 without.</summary>
    public required string Hash { get; init; }

    /// <summary>What the first seal names as the one before it.</summary>
    public static string None { get; } = new('0', 64);

    /// <summary>The next seal.</summary>
    /// <param name="tenant">Whose log.</param>
    /// <param name="previous">The seal before it; <see langword="null"/> for the first.</param>
    /// <param name="at">When it is made.</param>
    /// <param name="heads">The chains that grew, in any order; at least one.</param>
    /// <param name="key">The key; <see langword="null"/> for a plain seal.</param>
    public static AuditSeal Over(TenantId tenant, AuditSeal? previous, Instant at, IEnumerable<AuditHead> heads, AuditSealKey? key)
    {
        ArgumentNullException.ThrowIfNull(heads);
        var seal = new AuditSeal
        {
            Number = (previous?.Number ?? 0) + 1,
            At = at,
            Previous = previous?.Hash ?? None,
            Heads = [.. heads.OrderBy(head => head.Subject, StringComparer.Ordinal)],
            IsKeyed = key is not null,
            Hash = "",
        };
        return seal.Heads.IsEmpty ? throw new ArgumentException("A seal is over at least one chain.", nameof(heads)) : seal with { Hash = seal.HashFor(tenant, key) };
    }

    /// <summary>The hash that the seal must have.</summary>
    /// <param name="tenant">Whose log.</param>
    /// <param name="key">The key it was made with; <see langword="null"/> for a plain seal.</param>
    public string HashFor(TenantId tenant, AuditSealKey? key)
    {
        using var hash = key is null ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Bytes);
        AuditChain.Append(hash, "pathways/audit-seal@1", tenant.Value, AuditChain.Text(Number), AuditChain.Text(At), Previous, IsKeyed ? "keyed" : "plain", AuditChain.Text(Heads.Length));
        foreach (var head in Heads)
        {
            AuditChain.Append(hash, head.Subject, AuditChain.Text(head.Number), head.Hash);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The key with which seals are made, kept where the database is not. Never shows itself.</summary>
public sealed class AuditSealKey
{
    private readonly byte[] _bytes;

    /// <summary>A key.</summary>
    /// <param name="bytes">At least 32 bytes of chance.</param>
    /// <exception cref="ArgumentException">They are fewer.</exception>
    public AuditSealKey(ReadOnlySpan<byte> bytes) =>
        _bytes = bytes.Length >= 32 ? bytes.ToArray() : throw new ArgumentException($"A key for seals has at least 32 bytes; this one has {bytes.Length}.", nameof(bytes));

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>That it is a key, and nothing of it.</summary>
    public override string ToString() => "[redacted:AuditSealKey]";
}
