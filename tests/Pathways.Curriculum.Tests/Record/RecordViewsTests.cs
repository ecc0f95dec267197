using System.Text.Json;

namespace Pathways.Curriculum.Tests;

public class RecordViewsTests
{
    private static readonly LocalDate Day = new(2026, 11, 15);
    private static readonly Actor Staff = new(ActorId.From("c-1"), Role.Counselor);
    private int _next;

    /// <summary>S21: the portfolio is an ordered collection of artifacts with their versions and reviews.</summary>
    /// <summary>The one rule for artifacts of several versions, by which progress and readiness go too: the latest version that was judged decides.</summary>
    [Fact]
    public void What_was_accepted_and_then_returned_in_a_later_version_is_not_accepted()
    {
        RecordEntry[] entries =
        [
            Version("resume", 1, 10), Review("resume", 1, 11, ReviewState.Accepted), Version("resume", 2, 12), Review("resume", 2, 13, ReviewState.Returned), Version("resume", 3, 14),
        ];
        Assert.Equal([ReviewState.Submitted, ReviewState.Accepted, ReviewState.Accepted, ReviewState.Returned, ReviewState.Submitted], Enumerable.Range(1, 5).Select(State));
        Assert.Null(Portfolio.All(Record(entries))[0].Accepted);
        Assert.Equal(3, Portfolio.All(Record(entries))[0].Current.Version.Version);

        ReviewState State(int many) => Portfolio.All(Record(entries[..many]))[0].State;
    }

    [Fact]
    public void The_portfolio_shows_what_was_accepted_or_chosen_in_the_order_in_which_it_came_to_be()
    {
        var record = Record(
            Version("resume", 1, 10), Review("resume", 1, 11, ReviewState.Returned), Version("resume", 2, 12), Review("resume", 2, 13, ReviewState.Accepted), Version("resume", 3, 14),
            Version("report", 1, 5) with { InPortfolio = true }, Version("draft", 1, 6));

        var shown = Portfolio.Of(record);
        Assert.Equal(["report", "resume"], shown.Select(item => item.Artifact.Value));
        Assert.Equal([ReviewState.Returned, ReviewState.Accepted, ReviewState.Submitted], shown[1].Versions.Select(version => version.State));
        Assert.Equal(2, shown[1].Current.Version.Version);
        Assert.Equal(3, shown[1].Latest.Version.Version);
        Assert.Equal(["report", "draft", "resume"], Portfolio.All(record).Select(item => item.Artifact.Value));
        Assert.Equal(["report"], Portfolio.Of(record, new(2026, 10, 12)).Select(item => item.Artifact.Value));
    }

    [Fact]
    public void Of_the_reviews_of_one_day_the_one_that_returns_counts_whatever_its_name()
    {
        var returned = Review("resume", 1, 11, ReviewState.Returned);
        var accepted = Review("resume", 1, 11, ReviewState.Accepted);

        Assert.Equal(ReviewState.Returned, Portfolio.All(Record(Version("resume", 1, 10), returned, accepted))[0].Latest.State);
        Assert.Equal(ReviewState.Returned, Portfolio.All(Record(Version("resume", 1, 10), returned with { Id = accepted.Id }, accepted with { Id = returned.Id }))[0].Latest.State);
        Assert.Equal(ReviewState.Accepted, Portfolio.All(Record(Version("resume", 1, 10), returned, accepted with { On = accepted.On.PlusDays(1) }))[0].Latest.State);
    }

    /// <summary>S17: a sector is chosen, may be changed, and the history stays.</summary>
    [Fact]
    public void Choices_of_sectors_follow_each_other_and_corrected_ones_never_held()
    {
        var wrong = Sector("engineering", 4);
        var record = Record(Sector("computing", 1), Sector("healthcare", 8), wrong, new Correction { Id = Next(), On = On(5), By = Staff, Corrected = wrong.Id, Reason = "Slip" });

        Assert.Equal(["computing 10-09", "healthcare "], SectorHistory.Of(record).Select(period => $"{period.Choice.Sector} {period.Until:MM-dd}"));
        Assert.Equal("computing", SectorHistory.On(record, On(7))?.Value);
        Assert.Null(SectorHistory.On(record, new(2026, 9, 1)));
    }

