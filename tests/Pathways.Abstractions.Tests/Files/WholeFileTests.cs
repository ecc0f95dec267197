namespace Pathways.Tests.Files;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathways").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_replaced_by_the_whole_of_the_new_one()
    {
        File.WriteAllText(In("a"), "a longer text than the new one");
        WholeFile.Write(In("a"), stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(In("a")));
        Assert.Equal(["a"], Names());
    }

    [Fact]
    public void A_file_that_is_replaced_keeps_its_mode_and_a_private_one_is_so_from_the_first_byte_on()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // the folder says who may read
        }

        var (alone, group) = (UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        var beside = default(UnixFileMode);
        WholeFile.WritePrivate(In("a"), stream =>
        {
            stream.Write("1"u8);
            beside = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Assert.Single(Directory.GetFiles(_folder)));
        });
        Assert.Equal((alone, alone), (beside, File.GetUnixFileMode(In("a"))));
        WholeFile.Write(In("a"), stream => stream.Write("2"u8));
        Assert.Equal(alone, File.GetUnixFileMode(In("a")));
        File.SetUnixFileMode(In("a"), group);
        WholeFile.WritePrivate(In("a"), stream => stream.Write("3"u8));
        Assert.Equal((group, "3"), (File.GetUnixFileMode(In("a")), File.ReadAllText(In("a"))));

        // A new file that is not private has the mode of any other.
        File.WriteAllText(In("b"), "");
        WholeFile.Write(In("c"), stream => stream.Write("1"u8));
        Assert.Equal(File.GetUnixFileMode(In("b")), File.GetUnixFileMode(In("c")));
    }

    [Fact]
    public void When_writing_fails_half_way_what_was_there_stays_and_nothing_is_left()
    {
        File.WriteAllText(In("a"), "old");
        Assert.Throws<InvalidDataException>(() => WholeFile.Write(In("a"), stream =>
        {
            stream.Write("half"u8);
            throw new InvalidDataException();
        }));
        Assert.Equal("old", File.ReadAllText(In("a")));
        Assert.Equal(["a"], Names());
    }

    [Fact]
    public void Of_files_that_belong_together_none_is_replaced_when_one_cannot_be_written()
    {
        File.WriteAllText(In("a"), "old");
        Assert.Throws<InvalidDataException>(() => WholeFile.Write(
            [(In("a"), stream => stream.Write("new"u8)), (In("b"), _ => throw new InvalidDataException())]));
        Assert.Equal("old", File.ReadAllText(In("a")));
        Assert.Equal(["a"], Names());

        WholeFile.Write([(In("a"), stream => stream.Write("1"u8)), (In("b"), stream => stream.Write("2"u8))]);
        Assert.Equal(["1", "2"], Names().Select(name => File.ReadAllText(In(name))));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named_and_so_is_the_file()
    {
        var path = Path.Combine(_folder, "none", "a.json");
        var fault = Assert.Throws<DirectoryNotFoundException>(() => WholeFile.Write(path, _ => { }));
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_that_is_cancelled_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => WholeFile.Write(
            In("a"),
            stream =>
            {
                stream.Write("1"u8);
                source.Cancel();
                stream.Write("2"u8);
            },
            source.Token));
        Assert.Empty(Names());
    }

    private string In(string name) => Path.Combine(_folder, name);

    private IEnumerable<string> Names() => Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
}
