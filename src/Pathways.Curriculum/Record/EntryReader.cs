using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads an entry from one JSON object; what is wrong is noted there.</summary>
internal static class EntryReader
{
    private const string Occupation = "an O*NET-SOC code like 51-4041.00";

    /// <summary>The entry with harmless values where something is wrong; null when it is of no known kind.</summary>
    public static RecordEntry? Read(JsonRecord json)
    {
        var id = json.Id<EntryId>("id");
        var day = json.Date("on");
        var by = new Actor(json.Id<ActorId>("by"), json.Choice<Role>("role"));
        return json.Has("kind") ? json.ChoiceOrNull<EntryKind>("kind") switch
        {
            null => null,
            EntryKind.Experience => Experience(json, id, day, by),
            EntryKind.ArtifactVersion => ArtifactVersion(json, id, day, by),
            EntryKind.ArtifactReview => new ArtifactReview
            {
                Id = id, On = day, By = by, Artifact = json.Id<ArtifactId>("artifact"), Version = json.WholeNumber("version", least: 1),
                State = json.Choice<ReviewState>("state"), Comment = json.TextOrNull("comment"),
            },
            EntryKind.SectorChoice => new SectorChoice
            {
                Id = id, On = day, By = by, Sector = json.Id<SectorId>("sector"), Reason = json.TextOrNull("reason"),
            },
            EntryKind.IntentDeclared => new IntentDeclared { Id = id, On = day, By = by, Intent = json.Choice<PostsecondaryIntent>("intent") },
            EntryKind.GoalSet => new GoalSet { Id = id, On = day, By = by, Kind = json.Choice<GoalKind>("goalKind"), Text = json.Text("text") },
            EntryKind.InterestResult => new InterestResult
            {
                Id = id, On = day, By = by, Instrument = json.Text("instrument"), Profile = Profile(json),
                MaximumScore = json.WholeNumberOrNull("maximumScore", least: 1),
            },
            EntryKind.StrengthResult => new StrengthResult
            {
                Id = id, On = day, By = by, Instrument = json.Text("instrument"), Strengths = json.Texts("strengths"),
            },
            EntryKind.ExpectationChecked => new ExpectationChecked
            {
                Id = id, On = day, By = by, Activity = json.Id<ActivityId>("activity"), Expectation = json.Text("expectation"),
                Finding = json.Text("finding"), WasRight = json.Flag("wasRight"),
            },
            EntryKind.AdvisorNamed => new AdvisorNamed
            {
                Id = id, On = day, By = by, Advisor = json.Id<ActorId>("advisor"), AdvisorRole = json.Choice<Role>("advisorRole"),
                Until = json.DateOrNull("until"),
            },
            EntryKind.FamilyContact => new FamilyContact
            {
                Id = id, On = day, By = by, Channel = json.Text("channel"), Topic = json.Text("topic"),
            },
            { } other => Decision(json, other, id, day, by),
        }
        : Missing(json);
    }