    /// <summary>S12, S14: self-assessments are dated and repeated; the latest counts.</summary>
    [Fact]
    public void The_picture_of_a_day_has_the_latest_assessments_and_keeps_the_earlier_ones()
    {
        var record = Record(Interests(1, 30), Interests(9, 10), new StrengthResult { Id = Next(), On = On(2), By = Staff, Instrument = "cards", Strengths = ["patience"] });

        var picture = SelfPicture.Of(record, On(10));
        Assert.Equal(10, picture.Interests?.Profile.Scores[0]);
        Assert.Equal([30, 10], picture.InterestHistory.Select(result => result.Profile.Scores[0]));
        Assert.Equal(["patience"], picture.Strengths?.Strengths);
        Assert.Equal(30, SelfPicture.Of(record, On(8)).Interests?.Profile.Scores[0]);
    }

    /// <summary>S119: a student has named adults to turn to.</summary>
    [Fact]
    public void Trusted_adults_are_those_named_and_not_past()
    {
        var record = Record(Advisor("t-1", 1, null), Advisor("t-2", 1, 5), Advisor("t-3", 2, 9), Advisor("t-3", 3, null));

        Assert.Equal(["t-1", "t-2", "t-3"], RecordViews.TrustedAdults(record, On(5)).Select(named => named.Advisor.Value));
        Assert.Equal(["t-1", "t-3"], RecordViews.TrustedAdults(record, Day).Select(named => named.Advisor.Value));
    }

    /// <summary>S30: Early College and dual credit stand beside work-based learning.</summary>
    [Fact]
    public void Early_college_and_dual_credit_have_a_latest_state_and_credits_once_completed()
    {
        var record = Record(
            Enrolled("English Composition", 1, EnrollmentState.Enrolled), Enrolled("English Composition", 9, EnrollmentState.Completed),
            Enrolled("Statistics", 2, EnrollmentState.Enrolled));

        Assert.Equal(
            ["English Composition Completed 10-02 3", "Statistics Enrolled 10-03 0"],
            RecordViews.Enrollments(record, Day).Select(standing => $"{standing.Latest.Course} {standing.Latest.State} {standing.Since:MM-dd} {standing.Credits}"));
        Assert.Equal(0, RecordViews.Enrollments(record, On(8)).Sum(standing => standing.Credits));
    }

    [Fact]
    public void A_credential_is_good_to_its_last_day_and_the_longest_counts()
    {
        var record = Record(Credential("safety", 1, 20), Credential("safety", 2, 30), Credential("cpr", 1, null));

        Assert.Equal(["cpr", "safety"], RecordViews.Credentials(record, On(30)).Select(earned => earned.Credential.Value));
        Assert.Equal(["cpr"], RecordViews.Credentials(record, On(31)).Select(earned => earned.Credential.Value));
    }

    /// <summary>S113: barriers are on record with what was done about them.</summary>
    [Fact]
    public void A_barrier_is_open_until_something_is_done_about_it()
    {
        var bus = new BarrierReported { Id = Next(), On = On(1), By = Staff, Kind = BarrierKind.Transport };
        var fee = new BarrierReported { Id = Next(), On = On(2), By = Staff, Kind = BarrierKind.Cost };
        var record = Record(bus, fee, new BarrierMitigated { Id = Next(), On = On(5), By = Staff, Barrier = bus.Id, Mitigation = "Bus pass" });

        Assert.Equal([false, true], RecordViews.Barriers(record, Day).Select(barrier => barrier.IsOpen));
        Assert.Equal([true, true], RecordViews.Barriers(record, On(4)).Select(barrier => barrier.IsOpen));
    }

    /// <summary>S153: what was expected stands beside what was found.</summary>
    [Fact]
    public void Expectations_stand_beside_findings()
    {
        var record = Record(new ExpectationChecked { Id = Next(), On = On(1), By = Staff, Activity = ActivityId.From("visit"), Expectation = "No mathematics", Finding = "Slopes and volumes" });

        var pair = Assert.Single(RecordViews.Expectations(record, Day));
        Assert.Equal(("No mathematics", "Slopes and volumes", false), (pair.Expectation, pair.Finding, pair.WasRight));
    }

