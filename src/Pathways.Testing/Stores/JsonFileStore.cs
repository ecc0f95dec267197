using System.Text.Json;

namespace Pathways.Testing;

/// <summary>A store in one JSON file, for scripts, demonstrations and first steps: what is committed is on the disk, whole.</summary>
/// <remarks>
/// Every commit writes the file anew beside the old one and moves it into its place, so it suits thousands of things, not millions. While it is open no other
/// process can open it; the empty file beside it that ends in <c>.lock</c> says so, and stays.
/// </remarks>
public sealed class JsonFileStore : IPathwaysStore, IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private InMemoryPathwaysStore _memory;

    private JsonFileStore(string path, FileStream @lock, InMemoryPathwaysStore memory) => (_path, _lock, _memory) = (path, @lock, memory);

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

    /// <inheritdoc/>
    public ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default) =>
        WriteAsync(memory => memory.CommitAsync(scope, commit, cancellationToken), outcome => outcome is CommitOutcome.Committed, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> ForgetAsync(TenantScope scope, Instant before, CancellationToken cancellationToken = default) =>
        WriteAsync(memory => memory.ForgetAsync(scope, before, cancellationToken), forgotten => forgotten > 0, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AuditSeal?> SealAsync(TenantScope scope, Instant at, AuditSealKey? key = null, CancellationToken cancellationToken = default) =>
        WriteAsync(memory => memory.SealAsync(scope, at, key, cancellationToken), seal => seal is not null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryReceiveAsync(TenantScope scope, InboxMessage message, CancellationToken cancellationToken = default) =>
        WriteAsync(memory => memory.TryReceiveAsync(scope, message, cancellationToken), isFirst => isFirst, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask MarkTakenAsync(TenantScope scope, IReadOnlyList<long> positions, CancellationToken cancellationToken = default) => await WriteAsync(
        async memory =>
        {
            await memory.MarkTakenAsync(scope, positions, cancellationToken).ConfigureAwait(false);
            return positions.Count;
        },
        count => count > 0, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<CarriedOut?> FindCommandAsync(TenantScope scope, CommandKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.FindCommandAsync(scope, key, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<OpportunityListing?> FindAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<OpportunityListing>> ListAsync(TenantScope scope, OpportunityQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SeatCount> CountSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.CountSeatsAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Application?> FindAsync(TenantScope scope, StudentApplicationId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Placement?> FindAsync(TenantScope scope, PlacementId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<Placement>> ListAsync(TenantScope scope, PlacementQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PlacementDocument?> FindAsync(TenantScope scope, DocumentId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<PlacementDocument>> ListAsync(TenantScope scope, DocumentQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<HoursEntry?> FindAsync(TenantScope scope, HoursEntryId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<HoursEntry>> ListAsync(TenantScope scope, HoursQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<MatchRun?> FindAsync(TenantScope scope, MatchRunId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<MatchRun>> ListAsync(TenantScope scope, MatchRunQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<AuditLine>> HistoryAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.HistoryAsync(scope, subject, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StudentRecordEntry?> FindAsync(TenantScope scope, StudentId student, EntryId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.FindAsync(scope, student, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<StudentRecordEntry>> ListAsync(TenantScope scope, RecordQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PartnerListing?> FindAsync(TenantScope scope, PartnerId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<PartnerListing>> ListAsync(TenantScope scope, PartnerQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SubjectState> StateAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.StateAsync(scope, subject, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<SeatHolding>> ListSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListSeatsAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<AuditEntry>> ListAsync(TenantScope scope, AuditQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<AuditSeal>> ListAsync(TenantScope scope, SealQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<OutboxEvent>> PendingAsync(TenantScope scope, int limit, CancellationToken cancellationToken = default) =>
        ReadAsync(memory => memory.PendingAsync(scope, limit, cancellationToken), cancellationToken);

    /// <summary>Lets other processes open the file.</summary>
    public void Dispose()
    {
        _lock.Dispose();
        _writing.Dispose();
    }

    private async ValueTask<T> WriteAsync<T>(Func<InMemoryPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken)
    {
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

    // Nobody is answered from what is not on the disk yet.
    private async ValueTask<T> ReadAsync<T>(Func<InMemoryPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken)
    {
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
            return contents is { Format: StoreContents.CurrentFormat }
                ? InMemoryPathwaysStore.Of(contents)
                : throw new InputException([new(path, 1, 1, "store.format", $"The file is no store of Pathways: \"format\" must be \"{StoreContents.CurrentFormat}\".")]);
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
            WholeFile.Write(_path, stream => JsonSerializer.Serialize(stream, contents, StoreContentsJson.Default.StoreContents));
        }
        catch
        {
            // What is in memory was never on the disk, so it must not be answered from.
            _memory = Load(_path);
            throw;
        }
    }
}
