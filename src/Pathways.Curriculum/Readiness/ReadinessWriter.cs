using System.Text.Json;
using NodaTime.Text;
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
        Word("dimension", definition.Dimension);
        json.WriteString("effectiveFrom", LocalDatePattern.Iso.Format(definition.EffectiveFrom));
        if (definition.YearStarts != SchoolYear.DefaultStart)
        {
            json.WriteString("yearStarts", AnnualDatePattern.Iso.Format(definition.YearStarts));
        }

        if (definition.NeedsGrant || definition.GrantDays is not null || definition.GrantEndsWithYear)
        {
            json.WriteStartObject("grant");
            Flag("needed", definition.NeedsGrant);
            Number("days", definition.GrantDays);
            Flag("endsWithYear", definition.GrantEndsWithYear);
            json.WriteEndObject();
        }

        Criteria("criteria", definition.Criteria);
        Texts("sources", definition.Sources);
        json.WriteEndObject();
    }

    private void Criteria(string field, ImmutableArray<ReadinessCriterion> criteria)
    {
        json.WriteStartArray(field);
        foreach (var criterion in criteria)
        {
            json.WriteStartObject();
            json.WriteString("id", criterion.Id);
            Word("kind", WordOf(criterion));
            json.WriteString("sentence", criterion.Sentence);
            Fields(criterion);
            Texts("waivedWith", criterion.WaivedWith.Select(id => id.Value));
            if (criterion.Source is { } source)
            {
                json.WriteString("source", source);
            }

            Flag("verified", criterion.IsVerified);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

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
                Words("artifacts", artifact.Kinds);
                Texts("activities", artifact.Activities.Select(id => id.Value));
                Number("count", artifact.Count == 1 ? null : artifact.Count);
                if (!artifact.MustBeAccepted)
                {
                    json.WriteBoolean("accepted", false);
                }

                Flag("inPortfolio", artifact.InPortfolio);
                Number("withinDays", artifact.WithinDays);
                break;
            case CredentialCriterion credential:
                Texts("credentials", credential.Credentials.Select(id => id.Value));
                Number("withinDays", credential.WithinDays);
                break;
            case ExperienceCriterion experience:
                Texts("activities", experience.Activities.Select(id => id.Value));
                Words("activityKinds", experience.Kinds);
                Number("count", experience.Count == 1 ? null : experience.Count);
                if (experience.Hours is { } hours)
                {
                    json.WriteNumber("hours", hours);
                }

                Number("withinDays", experience.WithinDays);
                break;
            case AssessmentCriterion assessment:
                Word("of", assessment.Of);
                Number("withinMonths", assessment.WithinMonths);
                break;
            case AdvisorCriterion advisor:
                Words("roles", advisor.Roles);
                break;
            case BarrierCriterion barrier:
                Words("barriers", barrier.Kinds);
                break;
            case GradeCriterion { Least: var grade }:
                if (grade.Number is { } number)
                {
                    json.WriteNumber("least", number);
                }
                else
                {
                    json.WriteString("least", grade.Code);
                }

                break;
            case PlanSignedCriterion plan:
                if (plan.Template is { } template)
                {
                    json.WriteString("plan", template.Value);
                }

                Words("signers", plan.Signers);
                Number("withinDays", plan.WithinDays);
                break;
            case GoalCriterion goal:
                Words("goals", goal.Kinds);
                Number("withinDays", goal.WithinDays);
                break;
            case IntentCriterion intent:
                Flag("decided", intent.MustBeDecided);
                break;
            case AidCriterion aid:
                Word("least", aid.Least);
                break;
            case GroupCriterion group:
                Number("least", group.Least == 1 ? null : group.Least);
                Criteria("parts", group.Parts);
                break;
        }
    }

    private void Word<TEnum>(string field, TEnum value)
        where TEnum : struct, Enum => json.WriteString(field, EnumWords<TEnum>.Word(value));

    private void Words<TEnum>(string field, ImmutableArray<TEnum> values)
        where TEnum : struct, Enum => Texts(field, values.Select(EnumWords<TEnum>.Word));

    private void Texts(string field, IEnumerable<string> texts)
    {
        using var each = texts.GetEnumerator();
        if (!each.MoveNext())
        {
            return;
        }

        json.WriteStartArray(field);
        do
        {
            json.WriteStringValue(each.Current);
        }
        while (each.MoveNext());
        json.WriteEndArray();
    }

    private void Flag(string field, bool value)
    {
        if (value)
        {
            json.WriteBoolean(field, true);
        }
    }

    private void Number(string field, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(field, number);
        }
    }
}
