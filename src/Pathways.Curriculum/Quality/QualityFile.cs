using System.Text.Json;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads and writes reviews, condition grids and recommendations, <c>"format": "pathways/quality@1"</c>.</summary>
public static class QualityFile
{
    /// <summary>What the format is called in a file.</summary>
    public const string Format = "pathways/quality@1";

    private const string Kind = "quality";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The register, or every error with its place.</returns>
    public static Reading<QualityRegister> Read(string path) => JsonRecordFile.Read(path, Kind, Format, QualityReader.Register);

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<QualityRegister> Parse(ReadOnlySpan<byte> utf8, string name) =>
        JsonRecordFile.Parse(utf8, name, Kind, Format, QualityReader.Register);

    /// <summary>Writes a file.</summary>
    /// <param name="register">The register.</param>
    /// <param name="path">The file; one that is there is replaced as a whole or not at all.</param>
    public static void Write(QualityRegister register, string path) => WholeFile.Write(path, stream => stream.Write(Bytes(register)));

    /// <summary>The text of a file: fields in one order, and those at their default left out.</summary>
    /// <param name="register">The register.</param>
    public static byte[] Bytes(QualityRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return StableJson.Bytes(Format, writer =>
        {
            writer.List("scorecards", register.Scorecards, scorecard => Write(writer, scorecard));
            writer.List("grids", register.Grids, grid => Write(writer, grid));
            writer.List("recommendations", register.Recommendations, recommendation => Write(writer, recommendation));
        });
    }

    private static void Write(Utf8JsonWriter writer, PathwayScorecard scorecard)
    {
        writer.WriteString("pathway", scorecard.Pathway.Value);
        writer.Day("reviewedOn", scorecard.ReviewedOn);
        writer.Text("reviewer", scorecard.Reviewer?.Value);
        writer.List("components", scorecard.Components, review =>
        {
            writer.Word("component", review.Component);
            Rating(writer, review.Rating);
            writer.Texts("evidence", review.Evidence);
            writer.Text("owner", review.Owner?.Value);
            writer.Text("note", review.Note);
        });
    }

    private static void Write(Utf8JsonWriter writer, ConditionGrid grid)
    {
        writer.WriteString("region", grid.Region.Value);
        writer.Day("assessedOn", grid.AssessedOn);
        writer.Texts("settings", grid.Settings);
        writer.List("cells", grid.Cells, cell =>
        {
            writer.WriteNumber("row", cell.Row);
            writer.WriteNumber("column", cell.Column);
            writer.Text("condition", cell.Condition);
            Rating(writer, cell.Rating);
            writer.Texts("evidence", cell.Evidence);
            writer.Text("owner", cell.Owner?.Value);
            writer.Number("feasibility", cell.Feasibility);
            writer.Number("impact", cell.Impact);
            writer.Texts("removesBarriersFor", cell.RemovesBarriersFor, group => group.Value);
        });
    }

    private static void Write(Utf8JsonWriter writer, Recommendation recommendation)
    {
        writer.WriteString("id", recommendation.Id.Value);
        writer.WriteString("text", recommendation.Text);
        writer.Word("horizon", recommendation.Horizon);
        writer.Day("issuedOn", recommendation.IssuedOn);
        writer.Word("status", recommendation.Status, usually: default(RecommendationStatus));
        writer.Text("owner", recommendation.Owner?.Value);
        writer.Day("due", recommendation.Due);
        writer.Text("pathway", recommendation.Pathway?.Value);
        writer.Word("component", recommendation.Component);
        writer.Texts("occupations", recommendation.Occupations, occupation => occupation.Value);
        writer.List("inputs", recommendation.Inputs, input =>
        {
            writer.Word("kind", input.Kind);
            writer.WriteString("source", input.Source);
            writer.Day("on", input.On);
        });
        writer.List("supports", recommendation.Supports, support =>
        {
            writer.Word("level", support.Level);
            writer.WriteString("need", support.Need);
            writer.Flag("isInPlace", support.IsInPlace);
        });
        writer.List("schools", recommendation.Schools, school =>
        {
            writer.WriteString("school", school.School.Value);
            writer.Word("state", school.State);
            writer.Day("asOf", school.AsOf);
        });
    }

    private static void Rating(Utf8JsonWriter writer, QualityRating? rating) =>
        writer.Word("rating", rating);
}
