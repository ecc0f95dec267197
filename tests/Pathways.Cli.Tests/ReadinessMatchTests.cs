using Pathways.Curriculum;

namespace Pathways.Cli.Tests;

/// <summary>S3, S52: <c>match</c> gives seats to students who are ready, where the policy says so.</summary>
public sealed class ReadinessMatchTests : IDisposable
{
    private static readonly LocalDate Day = new(2026, 6, 1);

    private readonly TempFolder _folder = new();

    public ReadinessMatchTests()
    {
        foreach (var file in new[] { "students.csv", "partners.csv", "opportunities.csv", "preferences.csv", "priorities.csv", "readiness.json" })
        {
            File.Copy(Path.Combine(Shell.Sample, file), _folder.In(file));
        }

        _folder.File("policy.json", """{ "format": "pathways/policy@1", "eligibility": { "maximumDistanceKm": 40, "requireReadiness": true } }""");
        using var stream = File.Create(_folder.In("records.jsonl"));
        RecordFile.Write(stream, [Ready(Ana)]);
    }

    private static StudentId Ana { get; } = Applicants[0];

    private static StudentId Ben { get; } = Applicants[1];

    private static ImmutableArray<StudentId> Applicants =>
    [
        .. File.ReadLines(Path.Combine(Shell.Sample, "preferences.csv")).Skip(1).Select(line => StudentId.From(line.Split(',')[0])).Distinct().Take(2),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_students_who_are_ready_on_the_day_get_a_seat_and_the_others_hear_everything_that_is_missing()
    {
        var run = Shell.Run("match", _folder.Path, "--on", "2026-06-01", "--out", _folder.In("out"));
        Assert.Equal(0, run.Code);
        Assert.Contains("note: students must be ready on 2026-06-01.", run.Error, StringComparison.Ordinal);
        Assert.Contains("ready on", run.Output, StringComparison.Ordinal);
        Assert.All(File.ReadAllLines(Path.Combine(_folder.In("out"), "assignments.csv")).Skip(1), line => Assert.StartsWith($"{Ana},", line, StringComparison.Ordinal));

        var leftOut = File.ReadAllLines(Path.Combine(_folder.In("out"), "left-out.csv"));
        var ben = leftOut.First(line => line.StartsWith($"{Ben},", StringComparison.Ordinal) && line.Contains("eligibility.readiness", StringComparison.Ordinal));
        foreach (var missing in new[] { "marlborough-career@1", "inventory", "strengths", "sector", "report", "interview", "thanked", "resume", "training", "portfolio", "application" })
        {
            Assert.Contains(missing, ben, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(leftOut, line => line.StartsWith($"{Ana},", StringComparison.Ordinal) && line.Contains("eligibility.readiness", StringComparison.Ordinal));

        // The day is in the file of the matching, so that it need not be said again.
        var explained = Shell.Run("explain", _folder.Path, Path.Combine(_folder.In("out"), "matching.json"), "--student", Ben.Value);
        Assert.Equal(0, explained.Code);
        Assert.Contains("ready on 2026-06-01", explained.Error, StringComparison.Ordinal);
        Assert.Contains("The student is not ready by marlborough-career@1", explained.Output, StringComparison.Ordinal);
        Assert.Equal(0, Shell.Run("verify", _folder.Path, Path.Combine(_folder.In("out"), "matching.json")).Code);
    }

    /// <summary>The sample's specialists granted readiness in September; who was not granted and misses something gets no seat.</summary>
    [Fact]
    public void The_sample_can_be_matched_with_ready_students_only()
    {
        var run = Shell.Run(
            "match", Shell.Sample, "--policy", Path.Combine(Shell.Sample, "policy-readiness.json"), "--on", "2026-11-15", "--out", _folder.In("out"), "--json");
        Assert.Equal(0, run.Code);
        var unready = File.ReadLines(Path.Combine(_folder.In("out"), "left-out.csv"))
            .Where(line => line.Contains("eligibility.readiness", StringComparison.Ordinal)).Select(line => line.Split(',')[0]).ToHashSet();
        var seated = run.Json.GetProperty("assignments").EnumerateArray().Select(seat => seat.GetProperty("student").GetString()!).ToHashSet();
        Assert.NotEmpty(unready);
        Assert.InRange(seated.Count, 100, 514);
        Assert.Empty(seated.Intersect(unready));
    }

    [Fact]
    public void What_expired_by_the_day_makes_nobody_ready()
    {
        var run = Shell.Run("match", _folder.Path, "--on", "2029-06-01", "--json");
        Assert.Equal(0, run.Code);
        Assert.Empty(run.Json.GetProperty("assignments").EnumerateArray());
        Assert.Equal("2029-06-01", run.Json.GetProperty("readyOn").GetString());
    }

    [Fact]
    public void Nothing_is_matched_when_the_policy_requires_readiness_and_files_are_missing()
    {
        File.Delete(_folder.In("readiness.json"));
        File.Delete(_folder.In("records.jsonl"));
        var run = Shell.Run("match", _folder.Path);
        Assert.Equal(2, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains("readiness.file.missing", run.Error, StringComparison.Ordinal);
        Assert.Contains("record.file.missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_none_is_an_error_that_says_so()
    {
        var run = Shell.Run("match", _folder.Path, "--on", "soon");
        Assert.Equal(2, run.Code);
        Assert.Contains("--on soon is no day. Expected the form 2026-09-01.", run.Error, StringComparison.Ordinal);
    }

    private static StudentRecord Ready(StudentId student)
    {
        var by = new Actor(ActorId.From("u1"), Role.CareerSpecialist);
        var on = Day.PlusDays(-30);
        ImmutableArray<(string Name, ArtifactKind Kind, bool Shown)> artifacts =
        [
            ("report", ArtifactKind.ResearchReport, true), ("interview", ArtifactKind.InterviewRecord, true), ("thanks", ArtifactKind.ThankYouNote, false),
            ("resume", ArtifactKind.Resume, true), ("application", ArtifactKind.Application, false),
        ];
        return StudentRecord.From(student,
        [
            new InterestResult { Id = EntryId.From("i"), On = on, By = by, Profile = new([1, 2, 3, 4, 5, 6]), Instrument = "profiler" },
            new StrengthResult { Id = EntryId.From("s"), On = on, By = by, Instrument = "strengths" },
            new SectorChoice { Id = EntryId.From("c"), On = on, By = by, Sector = SectorId.From("healthcare") },
            new CredentialEarned { Id = EntryId.From("t"), On = on, By = by, Credential = QualificationId.From("readiness-training") },
            .. artifacts.Select(a => new ArtifactVersion
            {
                Id = EntryId.From(a.Name), On = on, By = by, Artifact = ArtifactId.From(a.Name), Kind = a.Kind, Version = 1, InPortfolio = a.Shown,
            }),
            .. artifacts.Select(a => new ArtifactReview
            {
                Id = EntryId.From($"{a.Name}-ok"), On = on, By = by, Artifact = ArtifactId.From(a.Name), Version = 1, State = ReviewState.Accepted,
            }),
        ]);
    }
}
