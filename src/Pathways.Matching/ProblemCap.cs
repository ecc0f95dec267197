namespace Pathways.Matching;

/// <summary>A limit over several opportunities of a matching problem: those of a site, a region, a sector.</summary>
/// <remarks>Caps may overlap in any way. Whether a mechanism can keep to them is another question: see <see cref="Matcher.Refusals"/>.</remarks>
public sealed record ProblemCap
{
    /// <summary>Which cap.</summary>
    public required CapId Id { get; init; }

    /// <summary>How many students these opportunities take together: 0 or more.</summary>
    public required int Seats { get; init; }

    /// <summary>The opportunities it counts, each once.</summary>
    public required ImmutableArray<OpportunityId> Opportunities { get; init; }

    /// <summary>What it is a limit of, in a word such as <c>region</c>; 1 to 128 characters, for people alone.</summary>
    public string? Kind { get; init; }
}
