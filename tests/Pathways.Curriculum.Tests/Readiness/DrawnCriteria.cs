namespace Pathways.Curriculum.Tests.Readiness;

/// <summary>Criteria of every kind as a seed says, about what <see cref="RandomRecords"/> has.</summary>
internal static class DrawnCriteria
{
    private const int Kinds = 13;

    public static ReadinessDefinition Definition(Seed seed, int most) =>
        Given.Definition([.. Enumerable.Range(0, 1 + seed.Split("count").DrawBelow(most)).Select(i => One(seed.Split((ulong)i), $"c{i}", 2))]);

    private static ReadinessCriterion One(Seed seed, string id, int depth)
    {
        ReadinessCriterion criterion = seed.Split("kind").DrawBelow(depth > 0 ? Kinds : Kinds - 1) switch
        {
            0 or 1 => new ArtifactCriterion
            {
                Id = id, Sentence = "Hand in.", Kinds = Some(seed, "kinds", Enum.GetValues<ArtifactKind>()), Activities = Some(seed, "activities", Activities),
                Count = 1 + seed.Split("least").DrawBelow(3), MustBeAccepted = Is(seed, "accepted"), InPortfolio = seed.Split("shown").DrawBelow(4) == 0, WithinDays = Days(seed),
            },
            2 => new CredentialCriterion { Id = id, Sentence = "Earn.", Credentials = [QualificationId.From("q-0"), .. Some(seed, "more", [QualificationId.From("q-1")])], WithinDays = Days(seed) },
            3 => new ExperienceCriterion
            {
                Id = id, Sentence = "Go.", Activities = [ActivityId.From("visit"), .. Some(seed, "activities", Activities)], Kinds = Some(seed, "kinds", [ActivityKind.SiteVisit]),
                Count = seed.Split("least").DrawBelow(4), Hours = Is(seed, "timed") ? seed.Split("hours").DrawBelow(200) : null, WithinDays = Days(seed),
            },
            4 => new AssessmentCriterion { Id = id, Sentence = "Assess.", Of = Is(seed, "of") ? AssessmentSubject.Interests : AssessmentSubject.Strengths, WithinMonths = Days(seed) / 30 },
            5 => new SectorCriterion { Id = id, Sentence = "Choose." },
            6 => new AdvisorCriterion { Id = id, Sentence = "Name.", Roles = Some(seed, "roles", [Role.Teacher, Role.Counselor]) },
            7 => new BarrierCriterion { Id = id, Sentence = "Clear.", Kinds = Some(seed, "kinds", Enum.GetValues<BarrierKind>()) },
            8 => new GradeCriterion { Id = id, Sentence = "Grow.", Least = GradeLevel.From(8 + seed.Split("grade").DrawBelow(5)) },
            9 => new PlanSignedCriterion { Id = id, Sentence = "Sign.", Signers = [Role.Student, .. Some(seed, "signers", [Role.Counselor, Role.Guardian])], WithinDays = Days(seed) },
            10 => new GoalCriterion { Id = id, Sentence = "Aim.", Kinds = [GoalKind.Career, .. Some(seed, "goals", Enum.GetValues<GoalKind>())], WithinDays = Days(seed) },
            11 => Is(seed, "which")
                ? new IntentCriterion { Id = id, Sentence = "Say.", MustBeDecided = Is(seed, "decided") }
                : new AidCriterion { Id = id, Sentence = "Apply.", Least = (FinancialAidMilestone)seed.Split("aid").DrawBelow(5) },
            _ => new GroupCriterion
            {
                Id = id, Sentence = "Some.", Parts = [.. Enumerable.Range(0, 1 + seed.Split("parts").DrawBelow(4)).Select(i => One(seed.Split("part").Split((ulong)i), $"{id}-{i}", depth - 1))],
                Least = Is(seed, "all") ? null : 1 + seed.Split("least").DrawBelow(3),
            },
        };
        return seed.Split("waived").DrawBelow(12) == 0 ? criterion with { WaivedWith = [ActivityId.From("visit")] } : criterion;
    }

    private static ActivityId[] Activities => [ActivityId.From("visit"), ActivityId.From("resume"), ActivityId.From("talk")];

    private static bool Is(Seed seed, string what) => seed.Split(what).DrawBelow(2) == 0;

    private static int? Days(Seed seed) => Is(seed, "aged") ? seed.Split("days").DrawBelow(900) : null;

    // None of them in half of all cases, which asks for any.
    private static ImmutableArray<T> Some<T>(Seed seed, string what, T[] all) =>
        Is(seed, what) ? [] : [.. all.Where((_, i) => seed.Split(what).Split((ulong)i).DrawBelow(3) > 0)];
}
