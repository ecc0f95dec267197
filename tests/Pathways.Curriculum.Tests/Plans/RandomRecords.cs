namespace Pathways.Curriculum.Tests.Plans;

/// <summary>Random records of students in high school, made of every kind of entry that plans look at.</summary>
internal static class RandomRecords
{
    private static readonly LocalDate First = new(2022, 7, 1);
    private static readonly Role[] Roles = [Role.Student, Role.Guardian, Role.Counselor, Role.Teacher, Role.Administrator];
    private static readonly string[] Topics = ["plan", "dual-credit", "plan-translated", "graduation-pathway", "assessment-results", "weather"];

    public static readonly ImmutableDictionary<ActivityId, ActivityKind> Kinds =
        Enum.GetValues<ActivityKind>().ToImmutableDictionary(kind => ActivityId.From(kind.ToString()), kind => kind);

    public static PlanSituation Situation(Seed seed, PlanTemplate template) => new()
    {
        Grade = GradeLevel.From(6 + seed.Split(1).DrawBelow(8)),
        On = First.PlusDays(seed.Split(2).DrawBelow(5 * 365)),
        Kinds = Kinds,
        Circumstances = [.. template.Elements.Select(element => element.OnlyIf).OfType<string>().Where((_, i) => seed.Split(3).Split((ulong)i).DrawBelow(2) == 0)],
    };

    public static ImmutableArray<RecordEntry> Of(Seed seed, string prefix, PlanTemplate template, int most) =>
        [.. Enumerable.Range(0, seed.Split("count").DrawBelow(most + 1)).Select(i => Entry(seed.Split((ulong)i), EntryId.From($"{prefix}{i}"), template))];

    /// <summary>Whether an entry can only help: it neither takes back nor returns nor leaves anything.</summary>
    public static bool IsEvidence(RecordEntry entry) => entry is not Correction
        and not ArtifactReview { State: ReviewState.Returned } and not Enrollment { State: EnrollmentState.Withdrawn };

    private static RecordEntry Entry(Seed seed, EntryId id, PlanTemplate template)
    {
        var on = First.PlusDays(seed.Split("on").DrawBelow(5 * 365));
        var by = new Actor(ActorId.From("a"), Pick(seed, "by", Roles));
        return seed.Split("kind").DrawBelow(15) switch
        {
            0 => new InterestResult { Id = id, On = on, By = by, Instrument = "i", Profile = new([1, 2, 3, 4, 5, 6]) },
            1 => new StrengthResult { Id = id, On = on, By = by, Instrument = "i" },
            2 => new GoalSet { Id = id, On = on, By = by, Kind = Pick(seed, "goal", Enum.GetValues<GoalKind>()), Text = "..." },
            3 => new IntentDeclared { Id = id, On = on, By = by, Intent = Pick(seed, "intent", Enum.GetValues<PostsecondaryIntent>()) },
            4 => new AdvisorNamed
            {
                Id = id, On = on, By = by, Advisor = by.Id, AdvisorRole = by.Role,
                Until = seed.Split("until").DrawBelow(2) == 0 ? null : on.PlusDays(seed.Split("days").DrawBelow(700)),
            },
            5 => new FamilyContact { Id = id, On = on, By = by, Channel = "call", Topic = Pick(seed, "topic", Topics) },
            6 => new Experience
            {
                Id = id, On = on, By = by, Activity = Pick(seed, "activity", [.. Kinds.Keys.Order()]), Attendance = Pick(seed, "there", Enum.GetValues<Attendance>()),
                Hours = seed.Split("hours").DrawBelow(40), Partner = seed.Split("partner").DrawBelow(2) == 0 ? null : PartnerId.From("p"),
            },
            7 => new AidReached { Id = id, On = on, By = by, Program = "FAFSA", Milestone = Pick(seed, "aid", Enum.GetValues<FinancialAidMilestone>()) },
            8 => new Enrollment { Id = id, On = on, By = by, Program = Pick(seed, "program", Enum.GetValues<ProgramType>()), State = Pick(seed, "state", Enum.GetValues<EnrollmentState>()) },
            9 => new CredentialEarned { Id = id, On = on, By = by, Credential = QualificationId.From("cpr"), Expires = on.PlusDays(seed.Split("days").DrawBelow(700)) },
            10 => new SectorChoice { Id = id, On = on, By = by, Sector = SectorId.From("health") },
            11 => new PlanSigned { Id = id, On = on, By = by, Template = template.Id, Signer = by.Role },
            12 => new PlanElementExcused
            {
                Id = id, On = on, By = by, Template = template.Id, Reason = "...", ByOwnWish = seed.Split("wish").DrawBelow(2) == 0,
                Element = Pick(seed, "element", [.. template.Elements.Select(element => element.Id)]),
            },
            13 => new ArtifactReview
            {
                Id = id, On = on, By = by, Artifact = Artifact(seed), Version = Version(seed),
                State = Pick(seed, "review", [ReviewState.Accepted, ReviewState.Accepted, ReviewState.Returned]),
            },
            _ => new ArtifactVersion
            {
                Id = id, On = on, By = by, Artifact = Artifact(seed), Version = Version(seed), InPortfolio = seed.Split("show").DrawBelow(2) == 0,
                Kind = Pick(seed, "artifact", [ArtifactKind.CoursePlan, ArtifactKind.Resume, ArtifactKind.ActivityLog, ArtifactKind.Project, ArtifactKind.Evaluation]),
            },
        };
    }

    private static ArtifactId Artifact(Seed seed) => ArtifactId.From($"a{seed.Split("which").DrawBelow(3)}");

    private static int Version(Seed seed) => 1 + seed.Split("version").DrawBelow(2);

    private static T Pick<T>(Seed seed, string what, IReadOnlyList<T> from) => from[seed.Split(what).DrawBelow(from.Count)];
}
