namespace Pathways.Placements;

/// <summary>What a host chooses about the services of placements.</summary>
public sealed class PlacementsOptions
{
    /// <summary>
    /// A secret of the host. With it the digest that is kept of each request (<see cref="CommandStamp.Digest"/>) is HMAC-SHA256 under this key, so that nobody who reads the store can find out by
    /// trying what a request said, such as a short note. Without it the digest is plain SHA-256.
    /// </summary>
    /// <remarks>
    /// The same for all processes over one store. After the key is set or changed, a repetition of an earlier request is taken for another request under the same key and refused
    /// (<c>command.key-reused</c>); nothing is done twice.
    /// </remarks>
    /// <exception cref="ArgumentException">The key has fewer than 16 bytes.</exception>
    public ImmutableArray<byte>? DigestKey
    {
        get;
        set => field = value is { } key && (key.IsDefault || key.Length < 16)
            ? throw new ArgumentException($"A key of {(key.IsDefault ? 0 : key.Length)} bytes can be guessed. Maybe take 32 random bytes.", nameof(value))
            : value;
    }
}