    private static RecordEntry? Decision(JsonRecord json, EntryKind kind, EntryId id, LocalDate day, Actor by) => kind switch
    {
        EntryKind.Enrollment => new Enrollment
        {
            Id = id, On = day, By = by, Program = json.Choice<ProgramType>("program"), State = json.Choice<EnrollmentState>("state"),
            Pathway = json.IdOrNull<PathwayId>("pathway"), Course = json.TextOrNull("course"),
            CollegeCredits = json.NumberOrNull("collegeCredits", 0, RecordRules.MostCredits),
        },
        EntryKind.CredentialEarned => new CredentialEarned
        {
            Id = id, On = day, By = by, Credential = json.Id<QualificationId>("credential"), Expires = json.DateOrNull("expires"),
            Activity = json.IdOrNull<ActivityId>("activity"),
        },
        EntryKind.AidReached => new AidReached
        {
            Id = id, On = day, By = by, Milestone = json.Choice<FinancialAidMilestone>("milestone"), Program = json.Text("program"),
        },
        EntryKind.BarrierReported => new BarrierReported
        {
            Id = id, On = day, By = by, Kind = json.Choice<BarrierKind>("barrierKind"), Text = json.TextOrNull("text"),
            Activity = json.IdOrNull<ActivityId>("activity"),
        },
        EntryKind.BarrierMitigated => new BarrierMitigated
        {
            Id = id, On = day, By = by, Barrier = json.Id<EntryId>("barrier"), Mitigation = json.Text("mitigation"),
        },
        EntryKind.ActivityWaived => new ActivityWaived
        {
            Id = id, On = day, By = by, Activity = json.Id<ActivityId>("activity"), Reason = json.Text("reason"),
        },
        EntryKind.PlanElementExcused => new PlanElementExcused
        {
            Id = id, On = day, By = by, Template = json.Id<PlanTemplateId>("template"), Element = json.Id<PlanElementId>("element"),
            Reason = json.Text("reason"), ByOwnWish = json.Flag("byOwnWish"),
        },
        EntryKind.PlanSigned => new PlanSigned
        {
            Id = id, On = day, By = by, Template = json.Id<PlanTemplateId>("template"), Signer = json.Choice<Role>("signer"),
        },
        EntryKind.ReadinessGranted => new ReadinessGranted
        {
            Id = id, On = day, By = by, Definition = json.Id<ReadinessDefinitionId>("definition"),
            Version = json.WholeNumber("version", least: 1), Until = json.DateOrNull("until"),
        },
        EntryKind.ReadinessRevoked => new ReadinessRevoked
        {
            Id = id, On = day, By = by, Definition = json.Id<ReadinessDefinitionId>("definition"), Reason = json.Text("reason"),
        },
        EntryKind.PipelineChange => new PipelineChange
        {
            Id = id, On = day, By = by, Step = json.Choice<PipelineStep>("step"), Reason = json.Text("reason"),
        },
        EntryKind.Correction => new Correction
        {
            Id = id, On = day, By = by, Corrected = json.Id<EntryId>("corrected"), Reason = json.Text("reason"),
        },
        _ => null,
    };

    private static Experience Experience(JsonRecord json, EntryId id, LocalDate day, Actor by) => new()
    {
        Id = id,
        On = day,
        By = by,
        Activity = json.Id<ActivityId>("activity"),
        Attendance = json.Choice<Attendance>("attendance"),
        Hours = json.NumberOrNull("hours", 0, RecordRules.MostHours),
        Group = json.TextOrNull("group"),
        Partner = json.IdOrNull<PartnerId>("partner"),
        Opportunity = json.IdOrNull<OpportunityId>("opportunity"),
        Sector = json.IdOrNull<SectorId>("sector"),
        Occupation = json.ParsedOrNull<OnetSocCode>("occupation", Occupation),
    };

    private static ArtifactVersion ArtifactVersion(JsonRecord json, EntryId id, LocalDate day, Actor by) => new()
    {
        Id = id,
        On = day,
        By = by,
        Artifact = json.Id<ArtifactId>("artifact"),
        Kind = json.Choice<ArtifactKind>("artifactKind"),
        Version = json.WholeNumber("version", least: 1),
        Activity = json.IdOrNull<ActivityId>("activity"),
        Title = json.TextOrNull("title"),
        Location = json.TextOrNull("location"),
        Sector = json.IdOrNull<SectorId>("sector"),
        Occupation = json.ParsedOrNull<OnetSocCode>("occupation", Occupation),
        InPortfolio = json.Flag("inPortfolio"),
    };

    private static InterestProfile Profile(JsonRecord json)
    {
        var none = new InterestProfile([0, 0, 0, 0, 0, 0]);
        if (!json.Has("profile"))
        {
            json.Fault("profile", "missing", "\"profile\" is missing. Expected the six scores, such as {\"R\":12,\"I\":30,\"A\":5,\"S\":20,\"E\":8,\"C\":14}.");
            return none;
        }

        return json.ObjectOrNull("profile", scores => new InterestProfile([.. ProfileFields.Letters.Select(letter => Score(scores, letter))])) ?? none;
    }

    private static double Score(JsonRecord scores, string letter)
    {
        if (!scores.Has(letter))
        {
            scores.Fault(letter, "missing", $"\"{letter}\" is missing. All six scores must be there.");
        }

        return ProfileFields.Score(scores.NumberOrNull(letter) ?? 0);
    }

    private static RecordEntry? Missing(JsonRecord json)
    {
        json.Fault("kind", "missing", $"\"kind\" is missing. Expected one of {string.Join(", ", EnumWords<EntryKind>.Of.Keys.Order(StringComparer.Ordinal))}.");
        return null;
    }
}
