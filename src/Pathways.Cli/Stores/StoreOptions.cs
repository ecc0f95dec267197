using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.EntityFrameworkCore;
using Pathways.Testing;

namespace Pathways.Cli.Stores;

/// <summary>Options of the commands that work on a store.</summary>
internal static class StoreOptions
{
    private const string Meaning = "a file (.json: a JSON file; any other: SQLite), or a PostgreSQL database as \"Host=...\" or postgresql://...";

    public static Option<string> Required() => new("--store") { Description = $"The store: {Meaning}.", HelpName = "WHERE", Required = true };

    public static Option<string?> Optional(string otherwise) => new("--store") { Description = $"The store: {Meaning}. Default: {otherwise}.", HelpName = "WHERE" };

    public static Option<string?> Tenant(string otherwise) => new("--tenant") { Description = $"Whose data. Default: {otherwise}.", HelpName = "NAME" };

    public static StoreAddress Of(ParseResult parsed, Option<string> store) => StoreAddress.Parse("--store", parsed.GetRequiredValue(store));

    /// <summary>The tenant that was given, or the only one there is.</summary>
    /// <param name="address">Where the store is, for messages.</param>
    /// <param name="store">The store, open.</param>
    /// <param name="tenant">What was given; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UsageException">There are several, or the store does not tell.</exception>
    public static async Task<TenantScope> ScopeAsync(StoreAddress address, IAuditStore store, string? tenant, CancellationToken cancellationToken)
    {
        if (tenant is not null)
        {
            return TenantScope.Of(Ids.Of<TenantId>("--tenant", tenant));
        }

        ImmutableArray<TenantId>? tenants = store switch
        {
            JsonFileStore file => await file.TenantsAsync(cancellationToken).ConfigureAwait(false),
            EfPathwaysStore database => await database.TenantsAsync(cancellationToken).ConfigureAwait(false),
            _ => null,
        };
        return tenants switch
        {
            [var only] => TenantScope.Of(only),
            { Length: > 1 } several => throw new UsageException($"--store {address.Name} holds several tenants: {string.Join(", ", several)}. Say which with --tenant."),
            _ => throw new UsageException($"--store {address.Name} does not tell whose data it holds. Say so with --tenant."),
        };
    }
}
