namespace Pathways.EntityFrameworkCore.Sqlite;

/// <summary>Stores in a SQLite file.</summary>
public static class SqliteStores
{
    /// <summary>Opens a file; it is looked at when the store is first used.</summary>
    /// <param name="connectionString">Such as <c>Data Source=pathways.db</c>.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    public static EfPathwaysStore Open(string connectionString, SqliteStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        options ??= new();
        return new(new SqliteDatabase(connectionString, options.Patience), options.CreateIfMissing);
    }

    /// <summary>Keeps everything in a SQLite file, under every port of a store.</summary>
    /// <param name="pathways">What the host uses.</param>
    /// <param name="connectionString">Such as <c>Data Source=pathways.db</c>.</param>
    /// <param name="configure">Changes the options.</param>
    public static PathwaysBuilder UseSqlite(this PathwaysBuilder pathways, string connectionString, Action<SqliteStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(pathways);
        var options = new SqliteStoreOptions();
        configure?.Invoke(options);
        return pathways.UseStore(_ => Open(connectionString, options));
    }
}

/// <summary>How a SQLite file is used.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>Whether tables are made in a file that has none. Tables that are there are never changed.</summary>
    public bool CreateIfMissing { get; set; }

    /// <summary>How long a write waits for another process that writes, each of the three times it is tried; at least one second.</summary>
    public Duration Patience { get; set; } = Duration.FromSeconds(10);
}
