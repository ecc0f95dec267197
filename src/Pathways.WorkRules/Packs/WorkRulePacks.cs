namespace Pathways.WorkRules;

/// <summary>The packs that come with the library, to be used as they are or to start from.</summary>
public static class WorkRulePacks
{
    private static readonly Lazy<ImmutableArray<WorkRulePack>> Shipped = new(() =>
        [Load("us.json"), Load("us-ma.json"), Load("us-mn.json"), Load("us-wa.json")]);

    /// <summary>Federal law and the overlays of Massachusetts, Minnesota and Washington.</summary>
    public static ImmutableArray<WorkRulePack> All => Shipped.Value;

    private static WorkRulePack Load(string name)
    {
        using var stream = typeof(WorkRulePacks).Assembly.GetManifestResourceStream($"Rules/{name}")
            ?? throw new InvalidOperationException($"The library holds no pack \"{name}\".");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return WorkRulePackFile.Parse(bytes, name).Get();
    }
}
