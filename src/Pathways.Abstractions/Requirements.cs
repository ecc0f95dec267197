namespace Pathways;

/// <summary>Judges facts by a table of requirements.</summary>
public static class Requirements
{
    /// <summary>Every requirement that the facts do not meet, in the order of the table; empty when all are met.</summary>
    /// <typeparam name="TFacts">What the requirements look at.</typeparam>
    /// <param name="table">The requirements.</param>
    /// <param name="facts">The facts at hand.</param>
    public static ImmutableArray<Refusal> Unmet<TFacts>(this ImmutableArray<Requirement<TFacts>> table, TFacts facts)
    {
        ImmutableArray<Refusal>.Builder? unmet = null;
        foreach (var requirement in table)
        {
            if (!requirement.IsMet(facts))
            {
                (unmet ??= ImmutableArray.CreateBuilder<Refusal>()).Add(requirement.Refuse(facts));
            }
        }

        return unmet?.ToImmutable() ?? [];
    }
}
