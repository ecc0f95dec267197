namespace Pathways.Testing.Tests;

public class JsonFileStoreTests
{
    // Every commit writes the whole file to the disk, so fewer sequences are tried here.
    private static readonly ConformanceOptions Fewer = new() { Sequences = 30 };

    private static readonly StoreHarness Harness = new()
    {
        Name = "a file",
        Make = () => new(JsonFileStore.Open(Fresh())),
        Capabilities = StoreCapabilities.Parallel | StoreCapabilities.Persistent | StoreCapabilities.FaultInjection,
        Reopen = store =>
        {
            var file = (JsonFileStore)store;
            file.Dispose();
            return new(JsonFileStore.Open(file.Path));
        },
        FailAtWrite = (store, write) => ((JsonFileStore)store).Writing = () =>
        {
            ((JsonFileStore)store).Writing = null;
            if (write == 1) // there is one write, of the whole file
            {
                throw new IOException("The disk is full.");
            }
        },
    };

    public static TheoryData<string> Names => [.. ConformanceSuite.Cases(Harness).Select(c => c.Name)];

    [Fact]
    public void Nothing_is_skipped() => Assert.DoesNotContain(ConformanceSuite.Cases(Harness), c => c.Skipped is not null);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_store_in_a_file_keeps_the_contract(string name) => ConformanceSuite.Cases(Harness, Fewer).Single(c => c.Name == name).RunAsync();

    /// <summary>Each read is by a store that was opened after the last write, so that all that is read went through the file.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public Task A_file_that_is_opened_again_before_each_call_keeps_the_contract(string name) =>
        ConformanceSuite.Cases(StoreHarness.Of("a file that is opened again before each call", () => new(new Reopening(Fresh()))), Fewer).Single(c => c.Name == name).RunAsync();

    [Fact]
    public async Task A_second_process_is_kept_out()
    {
        var path = Fresh();
        using var first = JsonFileStore.Open(path);
        Assert.Contains("open in another process", Assert.Throws<IOException>(() => JsonFileStore.Open(path)).Message, StringComparison.Ordinal);
        Assert.Empty((await first.ListAsync(TenantScope.Of(TenantId.From("north")), new ApplicationQuery())).Items);
    }

    [Fact]
    public async Task A_new_file_is_for_its_owner_alone_and_later_ones_keep_their_mode()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // the folder says who may read
        }

        var path = Fresh();
        using var store = JsonFileStore.Open(path);
        await SaveAsync("a1");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        foreach (var mode in new[] { UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, UnixFileMode.UserRead | UnixFileMode.UserWrite })
        {
            File.SetUnixFileMode(path, mode);
            await SaveAsync($"a{(int)mode}");
            Assert.Equal(mode, File.GetUnixFileMode(path));
        }

        async Task SaveAsync(string id) => Assert.IsType<CommitOutcome.Committed>(
            await store.CommitAsync(TenantScope.Of(TenantId.From("north")), new() { Changes = [StoredChange.To(Application() with { Id = StudentApplicationId.From(id) })] }));
    }

    [Fact]
    public async Task Tenants_are_those_of_whom_something_was_saved()
    {
        var path = Fresh();
        using (var store = JsonFileStore.Open(path))
        {
            Assert.Null(await store.FindAsync(TenantScope.Of(TenantId.From("asked")), StudentApplicationId.From("a1")));
            foreach (var id in new[] { "south", "\uFF2Eorth" })
            {
                Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(TenantScope.Of(TenantId.From(id)), new() { Changes = [StoredChange.To(Application())] }));
            }
        }

        using var again = JsonFileStore.Open(path);
        Assert.Equal(["south", "\uFF2Eorth"], (await again.TenantsAsync()).Select(tenant => tenant.Value));
    }

    [Theory]
    [InlineData("{", "store.json")]
    [InlineData("{\"format\": \"pathways/problem@1\", \"tenants\": []}", "store.format")]
    [InlineData("null", "store.format")]
    public void A_file_that_is_something_else_is_refused_with_its_place_and_stays(string text, string code)
    {
        var path = Fresh();
        File.WriteAllText(path, text);
        var fault = Assert.Single(Assert.Throws<InputException>(() => JsonFileStore.Open(path)).Errors);
        Assert.Equal(code, fault.Code);
        Assert.Equal(path, fault.File);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public async Task What_cannot_be_written_is_not_answered_from()
    {
        var folder = Directory.CreateTempSubdirectory();
        using var store = JsonFileStore.Open(Path.Combine(folder.FullName, "store.json"));
        var scope = TenantScope.Of(TenantId.From("north"));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "store.json")); // nothing can be moved there
        var commit = new Commit { Changes = [StoredChange.To(Application())] };
        await Assert.ThrowsAnyAsync<Exception>(() => store.CommitAsync(scope, commit).AsTask());
        Directory.Delete(Path.Combine(folder.FullName, "store.json"));
        Assert.Null(await store.FindAsync(scope, StudentApplicationId.From("a1")));
        Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(scope, commit));
    }

    [Theory]
    [InlineData("""{ "format": "pathways/store@1" }""")]
    [InlineData("""{ "format": "pathways/store@1", "tenants": [{ "tenant": "north", "opportunities": [] }] }""")]
    [InlineData("""{ "format": "pathways/store@2", "tenants": [] }""")]
    [InlineData("[]")]
    public void A_file_that_something_else_wrote_is_refused(string text)
    {
        var path = Fresh();
        File.WriteAllText(path, text);
        Assert.Throws<InputException>(() => JsonFileStore.Open(path));
    }

    private static Application Application() =>
        new() { Id = StudentApplicationId.From("a1"), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("clinic") };

    private static string Fresh() => Path.Combine(Directory.CreateTempSubdirectory("pathways-store").FullName, "store.json");

    /// <summary>Opens the file for each call.</summary>
    private sealed class Reopening(string path) : StoreWrapper, IDisposable
    {
        private readonly SemaphoreSlim _one = new(1, 1);

        public void Dispose() => _one.Dispose();

        protected override async ValueTask<T> ReadAsync<T>(Func<IPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken)
        {
            await _one.WaitAsync(cancellationToken);
            try
            {
                using var store = JsonFileStore.Open(path);
                return await read(store);
            }
            finally
            {
                _one.Release();
            }
        }

        protected override ValueTask<T> WriteAsync<T>(Func<IPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken) =>
            ReadAsync(write, cancellationToken);
    }
}
