using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>From the fields of a file to what an element asks.</summary>
internal static class PlanCriterionReader
{
    // Enough for "all of these, one of which in either of two ways"; deeper ones nobody understands in a report.
    private const int Deepest = 2;

    private static readonly PlanCriterion Harmless = new PlanCriterion.SectorChosen();

    public static PlanCriterion Required(JsonRecord json, string field, bool hasSigners)
    {
        if (!json.Has(field))
        {
            json.Fault(field, "missing", $"\"{field}\" is missing. Give it a \"type\", such as {{ \"type\": \"goal\" }}.");
        }

        return json.ObjectOrNull(field, criterion => Read(criterion, hasSigners, 0)) ?? Harmless;
    }

    private static PlanCriterion Read(JsonRecord json, bool hasSigners, int depth) => Type(json) switch
    {
        PlanCriterionType.Artifact => new PlanCriterion.Artifacts
        {
            Kinds = json.Choices<ArtifactKind>("kinds"),
            Count = Count(json),
            MustBeAccepted = json.Flag("accepted", true),
            InPortfolio = json.Flag("inPortfolio"),
            NotOlderThanDays = json.WholeNumberOrNull("notOlderThanDays", 1, 36_500),
        },
        PlanCriterionType.InterestResult => new PlanCriterion.InterestAssessed(),
        PlanCriterionType.StrengthResult => new PlanCriterion.StrengthsAssessed(),
        PlanCriterionType.Goal => new PlanCriterion.Goal(json.ChoiceOrNull<GoalKind>("kind")),
        PlanCriterionType.Intent => new PlanCriterion.Intent(json.Flag("decided")),
        PlanCriterionType.Advisor => new PlanCriterion.Advisor { Roles = json.Choices<Role>("roles") },
        PlanCriterionType.FamilyContact => new PlanCriterion.FamilyContacted { Topics = json.Texts("topics"), Count = Count(json) },
        PlanCriterionType.Experience => new PlanCriterion.Experiences
        {
            Kinds = json.Choices<ActivityKind>("kinds"),
            Activities = json.Ids<ActivityId>("activities"),
            WithPartner = json.Flag("withPartner"),
            Count = Count(json),
            Hours = json.NumberOrNull("hours"),
        },
        PlanCriterionType.FinancialAid => new PlanCriterion.FinancialAid(Milestone(json)) { Programs = json.Texts("programs") },
        PlanCriterionType.Credential => new PlanCriterion.Credential { Ids = json.Ids<QualificationId>("ids") },
        PlanCriterionType.SectorChoice => new PlanCriterion.SectorChosen(),
        PlanCriterionType.Enrollment => new PlanCriterion.Enrolled
        {
            Programs = json.Choices<ProgramType>("programs"),
            MustBeCompleted = json.Flag("completed"),
        },
        PlanCriterionType.Signature => new PlanCriterion.Signature(json.Choices<Role>("roles")),
        PlanCriterionType.Review => Review(json, hasSigners),
        PlanCriterionType.AnyOf => new PlanCriterion.AnyOf(Parts(json, hasSigners, depth)),
        PlanCriterionType.AllOf => new PlanCriterion.AllOf(Parts(json, hasSigners, depth)),
        null => Harmless, // which of the other fields mean anything, nobody knows
        var other => throw new InvalidOperationException($"There is no rule for {other}."),
    };

    private static PlanCriterionType? Type(JsonRecord json)
    {
        if (!json.Has("type"))
        {
            json.Text("type"); // notes that it is missing
            return null;
        }

        return json.ChoiceOrNull<PlanCriterionType>("type");
    }

    private static int Count(JsonRecord json) => json.WholeNumberOrNull("count", 1, 1000) ?? 1;

    private static FinancialAidMilestone Milestone(JsonRecord json)
    {
        var least = json.Choice<FinancialAidMilestone>("milestone");
        if (least == FinancialAidMilestone.OptedOut)
        {
            json.Fault("milestone", "out-of-range", "Opting out is no milestone. Maybe say in \"optOutBy\" who may opt out.");
        }

        return least;
    }

    private static PlanCriterion.Reviewed Review(JsonRecord json, bool hasSigners)
    {
        if (!hasSigners)
        {
            json.Fault("type", "no-signer", "A review needs \"signers\" of the plan, and there are none.");
        }

        return new();
    }

    private static ImmutableArray<PlanCriterion> Parts(JsonRecord json, bool hasSigners, int depth)
    {
        if (depth == Deepest)
        {
            json.Fault("of", "too-deep", "Criteria may lie in each other, but not this deep. Maybe make two elements of it.");
            return [];
        }

        var parts = json.List<PlanCriterion>("of", part => Read(part, hasSigners, depth + 1));
        if (parts.IsEmpty && json.PlaceOf("of", 0) == json.PlaceOf("of"))
        {
            json.Fault("of", "missing", "\"of\" needs at least one criterion.");
        }

        return parts;
    }
}

/// <summary>The kinds of criteria, in the words of files.</summary>
internal enum PlanCriterionType
{
    Artifact,
    InterestResult,
    StrengthResult,
    Goal,
    Intent,
    Advisor,
    FamilyContact,
    Experience,
    FinancialAid,
    Credential,
    SectorChoice,
    Enrollment,
    Signature,
    Review,
    AnyOf,
    AllOf,
}
