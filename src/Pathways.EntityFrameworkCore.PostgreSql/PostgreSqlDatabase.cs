using System.Data;
using System.Reflection;
using Npgsql;

namespace Pathways.EntityFrameworkCore.PostgreSql;

/// <summary>A PostgreSQL database. Rows are locked, one transaction waits for another, and a deadlock ends one of the two, which is tried again.</summary>
internal sealed class PostgreSqlDatabase : Database
{
    private const int OldestServer = 15;

    private readonly NpgsqlDataSource _source;
    private readonly bool _allowsBypass;
    private volatile bool _hasOverlapRule;

    public PostgreSqlDatabase(string connectionString, bool allowsBypass)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false }; // the detail of a fault holds values of rows
        if (builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = 200;
        }

        (_source, _allowsBypass) = (NpgsqlDataSource.Create(builder), allowsBypass);
    }

    public override Assembly Scripts => typeof(PostgreSqlDatabase).Assembly;

    public override string CountTables => "SELECT (CASE WHEN to_regclass(@name) IS NULL THEN 0 ELSE 1 END)::bigint";

    public override string LockSchema => "SELECT pg_advisory_xact_lock(7226093150462)";

    public override string BindTenant => "SELECT set_config('pathways.tenant', @tenant, true)";

    public override string BoundTenant => "SELECT current_setting('pathways.tenant', true)";

    public override string Lock(bool isShared) => isShared ? " FOR SHARE" : " FOR UPDATE";

    public override async ValueTask CheckPlacementsAsync(Session session, CancellationToken cancellationToken)
    {
        if (_hasOverlapRule)
        {
            await session.ExecuteAsync(
                new("SET CONSTRAINTS pathways_placements_no_overlap IMMEDIATE; SET CONSTRAINTS pathways_placements_no_overlap DEFERRED"), cancellationToken).ConfigureAwait(false);
        }
    }

    public override async ValueTask<DatabaseConnection> OpenAsync(bool isWriting, CancellationToken cancellationToken) =>
        new(await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), keepsCommands: false, connection => connection.CloseAsync());

    // What a statement reads is what was committed when it began; what was locked before it stays as it is.
    public override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);

    public override bool IsRace(DbException fault) => fault.SqlState is
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
        or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation;

    public override async ValueTask InspectAsync(Session session, CancellationToken cancellationToken)
    {
        var found = await session.QueryAsync(
            new(
                "SELECT current_setting('server_version_num')::integer / 10000, current_setting('server_encoding'), current_user::text, "
                + "(SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user), "
                + "(SELECT COUNT(*) FROM pg_class WHERE relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('pathways_subjects')) AND relkind = 'r' "
                + "AND relname LIKE 'pathways\\_%' AND relname <> 'pathways_schema' AND NOT (relrowsecurity AND relforcerowsecurity "
                + "AND (SELECT COUNT(*) FROM pg_policy WHERE polrelid = pg_class.oid) = 1 "
                + "AND EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'pathways_tenant' AND polcmd = '*' AND polroles = '{0}' "
                + "AND pg_get_expr(polqual, polrelid) = pg_get_expr(polwithcheck, polrelid) "
                + "AND pg_get_expr(polqual, polrelid) = '(tenant = NULLIF(current_setting(''pathways.tenant''::text, true), ''''::text))'))), "
                + "(SELECT COUNT(*) FROM pg_constraint WHERE conrelid = to_regclass('pathways_placements') AND conname = 'pathways_placements_no_overlap')"),
            row => (Server: row.GetInt32(0), Encoding: row.GetString(1), Role: row.GetString(2), SeesAll: row.GetBoolean(3), Open: row.GetInt64(4), Rules: row.GetInt64(5)), cancellationToken)
            .ConfigureAwait(false);
        var server = found.Single();
        if (server.Server < OldestServer || server.Encoding != "UTF8")
        {
            throw new NotSupportedException($"The server is PostgreSQL {server.Server} with {server.Encoding}; the store needs {OldestServer} or later with UTF8.");
        }

        if (!_allowsBypass && server.SeesAll)
        {
            throw new InvalidOperationException(
                $"The role \"{server.Role}\" passes by row-level security, so nothing but the store's own care keeps tenants apart. Maybe connect as a role that is no superuser and has no BYPASSRLS, "
                + "or say that it may (AllowBypassOfRowSecurity), for tests.");
        }

        if (!_allowsBypass && server.Open > 0)
        {
            throw new InvalidOperationException($"Row-level security is off, not forced, or has other policies than that of Pathways, on {server.Open} tables of Pathways. Maybe somebody changed them by hand.");
        }

        _hasOverlapRule = server.Rules > 0;
    }

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    public override void Dispose() => _source.Dispose();
}
