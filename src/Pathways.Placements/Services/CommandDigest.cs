using System.Security.Cryptography;
using System.Text;

namespace Pathways.Placements;

/// <summary>What a request asks, in 64 hexadecimal digits; two requests that differ in anything have different ones.</summary>
internal static class CommandDigest
{
    /// <summary>The digest of the parts of a request. A part that is not there differs from an empty one.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:").Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The digest under a key, without which nobody can find out by trying what was asked.</summary>
    public static string Under(ImmutableArray<byte> key, string digest) => Convert.ToHexStringLower(HMACSHA256.HashData(key.AsSpan(), Encoding.UTF8.GetBytes(digest)));
}
