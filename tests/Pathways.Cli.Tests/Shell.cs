using System.Text.Json;

namespace Pathways.Cli.Tests;

/// <summary>Runs the command within the test's own process, and keeps what it wrote.</summary>
internal sealed record Shell(int Code, string Output, string Error)
{
    /// <summary>The folder of the solution.</summary>
    public static string Root => Pathways.Tests.Repository.Root;

    public static string Sample => Path.Combine(Root, "samples", "marlborough");

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Shell Run(params string[] args) => Run(default, args);

    public static Shell Run(CancellationToken cancellationToken, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = PathwaysCommand.Run(args, Terminal.Of(output, error), cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }
}
