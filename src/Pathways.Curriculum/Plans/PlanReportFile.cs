using System.Text.Json;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Writes a report as JSON, <c>"format": "pathways/plan-report@1"</c>, for other platforms and for people who keep a plan elsewhere.</summary>
/// <remarks>It holds a student's identifier and the reasons of waivers: personal data, to be handled as such.</remarks>
public static class PlanReportFile
{
    /// <summary>What the value says it is.</summary>
    public const string Format = "pathways/plan-report@1";

    /// <summary>Writes a report as one JSON value.</summary>
    /// <param name="report">The report.</param>
    /// <param name="json">Where to.</param>
    public static void Write(PlanReport report, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("template", report.Template.Id.Value);
        json.WriteNumber("version", report.Template.Version);
        json.WriteString("student", report.Student.Value);
        json.WriteString("grade", report.Grade.Code);
        json.Day("on", report.On);
        json.WriteBoolean("completeForGraduation", report.IsCompleteForGraduation);
        json.Day("nextDue", report.NextDue);
        json.Items("elements", report.Elements, result => Write(result, json));
        json.Items("againstGraduation", report.AgainstGraduation, refusal => Write(refusal, json));
        json.WriteEndObject();
    }

    private static void Write(PlanElementResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("element", result.Element.Id.Value);
        json.WriteString("title", result.Element.Title);
        json.Word("status", result.Status);
        json.Flag("required", result.Element.IsRequired, usually: true);
        json.Flag("verified", result.Element.IsVerified, usually: true);
        json.Day("metOn", result.MetOn);
        json.Day("dueOn", result.DueOn);
        json.Day("nextDueOn", result.NextDueOn);
        json.Flag("overdue", result.IsOverdue);
        json.Flag("late", result.IsLate);
        if (result.Excuse is { } excuse)
        {
            json.WriteStartObject("excuse");
            json.WriteString("entry", excuse.Entry.Value);
            json.Day("on", excuse.On);
            json.WriteString("by", excuse.By.Id.Value);
            json.Word("role", excuse.By.Role);
            json.WriteString("reason", excuse.Reason);
            json.WriteEndObject();
        }

        json.Texts("evidence", result.Evidence, entry => entry.Value);
        json.Items("missing", result.Missing, refusal => Write(refusal, json));
        json.Items("remarks", result.Remarks, refusal => Write(refusal, json));
        json.WriteEndObject();
    }

    private static void Write(Refusal refusal, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code", refusal.Code);
        json.WriteString("sentence", refusal.Sentence);
        json.WriteEndObject();
    }
}
