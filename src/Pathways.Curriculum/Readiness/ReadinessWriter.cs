using System.Text.Json;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Writes one definition of readiness.</summary>
internal sealed class ReadinessWriter(Utf8JsonWriter json)
{
    public void Definition(ReadinessDefinition definition)
    {
        json.WriteStartObject();
        json.WriteString("format", ReadinessFile.Format);
        json.WriteString("id", definition.Id.Value);
        json.WriteNumber("version", definition.Version);
        json.WriteString("title", definition.Title);
        json.Word("dimension", definition.Dimension);
        json.Day("effectiveFrom", definition.EffectiveFrom);
        if (definition.YearStarts != SchoolYear.DefaultStart)
        {
            json.Day("yearStarts", definition.YearStarts);
        }

        if (definition.NeedsGrant || definition.GrantDays is not null || definition.GrantEndsWithYear)
        {
            json.WriteStartObject("grant");
            json.Flag("needed", definition.NeedsGrant);
            json.Number("days", definition.GrantDays);
            json.Flag("endsWithYear", definition.GrantEndsWithYear);
            json.WriteEndObject();
        }

        Criteria("criteria", definition.Criteria);
        json.Texts("sources", definition.Sources);
        json.WriteEndObject();
    }

    public void Criteria(string field, ImmutableArray<ReadinessCriterion> criteria) => json.List(
        field, criteria,
        criterion =>
        {
            json.WriteString("id", criterion.Id);
            json.Word("kind", WordOf(criterion));
            json.WriteString("sentence", criterion.Sentence);
            Fields(criterion);
            json.Texts("waivedWith", criterion.WaivedWith, id => id.Value);
            json.Text("source", criterion.Source);
            json.Flag("verified", criterion.IsVerified);
        },
        always: true);

    private static CriterionWord WordOf(ReadinessCriterion criterion) => criterion switch
    {
        ArtifactCriterion => CriterionWord.Artifact,
        CredentialCriterion => CriterionWord.Credential,
        ExperienceCriterion => CriterionWord.Experience,
        AssessmentCriterion => CriterionWord.Assessment,
        SectorCriterion => CriterionWord.SectorChosen,
        AdvisorCriterion => CriterionWord.AdvisorNamed,
        BarrierCriterion => CriterionWord.NoOpenBarrier,
        GradeCriterion => CriterionWord.Grade,
        PlanSignedCriterion => CriterionWord.PlanSigned,
        GoalCriterion => CriterionWord.Goals,
        IntentCriterion => CriterionWord.Intent,
        AidCriterion => CriterionWord.FinancialAid,
        GroupCriterion { Least: null } => CriterionWord.AllOf,
        _ => CriterionWord.AnyOf,
    };

    private void Fields(ReadinessCriterion criterion)
    {
        switch (criterion)
        {
            case ArtifactCriterion artifact:
                json.Words("artifacts", artifact.Kinds);
                json.Texts("activities", artifact.Activities, id => id.Value);
                json.Number("count", artifact.Count, usually: 1);
                json.Flag("accepted", artifact.MustBeAccepted, usually: true);
                json.Flag("inPortfolio", artifact.InPortfolio);
                json.Number("withinDays", artifact.WithinDays);
                break;
            case CredentialCriterion credential:
                json.Texts("credentials", credential.Credentials, id => id.Value);
                json.Number("withinDays", credential.WithinDays);
                break;
            case ExperienceCriterion experience:
                json.Texts("activities", experience.Activities, id => id.Value);
                json.Words("activityKinds", experience.Kinds);
                json.Number("count", experience.Count, usually: 1);
                json.Number("hours", experience.Hours);
                json.Number("withinDays", experience.WithinDays);
                break;
            case AssessmentCriterion assessment:
                json.Word("of", assessment.Of);
                json.Number("withinMonths", assessment.WithinMonths);
                break;
            case AdvisorCriterion advisor:
                json.Words("roles", advisor.Roles);
                break;
            case BarrierCriterion barrier:
                json.Words("barriers", barrier.Kinds);
                break;
            case GradeCriterion { Least: var grade }:
                json.Grade("least", grade);
                break;
            case PlanSignedCriterion plan:
                json.Text("plan", plan.Template?.Value);
                json.Words("signers", plan.Signers);
                json.Number("withinDays", plan.WithinDays);
                break;
            case GoalCriterion goal:
                json.Words("goals", goal.Kinds);
                json.Number("withinDays", goal.WithinDays);
                break;
            case IntentCriterion intent:
                json.Flag("decided", intent.MustBeDecided);
                break;
            case AidCriterion aid:
                json.Word("least", aid.Least);
                break;
            case GroupCriterion group:
                json.Number("least", group.Least, usually: 1);
                Criteria("parts", group.Parts);
                break;
        }
    }
}
