namespace Pathways.EntityFrameworkCore;

/// <summary>Looks at the schema before a store is used for the first time; a store that may not be used is looked at again the next time.</summary>
internal sealed class SchemaGate(SchemaMigrator migrator, bool createsIfMissing) : IDisposable
{
    private readonly SemaphoreSlim _looking = new(1, 1);
    private volatile bool _isOpen;

    public SchemaMigrator Migrator { get; } = migrator;

    public ValueTask PassAsync(CancellationToken cancellationToken) => _isOpen ? ValueTask.CompletedTask : new(LookAsync(cancellationToken));

    public void Dispose() => _looking.Dispose();

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isOpen)
            {
                return;
            }

            var state = await Migrator.StateAsync(cancellationToken).ConfigureAwait(false);
            if (createsIfMissing && state.Found == 0)
            {
                await Migrator.ApplyAsync(cancellationToken).ConfigureAwait(false);
                state = await Migrator.StateAsync(cancellationToken).ConfigureAwait(false);
            }

            state.ThrowIfUnusable();
            await Migrator.InspectAsync(cancellationToken).ConfigureAwait(false);
            _isOpen = true;
        }
        finally
        {
            _looking.Release();
        }
    }
}
