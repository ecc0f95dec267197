using Microsoft.Data.Sqlite;

namespace Pathways.Cli.Tests;

public class MigrateCommandTests
{
    [Fact]
    public void Tables_are_made_once_and_the_check_says_whether_they_are_there()
    {
        using var folder = new TempFolder();
        var file = folder.In("pathways.db");
        using (var empty = Open(file))
        {
            Run(empty, "CREATE TABLE others (x)");
        }

        var before = Shell.Run("migrate", "--store", file, "--check", "--json");
        Assert.Equal((1, false, 0), (before.Code, before.Json.GetProperty("upToDate").GetBoolean(), before.Json.GetProperty("found").GetInt32()));
        var unused = Shell.Run("match", Shell.Sample, "--store", file);
        Assert.Equal((2, ""), (unused.Code, unused.Output));
        Assert.Contains("pathways migrate", unused.Error, StringComparison.Ordinal);

        var made = Shell.Run("migrate", "--store", file, "--json");
        Assert.Equal((0, true), (made.Code, made.Json.GetProperty("applied").GetArrayLength() > 0));
        var again = Shell.Run("migrate", "--store", file, "--json");
        Assert.Equal((0, 0), (again.Code, again.Json.GetProperty("applied").GetArrayLength()));
        Assert.Contains("nothing was applied", Shell.Run("migrate", "--store", file).Output, StringComparison.Ordinal);
        Assert.Equal(0, Shell.Run("migrate", "--store", file, "--check").Code);
    }

    [Theory]
    [InlineData("INSERT INTO pathways_schema (number, name, checksum) VALUES (99, 'later', 'x')", "99")]
    [InlineData("UPDATE pathways_schema SET checksum = 'x' WHERE number = 1", "1")]
    public void Tables_that_are_newer_or_changed_are_refused_with_the_version_and_stay_as_they_are(string change, string version)
    {
        using var folder = new TempFolder();
        var file = folder.In("pathways.db");
        Assert.Equal(0, Shell.Run("migrate", "--store", file).Code);
        using (var connection = Open(file))
        {
            Run(connection, change);
        }

        var check = Shell.Run("migrate", "--store", file, "--check");
        var apply = Shell.Run("migrate", "--store", file, "--json");
        var use = Shell.Run("audit", "verify", "--store", file, "--tenant", "x");
        Assert.Equal((1, 1, 2), (check.Code, apply.Code, use.Code));
        Assert.False(apply.Json.GetProperty("upToDate").GetBoolean());
        Assert.Contains(version, apply.Output, StringComparison.Ordinal);
        Assert.Contains(version, use.Error, StringComparison.Ordinal);
        Assert.Contains("pathways migrate", use.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_file_has_no_tables()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("migrate", "--store", folder.In("store.json"));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [PostgresFact]
    public async Task Tables_are_made_in_postgresql()
    {
        await using var place = await PostgresPlace.MakeAsync();
        Assert.Equal(1, Shell.Run("migrate", "--store", place.Address, "--check").Code);
        var refused = Shell.Run("match", Shell.Sample, "--store", place.Address);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.Contains("pathways migrate", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, Shell.Run("migrate", "--store", place.Address).Code);
        Assert.Equal(0, Shell.Run("migrate", "--store", place.Address, "--check").Code);
        var kept = Shell.Run("match", Shell.Sample, "--store", place.Address);
        Assert.Equal((0, true), (kept.Code, kept.Output.Contains("kept in Host=", StringComparison.Ordinal)));
        Assert.Contains("kept already", Shell.Run("match", Shell.Sample, "--store", place.Address).Output, StringComparison.Ordinal);
        Assert.Equal(0, Shell.Run("audit", "verify", "--store", place.Address, "--tenant", "district").Code);
        Assert.Contains("--tenant", Shell.Run("audit", "verify", "--store", place.Address).Error, StringComparison.Ordinal);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
