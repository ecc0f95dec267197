using Microsoft.Data.Sqlite;

namespace Pathways.Cli.Tests;

public class AuditCommandTests
{
    [Fact]
    public void A_sealed_log_holds_until_somebody_touches_it()
    {
        using var folder = new TempFolder();
        var (file, key) = (Kept(folder), folder.In("key"));
        var open = Shell.Run("audit", "verify", "--store", file);
        Assert.Equal(0, open.Code);
        Assert.Contains("never sealed", open.Output, StringComparison.Ordinal);

        Assert.Equal(0, Shell.Run("audit", "key", key).Code);
        var bytes = File.ReadAllText(key);
        Assert.Equal(2, Shell.Run("audit", "key", key).Code);
        Assert.Equal((64, bytes), (bytes.Trim().Length, File.ReadAllText(key)));

        var made = Shell.Run("audit", "seal", "--store", file, "--key", key, "--at", "2026-09-01T00:00:00Z");
        var hash = made.Output.Trim();
        Assert.Equal((0, 64), (made.Code, hash.Length));
        Assert.Contains("none was made", Shell.Run("audit", "seal", "--store", file, "--key", key).Output, StringComparison.Ordinal);
        var whole = Shell.Run("audit", "verify", "--store", file, "--key", key, "--seal", hash, "--json").Json;
        Assert.True(whole.GetProperty("holds").GetBoolean());
        Assert.Equal((hash, 0, 0), (whole.GetProperty("tenants")[0].GetProperty("lastSeal").GetString(), whole.GetProperty("tenants")[0].GetProperty("unsealed").GetInt32(), whole.GetProperty("tenants")[0].GetProperty("notShown").GetArrayLength()));
        var unproved = Shell.Run("audit", "verify", "--store", file, "--seal", hash);
        Assert.Equal(0, unproved.Code);
        Assert.Contains("1 seal was made with a key, which was not given", unproved.Output, StringComparison.Ordinal);
        Assert.Contains("were not cut off", Shell.Run("audit", "verify", "--store", file, "--key", key).Output, StringComparison.Ordinal);
        Assert.Equal(2, Shell.Run("audit", "seal", "--store", file).Code); // a seal without the key would be worth nothing beside one with it
        Assert.Equal(1, Shell.Run("audit", "verify", "--store", file, "--tenant", "misspelt").Code);
        Assert.Equal(["audit.anchor"], Codes(file, "--key", key, "--seal", new string('0', 64)));

        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM pathways_audit WHERE subject LIKE 'match-run/%'";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        Assert.Equal(["audit.cut"], Codes(file, "--key", key));
        Assert.Contains("audit.cut", Shell.Run("audit", "verify", "--store", file, "--key", key).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_is_not_told_as_several()
    {
        using var folder = new TempFolder();
        var file = Kept(folder);
        var open = Shell.Run("audit", "verify", "--store", file).Output;
        Assert.Contains("district: 1 line about 1 subject, 0 seals: every link", open, StringComparison.Ordinal);
        Assert.Contains("1 line was never sealed:", open, StringComparison.Ordinal);
        var first = Shell.Run("audit", "seal", "--store", file);
        Assert.Contains("is over 1 chain.", first.Error, StringComparison.Ordinal);

        Assert.Equal(0, Shell.Run("match", folder.In("problem.json"), "--store", file, "--seed", "7", "--quiet").Code);
        var later = Shell.Run("audit", "verify", "--store", file).Output;
        Assert.Contains("district: 2 lines about 2 subjects, 1 seal: every link", later, StringComparison.Ordinal);
        Assert.Contains("1 line came after the last seal of its subject:", later, StringComparison.Ordinal);
        Assert.Equal(0, Shell.Run("audit", "seal", "--store", file).Code);
        Assert.Contains("that 1 seal after the one that was given was not made anew", Shell.Run("audit", "verify", "--store", file, "--seal", first.Output.Trim()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_key_and_no_hash_is_told_without_what_is_in_it()
    {
        using var folder = new TempFolder();
        var file = Kept(folder);
        var bad = Shell.Run("audit", "verify", "--store", file, "--key", folder.File("key", "kanarie"));
        Assert.Equal(2, bad.Code);
        Assert.DoesNotContain("kanarie", bad.Error, StringComparison.Ordinal);
        Assert.Equal(2, Shell.Run("audit", "verify", "--store", file, "--key", folder.In("none")).Code);
        Assert.Equal(2, Shell.Run("audit", "verify", "--store", file, "--seal", "abc").Code);
        Assert.Equal(2, Shell.Run("audit", "seal", "--store", file, "--at", "noon").Code);
    }

    private static string Kept(TempFolder folder)
    {
        var problem = folder.File("problem.json", """{ "format": "pathways/problem@1", "students": [{ "id": "ana", "preferences": ["mill"] }], "opportunities": [{ "id": "mill", "seats": 1 }] }""");
        Assert.Equal(0, Shell.Run("match", problem, "--store", folder.In("a.db"), "--quiet").Code);
        return folder.In("a.db");
    }

    private static IEnumerable<string> Codes(string file, params string[] args)
    {
        var run = Shell.Run(["audit", "verify", "--store", file, .. args, "--json"]);
        Assert.Equal(1, run.Code);
        return run.Json.GetProperty("tenants")[0].GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()!);
    }
}
