namespace Pathways.Matching;

/// <summary>What a blocking pair is: the student would rather be there, and the opportunity would take them, however ties are ordered.</summary>
public enum StabilityConcept
{
    /// <summary>Each opportunity fills its seats by priority: it has a free seat, or somebody of strictly lower priority.</summary>
    ByPriority,

    /// <summary>Some opportunities reserve seats: their choice from those they have and the student takes the student.</summary>
    ChoiceFunctions,

    /// <summary>Partners have caps over their opportunities, as in student-project allocation.</summary>
    StudentProject,

    /// <summary>Caps of partners, sites or regions lie inside each other.</summary>
    NestedCaps,

    /// <summary>Some opportunities reserve seats, others are under caps.</summary>
    ChoiceFunctionsAndCaps,
}

/// <summary>The names of concepts of stability in commands and files.</summary>
public static class StabilityConceptNames
{
    private static readonly ImmutableArray<string> Names =
        ["by-priority", "choice-functions", "student-project", "nested-caps", "choice-functions-and-caps"];

    /// <summary>The name in commands and files, such as <c>student-project</c>.</summary>
    /// <param name="concept">The concept.</param>
    public static string Name(this StabilityConcept concept) => Names[(int)concept];
}
