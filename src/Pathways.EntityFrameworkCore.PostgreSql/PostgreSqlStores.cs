namespace Pathways.EntityFrameworkCore.PostgreSql;

/// <summary>Stores in PostgreSQL.</summary>
public static class PostgreSqlStores
{
    /// <summary>A store in a database; it is looked at when the store is first used.</summary>
    /// <param name="connectionString">Such as <c>Host=db;Database=pathways;Username=pathways</c>. The tables are in the first schema of the role's search path.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    public static EfPathwaysStore Open(string connectionString, PostgreSqlStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        options ??= new();
        return new(new PostgreSqlDatabase(connectionString, options.AllowBypassOfRowSecurity), options.CreateIfMissing);
    }

    /// <summary>Keeps everything in a PostgreSQL database, under every port of a store.</summary>
    /// <param name="pathways">What the host uses.</param>
    /// <param name="connectionString">Such as <c>Host=db;Database=pathways;Username=pathways</c>.</param>
    /// <param name="configure">Changes the options.</param>
    public static PathwaysBuilder UsePostgreSql(this PathwaysBuilder pathways, string connectionString, Action<PostgreSqlStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(pathways);
        var options = new PostgreSqlStoreOptions();
        configure?.Invoke(options);
        return pathways.UseStore(_ => Open(connectionString, options));
    }
}

/// <summary>How a PostgreSQL database is used.</summary>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>Whether tables are made in a schema that has none. Tables that are there are never changed.</summary>
    public bool CreateIfMissing { get; set; }

    /// <summary>
    /// DANGER, for tests and first steps alone: whether the store may be used by a superuser or a role with BYPASSRLS. The database then keeps no tenant from another's rows; nothing but
    /// the store's own statements does.
    /// </summary>
    public bool AllowBypassOfRowSecurity { get; set; }
}
