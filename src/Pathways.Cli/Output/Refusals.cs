namespace Pathways.Cli.Output;

/// <summary>Says an honest no.</summary>
internal static class Refusals
{
    public static void Write(Terminal terminal, ImmutableArray<Refusal> reasons, bool json)
    {
        if (json)
        {
            terminal.WriteJson(new RefusedJson(Json(reasons)), ReportJson.Default.RefusedJson);
            return;
        }

        terminal.OutputText.WriteLine("Refused:");
        foreach (var reason in reasons)
        {
            terminal.OutputText.WriteLine($"  {reason}");
        }
    }

    public static IReadOnlyList<CodedJson> Json(ImmutableArray<Refusal> reasons) =>
        [.. reasons.Select(reason => new CodedJson(reason.Code, reason.Sentence))];
}
