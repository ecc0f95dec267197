using System.Text.Json;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>A transcript as JSON. What does not apply is left out.</summary>
internal static class TranscriptWriter
{
    public static void Write(ExperienceTranscript transcript, Stream stream) => StableJson.Write(stream, "pathways/transcript@1", json =>
    {
        json.WriteString("student", transcript.Student.Value);
        json.Day("on", transcript.On);
        json.WriteNumber("hours", transcript.Hours);
        json.List("activities", transcript.Lines, line => Line(json, line), always: true);
        json.List(
            "sectors", transcript.Sectors,
            period =>
            {
                json.WriteString("sector", period.Choice.Sector.Value);
                json.Day("from", period.Choice.On);
                json.Day("until", period.Until);
            },
            always: true);
        json.List(
            "credentials", transcript.Credentials,
            credential =>
            {
                json.WriteString("credential", credential.Credential.Value);
                json.Day("on", credential.On);
                json.Day("expires", credential.Expires);
            },
            always: true);
        json.List(
            "enrollments", transcript.Enrollments,
            standing =>
            {
                json.Word("program", standing.Latest.Program);
                json.Text("pathway", standing.Latest.Pathway?.Value);
                json.Word("state", standing.Latest.State);
                json.Day("since", standing.Since);
                json.WriteNumber("collegeCredits", standing.Credits);
            },
            always: true);
    });

    private static void Line(Utf8JsonWriter json, TranscriptLine line)
    {
        json.WriteString("activity", line.Activity.Value);
        json.WriteString("title", line.Title);
        json.Word("stage", line.Stage);
        json.Day("first", line.First);
        json.Day("last", line.Last);
        json.WriteNumber("attended", line.Attended);
        json.WriteNumber("missed", line.Missed);
        json.WriteNumber("hours", line.Hours);
        json.Texts("partners", line.Partners, partner => partner.Value, always: true);
        json.Texts("sectors", line.Sectors, sector => sector.Value, always: true);
        json.Words("accepted", line.Accepted, always: true);
        json.Words("open", line.Open, always: true);
        json.Flag("waived", line.IsWaived);
    }
}
