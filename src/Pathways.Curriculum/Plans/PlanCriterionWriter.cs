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
        json.WriteString("type", EnumWords<PlanCriterionType>.Word(TypeOf(criterion)));
        switch (criterion)
        {
            case PlanCriterion.Artifacts artifacts:
                json.Words("kinds", artifacts.Kinds);
                json.Count(artifacts.Count);
                json.Flag("accepted", artifacts.MustBeAccepted, usually: true);
                json.Flag("inPortfolio", artifacts.InPortfolio);
                if (artifacts.NotOlderThanDays is { } days)
                {
                    json.WriteNumber("notOlderThanDays", days);
                }

                break;
            case PlanCriterion.Goal { Kind: { } kind }:
                json.WriteString("kind", EnumWords<GoalKind>.Word(kind));
                break;
            case PlanCriterion.Intent intent:
                json.Flag("decided", intent.MustBeDecided);
                break;
            case PlanCriterion.Advisor advisor:
                json.Words("roles", advisor.Roles);
                break;
            case PlanCriterion.FamilyContacted contacted:
                json.Texts("topics", contacted.Topics);
                json.Count(contacted.Count);
                break;
            case PlanCriterion.Experiences experiences:
                json.Words("kinds", experiences.Kinds);
                json.Texts("activities", [.. experiences.Activities.Select(activity => activity.Value)]);
                json.Flag("withPartner", experiences.WithPartner);
                json.Count(experiences.Count);
                if (experiences.Hours is { } hours)
                {
                    json.WriteNumber("hours", hours);
                }

                break;
            case PlanCriterion.FinancialAid aid:
                json.WriteString("milestone", EnumWords<FinancialAidMilestone>.Word(aid.Least));
                json.Texts("programs", aid.Programs);
                break;
            case PlanCriterion.Credential credential:
                json.Texts("ids", [.. credential.Ids.Select(id => id.Value)]);
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

/// <summary>Fields that are left out where they say what is usual.</summary>
internal static class PlanFields
{
    public static void Text(this Utf8JsonWriter json, string field, string? text)
    {
        if (text is not null)
        {
            json.WriteString(field, text);
        }
    }

    public static void Flag(this Utf8JsonWriter json, string field, bool value, bool usually = false)
    {
        if (value != usually)
        {
            json.WriteBoolean(field, value);
        }
    }

    public static void Count(this Utf8JsonWriter json, int count)
    {
        if (count != 1)
        {
            json.WriteNumber("count", count);
        }
    }

    public static void Texts(this Utf8JsonWriter json, string field, ImmutableArray<string> texts) => json.Items(field, texts, json.WriteStringValue);

    public static void Words<TEnum>(this Utf8JsonWriter json, string field, ImmutableArray<TEnum> values)
        where TEnum : struct, Enum => json.Items(field, values, value => json.WriteStringValue(EnumWords<TEnum>.Word(value)));

    public static void Items<T>(this Utf8JsonWriter json, string field, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray(field);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
