using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Writes an entry as one JSON object. The one place where scores of interests are written out.</summary>
internal static class EntryWriter
{
    public static void Write(Utf8JsonWriter json, StudentId student, RecordEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("student", student.Value);
        json.WriteString("id", entry.Id.Value);
        Word(json, "kind", EntryKinds.Of(entry));
        Day(json, "on", entry.On);
        json.WriteString("by", entry.By.Id.Value);
        Word(json, "role", entry.By.Role);
        Fields(json, entry);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, RecordEntry entry)
    {
        switch (entry)
        {
            case Experience x:
                json.WriteString("activity", x.Activity.Value);
                Word(json, "attendance", x.Attendance);
                Number(json, "hours", x.Hours);
                Text(json, "group", x.Group);
                Text(json, "partner", x.Partner?.Value);
                Text(json, "opportunity", x.Opportunity?.Value);
                Text(json, "sector", x.Sector?.Value);
                Text(json, "occupation", x.Occupation?.Value);
                break;
            case ArtifactVersion x:
                json.WriteString("artifact", x.Artifact.Value);
                Word(json, "artifactKind", x.Kind);
                json.WriteNumber("version", x.Version);
                Text(json, "activity", x.Activity?.Value);
                Text(json, "title", x.Title);
                Text(json, "location", x.Location);
                Text(json, "sector", x.Sector?.Value);
                Text(json, "occupation", x.Occupation?.Value);
                Flag(json, "inPortfolio", x.InPortfolio);
                break;
            case ArtifactReview x:
                json.WriteString("artifact", x.Artifact.Value);
                json.WriteNumber("version", x.Version);
                Word(json, "state", x.State);
                Text(json, "comment", x.Comment);
                break;
            case SectorChoice x:
                json.WriteString("sector", x.Sector.Value);
                Text(json, "reason", x.Reason);
                break;
            case IntentDeclared x:
                Word(json, "intent", x.Intent);
                break;
            case GoalSet x:
                Word(json, "goalKind", x.Kind);
                json.WriteString("text", x.Text);
                break;
            case InterestResult x:
                json.WriteString("instrument", x.Instrument);
                Profile(json, x.Profile);
                Number(json, "maximumScore", x.MaximumScore);
                break;
            case StrengthResult x:
                json.WriteString("instrument", x.Instrument);
                Texts(json, "strengths", x.Strengths);
                break;
            case ExpectationChecked x:
                json.WriteString("activity", x.Activity.Value);
                json.WriteString("expectation", x.Expectation);
                json.WriteString("finding", x.Finding);
                Flag(json, "wasRight", x.WasRight);
                break;
            case AdvisorNamed x:
                json.WriteString("advisor", x.Advisor.Value);
                Word(json, "advisorRole", x.AdvisorRole);
                Day(json, "until", x.Until);
                break;
            case FamilyContact x:
                json.WriteString("channel", x.Channel);
                json.WriteString("topic", x.Topic);
                break;
            default:
                MoreFields(json, entry);
                break;
        }
    }

    private static void MoreFields(Utf8JsonWriter json, RecordEntry entry)
    {
        switch (entry)
        {
            case Enrollment x:
                Word(json, "program", x.Program);
                Word(json, "state", x.State);
                Text(json, "pathway", x.Pathway?.Value);
                Text(json, "course", x.Course);
                Number(json, "collegeCredits", x.CollegeCredits);
                break;
            case CredentialEarned x:
                json.WriteString("credential", x.Credential.Value);
                Day(json, "expires", x.Expires);
                Text(json, "activity", x.Activity?.Value);
                break;
            case AidReached x:
                Word(json, "milestone", x.Milestone);
                json.WriteString("program", x.Program);
                break;
            case BarrierReported x:
                Word(json, "barrierKind", x.Kind);
                Text(json, "text", x.Text);
                Text(json, "activity", x.Activity?.Value);
                break;
            case BarrierMitigated x:
                json.WriteString("barrier", x.Barrier.Value);
                json.WriteString("mitigation", x.Mitigation);
                break;
            case ActivityWaived x:
                json.WriteString("activity", x.Activity.Value);
                json.WriteString("reason", x.Reason);
                break;
            case PlanElementExcused x:
                json.WriteString("template", x.Template.Value);
                json.WriteString("element", x.Element.Value);
                json.WriteString("reason", x.Reason);
                Flag(json, "byOwnWish", x.ByOwnWish);
                break;
            case PlanSigned x:
                json.WriteString("template", x.Template.Value);
                Word(json, "signer", x.Signer);
                break;
            case ReadinessGranted x:
                json.WriteString("definition", x.Definition.Value);
                json.WriteNumber("version", x.Version);
                Day(json, "until", x.Until);
                break;
            case ReadinessRevoked x:
                json.WriteString("definition", x.Definition.Value);
                json.WriteString("reason", x.Reason);
                break;
            case PipelineChange x:
                Word(json, "step", x.Step);
                json.WriteString("reason", x.Reason);
                break;
            case Correction x:
                json.WriteString("corrected", x.Corrected.Value);
                json.WriteString("reason", x.Reason);
                break;
        }
    }

    private static void Profile(Utf8JsonWriter json, InterestProfile profile)
    {
        json.WriteStartObject("profile");
        for (var i = 0; i < ProfileFields.Letters.Length; i++)
        {
            json.WriteNumber(ProfileFields.Letters[i], profile.Scores[i]);
        }

        json.WriteEndObject();
    }

    private static void Word<TEnum>(Utf8JsonWriter json, string field, TEnum value)
        where TEnum : struct, Enum => json.WriteString(field, EnumWords<TEnum>.Word(value));

    private static void Day(Utf8JsonWriter json, string field, LocalDate? day)
    {
        if (day is { } value)
        {
            json.WriteString(field, LocalDatePattern.Iso.Format(value));
        }
    }

    private static void Number(Utf8JsonWriter json, string field, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(field, value);
        }
    }

    private static void Text(Utf8JsonWriter json, string field, string? text)
    {
        if (text is not null)
        {
            json.WriteString(field, text);
        }
    }

    private static void Texts(Utf8JsonWriter json, string field, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(field);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Flag(Utf8JsonWriter json, string field, bool value)
    {
        if (value)
        {
            json.WriteBoolean(field, value);
        }
    }
}

/// <summary>The six scores of an interest profile, as fields.</summary>
internal static class ProfileFields
{
    public static ImmutableArray<string> Letters { get; } = ["R", "I", "A", "S", "E", "C"];

    public static double Score(decimal number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
