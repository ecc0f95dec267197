using System.Globalization;
using System.Text.Json;
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
        json.Word("kind", EntryKinds.Of(entry));
        json.Day("on", entry.On);
        json.WriteString("by", entry.By.Id.Value);
        json.Word("role", entry.By.Role);
        Fields(json, entry);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, RecordEntry entry)
    {
        switch (entry)
        {
            case Experience x:
                json.WriteString("activity", x.Activity.Value);
                json.Word("attendance", x.Attendance);
                json.Number("hours", x.Hours);
                json.Text("group", x.Group);
                json.Text("partner", x.Partner?.Value);
                json.Text("opportunity", x.Opportunity?.Value);
                json.Text("sector", x.Sector?.Value);
                json.Text("occupation", x.Occupation?.Value);
                break;
            case ArtifactVersion x:
                json.WriteString("artifact", x.Artifact.Value);
                json.Word("artifactKind", x.Kind);
                json.WriteNumber("version", x.Version);
                json.Text("activity", x.Activity?.Value);
                json.Text("title", x.Title);
                json.Text("location", x.Location);
                json.Text("sector", x.Sector?.Value);
                json.Text("occupation", x.Occupation?.Value);
                json.Flag("inPortfolio", x.InPortfolio);
                break;
            case ArtifactReview x:
                json.WriteString("artifact", x.Artifact.Value);
                json.WriteNumber("version", x.Version);
                json.Word("state", x.State);
                json.Text("comment", x.Comment);
                break;
            case SectorChoice x:
                json.WriteString("sector", x.Sector.Value);
                json.Text("reason", x.Reason);
                break;
            case IntentDeclared x:
                json.Word("intent", x.Intent);
                break;
            case GoalSet x:
                json.Word("goalKind", x.Kind);
                json.WriteString("text", x.Text);
                break;
            case InterestResult x:
                json.WriteString("instrument", x.Instrument);
                Profile(json, x.Profile);
                json.Number("maximumScore", x.MaximumScore);
                break;
            case StrengthResult x:
                json.WriteString("instrument", x.Instrument);
                json.Texts("strengths", x.Strengths);
                break;
            case ExpectationChecked x:
                json.WriteString("activity", x.Activity.Value);
                json.WriteString("expectation", x.Expectation);
                json.WriteString("finding", x.Finding);
                json.Flag("wasRight", x.WasRight);
                break;
            case AdvisorNamed x:
                json.WriteString("advisor", x.Advisor.Value);
                json.Word("advisorRole", x.AdvisorRole);
                json.Day("until", x.Until);
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
                json.Word("program", x.Program);
                json.Word("state", x.State);
                json.Text("pathway", x.Pathway?.Value);
                json.Text("course", x.Course);
                json.Number("collegeCredits", x.CollegeCredits);
                break;
            case CredentialEarned x:
                json.WriteString("credential", x.Credential.Value);
                json.Day("expires", x.Expires);
                json.Text("activity", x.Activity?.Value);
                break;
            case AidReached x:
                json.Word("milestone", x.Milestone);
                json.WriteString("program", x.Program);
                break;
            case BarrierReported x:
                json.Word("barrierKind", x.Kind);
                json.Text("text", x.Text);
                json.Text("activity", x.Activity?.Value);
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
                json.Flag("byOwnWish", x.ByOwnWish);
                break;
            case PlanSigned x:
                json.WriteString("template", x.Template.Value);
                json.Word("signer", x.Signer);
                break;
            case ReadinessGranted x:
                json.WriteString("definition", x.Definition.Value);
                json.WriteNumber("version", x.Version);
                json.Day("until", x.Until);
                break;
            case ReadinessRevoked x:
                json.WriteString("definition", x.Definition.Value);
                json.WriteString("reason", x.Reason);
                break;
            case PipelineChange x:
                json.Word("step", x.Step);
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
}

/// <summary>The six scores of an interest profile, as fields.</summary>
internal static class ProfileFields
{
    public static ImmutableArray<string> Letters { get; } = ["R", "I", "A", "S", "E", "C"];

    public static double Score(decimal number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
