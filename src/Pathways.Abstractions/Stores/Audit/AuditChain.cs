using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pathways;

/// <summary>Links the lines of a subject's audit log, so that no line can be changed, left out, put in or moved without breaking every link after it.</summary>
/// <remarks>
/// Tamper-evident, not tamper-proof: who can write the tables can build a chain anew, and can cut its end. Seals with a key of which the database knows nothing
/// (<see cref="AuditSeal"/>), kept elsewhere, show both.
/// </remarks>
public static class AuditChain
{
    /// <summary>The first link of a subject: over the tenant and the subject, so that chains cannot change places.</summary>
    /// <param name="tenant">Whose log.</param>
    /// <param name="subject">Kind and identifier.</param>
    public static string Start(TenantId tenant, string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Digest("pathways/audit@1", tenant.Value, subject);
    }

    /// <summary>The link of a line.</summary>
    /// <param name="previous">The link before it, or <see cref="Start"/>.</param>
    /// <param name="number">Its place in the chain, from 1.</param>
    /// <param name="line">The line.</param>
    public static string Next(string previous, int number, AuditLine line)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(line);
        return Digest(
            previous, Text(number), line.Subject, Text(line.Version), line.Trigger, line.From, line.To, line.By.Id.Value, line.By.Role.ToString(), Text(line.At), line.Reason?.Value, line.Rule, line.About);
    }

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(Instant at)
    {
        var since = at - Instant.FromUnixTimeTicks(0);
        return FormattableString.Invariant($"{since.Days}:{since.NanosecondOfDay}");
    }

    internal static string Digest(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, parts);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Each part after its length, so that no two lists of parts are the same bytes; a part that is not there differs from an empty one.</summary>
    internal static void Append(IncrementalHash hash, params ReadOnlySpan<string?> parts)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : Encoding.UTF8.GetByteCount(part));
            hash.AppendData(length);
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
        }
    }
}
