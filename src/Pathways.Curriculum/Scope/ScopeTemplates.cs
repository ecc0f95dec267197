namespace Pathways.Curriculum;

/// <summary>Scopes and sequences to start from. Take one as it is, or write it to a file and change it there.</summary>
public static class ScopeTemplates
{
    private static readonly Lazy<ScopeAndSequence> TheMarlborough = new(() => Read("marlborough"));
    private static readonly Lazy<ScopeAndSequence> TheBostonCore = new(() => Read("boston-core"));

    /// <summary>The names that <see cref="Find"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } = ["boston-core", "marlborough"];

    /// <summary>The Marlborough STEM pathways program, grades 9 to 12: awareness, exploration, immersion, for every student.</summary>
    public static ScopeAndSequence Marlborough => TheMarlborough.Value;

    /// <summary>A core of career learning for all students of grades 6 to 12, after the questions of the Boston career pathways working group: breadth before depth.</summary>
    public static ScopeAndSequence BostonCore => TheBostonCore.Value;

    /// <summary>A template by its name, or <see langword="null"/> when there is none of that name.</summary>
    /// <param name="name">Such as <c>marlborough</c>.</param>
    public static ScopeAndSequence? Find(string name) => name switch
    {
        "marlborough" => Marlborough,
        "boston-core" => BostonCore,
        _ => null,
    };

    /// <summary>The file of a template, as the library carries it.</summary>
    internal static byte[] Bytes(string name) => EmbeddedFile.Bytes($"Templates/{name}.json");

    private static ScopeAndSequence Read(string name) => ScopeFile.Parse(Bytes(name), $"{name}.json").Get();
}
