namespace Pathways.EntityFrameworkCore;

/// <summary>How a thing or a student stands, and how far the chain of its audit lines has come: one row for every name that was ever used.</summary>
internal sealed class SubjectRow
{
    public const string Select = "SELECT subject, version, is_deleted, student, audit_number, audit_hash FROM pathways_subjects WHERE tenant = @tenant AND subject";

    public required string Subject { get; init; }

    public required int Version { get; set; }

    public required bool IsDeleted { get; set; }

    /// <summary>Whose it is; nothing more is known of what was deleted.</summary>
    public required string? Student { get; set; }

    public required int AuditNumber { get; set; }

    public required string? AuditHash { get; set; }

    public SubjectState State => new(Subject, Version, IsDeleted);

    public static SubjectRow Read(DbDataReader row) => new()
    {
        Subject = row.Key(0),
        Version = row.GetInt32(1),
        IsDeleted = row.GetBoolean(2),
        Student = row.FindKey(3),
        AuditNumber = row.GetInt32(4),
        AuditHash = row.IsDBNull(5) ? null : row.GetString(5),
    };

    public Statement Save() => new Statement(
        "UPDATE pathways_subjects SET version = @version, is_deleted = @is_deleted, student = @student, audit_number = @audit_number, audit_hash = @audit_hash "
        + "WHERE tenant = @tenant AND subject = @subject")
        .With("version", Version).With("is_deleted", IsDeleted).With("student", Student).With("audit_number", AuditNumber).With("audit_hash", AuditHash).With("subject", Subject);
}
