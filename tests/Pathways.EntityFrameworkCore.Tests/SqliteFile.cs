using Pathways.EntityFrameworkCore.Sqlite;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>A SQLite file of a test's own, gone afterwards.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).FullName;

    public string File => Path.Combine(_folder, "pathways.db");

    public string ConnectionString => $"Data Source={File}";

    public EfPathwaysStore Open(bool creates = true) => SqliteStores.Open(ConnectionString, new() { CreateIfMissing = creates });

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