    /// <summary>S197: breadth counts distinct sectors, clusters and occupations that were experienced.</summary>
    [Fact]
    public void Hours_and_breadth_count_what_was_attended()
    {
        var record = Record(
            Experience("visit", 1, 3, "healthcare"), Experience("visit", 2, 2, "computing"), Experience("work", 3, 4.5m, "healthcare"),
            Experience("work", 4, 9, "engineering") with { Attendance = Attendance.Absent });

        var hours = RecordViews.Hours(record, Day);
        Assert.Equal(9.5m, hours.Total);
        Assert.Equal(7.5m, hours.BySector[SectorId.From("healthcare")]);
        Assert.Equal(5, hours.ByActivity[ActivityId.From("visit")]);
        Assert.Equal(9.5m, hours.ByPartner[PartnerId.From("p-1")]);
        var breadth = RecordViews.Breadth(record, Day, SectorPresets.Marlborough);
        Assert.Equal(["computing", "healthcare"], breadth.Sectors.Select(sector => sector.Value));
        Assert.Equal(["Digital Technology", "Healthcare & Human Services"], breadth.Clusters.Select(cluster => cluster.Name).Order());
        Assert.Equal(["29-1141.00"], breadth.Occupations.Select(code => code.Value));
        Assert.Single(breadth.Partners);
    }

