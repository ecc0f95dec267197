using System.Text;
using Pathways.Cli.Output;

namespace Pathways.Cli.Tests;

/// <summary>Personal data and keys are for their owner alone from the first byte on, and never written over anything.</summary>
public class PrivateFileTests
{
    [Fact]
    public void Nobody_else_may_read_the_file_while_it_is_written_and_afterwards()
    {
        using var folder = new TempFolder();
        var beside = "";
        PrivateFile.Write(folder.In("export.json"), stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes("kanarie"));
            beside = Assert.Single(Directory.GetFiles(folder.Path));
            IsPrivate(beside);
        });
        Assert.Equal((false, "kanarie"), (beside == folder.In("export.json"), File.ReadAllText(folder.In("export.json"))));
        IsPrivate(Assert.Single(Directory.GetFiles(folder.Path)));
    }

    [Fact]
    public void A_file_that_comes_meanwhile_stays_as_it_is()
    {
        using var folder = new TempFolder();
        Assert.Throws<IOException>(() => PrivateFile.Write(folder.In("export.json"), stream =>
        {
            stream.Write("kanarie"u8);
            folder.File("export.json", "somebody else's");
        }));
        Assert.Equal([folder.In("export.json")], Directory.GetFiles(folder.Path));
        Assert.Equal("somebody else's", File.ReadAllText(folder.In("export.json")));
    }

    [Fact]
    public void What_cannot_be_written_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => PrivateFile.Write(folder.In("export.json"), stream => stream.Write("kanarie"u8), cancelled.Token));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_key_is_private()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Shell.Run("audit", "key", folder.In("seals.key")).Code);
        IsPrivate(folder.In("seals.key"));
    }

    [Theory]
    [InlineData("migrate", "a.db")]
    [InlineData("match", "a.db")]
    [InlineData("match", "a.json")]
    public void A_store_that_is_made_is_private_and_one_that_is_there_keeps_its_mode(string command, string name)
    {
        using var folder = new TempFolder();
        var problem = folder.File("problem.json", """{ "format": "pathways/problem@1", "students": [{ "id": "ana", "preferences": ["mill"] }], "opportunities": [{ "id": "mill", "seats": 1 }] }""");
        string[] args = command == "match" ? ["match", problem, "--store", folder.In(name)] : ["migrate", "--store", folder.In(name)];
        Assert.Equal(0, Shell.Run(args).Code);
        Assert.All(Directory.GetFiles(folder.Path, $"{name}*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)), IsPrivate);
        if (OperatingSystem.IsWindows())
        {
            return; // the folder says who may read
        }

        const UnixFileMode Group = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        File.SetUnixFileMode(folder.In(name), Group);
        Assert.Equal(0, Shell.Run("match", problem, "--store", folder.In(name), "--seed", "7").Code);
        Assert.Equal(Group, File.GetUnixFileMode(folder.In(name)));
    }

    internal static void IsPrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }
}
