using NodaTime.Text;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads one definition of readiness and notes everything that is wrong.</summary>
internal sealed class ReadinessReader
{
    private const int MostDays = 36_525;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public ReadinessDefinition Definition(JsonRecord json)
    {
        var definition = new ReadinessDefinition
        {
            Id = json.Id<ReadinessDefinitionId>("id"),
            Version = json.WholeNumber("version", least: 1),
            Title = json.Text("title"),
            Dimension = json.Choice<ReadinessDimension>("dimension"),
            EffectiveFrom = json.Date("effectiveFrom"),
            YearStarts = YearStarts(json),
            Criteria = Criteria(json, "criteria"),
            Sources = json.Texts("sources"),
        };
        return json.ObjectOrNull("grant", grant => definition with
        {
            NeedsGrant = grant.Flag("needed"),
            GrantDays = grant.WholeNumberOrNull("days", 1, MostDays),
            GrantEndsWithYear = grant.Flag("endsWithYear"),
        }) ?? definition;
    }

    private static AnnualDate YearStarts(JsonRecord json)
    {
        if (json.TextOrNull("yearStarts") is not { } text)
        {
            return SchoolYear.DefaultStart;
        }

        if (AnnualDatePattern.Iso.Parse(text).TryGetValue(SchoolYear.DefaultStart, out var day))
        {
            return day;
        }

        json.Fault("yearStarts", "malformed", "This is no day of the year. Expected month and day, such as \"07-01\".");
        return SchoolYear.DefaultStart;
    }

    public ImmutableArray<ReadinessCriterion> Criteria(JsonRecord json, string field)
    {
        var criteria = json.List(field, Criterion);
        if (json.Required(field) && criteria.IsEmpty)
        {
            json.Fault(field, "empty", "There is no criterion here that can be read, so everybody would meet it. Maybe one was left out.");
        }

        return criteria;
    }

    private ReadinessCriterion? Criterion(JsonRecord json)
    {
        var id = json.Text("id");
        if (id.Length > 0 && !_seen.Add(id))
        {
            json.Fault("id", "duplicate", $"There is another criterion \"{id}\". Each needs an identifier of its own, also within groups.");
        }

        var criterion = Kind(json);
        return criterion is null ? null : criterion with
        {
            Id = id,
            Sentence = json.Text("sentence"),
            Source = json.TextOrNull("source"),
            IsVerified = json.Flag("verified"),
            WaivedWith = json.Ids<ActivityId>("waivedWith"),
        };
    }

    private ReadinessCriterion? Kind(JsonRecord json)
    {
        if (!json.Required("kind"))
        {
            return null;
        }

        return json.ChoiceOrNull<CriterionWord>("kind") switch
        {
            CriterionWord.Artifact => new ArtifactCriterion
            {
                Id = "", Sentence = "",
                Kinds = json.Choices<ArtifactKind>("artifacts"),
                Activities = json.Ids<ActivityId>("activities"),
                Count = json.WholeNumberOrNull("count", 1) ?? 1,
                MustBeAccepted = json.Flag("accepted", otherwise: true),
                InPortfolio = json.Flag("inPortfolio"),
                WithinDays = WithinDays(json),
            },
            CriterionWord.Credential => new CredentialCriterion
            {
                Id = "", Sentence = "", Credentials = NotEmpty(json, "credentials", json.Ids<QualificationId>("credentials")), WithinDays = WithinDays(json),
            },
            CriterionWord.Experience => Experience(json),
            CriterionWord.Assessment => new AssessmentCriterion
            {
                Id = "", Sentence = "", Of = json.Choice<AssessmentSubject>("of"), WithinMonths = json.WholeNumberOrNull("withinMonths", 1, 1200),
            },
            CriterionWord.SectorChosen => new SectorCriterion { Id = "", Sentence = "" },
            CriterionWord.AdvisorNamed => new AdvisorCriterion { Id = "", Sentence = "", Roles = json.Choices<Role>("roles") },
            CriterionWord.NoOpenBarrier => new BarrierCriterion { Id = "", Sentence = "", Kinds = json.Choices<BarrierKind>("barriers") },
            CriterionWord.Grade => new GradeCriterion { Id = "", Sentence = "", Least = json.Grade("least") },
            CriterionWord.PlanSigned => new PlanSignedCriterion
            {
                Id = "", Sentence = "", Template = json.IdOrNull<PlanTemplateId>("plan"),
                Signers = NotEmpty(json, "signers", json.Choices<Role>("signers")), WithinDays = WithinDays(json),
            },
            CriterionWord.Goals => new GoalCriterion
            {
                Id = "", Sentence = "", Kinds = NotEmpty(json, "goals", json.Choices<GoalKind>("goals")), WithinDays = WithinDays(json),
            },
            CriterionWord.Intent => new IntentCriterion { Id = "", Sentence = "", MustBeDecided = json.Flag("decided") },
            CriterionWord.FinancialAid => new AidCriterion { Id = "", Sentence = "", Least = json.Choice<FinancialAidMilestone>("least") },
            CriterionWord.AllOf => new GroupCriterion { Id = "", Sentence = "", Parts = Criteria(json, "parts") },
            CriterionWord.AnyOf => AnyOf(json),
            _ => null,
        };
    }

    private static ExperienceCriterion Experience(JsonRecord json)
    {
        var criterion = new ExperienceCriterion
        {
            Id = "", Sentence = "",
            Activities = json.Ids<ActivityId>("activities"),
            Kinds = json.Choices<ActivityKind>("activityKinds"),
            Count = json.WholeNumberOrNull("count") ?? 1,
            Hours = json.NumberOrNull("hours"),
            WithinDays = WithinDays(json),
        };
        if (!json.Has("activities") && !json.Has("activityKinds"))
        {
            json.Fault("activities", "missing", "Neither \"activities\" nor \"activityKinds\" says what counts.");
        }

        return criterion;
    }

    private GroupCriterion AnyOf(JsonRecord json)
    {
        var parts = Criteria(json, "parts");
        var least = json.WholeNumberOrNull("least", 1) ?? 1;
        if (least > parts.Length && !parts.IsEmpty)
        {
            json.Fault("least", "out-of-range", $"{least} of {parts.Length} can never hold.");
        }

        return new() { Id = "", Sentence = "", Parts = parts, Least = least };
    }

    private static int? WithinDays(JsonRecord json) => json.WholeNumberOrNull("withinDays", 1, MostDays);

    private static ImmutableArray<T> NotEmpty<T>(JsonRecord json, string field, ImmutableArray<T> list)
    {
        if (json.Required(field) && list.IsEmpty)
        {
            json.Fault(field, "empty", "There is nothing here that can be read. Maybe something was left out.");
        }

        return list;
    }
}
