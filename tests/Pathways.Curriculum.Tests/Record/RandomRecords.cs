namespace Pathways.Curriculum.Tests;

/// <summary>Records with entries of all kinds that are in order: what a seed says, in the order in which it says it.</summary>
internal sealed class RandomRecords(Seed seed)
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 15, 18, 0);
    private static readonly LocalDate FirstDay = new(2023, 9, 1);
    private static readonly string[] Texts = ["plain", "two\nlines", "quote \" and \\", "ünïcode 日本 🎓", "<tag> & 'more'", " spaces "];
    private readonly List<RecordEntry> _entries = [];
    private ulong _next;

    public static StudentRecord Record(long seed, string student = "s-1") => StudentRecord.From(StudentId.From(student), Entries(seed));

    public static List<RecordEntry> Entries(long seed)
    {
        var random = new RandomRecords(Seed.From(seed));
        for (var count = random.Below(40); count > 0; count--)
        {
            random.Add((EntryKind)random.Below(Enum.GetValues<EntryKind>().Length));
        }

        return random._entries;
    }

    /// <summary>One entry of every kind, in order with each other, with one text in every field that takes one.</summary>
    public static List<RecordEntry> OfEveryKind(Func<string> text) =>
    [
        new Experience { Id = EntryId.From("01"), On = FirstDay, By = Staff, Activity = ActivityId.From("visit"), Attendance = Attendance.Attended, Group = text() },
        new ArtifactVersion { Id = EntryId.From("02"), On = FirstDay, By = Staff, Artifact = ArtifactId.From("a"), Kind = ArtifactKind.Resume, Version = 1, Title = text(), Location = text() },
        new ArtifactReview { Id = EntryId.From("03"), On = FirstDay, By = Staff, Artifact = ArtifactId.From("a"), Version = 1, State = ReviewState.Returned, Comment = text() },
        new SectorChoice { Id = EntryId.From("04"), On = FirstDay, By = Staff, Sector = SectorId.From("computing"), Reason = text() },
        new IntentDeclared { Id = EntryId.From("05"), On = FirstDay, By = Staff, Intent = PostsecondaryIntent.Work },
        new GoalSet { Id = EntryId.From("06"), On = FirstDay, By = Staff, Kind = GoalKind.Career, Text = text() },
        new InterestResult { Id = EntryId.From("07"), On = FirstDay, By = Staff, Instrument = text(), Profile = new([8271, 1, 2, 3, 4, 5]) },
        new StrengthResult { Id = EntryId.From("08"), On = FirstDay, By = Staff, Instrument = text(), Strengths = [text(), text()] },
        new ExpectationChecked { Id = EntryId.From("09"), On = FirstDay, By = Staff, Activity = ActivityId.From("visit"), Expectation = text(), Finding = text() },
        new AdvisorNamed { Id = EntryId.From("10"), On = FirstDay, By = Staff, Advisor = ActorId.From("t-1"), AdvisorRole = Role.Teacher },
        new FamilyContact { Id = EntryId.From("11"), On = FirstDay, By = Staff, Channel = text(), Topic = text() },
        new Enrollment { Id = EntryId.From("12"), On = FirstDay, By = Staff, Program = ProgramType.EarlyCollege, State = EnrollmentState.Enrolled, Course = text() },
        new CredentialEarned { Id = EntryId.From("13"), On = FirstDay, By = Staff, Credential = QualificationId.From("safety-training") },
        new AidReached { Id = EntryId.From("14"), On = FirstDay, By = Staff, Milestone = FinancialAidMilestone.Informed, Program = text() },
        new BarrierReported { Id = EntryId.From("15"), On = FirstDay, By = Staff, Kind = BarrierKind.Transport, Text = text() },
        new BarrierMitigated { Id = EntryId.From("16"), On = FirstDay, By = Staff, Barrier = EntryId.From("15"), Mitigation = text() },
        new ActivityWaived { Id = EntryId.From("17"), On = FirstDay, By = Staff, Activity = ActivityId.From("resume"), Reason = text() },
        new PlanElementExcused { Id = EntryId.From("18"), On = FirstDay, By = Staff, Template = PlanTemplateId.From("mycap"), Element = PlanElementId.From("aid"), Reason = text() },
        new PlanSigned { Id = EntryId.From("19"), On = FirstDay, By = Staff, Template = PlanTemplateId.From("mycap"), Signer = Role.Guardian },
        new ReadinessGranted { Id = EntryId.From("20"), On = FirstDay, By = Staff, Definition = ReadinessDefinitionId.From("career"), Version = 1 },
        new ReadinessRevoked { Id = EntryId.From("21"), On = FirstDay, By = Staff, Definition = ReadinessDefinitionId.From("career"), Reason = text() },
        new PipelineChange { Id = EntryId.From("22"), On = FirstDay, By = Staff, Step = PipelineStep.Paused, Reason = text() },
        new Correction { Id = EntryId.From("23"), On = FirstDay, By = Staff, Corrected = EntryId.From("22"), Reason = text() },
    ];

    private static Actor Staff { get; } = new(ActorId.From("c-1"), Role.Counselor);

    private void Add(EntryKind kind)
    {
        var (id, on, by) = (EntryId.From($"e{_entries.Count}-{Below(1000)}"), FirstDay.PlusDays(Below(1100)), Staff);
        RecordEntry? entry = kind switch
        {
            EntryKind.Experience => new Experience
            {
                Id = id, On = on, By = by, Activity = Activity(), Attendance = Any<Attendance>(), Hours = Maybe<decimal>(Below(400) / 4m), Group = Maybe(Text()),
                Partner = Maybe(PartnerId.From($"p-{Below(3)}")), Opportunity = Maybe(OpportunityId.From("o-1")), Sector = Maybe(Sector()), Occupation = Maybe(Occupation()),
            },
            EntryKind.ArtifactVersion => Version(id, on, by),
            EntryKind.ArtifactReview when Pick<ArtifactVersion>() is { } version => new ArtifactReview
            {
                Id = id, On = version.On.PlusDays(Below(3)), By = by, Artifact = version.Artifact, Version = version.Version,
                State = Below(2) == 0 ? ReviewState.Accepted : ReviewState.Returned, Comment = Maybe(Text()),
            },
            EntryKind.SectorChoice => new SectorChoice { Id = id, On = on, By = by, Sector = Sector(), Reason = Maybe(Text()) },
            EntryKind.IntentDeclared => new IntentDeclared { Id = id, On = on, By = by, Intent = Any<PostsecondaryIntent>() },
            EntryKind.GoalSet => new GoalSet { Id = id, On = on, By = by, Kind = Any<GoalKind>(), Text = Text() },
            EntryKind.InterestResult => new InterestResult
            {
                Id = id, On = on, By = by, Instrument = Text(), Profile = new([.. Enumerable.Range(0, 6).Select(_ => Below(400) / 10.0)]), MaximumScore = Maybe<int>(40),
            },
            EntryKind.StrengthResult => new StrengthResult { Id = id, On = on, By = by, Instrument = Text(), Strengths = [.. Enumerable.Range(0, Below(3)).Select(_ => Text())] },
            EntryKind.ExpectationChecked => new ExpectationChecked
            {
                Id = id, On = on, By = by, Activity = Activity(), Expectation = Text(), Finding = Text(), WasRight = Below(2) == 0,
            },
            EntryKind.AdvisorNamed => new AdvisorNamed
            {
                Id = id, On = on, By = by, Advisor = ActorId.From($"t-{Below(3)}"), AdvisorRole = Role.Teacher, Until = Maybe(on.PlusDays(Below(300))),
            },
            EntryKind.FamilyContact => new FamilyContact { Id = id, On = on, By = by, Channel = Text(), Topic = Text() },
            EntryKind.Enrollment => new Enrollment
            {
                Id = id, On = on, By = by, Program = Any<ProgramType>(), State = Any<EnrollmentState>(), Pathway = Maybe(PathwayId.From("biotech")), Course = Maybe(Text()),
                CollegeCredits = Maybe<decimal>(Below(9)),
            },
            EntryKind.CredentialEarned => new CredentialEarned
            {
                Id = id, On = on, By = by, Credential = QualificationId.From($"q-{Below(3)}"), Expires = Maybe(on.PlusDays(Below(300))), Activity = Maybe(Activity()),
            },
            EntryKind.AidReached => new AidReached { Id = id, On = on, By = by, Milestone = Any<FinancialAidMilestone>(), Program = Text() },
            EntryKind.BarrierReported => new BarrierReported { Id = id, On = on, By = by, Kind = Any<BarrierKind>(), Text = Maybe(Text()), Activity = Maybe(Activity()) },
            EntryKind.BarrierMitigated when Pick<BarrierReported>() is { } barrier => new BarrierMitigated { Id = id, On = on, By = by, Barrier = barrier.Id, Mitigation = Text() },
            EntryKind.ActivityWaived => new ActivityWaived { Id = id, On = on, By = by, Activity = Activity(), Reason = Text() },
            EntryKind.PlanElementExcused => new PlanElementExcused
            {
                Id = id, On = on, By = by, Template = PlanTemplateId.From("mycap"), Element = PlanElementId.From("aid"), Reason = Text(), ByOwnWish = Below(2) == 0,
            },
            EntryKind.PlanSigned => new PlanSigned { Id = id, On = on, By = by, Template = PlanTemplateId.From("mycap"), Signer = Any<Role>() },
            EntryKind.ReadinessGranted => new ReadinessGranted
            {
                Id = id, On = on, By = by, Definition = ReadinessDefinitionId.From("career"), Version = 1 + Below(3), Until = Maybe(on.PlusDays(Below(300))),
            },
            EntryKind.ReadinessRevoked when Pick<ReadinessGranted>() is { } grant => new ReadinessRevoked { Id = id, On = on, By = by, Definition = grant.Definition, Reason = Text() },
            EntryKind.PipelineChange => new PipelineChange { Id = id, On = on, By = by, Step = Any<PipelineStep>(), Reason = Text() },
            EntryKind.Correction when Pick<RecordEntry>() is { } wrong and not (Correction or PlanSigned or ReadinessRevoked) => new Correction
            {
                Id = id, On = on, By = by, Corrected = wrong.Id, Reason = Text(),
            },
            _ => null,
        };
        if (entry is not null)
        {
            _entries.Add(entry);
        }
    }

    private ArtifactVersion Version(EntryId id, LocalDate on, Actor by)
    {
        var before = Below(2) == 0 ? Pick<ArtifactVersion>() : null;
        before = before is null ? null : _entries.OfType<ArtifactVersion>().Last(version => version.Artifact == before.Artifact);
        return new()
        {
            Id = id,
            On = before?.On.PlusDays(Below(2)) ?? on,
            By = by,
            Artifact = before?.Artifact ?? ArtifactId.From($"a{_entries.Count}"),
            Kind = before?.Kind ?? Any<ArtifactKind>(),
            Version = 1 + (before?.Version ?? 0),
            Activity = before is null ? Maybe(Activity()) : before.Activity,
            Title = Maybe(Text()),
            Location = Maybe(Text()),
            Sector = Maybe(Sector()),
            Occupation = Maybe(Occupation()),
            InPortfolio = Below(2) == 0,
        };
    }

    private T? Pick<T>()
        where T : RecordEntry
    {
        var all = _entries.OfType<T>().ToList();
        return all.Count == 0 ? null : all[Below(all.Count)];
    }

    private int Below(int bound) => seed.Split(_next++).DrawBelow(bound);

    private TEnum Any<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>()[Below(Enum.GetValues<TEnum>().Length)];

    private string Text() => Texts[Below(Texts.Length)];

    private T? Maybe<T>(T value)
        where T : struct => Below(2) == 0 ? value : null;

    private string? Maybe(string text) => Below(2) == 0 ? text : null;

    private ActivityId Activity() => ActivityId.From($"activity-{Below(4)}");

    private SectorId Sector() => SectorPresets.Marlborough[Below(3)].Id;

    private OnetSocCode Occupation() => OnetSocCode.Parse(Below(2) == 0 ? "51-4041.00" : "29-1141.00");
}
