using System.Data.Common;

namespace Pathways.Campaign;

/// <summary>A store under drill, and the database under it.</summary>
internal abstract class Target
{
    /// <summary>What the report calls it.</summary>
    public abstract string Name { get; }

    /// <summary>What a child needs to open it.</summary>
    public abstract string Address { get; }

    public static Target Parse(string address) => address.StartsWith("sqlite:", StringComparison.Ordinal)
        ? new SqliteTarget(address["sqlite:".Length..])
        : new PostgreSqlTarget(address["postgresql:".Length..]);

    /// <summary>A tenant that nothing is known of yet.</summary>
    public static TenantScope NewTenant() => TenantScope.Of(TenantId.From($"t{Interlocked.Increment(ref _tenants)}-{Environment.ProcessId}-{Environment.TickCount64}"));

    /// <summary>Makes the tables.</summary>
    public abstract Task PrepareAsync();

    /// <summary>Opens the store.</summary>
    /// <param name="atStatement">Called before each statement that the store sends, with the statement.</param>
    public abstract Task<Opened> OpenAsync(Action<string>? atStatement = null);

    /// <summary>A connection past the store.</summary>
    /// <param name="scope">Whose rows it may see, where the database asks.</param>
    public abstract Task<DbConnection> ConnectAsync(TenantScope? scope = null);

    private static int _tenants;

    internal sealed record Opened(IPathwaysStore Store, Action Close) : IDisposable
    {
        public void Dispose() => Close();
    }
}
