namespace Pathways.EntityFrameworkCore;

/// <summary>Locks names, in ordinal order for all, until the end of the transaction. What was never saved is locked too: it has a row of version 0 from then on.</summary>
internal sealed class SubjectLocks(Session session, Database database)
{
    private const int AtOnce = 200;

    /// <summary>Locks.</summary>
    /// <param name="written">What changes: nobody else may change it or rest on it.</param>
    /// <param name="unchanged">What stays: nobody may change it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How everything stands, by subject.</returns>
    public async ValueTask<Dictionary<string, SubjectRow>> TakeAsync(IEnumerable<string> written, IEnumerable<string> unchanged, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, SubjectRow>(StringComparer.Ordinal);
        var exclusive = written.ToHashSet(StringComparer.Ordinal);
        foreach (var chunk in exclusive.Union(unchanged, StringComparer.Ordinal).Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var begin = string.Join(", ", Enumerable.Range(0, chunk.Length).Select(at => FormattableString.Invariant($"(@tenant, @s{at}, 0)")));
            await session.ExecuteAsync(
                new Statement($"INSERT INTO pathways_subjects (tenant, subject, version) VALUES {begin} ON CONFLICT DO NOTHING").WithEach("s", chunk), cancellationToken).ConfigureAwait(false);
            foreach (var row in await session.QueryAsync(Select(chunk, exclusive), SubjectRow.Read, cancellationToken).ConfigureAwait(false))
            {
                rows.Add(row.Subject, row);
            }
        }

        return rows;
    }

    private Statement Select(string[] subjects, HashSet<string> exclusive)
    {
        // One statement where nothing needs a lock of its own; otherwise one for each, so that the order is ours and not that of a plan.
        var locks = Enumerable.Range(0, subjects.Length).Select(at => FormattableString.Invariant($"{SubjectRow.Select} = @s{at}{database.Lock(isShared: !exclusive.Contains(subjects[at]))}"));
        var sql = database.Lock(isShared: false).Length == 0 ? $"{SubjectRow.Select} IN ({Statement.Names("s", subjects.Length)})" : string.Join("; ", locks);
        return new Statement(sql).WithEach("s", subjects);
    }
}
