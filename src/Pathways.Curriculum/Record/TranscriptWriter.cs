using System.Text.Encodings.Web;
using System.Text.Json;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>A transcript as JSON. What does not apply is left out.</summary>
internal static class TranscriptWriter
{
    public static void Write(ExperienceTranscript transcript, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("format", "pathways/transcript@1");
        json.WriteString("student", transcript.Student.Value);
        json.WriteString("on", RecordRules.Day(transcript.On));
        json.WriteNumber("hours", transcript.Hours);
        List(json, "activities", transcript.Lines, Line);
        List(json, "sectors", transcript.Sectors, (json, period) =>
        {
            json.WriteString("sector", period.Choice.Sector.Value);
            json.WriteString("from", RecordRules.Day(period.Choice.On));
            Day(json, "until", period.Until);
        });
        List(json, "credentials", transcript.Credentials, (json, credential) =>
        {
            json.WriteString("credential", credential.Credential.Value);
            json.WriteString("on", RecordRules.Day(credential.On));
            Day(json, "expires", credential.Expires);
        });
        List(json, "enrollments", transcript.Enrollments, (json, standing) =>
        {
            json.WriteString("program", EnumWords<ProgramType>.Word(standing.Latest.Program));
            if (standing.Latest.Pathway is { } pathway)
            {
                json.WriteString("pathway", pathway.Value);
            }

            json.WriteString("state", EnumWords<EnrollmentState>.Word(standing.Latest.State));
            json.WriteString("since", RecordRules.Day(standing.Since));
            json.WriteNumber("collegeCredits", standing.Credits);
        });
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    private static void Line(Utf8JsonWriter json, TranscriptLine line)
    {
        json.WriteString("activity", line.Activity.Value);
        json.WriteString("title", line.Title);
        if (line.Stage is { } stage)
        {
            json.WriteString("stage", EnumWords<Stage>.Word(stage));
        }

        json.WriteString("first", RecordRules.Day(line.First));
        json.WriteString("last", RecordRules.Day(line.Last));
        json.WriteNumber("attended", line.Attended);
        json.WriteNumber("missed", line.Missed);
        json.WriteNumber("hours", line.Hours);
        Texts(json, "partners", line.Partners.Select(partner => partner.Value));
        Texts(json, "sectors", line.Sectors.Select(sector => sector.Value));
        Texts(json, "accepted", line.Accepted.Select(EnumWords<ArtifactKind>.Word));
        Texts(json, "open", line.Open.Select(EnumWords<ArtifactKind>.Word));
        if (line.IsWaived)
        {
            json.WriteBoolean("waived", true);
        }
    }

    private static void List<T>(Utf8JsonWriter json, string field, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(field);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string field, IEnumerable<string> texts)
    {
        json.WriteStartArray(field);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Day(Utf8JsonWriter json, string field, LocalDate? day)
    {
        if (day is { } value)
        {
            json.WriteString(field, RecordRules.Day(value));
        }
    }
}
