using System.Diagnostics;
using System.Reflection;

namespace Pathways.EntityFrameworkCore;

/// <summary>What differs from one database to another.</summary>
internal abstract class Database : IAsyncDisposable, IDisposable
{
    /// <summary>Is told of each statement of a write, and of its <c>COMMIT</c>, before and after; for tests, which let it throw or end the process.</summary>
    public Action<string>? Watch { get; set; }

    /// <summary>Where the scripts of the schema are.</summary>
    public abstract Assembly Scripts { get; }

    /// <summary>Counts the tables of the name <c>@name</c> that a statement without a schema would reach.</summary>
    public abstract string CountTables { get; }

    /// <summary>Keeps any other program from changing the schema until the end of the transaction, where beginning it does not; <see langword="null"/> otherwise.</summary>
    public virtual string? LockSchema => null;

    /// <summary>Binds the rest of the transaction to <c>@tenant</c>, as a statement with one row; <see langword="null"/> where a database knows no such thing.</summary>
    public virtual string? BindTenant => null;

    /// <summary>Reads to which tenant the transaction is bound, as one text that may be null or empty.</summary>
    public virtual string? BoundTenant => null;

    /// <summary>Lists the tenants of whom anything was saved, by name; <see langword="null"/> where nothing of a tenant is shown before the tenant is named.</summary>
    public virtual string? Tenants => null;

    /// <summary>How often a write is tried while others are in the way.</summary>
    public virtual int MostAttempts => 12;

    /// <summary>What makes a <c>SELECT</c> lock its row against everybody else, or against those who would change it.</summary>
    public virtual string Lock(bool isShared) => "";

    /// <summary>Has the rules about placements checked at once that are otherwise checked at the end.</summary>
    public virtual ValueTask CheckPlacementsAsync(Session session, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>A connection to read on, or to write on.</summary>
    public abstract ValueTask<DatabaseConnection> OpenAsync(bool isWriting, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that writes.</summary>
    public abstract ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Whether somebody else was in the way, so that the same may work next time. Told by code, never by the text of a message.</summary>
    public abstract bool IsRace(DbException fault);

    /// <summary>Looks, once, whether the database keeps what a store promises beside its schema; throws where it does not.</summary>
    public virtual ValueTask InspectAsync(Session session, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public abstract ValueTask DisposeAsync();

    public abstract void Dispose();

    /// <summary>Waits a little longer each time, and never as long as the others.</summary>
    public static Task PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        var most = Math.Min(4 << Math.Min(attempt, 6), 200);
        var draw = (uint)(Stopwatch.GetTimestamp() * 2654435761L >> 8) ^ (uint)Environment.CurrentManagedThreadId;
        return Task.Delay(1 + (int)(draw % (uint)most), cancellationToken);
    }
}
