using System.Text.Json;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Writes a scope and sequence as JSON; what is as usual is left out.</summary>
internal static class ScopeWriter
{
    public static void Write(ScopeAndSequence scope, Stream stream) => StableJson.Write(stream, ScopeFile.Format, json =>
    {
        json.WriteString("id", scope.Id.Value);
        json.WriteNumber("version", scope.Version);
        json.WriteString("title", scope.Title);
        json.Day("effectiveFrom", scope.EffectiveFrom);
        json.Day("yearStarts", scope.YearStarts);
        json.Texts("sources", scope.Sources);
        json.List("terms", scope.Terms, term => Term(json, term));
        json.List("stages", scope.Stages, stage => Stage(json, stage), always: true);
        json.Texts("sectors", scope.Sectors, sector => sector.Value);
        json.List("competencies", scope.Competencies, competency => Competency(json, competency));
        json.List("activities", scope.Activities, activity => Activity(json, activity), always: true);
    });

    private static void Term(Utf8JsonWriter json, Term term)
    {
        json.WriteString("id", term.Id.Value);
        json.WriteString("title", term.Title);
        json.Day("starts", term.Starts);
        json.Day("ends", term.Ends);
    }

    private static void Stage(Utf8JsonWriter json, GradeStage stage)
    {
        json.Grade("grade", stage.Grade);
        json.Word("stage", stage.Stage);
    }

    private static void Competency(Utf8JsonWriter json, Competency competency)
    {
        json.WriteString("id", competency.Id.Value);
        json.WriteString("statement", competency.Statement);
        json.Flag("isDurable", competency.IsDurable);
    }

    private static void Activity(Utf8JsonWriter json, Activity activity)
    {
        json.WriteString("id", activity.Id.Value);
        json.WriteString("title", activity.Title);
        json.Word("kind", activity.Kind);
        json.Word("stage", activity.Stage);
        if (activity.FirstGrade == activity.LastGrade)
        {
            json.Grade("grade", activity.FirstGrade);
        }
        else
        {
            json.Grade("firstGrade", activity.FirstGrade);
            json.Grade("lastGrade", activity.LastGrade);
        }

        json.Word("mode", activity.Mode, usually: ActivityMode.Either);
        json.Words("settings", activity.Settings);
        json.Word("tier", activity.Tier, usually: Tier.Universal);
        json.Flag("isRequired", activity.IsRequired, usually: true);
        json.Words("programs", activity.Programs);
        json.List("evidence", activity.Evidence, evidence => Evidence(json, evidence));
        json.Number("occurrences", activity.Occurrences, usually: 1);
        json.Number("hours", activity.Hours);
        json.Texts("prerequisites", activity.Prerequisites, id => id.Value);
        json.Text("opens", activity.Opens?.Value);
        json.Text("closes", activity.Closes?.Value);
        json.Texts("sectors", activity.Sectors, id => id.Value);
        json.Texts("competencies", activity.Competencies, id => id.Value);
        json.Texts("sources", activity.Sources);
        json.List("tasks", activity.Tasks, task => Task(json, task));
    }

    private static void Evidence(Utf8JsonWriter json, EvidenceRequirement evidence)
    {
        json.Word("kind", evidence.Kind);
        json.Number("count", evidence.Count, usually: 1);
        json.Flag("mustBeAccepted", evidence.MustBeAccepted, usually: true);
        json.Number("dueDays", evidence.DueDays);
    }

    private static void Task(Utf8JsonWriter json, ParticipantTask task)
    {
        json.Word("role", task.Role);
        json.WriteString("text", task.Text);
        json.Word("responsibility", task.Responsibility);
        json.Word("phase", task.Phase);
        json.Number("days", task.Days);
    }
}
