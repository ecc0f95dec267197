namespace Pathways.Curriculum;

/// <summary>The definitions of readiness that come with the library, to be used as they are or to start from.</summary>
public static class ReadinessDefinitions
{
    private static readonly Lazy<ReadinessDefinition> Career = new(() => Load("readiness-marlborough-career.json"));
    private static readonly Lazy<ReadinessDefinition> CollegeExample = new(() => Load("readiness-college.json"));
    private static readonly Lazy<ReadinessDefinition> LifeExample = new(() => Load("readiness-life.json"));

    /// <summary>Ready for an internship, as the Marlborough program prepares its students for it.</summary>
    public static ReadinessDefinition MarlboroughCareer => Career.Value;

    /// <summary>An example of readiness for college.</summary>
    public static ReadinessDefinition College => CollegeExample.Value;

    /// <summary>An example of readiness for life.</summary>
    public static ReadinessDefinition Life => LifeExample.Value;

    /// <summary>All of them.</summary>
    public static ImmutableArray<ReadinessDefinition> All => [College, MarlboroughCareer, Life];

    private static ReadinessDefinition Load(string name) => ReadinessFile.Parse(EmbeddedFile.Bytes($"Templates/{name}"), name).Get();
}
