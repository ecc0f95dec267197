using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pathways.Json;

namespace Pathways.EntityFrameworkCore;

/// <content>Everything that is kept beside things: seats, the audit log and its seals, the outbox and the inbox.</content>
public sealed partial class EfPathwaysStore
{
    /// <inheritdoc/>
    public ValueTask<SeatCount> CountSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) => ReadAsync(
        scope,
        async session =>
        {
            const string Where = "WHERE tenant = @tenant AND opportunity = @opportunity";
            var found = await session.QueryAsync(
                new Statement(
                    $"SELECT COALESCE((SELECT capacity FROM pathways_slots {Where}), 0), (SELECT COUNT(*) FROM pathways_seats {Where} AND NOT is_filled), "
                    + $"(SELECT COUNT(*) FROM pathways_seats {Where} AND is_filled)").With("opportunity", id.Value),
                row => new SeatCount(id, row.GetInt32(0), (int)row.GetInt64(1), (int)row.GetInt64(2)), cancellationToken).ConfigureAwait(false);
            return found.Single();
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<SeatHolding>> ListSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) => ReadAsync(
        scope,
        async session => (await session.QueryAsync(
            new Statement("SELECT holder, is_filled, held_until FROM pathways_seats WHERE tenant = @tenant AND opportunity = @opportunity ORDER BY holder").With("opportunity", id.Value),
            row => new SeatHolding(id, row.Key(0), row.GetBoolean(1), Moments.Find(row.FindKey(2))), cancellationToken).ConfigureAwait(false)).ToImmutableArray(),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<AuditLine>> HistoryAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return ReadAsync(
            scope,
            async session => (await session.QueryAsync(
                new Statement($"{AuditRows.Select} AND subject = @subject ORDER BY number").With("subject", subject), AuditRows.Read, cancellationToken).ConfigureAwait(false))
                .Select(entry => entry.Line).ToImmutableArray(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Page<AuditEntry>> ListAsync(TenantScope scope, AuditQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        Pages.ThrowIfLimitIsOut(query.Limit);
        var after = Pages.After(query);
        var statement = new Statement(
            $"{AuditRows.Select}{(query.Subject is null ? "" : " AND subject = @subject")}{(after.IsEmpty ? "" : " AND (subject, number) > (@after_subject, @after_number)")} "
            + "ORDER BY subject, number LIMIT @limit").With("limit", query.Limit + 1);
        if (query.Subject is { } subject)
        {
            statement.With("subject", subject);
        }

        if (!after.IsEmpty)
        {
            statement.With("after_subject", after[0]).With("after_number", int.Parse(after[1], CultureInfo.InvariantCulture));
        }

        return ReadAsync(
            scope,
            async session => Pages.Of(
                await session.QueryAsync(statement, AuditRows.Read, cancellationToken).ConfigureAwait(false), query.Limit, entry => [entry.Line.Subject, Moments.Text(entry.Number)]),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<AuditSeal?> SealAsync(TenantScope scope, Instant at, AuditSealKey? key = null, CancellationToken cancellationToken = default) => WriteAsync(
        scope, "the seals",
        async session =>
        {
            var seal = await new SealWork(session).SealAsync(at, key, cancellationToken).ConfigureAwait(false);
            return (seal, seal is not null);
        },
        null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<AuditSeal>> ListAsync(TenantScope scope, SealQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        Pages.ThrowIfLimitIsOut(query.Limit);
        var after = Pages.After(query) is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
        return ReadAsync(
            scope,
            async session => Pages.Of(
                await session.QueryAsync(
                    new Statement("SELECT value FROM pathways_seals WHERE tenant = @tenant AND number > @after ORDER BY number LIMIT @limit").With("after", after).With("limit", query.Limit + 1),
                    SealWork.Read, cancellationToken).ConfigureAwait(false),
                query.Limit, seal => [Moments.Text(seal.Number)]),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<OutboxEvent>> PendingAsync(TenantScope scope, int limit, CancellationToken cancellationToken = default)
    {
        Pages.ThrowIfLimitIsOut(limit);
        return ReadAsync(
            scope,
            async session => (await session.QueryAsync(
                new Statement("SELECT position, value FROM pathways_outbox WHERE tenant = @tenant ORDER BY position LIMIT @limit").With("limit", limit),
                row => new OutboxEvent(row.GetInt64(0), JsonSerializer.Deserialize(row.GetString(1), StoredJsonContext.Default.TransitionEvent)!), cancellationToken).ConfigureAwait(false))
                .ToImmutableArray(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask MarkTakenAsync(TenantScope scope, IReadOnlyList<long> positions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(positions);
        await WriteAsync(
            scope, "the outbox",
            async session =>
            {
                var taken = 0;
                foreach (var chunk in positions.Order().Chunk(500))
                {
                    taken += await session.ExecuteAsync(
                        new Statement($"DELETE FROM pathways_outbox WHERE tenant = @tenant AND position IN ({Statement.Names("p", chunk.Length)})").WithEach("p", chunk.Cast<object>()), cancellationToken)
                        .ConfigureAwait(false);
                }

                return (taken, taken > 0);
            },
            null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReceiveAsync(TenantScope scope, InboxMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(message.Source);
        ArgumentException.ThrowIfNullOrEmpty(message.Id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Id.Length, 512);
        return WriteAsync(
            scope, "the inbox",
            async session =>
            {
                var isFirst = await session.ExecuteAsync(
                    new Statement("INSERT INTO pathways_inbox (tenant, source, message_id, received_at) VALUES (@tenant, @source, @message_id, @received_at) ON CONFLICT DO NOTHING")
                        .With("source", Short(message.Source)).With("message_id", Short(message.Id)).With("received_at", Moments.Nanoseconds(message.At)),
                    cancellationToken).ConfigureAwait(false) == 1;
                return (isFirst, isFirst);
            },
            null, cancellationToken);
    }

    // A key has to fit into a page of an index; nobody reads these names back.
    private static string Short(string name) => name.Length <= 128 ? name : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";
}
