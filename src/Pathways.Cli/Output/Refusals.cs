using System.Text.Json;

namespace Pathways.Cli.Output;

/// <summary>Says an honest no.</summary>
internal static class Refusals
{
    public static void Write(Terminal terminal, ImmutableArray<Refusal> reasons, bool json)
    {
        if (json)
        {
            terminal.WriteBytes(stream => JsonSerializer.Serialize(
                stream, new RefusedJson([.. reasons.Select(r => new CodedJson(r.Code, r.Sentence))]), ReportJson.Default.RefusedJson));
            terminal.OutputText.WriteLine();
            return;
        }

        terminal.OutputText.WriteLine("Refused:");
        foreach (var reason in reasons)
        {
            terminal.OutputText.WriteLine($"  {reason}");
        }
    }
}
