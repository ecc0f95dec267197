using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>An entry of every kind, with everything said that it can say.</summary>
internal static class RecordEntries
{
    private static readonly LocalDate Day = Fall.Start;
    private static readonly ActivityId Visit = ActivityId.From("site-visit");
    private static readonly SectorId Health = SectorId.From("health");
    private static readonly OnetSocCode Nurse = OnetSocCode.Parse("29-1141.00");

    public static ImmutableArray<RecordEntry> All { get; } =
    [
        new Experience
        {
            Id = Id(1), On = Day, By = Coordinator, Activity = Visit, Attendance = Attendance.Excused, Hours = 2.75m, Group = "Grade 9, \"blue\"", Partner = PartnerId.From("hospital"),
            Opportunity = OpportunityId.From("clinic"), Sector = Health, Occupation = Nurse,
        },
        new ArtifactVersion
        {
            Id = Id(2), On = Day, By = Coordinator, Artifact = ArtifactId.From("résumé"), Kind = ArtifactKind.Resume, Version = 3, Activity = Visit, Title = "Über mich — v3",
            Location = "https://example.org/a?b=1&c=ü", Sector = Health, Occupation = Nurse, InPortfolio = true,
        },
        new ArtifactReview { Id = Id(3), On = Day, By = Coordinator, Artifact = ArtifactId.From("résumé"), Version = 3, State = ReviewState.Returned, Comment = "Say more.\nMuch more." },
        new SectorChoice { Id = Id(4), On = Day, By = Coordinator, Sector = Health, Reason = "I like people" },
        new IntentDeclared { Id = Id(5), On = Day, By = Coordinator, Intent = PostsecondaryIntent.TwoYearCollege },
        new GoalSet { Id = Id(6), On = Day, By = Coordinator, Kind = GoalKind.PersonalSocial, Text = "Speak up 🙂" },
        new InterestResult { Id = Id(7), On = Day, By = Coordinator, Profile = new([12, 30.5, 5, 20, 8.25, 14]), Instrument = "short form", MaximumScore = 40 },
        new StrengthResult { Id = Id(8), On = Day, By = Coordinator, Instrument = "cards", Strengths = ["Patience", "Humour"] },
        new ExpectationChecked { Id = Id(9), On = Day, By = Coordinator, Activity = Visit, Expectation = "Noise", Finding = "Quiet", WasRight = true },
        new AdvisorNamed { Id = Id(10), On = Day, By = Coordinator, Advisor = ActorId.From("t1"), AdvisorRole = Role.Teacher, Until = Fall.End },
        new FamilyContact { Id = Id(11), On = Day, By = Coordinator, Channel = "call", Topic = "The first visit" },
        new Enrollment { Id = Id(12), On = Day, By = Coordinator, Program = ProgramType.EarlyCollege, Pathway = PathwayId.From("health"), Course = "BIO-101", CollegeCredits = 3.5m, State = EnrollmentState.Completed },
        new CredentialEarned { Id = Id(13), On = Day, By = Coordinator, Credential = QualificationId.From("cpr"), Expires = Fall.End, Activity = Visit },
        new AidReached { Id = Id(14), On = Day, By = Coordinator, Milestone = FinancialAidMilestone.OptedOut, Program = "FAFSA" },
        new BarrierReported { Id = Id(15), On = Day, By = Coordinator, Kind = BarrierKind.Transport, Text = "No bus after six", Activity = Visit },
        new BarrierMitigated { Id = Id(16), On = Day, By = Coordinator, Barrier = Id(15), Mitigation = "A pass for the van" },
        new ActivityWaived { Id = Id(17), On = Day, By = Coordinator, Activity = Visit, Reason = "Was there last year" },
        new PlanElementExcused { Id = Id(18), On = Day, By = Coordinator, Template = PlanTemplateId.From("plan"), Element = PlanElementId.From("e1"), Reason = "Moved here", ByOwnWish = true },
        new PlanSigned { Id = Id(19), On = Day, By = Coordinator, Template = PlanTemplateId.From("plan"), Signer = Role.Guardian },
        new ReadinessGranted { Id = Id(20), On = Day, By = Coordinator, Definition = ReadinessDefinitionId.From("ready"), Version = 2, Until = Fall.End },
        new ReadinessRevoked { Id = Id(21), On = Day, By = Coordinator, Definition = ReadinessDefinitionId.From("ready"), Reason = "Was granted by mistake" },
        new PipelineChange { Id = Id(22), On = Day, By = Coordinator, Step = PipelineStep.Resumed, Reason = "Is well again" },
        new Correction { Id = Id(23), On = Day, By = Coordinator, Corrected = Id(4), Reason = "Another student's" },
    ];

    private static EntryId Id(int number) => EntryId.From(FormattableString.Invariant($"e{number:00}"));
}
