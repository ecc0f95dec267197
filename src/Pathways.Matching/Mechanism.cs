using System.Diagnostics.CodeAnalysis;
using static Pathways.Matching.MechanismProperty;

namespace Pathways.Matching;

/// <summary>A rule that turns wishes and priorities into a matching, with what it promises.</summary>
public sealed class Mechanism
{
    private Mechanism(string name, string sentence, params ImmutableArray<MechanismProperty> properties) =>
        (Name, Sentence, Properties) = (name, sentence, properties);

    /// <summary>Every student gets the best seat that any stable matching has for them, and nobody gains by misstating a list.</summary>
    public static Mechanism StudentOptimal { get; } = new(
        "student-optimal",
        "Stable, and best for students among the stable matchings.",
        IndividuallyRational, NonWasteful, Stable, MechanismProperty.StudentOptimal, StrategyProofForStudents, RespectsImprovements,
        MutuallyBest, PopulationMonotonic, ResourceMonotonic)
    {
        PropertiesUnderConditions =
            [IndividuallyRational, Stable, MechanismProperty.StudentOptimal, StrategyProofForStudents, RespectsImprovements, PopulationMonotonic],
        ServesReserves = true,
        ServesCaps = true,
    };

    /// <summary>Every opportunity gets the best students that any stable matching has for it.</summary>
    public static Mechanism OpportunityOptimal { get; } = new(
        "opportunity-optimal",
        "Stable, and best for opportunities among the stable matchings.",
        IndividuallyRational, NonWasteful, Stable, MechanismProperty.OpportunityOptimal, MutuallyBest, NonBossy, PopulationMonotonic,
        ResourceMonotonic)
    {
        PropertiesUnderConditions = [IndividuallyRational, Stable, MechanismProperty.OpportunityOptimal, NonBossy, PopulationMonotonic],
        ServesReserves = true,
        ServesCaps = true,
    };

    /// <summary>As many students as can be found get seats, in a matching that is stable where equal priorities are taken for equal.</summary>
    public static Mechanism LargestStable { get; } = new(
        "largest-stable",
        "Stable, with as many students placed as can be found where priorities tie.",
        IndividuallyRational, NonWasteful, Stable, MutuallyBest)
    {
        PropertiesUnderConditions = [IndividuallyRational, Stable],
        ServesReserves = true,
        ServesCaps = true,
    };

    /// <summary>One student after the other, in the order of the lottery, takes the best seat that is left; priorities do not count.</summary>
    public static Mechanism SerialDictatorship { get; } = new(
        "serial-dictatorship",
        "One after the other takes the best seat left; priorities do not count.",
        IndividuallyRational, NonWasteful, StrategyProofForStudents, ParetoEfficientForStudents, RespectsImprovements, NonBossy,
        PopulationMonotonic, ResourceMonotonic)
    {
        PropertiesUnderConditions =
        [
            IndividuallyRational, NonWasteful, StrategyProofForStudents, ParetoEfficientForStudents, RespectsImprovements, NonBossy, PopulationMonotonic,
        ],
        ServesCaps = true,
    };

    /// <summary>First choices are served for good, then second choices from what is left, and so on.</summary>
    public static Mechanism ImmediateAcceptance { get; } = new(
        "immediate-acceptance",
        "First choices are served for good, then second choices, and so on; it pays to misstate a list.",
        IndividuallyRational, NonWasteful, ParetoEfficientForStudents, RespectsImprovements, MutuallyBest, NonBossy, PopulationMonotonic,
        ResourceMonotonic);

    /// <summary>Students trade the seats for which they have the highest priority, until nobody wants to trade.</summary>
    public static Mechanism TopTradingCycles { get; } = new(
        "top-trading-cycles",
        "Students trade the seats they have the highest priority for; efficient, not stable.",
        IndividuallyRational, NonWasteful, StrategyProofForStudents, ParetoEfficientForStudents, RespectsImprovements, MutuallyBest, NonBossy);

    /// <summary>Every mechanism there is.</summary>
    public static ImmutableArray<Mechanism> All { get; } =
        [StudentOptimal, OpportunityOptimal, LargestStable, SerialDictatorship, ImmediateAcceptance, TopTradingCycles];

    /// <summary>The name in commands and files.</summary>
    public string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    public string Sentence { get; }

    /// <summary>What it promises, given how ties are broken, where every opportunity fills its seats by priority and for itself.</summary>
    public ImmutableArray<MechanismProperty> Properties { get; }

    /// <summary>What it promises still with the reserved seats and caps that it serves; empty when it serves none.</summary>
    /// <remarks>
    /// Stable then means what <see cref="StabilityConcept"/> says. A seat that a student may take is one for which nobody has to give way, by any
    /// rule or cap. Best for opportunities means that each, or all under a common cap together, would choose whom they have from those
    /// and all whom they have in any other stable matching.
    /// </remarks>
    public ImmutableArray<MechanismProperty> PropertiesUnderConditions { get; private init; } = [];

    /// <summary>Whether no student and opportunity would both rather have each other, once ties are broken (so weakly stable with ties).</summary>
    public bool IsStable => Has(Stable);

    /// <summary>Whether no student can ever gain by misstating the own list, given how ties are broken.</summary>
    public bool IsStrategyProofForStudents => Has(StrategyProofForStudents);

    /// <summary>Whether it takes reserved seats and slots into account; it refuses problems with such seats otherwise.</summary>
    public bool ServesReserves { get; private init; }

    /// <summary>Whether it keeps caps over several opportunities; it refuses problems with such caps otherwise.</summary>
    public bool ServesCaps { get; private init; }

    /// <summary>Whether it makes a promise.</summary>
    /// <param name="property">Which.</param>
    public bool Has(MechanismProperty property) => Properties.Contains(property);

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
