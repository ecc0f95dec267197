using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Writes a scope and sequence as JSON; what is as usual is left out.</summary>
internal static class ScopeWriter
{
    private static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the file is no web page, and people read it
    };

    public static void Write(ScopeAndSequence scope, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Form))
        {
            json.WriteStartObject();
            json.WriteString("format", ScopeFile.Format);
            json.WriteString("id", scope.Id.Value);
            json.WriteNumber("version", scope.Version);
            json.WriteString("title", scope.Title);
            json.WriteString("effectiveFrom", LocalDatePattern.Iso.Format(scope.EffectiveFrom));
            json.WriteString("yearStarts", AnnualDatePattern.Iso.Format(scope.YearStarts));
            Texts(json, "sources", scope.Sources, source => source);
            Objects(json, "terms", scope.Terms, Term);
            Objects(json, "stages", scope.Stages, Stage, always: true);
            Texts(json, "sectors", scope.Sectors, sector => sector.Value);
            Objects(json, "competencies", scope.Competencies, Competency);
            Objects(json, "activities", scope.Activities, Activity, always: true);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Term(Utf8JsonWriter json, Term term)
    {
        json.WriteString("id", term.Id.Value);
        json.WriteString("title", term.Title);
        json.WriteString("starts", AnnualDatePattern.Iso.Format(term.Starts));
        json.WriteString("ends", AnnualDatePattern.Iso.Format(term.Ends));
    }

    private static void Stage(Utf8JsonWriter json, GradeStage stage)
    {
        Grade(json, "grade", stage.Grade);
        json.WriteString("stage", EnumWords<Stage>.Word(stage.Stage));
    }

    private static void Competency(Utf8JsonWriter json, Competency competency)
    {
        json.WriteString("id", competency.Id.Value);
        json.WriteString("statement", competency.Statement);
        if (competency.IsDurable)
        {
            json.WriteBoolean("isDurable", true);
        }
    }

    private static void Activity(Utf8JsonWriter json, Activity activity)
    {
        json.WriteString("id", activity.Id.Value);
        json.WriteString("title", activity.Title);
        json.WriteString("kind", EnumWords<ActivityKind>.Word(activity.Kind));
        json.WriteString("stage", EnumWords<Stage>.Word(activity.Stage));
        if (activity.FirstGrade == activity.LastGrade)
        {
            Grade(json, "grade", activity.FirstGrade);
        }
        else
        {
            Grade(json, "firstGrade", activity.FirstGrade);
            Grade(json, "lastGrade", activity.LastGrade);
        }

        Word(json, "mode", activity.Mode, ActivityMode.Either);
        Texts(json, "settings", activity.Settings, EnumWords<ActivitySetting>.Word);
        Word(json, "tier", activity.Tier, Tier.Universal);
        if (!activity.IsRequired)
        {
            json.WriteBoolean("isRequired", false);
        }

        Texts(json, "programs", activity.Programs, EnumWords<ProgramType>.Word);
        Objects(json, "evidence", activity.Evidence, Evidence);
        Number(json, "occurrences", activity.Occurrences, 1);
        if (activity.Hours is { } hours)
        {
            json.WriteNumber("hours", hours);
        }

        Texts(json, "prerequisites", activity.Prerequisites, id => id.Value);
        Text(json, "opens", activity.Opens?.Value);
        Text(json, "closes", activity.Closes?.Value);
        Texts(json, "sectors", activity.Sectors, id => id.Value);
        Texts(json, "competencies", activity.Competencies, id => id.Value);
        Texts(json, "sources", activity.Sources, source => source);
        Objects(json, "tasks", activity.Tasks, Task);
    }

    private static void Evidence(Utf8JsonWriter json, EvidenceRequirement evidence)
    {
        json.WriteString("kind", EnumWords<ArtifactKind>.Word(evidence.Kind));
        Number(json, "count", evidence.Count, 1);
        if (!evidence.MustBeAccepted)
        {
            json.WriteBoolean("mustBeAccepted", false);
        }

        if (evidence.DueDays is { } days)
        {
            json.WriteNumber("dueDays", days);
        }
    }

    private static void Task(Utf8JsonWriter json, ParticipantTask task)
    {
        json.WriteString("role", EnumWords<Role>.Word(task.Role));
        json.WriteString("text", task.Text);
        json.WriteString("responsibility", EnumWords<Responsibility>.Word(task.Responsibility));
        json.WriteString("phase", EnumWords<TaskPhase>.Word(task.Phase));
        if (task.Days is { } days)
        {
            json.WriteNumber("days", days);
        }
    }

    private static void Grade(Utf8JsonWriter json, string field, GradeLevel grade)
    {
        if (grade.Number is { } number)
        {
            json.WriteNumber(field, number);
        }
        else
        {
            json.WriteString(field, grade.Code);
        }
    }

    private static void Number(Utf8JsonWriter json, string field, int value, int usual)
    {
        if (value != usual)
        {
            json.WriteNumber(field, value);
        }
    }

    private static void Word<TEnum>(Utf8JsonWriter json, string field, TEnum value, TEnum usual)
        where TEnum : struct, Enum
    {
        if (!EqualityComparer<TEnum>.Default.Equals(value, usual))
        {
            json.WriteString(field, EnumWords<TEnum>.Word(value));
        }
    }

    private static void Text(Utf8JsonWriter json, string field, string? text)
    {
        if (text is not null)
        {
            json.WriteString(field, text);
        }
    }

    private static void Texts<T>(Utf8JsonWriter json, string field, ImmutableArray<T> list, Func<T, string> text)
    {
        if (list.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(field);
        foreach (var item in list)
        {
            json.WriteStringValue(text(item));
        }

        json.WriteEndArray();
    }

    private static void Objects<T>(Utf8JsonWriter json, string field, ImmutableArray<T> list, Action<Utf8JsonWriter, T> write, bool always = false)
    {
        if (list.IsEmpty && !always)
        {
            return;
        }

        json.WriteStartArray(field);
        foreach (var item in list)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
