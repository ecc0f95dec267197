namespace Pathways.Placements;

/// <summary>What the law asks for in the jurisdictions that come with the library, to be used as it is or to start from. Not legal advice.</summary>
public static class JurisdictionDocuments
{
    private static readonly Lazy<ImmutableArray<DocumentRequirement>> Shipped = new(() =>
        [.. Load("us"), .. Load("us-ma"), .. Load("us-mn"), .. Load("us-wa")]);

    private static readonly Lazy<ImmutableArray<DocumentRequirement>> Usual = new(() => [.. Load("program")]);

    /// <summary>What programs usually ask for by themselves: consents, agreements, insurance, the signed log. A district takes it into its <see cref="PlacementProgram.Documents"/>.</summary>
    public static ImmutableArray<DocumentRequirement> OfPrograms => Usual.Value;

    /// <summary>Federal law, Massachusetts, Minnesota and Washington. What nobody compared with its source says so.</summary>
    public static ImmutableArray<DocumentRequirement> All => Shipped.Value;

    /// <summary>What some jurisdictions ask for together.</summary>
    /// <param name="jurisdictions">Their codes, such as <c>US</c> and <c>US-MA</c>; of others nothing is known, and nothing asked.</param>
    public static ImmutableArray<DocumentRequirement> For(params IEnumerable<string> jurisdictions)
    {
        var asked = jurisdictions.ToHashSet(StringComparer.Ordinal);
        return [.. All.Where(requirement => requirement.Jurisdiction is { } jurisdiction && asked.Contains(jurisdiction))];
    }

    private static IReadOnlyList<DocumentRequirement> Load(string name) => DocumentRequirementFile.Parse(EmbeddedFile.Bytes($"documents/{name}.json"), $"{name}.json").Get();
}
