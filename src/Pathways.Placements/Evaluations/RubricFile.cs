using Pathways.Json;

namespace Pathways.Placements;

/// <summary>Reads rubrics, <c>"format": "pathways/rubric@1"</c>; see <c>docs/formats/rubrics.md</c>.</summary>
public static class RubricFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/rubric@1";

    private const string Kind = "rubric";

    /// <summary>Reads a rubric from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The rubric, or every fault with its line and column; a file that cannot be opened is a fault too.</returns>
    public static Reading<Rubric> Read(string path) => JsonRecordFile.Read(path, Kind, Format, Whole);

    /// <summary>Reads a rubric from memory.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<Rubric> Parse(ReadOnlySpan<byte> utf8, string name) => JsonRecordFile.Parse(utf8, name, Kind, Format, Whole);

    internal static Rubric Whole(JsonRecord json)
    {
        var seen = new HashSet<CriterionId>();
        var rubric = new Rubric(json.Id<RubricId>("id"), json.Text("title"), json.List("criteria", criterion => Criterion(criterion, seen)));
        if (json.Required("criteria") && rubric.Criteria.IsEmpty)
        {
            json.Fault("criteria", "empty", "There is no criterion here that can be read. A rubric has at least one.");
        }

        return rubric;
    }

    private static RubricCriterion Criterion(JsonRecord json, HashSet<CriterionId> seen)
    {
        var (id, title, faults) = (json.Id<CriterionId>("id"), json.Text("title"), json.FaultCount);
        var criterion = new RubricCriterion(id, title, json.Texts("levels"));
        if (json.FaultCount == faults && json.Required("levels") && criterion.Levels.Length < 2)
        {
            json.Fault("levels", "empty", "A criterion needs at least two levels, lowest first.");
        }

        if (json.Has("id") && !seen.Add(criterion.Id))
        {
            json.Fault("id", "duplicate", $"There is another criterion \"{criterion.Id}\". Each needs an identifier of its own.");
        }

        return criterion;
    }
}
