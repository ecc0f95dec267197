using System.Text.Json;
using Pathways.Json;

namespace Pathways.EntityFrameworkCore;

/// <summary>Carries a commit out inside a transaction, which its caller ends: kept when everything is saved, undone otherwise.</summary>
/// <remarks>
/// The names that the commit is about are locked first, in one order for all, so that everything after is said of what stays. Seats come last, since many want the same row:
/// it is locked for as short a time as can be.
/// </remarks>
internal sealed class CommitWork(Session session, Database database, Commit commit)
{
    private readonly CommitReceipt _receipt = CommitReceipt.Of(commit);

    /// <summary>Throws where the commit makes no sense in itself.</summary>
    public static void ThrowIfSenseless(Commit commit)
    {
        CommitCheck.ThrowIfSenseless(commit);
        foreach (var change in commit.Changes)
        {
            _ = StoredKinds.Of(change.Value);
        }
    }

    public async ValueTask<CommitOutcome> CarryAsync(CancellationToken cancellationToken)
    {
        if (await EarlierAsync(cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return earlier;
        }

        var students = await StudentsAsync(cancellationToken).ConfigureAwait(false);
        var rows = await new SubjectLocks(session, database).TakeAsync(
            commit.Changes.Select(change => change.Value.Subject).Concat(commit.Deletions.Select(deletion => deletion.Subject)).Concat(commit.Audit.Select(line => line.Subject)).Concat(students),
            commit.Unchanged.Select(unchanged => unchanged.Subject), cancellationToken).ConfigureAwait(false);
        if (Refusal(rows) is { } refusal)
        {
            return refusal;
        }

        await SaveAsync(rows, students, cancellationToken).ConfigureAwait(false);
        var overlap = await OverlapAsync(cancellationToken).ConfigureAwait(false);
        return await new SeatWork(session, commit).CarryAsync(cancellationToken).ConfigureAwait(false) ?? overlap ?? new CommitOutcome.Committed(_receipt);
    }

    /// <summary>Notes the request; what it saved, if it was carried out before.</summary>
    private async ValueTask<CommitOutcome?> EarlierAsync(CancellationToken cancellationToken)
    {
        if (commit.Command is not { } command)
        {
            return null;
        }

        var carried = new CarriedOut(command.Digest, _receipt, commit.At);
        var note = new Statement(
            "INSERT INTO pathways_commands (tenant, command_key, digest, decided_at, value) VALUES (@tenant, @command_key, @digest, @decided_at, @value) ON CONFLICT DO NOTHING")
            .With("command_key", command.Key.Value).With("digest", command.Digest).With("decided_at", Moments.Nanoseconds(commit.At))
            .With("value", JsonSerializer.Serialize(carried, StoredJsonContext.Default.CarriedOut));
        if (await session.ExecuteAsync(note, cancellationToken).ConfigureAwait(false) == 1)
        {
            return null;
        }

        // Who noted it has committed by now; if it is gone again, it was forgotten just now, which is a race like any other.
        return await FindAsync(session, command.Key, cancellationToken).ConfigureAwait(false) is not { } first
            ? throw new RaceException()
            : first.Digest == command.Digest ? new CommitOutcome.Duplicate(first.Receipt) : new CommitOutcome.KeyReused(command.Key);
    }

    public static async ValueTask<CarriedOut?> FindAsync(Session session, CommandKey key, CancellationToken cancellationToken)
    {
        var found = await session.QueryAsync(
            new Statement("SELECT value FROM pathways_commands WHERE tenant = @tenant AND command_key = @command_key").With("command_key", key.Value),
            row => JsonSerializer.Deserialize(row.GetString(0), StoredJsonContext.Default.CarriedOut), cancellationToken).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    /// <summary>The students that the commit is about, by the names of their subjects. Whose a thing is never changes, so it may be read before anything is locked.</summary>
    private async ValueTask<string[]> StudentsAsync(CancellationToken cancellationToken)
    {
        var students = commit.Students.Select(StoredSubject.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var chunk in commit.Deletions.Select(deletion => deletion.Subject).Where(subject => StoredSubject.FindStudent(subject) is null).Chunk(500))
        {
            var owners = await session.QueryAsync(
                new Statement($"SELECT DISTINCT student FROM pathways_subjects WHERE tenant = @tenant AND student IS NOT NULL AND subject IN ({Statement.Names("s", chunk.Length)})").WithEach("s", chunk),
                row => row.Key(0), cancellationToken).ConfigureAwait(false);
            students.UnionWith(owners.Select(owner => StoredSubject.Of(StudentId.From(owner))));
        }

        return [.. students];
    }

    private CommitOutcome? Refusal(Dictionary<string, SubjectRow> rows)
    {
        SavedVersion[] expected =
        [
            .. commit.Changes.Select(change => new SavedVersion(change.Value.Subject, change.ExpectedVersion)),
            .. commit.Deletions.Select(deletion => new SavedVersion(deletion.Subject, deletion.ExpectedVersion)), .. commit.Unchanged,
        ];
        if (expected.Select(wanted => wanted.Subject).Concat(commit.Students.Select(StoredSubject.Of)).FirstOrDefault(subject => rows[subject].IsDeleted) is { } deleted)
        {
            return new CommitOutcome.Deleted(deleted);
        }

        foreach (var wanted in expected)
        {
            if (rows[wanted.Subject].Version is var found && found != wanted.Version)
            {
                return new CommitOutcome.VersionConflict(wanted.Subject, wanted.Version, found);
            }
        }

        return null;
    }

    private async ValueTask SaveAsync(Dictionary<string, SubjectRow> rows, string[] students, CancellationToken cancellationToken)
    {
        var writes = new List<Statement>();
        var touched = new HashSet<SubjectRow>();
        foreach (var change in commit.Changes)
        {
            writes.Add(StoredKinds.Of(change.Value).Save(change.Value));
            var row = rows[change.Value.Subject];
            (row.Version, row.Student) = (change.Value.Version, (change.Value as IStoredOfStudent)?.Student.Value);
            touched.Add(row);
        }

        foreach (var student in students.Where(student => !rows[student].IsDeleted))
        {
            rows[student].Version++;
            touched.Add(rows[student]);
        }

        foreach (var deletion in commit.Deletions)
        {
            var row = rows[deletion.Subject];
            (row.IsDeleted, row.Student) = (true, null);
            touched.Add(row);
            if (StoredKinds.Find(deletion.Subject) is { } kind)
            {
                writes.Add(kind.DeleteOf(deletion.Subject));
            }
        }

        foreach (var line in commit.Audit)
        {
            var row = rows[line.Subject];
            row.AuditNumber++;
            row.AuditHash = AuditChain.Next(row.AuditHash ?? AuditChain.Start(session.Tenant, line.Subject), row.AuditNumber, line);
            touched.Add(row);
            writes.Add(AuditRows.Write(new(line, row.AuditNumber, row.AuditHash)));
        }

        writes.AddRange(touched.Select(row => row.Save()));
        writes.AddRange(commit.Events.Select(happened => new Statement("INSERT INTO pathways_outbox (tenant, value) VALUES (@tenant, @value)")
            .With("value", JsonSerializer.Serialize(happened, StoredJsonContext.Default.TransitionEvent))));
        await session.ExecuteAllAsync(writes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks, with everything saved, for another placement in the way of one that was saved. The student is locked, so nobody saves one in the meantime.</summary>
    private async ValueTask<CommitOutcome?> OverlapAsync(CancellationToken cancellationToken)
    {
        foreach (var placement in commit.Changes.Select(change => change.Value).OfType<Placement>().Where(placement => placement is { IsExclusive: true, IsLive: true }))
        {
            var others = await session.QueryAsync(
                new Statement(
                    "SELECT id FROM pathways_placements WHERE tenant = @tenant AND student = @student AND is_occupying AND id <> @id AND first_day <= @last_day AND last_day >= @first_day ORDER BY id LIMIT 1")
                    .With("student", placement.Student.Value).With("id", placement.Id.Value)
                    .With("first_day", Moments.Day(placement.Dates.Start)).With("last_day", Moments.Day(placement.Dates.End)),
                row => PlacementId.From(row.Key(0)), cancellationToken).ConfigureAwait(false);
            if (others.Count > 0)
            {
                return new CommitOutcome.Overlap(placement.Id, others[0]);
            }
        }

        if (commit.Changes.Any(change => change.Value is Placement))
        {
            await database.CheckPlacementsAsync(session, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }
}
