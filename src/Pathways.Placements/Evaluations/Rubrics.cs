namespace Pathways.Placements;

/// <summary>The rubrics that come with the library, to be used as they are or to start from.</summary>
public static class Rubrics
{
    private static readonly Lazy<Rubric> Shipped = new(() => RubricFile.Parse(EmbeddedFile.Bytes("rubrics/employability.json"), "employability.json").Get());

    /// <summary>Six skills that every employer asks for, in five levels. A district adds three to five of the occupation.</summary>
    /// <remarks>The six are those that the work-based learning plan of Massachusetts judges; the words are our own.</remarks>
    public static Rubric Employability => Shipped.Value;
}
