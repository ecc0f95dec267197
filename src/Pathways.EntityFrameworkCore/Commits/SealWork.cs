using System.Text.Json;
using Pathways.Json;

namespace Pathways.EntityFrameworkCore;

/// <summary>Seals the chains that grew. Two seals at once want the same number, so one of them is tried again; a line that is written meanwhile is under the next seal.</summary>
internal sealed class SealWork(Session session)
{
    public async ValueTask<AuditSeal?> SealAsync(Instant at, AuditSealKey? key, CancellationToken cancellationToken)
    {
        // The last seal first: a seal that comes between this and the heads takes the number that is wanted here, so what it sealed is not sealed once more.
        var last = await session.QueryAsync(new("SELECT value FROM pathways_seals WHERE tenant = @tenant ORDER BY number DESC LIMIT 1"), Read, cancellationToken).ConfigureAwait(false);
        var heads = await session.QueryAsync(
            new("SELECT subject, audit_number, audit_hash FROM pathways_subjects WHERE tenant = @tenant AND audit_number > sealed_number ORDER BY subject"),
            row => new AuditHead(row.Key(0), row.GetInt32(1), row.GetString(2)), cancellationToken).ConfigureAwait(false);
        if (heads.Count == 0)
        {
            return null;
        }

        var seal = AuditSeal.Over(session.Tenant, last.SingleOrDefault(), at, heads, key);
        await session.ExecuteAsync(
            new Statement("INSERT INTO pathways_seals (tenant, number, value) VALUES (@tenant, @number, @value)")
                .With("number", seal.Number).With("value", JsonSerializer.Serialize(seal, StoredJsonContext.Default.AuditSeal)),
            cancellationToken).ConfigureAwait(false);
        foreach (var chunk in heads.Chunk(200))
        {
            await session.ExecuteAllAsync(
                [.. chunk.Select(head => new Statement("UPDATE pathways_subjects SET sealed_number = @number WHERE tenant = @tenant AND subject = @subject")
                    .With("number", head.Number).With("subject", head.Subject))],
                cancellationToken).ConfigureAwait(false);
        }

        return seal;
    }

    public static AuditSeal Read(DbDataReader row) => JsonSerializer.Deserialize(row.GetString(0), StoredJsonContext.Default.AuditSeal)!;
}
