namespace Pathways.Interchange.Text;

/// <summary>The names of the kinds of opportunity.</summary>
internal static class KindText
{
    private static readonly Dictionary<string, OpportunityKind> Kinds = Enum.GetValues<OpportunityKind>()
        .Select(kind => (Name: kind.ToString(), Kind: kind))
        .Append((Name: "NonPaidInternship", Kind: OpportunityKind.UnpaidInternship)) // CEDS has both names
        .ToDictionary(pair => Closest.Plain(pair.Name), pair => pair.Kind, StringComparer.Ordinal);

    /// <summary>The names that are written.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<OpportunityKind>()];

    /// <summary>The kind of a name in any case, also with spaces, hyphens or underscores between its words.</summary>
    public static OpportunityKind? Parse(string text) => Kinds.TryGetValue(Closest.Plain(text), out var kind) ? kind : null;
}