    /// <summary>S201, S111: one transcript from awareness to immersion, whatever the school.</summary>
    [Fact]
    public void The_transcript_goes_from_awareness_to_immersion_in_sentences_and_as_json()
    {
        var record = Record(
            Experience("work", 20, 4.5m, "healthcare"), Experience("visit", 1, 3, "healthcare"), Experience("visit", 2, null, "healthcare") with { Attendance = Attendance.Absent },
            Version("note", 1, 3) with { Activity = ActivityId.From("visit") }, Review("note", 1, 4, ReviewState.Accepted),
            new ActivityWaived { Id = Next(), On = On(6), By = Staff, Activity = ActivityId.From("abroad"), Reason = "Moved here" },
            Sector("healthcare", 7), Credential("safety", 8, 30), Enrolled("Statistics", 9, EnrollmentState.Enrolled));
        var transcript = ExperienceTranscript.Of(record, Scope(), Day);

        Assert.Equal(
            [
                "Experiences of s-1 until 2026-11-15: 3 activities, 7.5 hours.",
                "Awareness:",
                "- Visit to a hospital (2026-10-02 to 2026-10-04): attended once (3 hours); missed once; with p-1; about healthcare; accepted: reflection.",
                "Immersion:",
                "- Internship (2026-10-21): attended once (4.5 hours); with p-1; about healthcare.",
                "Activities of another curriculum:",
                "- abroad (2026-10-07): waived by the school.",
                "Chose the sector healthcare on 2026-10-08.",
                "early college program: enrolled, since 2026-10-10.",
            ],
            transcript.Sentences().Where(line => !line.StartsWith("Holds", StringComparison.Ordinal)));
        using var stream = new MemoryStream();
        transcript.WriteJson(stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(["visit", "work", "abroad"], json.RootElement.GetProperty("activities").EnumerateArray().Select(line => line.GetProperty("activity").GetString()));
        Assert.Equal(7.5m, json.RootElement.GetProperty("hours").GetDecimal());
    }

    [Fact]
    public void A_transcript_is_written_with_its_lists_and_without_what_does_not_apply()
    {
        var record = Record(
            Experience("visit", 1, 3, "healthcare"), Version("note", 1, 3) with { Activity = ActivityId.From("visit") },
            new ActivityWaived { Id = Next(), On = On(6), By = Staff, Activity = ActivityId.From("abroad"), Reason = "Moved here" }, Sector("healthcare", 7));
        using var stream = new MemoryStream();
        ExperienceTranscript.Of(record, Scope(), Day).WriteJson(stream);

        Assert.Equal(
            """
            {
              "format": "pathways/transcript@1",
              "student": "s-1",
              "on": "2026-11-15",
              "hours": 3,
              "activities": [
                {
                  "activity": "visit",
                  "title": "Visit to a hospital",
                  "stage": "awareness",
                  "first": "2026-10-02",
                  "last": "2026-10-04",
                  "attended": 1,
                  "missed": 0,
                  "hours": 3,
                  "partners": [
                    "p-1"
                  ],
                  "sectors": [
                    "healthcare"
                  ],
                  "accepted": [],
                  "open": [
                    "reflection"
                  ]
                },
                {
                  "activity": "abroad",
                  "title": "abroad",
                  "first": "2026-10-07",
                  "last": "2026-10-07",
                  "attended": 0,
                  "missed": 0,
                  "hours": 0,
                  "partners": [],
                  "sectors": [],
                  "accepted": [],
                  "open": [],
                  "waived": true
                }
              ],
              "sectors": [
                {
                  "sector": "healthcare",
                  "from": "2026-10-08"
                }
              ],
              "credentials": [],
              "enrollments": []
            }

            """.ReplaceLineEndings("\n"),
            System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Views_do_not_depend_on_the_order_in_which_entries_came()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var entries = RandomRecords.Entries(seed);
            var (one, other) = (Record([.. entries]), Record([.. Enumerable.Reverse(entries)]));

            Assert.Equal(ExperienceTranscript.Of(one, Scope(), Day).Sentences(), ExperienceTranscript.Of(other, Scope(), Day).Sentences());
            Assert.Equal(Portfolio.Of(one).Select(item => item.Current.ToString()), Portfolio.Of(other).Select(item => item.Current.ToString()));
            Assert.Equal(SectorHistory.Of(one).AsEnumerable(), SectorHistory.Of(other));
        }
    }

    private static ScopeAndSequence Scope() => new()
    {
        Id = ScopeId.From("x"), Version = 1, Title = "x", EffectiveFrom = Day,
        Activities = [Activity("work", "Internship", Stage.Immersion, 11), Activity("visit", "Visit to a hospital", Stage.Awareness, 9)],
    };

    private static Activity Activity(string id, string title, Stage stage, int grade) => new()
    {
        Id = ActivityId.From(id), Title = title, Kind = ActivityKind.Other, Stage = stage, FirstGrade = GradeLevel.From(grade), LastGrade = GradeLevel.From(grade),
    };

    private static StudentRecord Record(params RecordEntry[] entries) => StudentRecord.From(StudentId.From("s-1"), entries);

    private static LocalDate On(int day) => new LocalDate(2026, 10, 1).PlusDays(day);

    private EntryId Next() => EntryId.From($"e{_next++:000}");

    private ArtifactVersion Version(string artifact, int version, int day) => new()
    {
        Id = Next(), On = On(day), By = Staff, Artifact = ArtifactId.From(artifact), Kind = ArtifactKind.Reflection, Version = version,
    };

    private ArtifactReview Review(string artifact, int version, int day, ReviewState state) => new()
    {
        Id = Next(), On = On(day), By = Staff, Artifact = ArtifactId.From(artifact), Version = version, State = state,
    };

    private SectorChoice Sector(string sector, int day) => new() { Id = Next(), On = On(day), By = Staff, Sector = SectorId.From(sector) };

    private InterestResult Interests(int day, double realistic) => new()
    {
        Id = Next(), On = On(day), By = Staff, Instrument = "mini", Profile = new([realistic, 1, 2, 3, 4, 5]),
    };

    private AdvisorNamed Advisor(string who, int day, int? until) => new()
    {
        Id = Next(), On = On(day), By = Staff, Advisor = ActorId.From(who), AdvisorRole = Role.Teacher, Until = until is { } last ? On(last) : null,
    };

    private Enrollment Enrolled(string course, int day, EnrollmentState state) => new()
    {
        Id = Next(), On = On(day), By = Staff, Program = ProgramType.EarlyCollege, Course = course, CollegeCredits = 3, State = state,
    };

    private CredentialEarned Credential(string credential, int day, int? until) => new()
    {
        Id = Next(), On = On(day), By = Staff, Credential = QualificationId.From(credential), Expires = until is { } last ? On(last) : null,
    };

    private Experience Experience(string activity, int day, decimal? hours, string sector) => new()
    {
        Id = Next(), On = On(day), By = Staff, Activity = ActivityId.From(activity), Attendance = Attendance.Attended, Hours = hours,
        Partner = PartnerId.From("p-1"), Sector = SectorId.From(sector), Occupation = OnetSocCode.Parse("29-1141.00"),
    };
}
