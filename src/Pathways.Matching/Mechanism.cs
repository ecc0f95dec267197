using System.Diagnostics.CodeAnalysis;

namespace Pathways.Matching;

/// <summary>A rule that turns wishes and priorities into a matching, with what it promises.</summary>
public sealed class Mechanism
{
    private Mechanism(string name, string sentence) => (Name, Sentence) = (name, sentence);

    /// <summary>Every student gets the best seat that any stable matching has for them, and nobody gains by misstating a list.</summary>
    public static Mechanism StudentOptimal { get; } = new("student-optimal", "Stable, and best for students among the stable matchings.")
    {
        IsStable = true,
        IsStrategyProofForStudents = true,
    };

    /// <summary>Every opportunity gets the best students that any stable matching has for it.</summary>
    public static Mechanism OpportunityOptimal { get; } = new("opportunity-optimal", "Stable, and best for opportunities among the stable matchings.")
    {
        IsStable = true,
    };

    /// <summary>Every mechanism there is.</summary>
    public static ImmutableArray<Mechanism> All { get; } = [StudentOptimal, OpportunityOptimal];

    /// <summary>The name in commands and files.</summary>
    public string Name { get; }

    /// <summary>What it promises, in one sentence.</summary>
    public string Sentence { get; }

    /// <summary>Whether no student and opportunity would both rather have each other, once ties are broken (so weakly stable with ties).</summary>
    public bool IsStable { get; private init; }

    /// <summary>Whether no student can ever gain by misstating the own list, given how ties are broken.</summary>
    public bool IsStrategyProofForStudents { get; private init; }

    /// <summary>Finds a mechanism by its name.</summary>
    /// <param name="name">Such as <c>student-optimal</c>.</param>
    /// <param name="mechanism">The mechanism, when there is one.</param>
    public static bool TryFind(string? name, [NotNullWhen(true)] out Mechanism? mechanism)
    {
        mechanism = All.FirstOrDefault(known => known.Name == name);
        return mechanism is not null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
