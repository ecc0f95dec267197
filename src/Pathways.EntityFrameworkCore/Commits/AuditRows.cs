namespace Pathways.EntityFrameworkCore;

/// <summary>Lines of the audit log as rows, a column for each thing that a line says, so that every one of them is under the link.</summary>
internal static class AuditRows
{
    public const string Select = "SELECT subject, number, version, trigger_name, from_state, to_state, by_id, by_role, at, reason, rule, about, hash FROM pathways_audit WHERE tenant = @tenant";

    public static Statement Write(AuditEntry entry) => new Statement(
        "INSERT INTO pathways_audit (tenant, subject, number, version, trigger_name, from_state, to_state, by_id, by_role, at, reason, rule, about, hash) "
        + "VALUES (@tenant, @subject, @number, @version, @trigger_name, @from_state, @to_state, @by_id, @by_role, @at, @reason, @rule, @about, @hash)")
        .With("subject", entry.Line.Subject).With("number", entry.Number).With("version", entry.Line.Version).With("trigger_name", entry.Line.Trigger)
        .With("from_state", entry.Line.From).With("to_state", entry.Line.To).With("by_id", entry.Line.By.Id.Value).With("by_role", entry.Line.By.Role.ToString())
        .With("at", Moments.Text(entry.Line.At)).With("reason", entry.Line.Reason?.Value).With("rule", entry.Line.Rule).With("about", entry.Line.About).With("hash", entry.Hash);

    /// <summary>A line as it was written. Where somebody wrote something else into the row that is no actor or time, it reads as one that breaks the link.</summary>
    public static AuditEntry Read(DbDataReader row) => new(
        new(
            row.Key(0), row.GetInt32(2), row.Key(3), row.Key(4), row.Key(5), new(Identified<ActorId>(row.Key(6)), Enum.TryParse<Role>(row.Key(7), out var role) ? role : (Role)(-1)),
            Moments.Find(row.Key(8)) ?? Instant.MinValue, row.FindKey(9) is { } reason ? Identified<ReasonCode>(reason) : null, row.FindKey(10), row.FindKey(11)),
        row.GetInt32(1), row.GetString(12));

    private static T Identified<T>(string text)
        where T : struct, IIdentifier<T> => Identifier.Fault(text) is null ? T.From(text) : T.From("(unreadable)");
}
