using System.CommandLine;
using Pathways.Cli.District;
using Pathways.Cli.Stores;

namespace Pathways.Cli.Input;

/// <summary>What the commands of <c>placements</c> have in common.</summary>
/// <param name="json">What <c>--json</c> writes.</param>
internal sealed class FolderOptions(string json)
{
    public Argument<string> Folder { get; } = new("FOLDER") { Description = "A folder with district.json; without --store, store.json in it is made when it is missing." };

    public Option<string> By { get; } = new("--by") { Description = "Who asks.", HelpName = "ROLE:ID", Required = true };

    public Option<string?> At { get; } = new("--at") { Description = "What time it is taken to be. Default: now.", HelpName = "INSTANT" };

    public Option<string?> Key { get; } = new("--key")
    {
        Description = "The name of the request: with the same one again nothing happens twice. Default: each run is a request of its own.", HelpName = "KEY",
    };

    public Option<bool> Json { get; } = SharedOptions.Json(json);

    public Option<string?> Store { get; } = StoreOptions.Optional("store.json in the folder");

    public Task<PlacementFolder> OpenAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken) =>
        PlacementFolder.OpenAsync(parsed.GetRequiredValue(Folder), parsed.GetValue(Store), parsed.GetValue(At), terminal, cancellationToken);

    public Actor Actor(ParseResult parsed) => Ids.Actor("--by", parsed.GetRequiredValue(By));

    public CommandKey KeyOf(ParseResult parsed) => Ids.OrNull<CommandKey>("--key", parsed.GetValue(Key)) ?? CommandKey.From(Guid.NewGuid().ToString("N"));
}
