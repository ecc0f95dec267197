using System.Text.Json;
using Pathways.Json;
using static Pathways.Curriculum.PlanCriterionType;

namespace Pathways.Curriculum;

/// <summary>From what an element asks to the fields of a file.</summary>
internal static class PlanCriterionWriter
{
    public static void Write(PlanCriterion criterion, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Word("type", TypeOf(criterion));
        switch (criterion)
        {
            case PlanCriterion.Artifacts artifacts:
                json.Words("kinds", artifacts.Kinds);
                json.Number("count", artifacts.Count, usually: 1);
                json.Flag("accepted", artifacts.MustBeAccepted, usually: true);
                json.Flag("inPortfolio", artifacts.InPortfolio);
                json.Number("notOlderThanDays", artifacts.NotOlderThanDays);
                break;
            case PlanCriterion.Goal { Kind: { } kind }:
                json.Word("kind", kind);
                break;
            case PlanCriterion.Intent intent:
                json.Flag("decided", intent.MustBeDecided);
                break;
            case PlanCriterion.Advisor advisor:
                json.Words("roles", advisor.Roles);
                break;
            case PlanCriterion.FamilyContacted contacted:
                json.Texts("topics", contacted.Topics);
                json.Number("count", contacted.Count, usually: 1);
                break;
            case PlanCriterion.Experiences experiences:
                json.Words("kinds", experiences.Kinds);
                json.Texts("activities", experiences.Activities, activity => activity.Value);
                json.Flag("withPartner", experiences.WithPartner);
                json.Number("count", experiences.Count, usually: 1);
                json.Number("hours", experiences.Hours);
                break;
            case PlanCriterion.FinancialAid aid:
                json.Word("milestone", aid.Least);
                json.Texts("programs", aid.Programs);
                break;
            case PlanCriterion.Credential credential:
                json.Texts("ids", credential.Ids, id => id.Value);
                break;
            case PlanCriterion.Enrolled enrolled:
                json.Words("programs", enrolled.Programs);
                json.Flag("completed", enrolled.MustBeCompleted);
                break;
            case PlanCriterion.Signature signed:
                json.Words("roles", signed.Roles);
                break;
            case PlanCriterion.AnyOf any:
                json.Items("of", any.Of, part => Write(part, json));
                break;
            case PlanCriterion.AllOf all:
                json.Items("of", all.Of, part => Write(part, json));
                break;
        }

        json.WriteEndObject();
    }

    private static PlanCriterionType TypeOf(PlanCriterion criterion) => criterion switch
    {
        PlanCriterion.Artifacts => Artifact,
        PlanCriterion.InterestAssessed => PlanCriterionType.InterestResult,
        PlanCriterion.StrengthsAssessed => PlanCriterionType.StrengthResult,
        PlanCriterion.Goal => Goal,
        PlanCriterion.Intent => Intent,
        PlanCriterion.Advisor => Advisor,
        PlanCriterion.FamilyContacted => PlanCriterionType.FamilyContact,
        PlanCriterion.Experiences => PlanCriterionType.Experience,
        PlanCriterion.FinancialAid => FinancialAid,
        PlanCriterion.Credential => Credential,
        PlanCriterion.SectorChosen => PlanCriterionType.SectorChoice,
        PlanCriterion.Enrolled => PlanCriterionType.Enrollment,
        PlanCriterion.Signature => Signature,
        PlanCriterion.Reviewed => Review,
        PlanCriterion.AnyOf => AnyOf,
        PlanCriterion.AllOf => AllOf,
        _ => throw new InvalidOperationException($"There is no word for {criterion.GetType().Name}."),
    };
}
