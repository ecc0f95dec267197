using System.Text.Json;

namespace Pathways.Testing;

/// <summary>A store in one JSON file, for scripts, demonstrations and first steps: what is committed is on the disk, whole.</summary>
/// <remarks>
/// Every commit writes the file anew beside the old one and moves it into its place, so it suits thousands of things, not millions. While it is open no other
/// process can open it; the empty file beside it that ends in <c>.lock</c> says so, and stays. On Unix a new file is for its owner alone (mode 0600), and one that is there keeps its mode.
/// </remarks>
public sealed class JsonFileStore : StoreWrapper, IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private InMemoryPathwaysStore _memory;

    private JsonFileStore(string path, FileStream @lock, InMemoryPathwaysStore memory) => (_path, _lock, _memory) = (path, @lock, memory);

    /// <summary>The file.</summary>
    public string Path => _path;

    /// <summary>Called in the middle of each write of the file; for tests, which let it throw.</summary>
    internal Action? Writing { get; set; }

    /// <summary>Opens a file, or begins a new one with the first commit.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="InputException">The file holds something else.</exception>
    /// <exception cref="IOException">Another process has it open, or the folder is missing.</exception>
    public static JsonFileStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream held;
        try
        {
            held = new($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1); // it stays: who deletes it may delete the lock of another
        }
        catch (IOException fault) when (fault is not DirectoryNotFoundException)
        {
            throw new IOException($"\"{path}\" is open in another process. Maybe wait until it has ended.", fault);
        }

        try
        {
            return new(path, held, Load(path));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The tenants of whom anything was ever saved, by name.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<ImmutableArray<TenantId>> TenantsAsync(CancellationToken cancellationToken = default) => ReadAsync(_ => new ValueTask<ImmutableArray<TenantId>>(_memory.Tenants()), cancellationToken);

    /// <summary>Lets other processes open the file.</summary>
    public void Dispose()
    {
        _lock.Dispose();
        _writing.Dispose();
    }

    /// <inheritdoc/>
    protected override async ValueTask<T> WriteAsync<T>(Func<IPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(isChange);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await write(_memory).ConfigureAwait(false);
            if (isChange(result))
            {
                Save();
            }

            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    /// <remarks>Nobody is answered from what is not on the disk yet.</remarks>
    protected override async ValueTask<T> ReadAsync<T>(Func<IPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await read(_memory).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private static InMemoryPathwaysStore Load(string path)
    {
        if (!File.Exists(path))
        {
            return new();
        }

        try
        {
            using var stream = File.OpenRead(path);
            var contents = JsonSerializer.Deserialize(stream, StoreContentsJson.Default.StoreContents);
            return contents is { Format: StoreContents.CurrentFormat, IsWhole: true }
                ? InMemoryPathwaysStore.Of(contents)
                : throw new InputException([new(path, 1, 1, "store.format", $"The file is no store of Pathways: \"format\" must be \"{StoreContents.CurrentFormat}\", and every list must be there.")]);
        }
        catch (JsonException fault)
        {
            throw new InputException(
                [new(path, (int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1, "store.json", $"The file is no store of Pathways at {fault.Path ?? "$"}.")]);
        }
    }

    private void Save()
    {
        try
        {
            var contents = _memory.Contents();
            WholeFile.WritePrivate(_path, stream =>
            {
                JsonSerializer.Serialize(stream, contents, StoreContentsJson.Default.StoreContents);
                Writing?.Invoke();
            });
        }
        catch
        {
            // What is in memory was never on the disk, so it must not be answered from.
            _memory = Load(_path);
            throw;
        }
    }
}
