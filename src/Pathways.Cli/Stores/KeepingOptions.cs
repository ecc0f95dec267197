using System.CommandLine;
using Pathways.Cli.Input;

namespace Pathways.Cli.Stores;

/// <summary>The options of <c>match</c> that keep the result in a store.</summary>
internal sealed class KeepingOptions
{
    public Option<string?> Store { get; } = StoreOptions.Optional("the result is kept nowhere");

    public Option<string> Tenant { get; } = new("--tenant") { Description = "With --store: whose data.", HelpName = "NAME", DefaultValueFactory = _ => "district" };

    public Option<string> By { get; } = new("--by") { Description = "With --store: who proposes the run.", HelpName = "ROLE:ID", DefaultValueFactory = _ => "coordinator:command" };

    public Option<string?> Run { get; } = new("--run") { Description = "With --store: what the run is called. Default: a name made of what is in it.", HelpName = "ID" };

    /// <summary>Where the result is kept; null for nowhere.</summary>
    public RunKeeping? Of(ParseResult parsed, bool isVerified)
    {
        if (parsed.GetValue(Store) is not { } store)
        {
            // An option that would be passed over in silence is an error.
            var alone = new Option[] { Tenant, By, Run }.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
            return alone is null ? null : throw new UsageException($"{alone.Name} goes with --store.");
        }

        return !isVerified
            ? throw new UsageException("--store keeps what is verified alone. Leave --no-verify out.")
            : new(
                StoreAddress.Parse("--store", store), TenantScope.Of(Ids.Of<TenantId>("--tenant", parsed.GetRequiredValue(Tenant))), Ids.Actor("--by", parsed.GetRequiredValue(By)),
                Ids.OrNull<MatchRunId>("--run", parsed.GetValue(Run)));
    }
}
