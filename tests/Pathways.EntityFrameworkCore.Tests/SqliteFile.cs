using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pathways.EntityFrameworkCore.Sqlite;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>A SQLite file of a test's own.</summary>
internal sealed class SqliteFile : TestDatabase
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).FullName;

    public string File => Path.Combine(_folder, "pathways.db");

    public string ConnectionString => $"Data Source={File};Pooling=False";

    public override EfPathwaysStore Open(bool creates = true) => SqliteStores.Open(ConnectionString, new() { CreateIfMissing = creates });

    public override DbConnection Connect() => new SqliteConnection(ConnectionString);

    public override void Configure(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString);

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
