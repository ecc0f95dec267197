using Pathways.Cli.Stores;

namespace Pathways.Cli.Tests;

public class StoreAddressTests
{
    private const string Secret = "kanarie-geheim";

    [Theory]
    [InlineData("pathways.db", "Sqlite", "pathways.db")]
    [InlineData("a b;c=d", "Sqlite", "a b;c=d")]
    [InlineData("Data Source=x/pathways.db", "Sqlite", "x/pathways.db")]
    [InlineData("store.json", "Json", "store.json")]
    [InlineData("STORE.JSON", "Json", "STORE.JSON")]
    [InlineData("Host=db;Database=p;Username=u;Password=kanarie-geheim", "PostgreSql", "Host=db;Database=p;Username=u")]
    [InlineData("host = db ; pwd='kanarie-geheim;x'", "PostgreSql", "Host=db")]
    [InlineData("postgres://u:kanarie-geheim@db:5433/p?sslmode=require", "PostgreSql", "Host=db;Port=5433;Database=p;Username=u")]
    [InlineData("postgresql://db/p", "PostgreSql", "Host=db;Database=p")]
    public void An_address_tells_the_kind_of_store_and_is_shown_without_secrets(string text, string kind, string name)
    {
        var address = StoreAddress.Parse("--store", text);
        Assert.Equal((kind, name), (address.Kind.ToString(), address.Name));
    }

    [Theory]
    [InlineData("Host=db;Pasword=kanarie-geheim")]
    [InlineData("Host=db;Port=x;Password=kanarie-geheim")]
    [InlineData("postgres://u:kanarie-geheim@db:port/p")]
    [InlineData("postgres://u:kanarie-geheim@")]
    [InlineData("postgres://u@db/p?pasword=kanarie-geheim")]
    [InlineData("Data Source=x.db;Pasword=kanarie-geheim")]
    [InlineData("Data Source=:memory:")]
    [InlineData("")]
    public void What_is_no_address_is_told_so_with_what_is_expected_and_without_secrets(string text)
    {
        var run = Shell.Run("migrate", "--store", text);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("--store", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_told_without_the_password()
    {
        var run = Shell.Run("migrate", "--store", $"Host=127.0.0.1;Port=1;Timeout=2;Username=u;Password={Secret}");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("127.0.0.1", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_store_is_refused_and_stays_as_it_was()
    {
        using var folder = new TempFolder();
        var text = folder.File("notes.txt", "These are notes, and more than enough of them to be no header of any database whatsoever, really.");
        foreach (var args in new string[][] { ["migrate", "--store", text], ["migrate", "--store", folder.Path], ["audit", "verify", "--store", text, "--tenant", "x"], ["match", Shell.Sample, "--store", text] })
        {
            var run = Shell.Run(args);
            Assert.Equal((2, ""), (run.Code, run.Output));
            Assert.Contains("--store", run.Error, StringComparison.Ordinal);
        }

        Assert.StartsWith("These are notes", File.ReadAllText(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_to_look_into_is_not_made()
    {
        using var folder = new TempFolder();
        foreach (var name in new[] { "none.db", "none.json" })
        {
            Assert.Equal(2, Shell.Run("audit", "verify", "--store", folder.In(name), "--tenant", "x").Code);
            Assert.Equal(2, Shell.Run("audit", "seal", "--store", folder.In(name), "--tenant", "x").Code);
            Assert.Equal(2, Shell.Run("erase", "--store", folder.In(name), "--student", "s", "--by", "administrator:a", "--reason", "asked", "--yes").Code);
        }

        Assert.Equal(1, Shell.Run("migrate", "--store", folder.In("none.db"), "--check").Code);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
