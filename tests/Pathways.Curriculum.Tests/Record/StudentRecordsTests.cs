using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests;

public class StudentRecordsTests
{
    private static readonly LocalDate Day = new(2026, 10, 1);
    private static readonly Actor Student = new(ActorId.From("u-1"), Role.Student);
    private static readonly Actor Teacher = new(ActorId.From("t-1"), Role.Teacher);
    private static readonly Actor Counselor = new(ActorId.From("c-1"), Role.Counselor);
    private static readonly StudentRecord Empty = new(StudentId.From("s-1"));

    [Fact]
    public void A_new_entry_comes_with_an_audit_line_that_says_who_when_and_what_kind()
    {
        var recorded = Recorded(Add(Empty, Version("e1", 1)));

        Assert.Equal(1, recorded.Record.Version);
        var line = Assert.Single(recorded.Audit);
        Assert.Equal(new RecordAudit(Empty.Student, EntryId.From("e1"), EntryKind.ArtifactVersion, Student, RandomRecords.Now, 1), line);
        Assert.Empty(recorded.Remarks);
    }

    [Fact]
    public void The_same_entry_again_adds_nothing_and_another_under_its_name_is_refused()
    {
        var record = Recorded(Add(Empty, Version("e1", 1))).Record;

        var again = Recorded(Add(record, Version("e1", 1)));
        Assert.Same(record, again.Record);
        Assert.Empty(again.Audit);
        Assert.Equal(["record.entry-taken"], Codes(Add(record, Version("e1", 1) with { Title = "Other" })));
    }

    [Fact]
    public void Equal_strengths_are_equal_entries()
    {
        StrengthResult Result() => new() { Id = EntryId.From("e1"), On = Day, By = Student, Instrument = "cards", Strengths = ["patience"] };

        Assert.Equal(Result(), Result());
        Assert.NotEqual(Result(), Result() with { Strengths = ["speed"] });
    }

    [Fact]
    public void Versions_count_without_a_gap_and_stand_once_each()
    {
        var record = Recorded(Add(Empty, Version("e1", 1))).Record;

        Assert.Equal(["record.version-gap"], Codes(Add(record, Version("e3", 3))));
        Assert.Equal(["record.version-taken"], Codes(Add(record, Version("e2", 1))));
        Assert.Equal(["record.version-kind"], Codes(Add(record, Version("e2", 2) with { Kind = ArtifactKind.Video })));
        Assert.Equal(["record.version-day"], Codes(Add(record, Version("e2", 2) with { On = Day.PlusDays(-1) })));
        Assert.Equal(2, Recorded(Add(record, Version("e2", 2))).Record.Version);
    }

    [Fact]
    public void A_corrected_version_may_be_entered_anew_under_its_number()
    {
        var record = Recorded(AddAll(Empty, Version("e1", 1), Correction("e2", "e1", Student))).Record;

        var anew = Recorded(Add(record, Version("e3", 1) with { Kind = ArtifactKind.Video })).Record;
        Assert.Equal([EntryId.From("e3")], anew.Standing.Select(entry => entry.Id));
        Assert.Empty(StudentRecords.Check(anew));
    }

    [Fact]
    public void What_does_not_exist_is_not_reviewed_corrected_dealt_with_or_taken_back()
    {
        Assert.Equal(["record.review-of-nothing"], Codes(Add(Empty, Review("e1", 1))));
        Assert.Equal(["record.correction-of-nothing"], Codes(Add(Empty, Correction("e1", "e0", Teacher))));
        Assert.Equal(["record.mitigation-of-nothing"], Codes(Add(Empty, new BarrierMitigated { Id = EntryId.From("e1"), On = Day, By = Teacher, Barrier = EntryId.From("e0"), Mitigation = "A bus pass" })));
        Assert.Equal(["record.revocation-of-nothing"], Codes(Add(Empty, new ReadinessRevoked { Id = EntryId.From("e1"), On = Day, By = Counselor, Definition = ReadinessDefinitionId.From("career"), Reason = "Training expired" })));
    }

    [Fact]
    public void A_review_returns_or_accepts_what_was_handed_in_before()
    {
        var record = Recorded(Add(Empty, Version("e1", 1))).Record;

        Assert.Equal(["record.review-state"], Codes(Add(record, Review("e2", 1) with { State = ReviewState.Submitted })));
        Assert.Equal(["record.review-day"], Codes(Add(record, Review("e2", 1) with { On = Day.PlusDays(-1) })));
        Assert.IsType<RecordOutcome.Recorded>(Add(record, Review("e2", 1)));
    }

    [Fact]
    public void A_correction_is_not_corrected_and_a_second_one_is_only_odd()
    {
        var record = Recorded(AddAll(Empty, Version("e1", 1), Correction("e2", "e1", Student))).Record;

        Assert.Equal(["record.correction-of-correction"], Codes(Add(record, Correction("e3", "e2", Teacher))));
        Assert.Equal("record.corrected-before", Assert.Single(Recorded(Add(record, Correction("e3", "e1", Teacher))).Remarks).Code);
    }

    [Fact]
    public void Only_what_is_planned_lies_ahead()
    {
        var tomorrow = new LocalDate(2026, 11, 17);

        Assert.Equal(["record.day-ahead"], Codes(Add(Empty, Version("e1", 1) with { On = tomorrow })));
        Assert.IsType<RecordOutcome.Recorded>(Add(Empty, Experience("e1") with { On = tomorrow, Attendance = Attendance.Planned }));
        Assert.Equal("record.planned-in-past", Assert.Single(Recorded(Add(Empty, Experience("e1") with { Attendance = Attendance.Planned })).Remarks).Code);
    }

    [Fact]
    public void A_day_begins_where_the_school_is()
    {
        var midnight = Instant.FromUtc(2026, 11, 16, 2, 0); // the evening of the 15th in Massachusetts
        var entry = Version("e1", 1) with { On = new(2026, 11, 16) };

        Assert.Equal(["record.day-ahead"], Codes(StudentRecords.Add(Empty, entry, midnight, DateTimeZoneProviders.Tzdb["America/New_York"])));
        Assert.IsType<RecordOutcome.Recorded>(StudentRecords.Add(Empty, entry, midnight));
    }

    [Fact]
    public void Hours_of_many_days_are_remarked_on_and_impossible_ones_refused()
    {
        Assert.Empty(Recorded(Add(Empty, Experience("e1") with { Hours = 24 })).Remarks);
        Assert.Equal("record.hours-of-many-days", Assert.Single(Recorded(Add(Empty, Experience("e1") with { Hours = 60 })).Remarks).Code);
        Assert.Equal(["record.hours"], Codes(Add(Empty, Experience("e1") with { Hours = -1 })));
        Assert.Equal(["record.hours"], Codes(Add(Empty, Experience("e1") with { Hours = 2001 })));
    }

    [Fact]
    public void Numbers_days_and_texts_are_sound()
    {
        Assert.Equal(["record.version-kind", "record.number"], Codes(AddAll(Empty, Version("e1", 1), Version("e0", 0) with { Kind = ArtifactKind.Video })).Distinct());
        Assert.Equal(["record.ends-before-start"], Codes(Add(Empty, new CredentialEarned { Id = EntryId.From("e1"), On = Day, By = Teacher, Credential = QualificationId.From("q"), Expires = Day.PlusDays(-1) })));
        Assert.Equal(["record.credits"], Codes(Add(Empty, new Enrollment { Id = EntryId.From("e1"), On = Day, By = Counselor, Program = ProgramType.EarlyCollege, State = EnrollmentState.Enrolled, CollegeCredits = 61 })));
        Assert.Equal(["record.scores"], Codes(Add(Empty, new InterestResult { Id = EntryId.From("e1"), On = Day, By = Student, Instrument = "short form", Profile = new([41, 0, 0, 0, 0, 0]), MaximumScore = 40 })));
        Assert.All([" ", "\uD800", new string('x', 10_001)], text => Assert.Equal(["record.text"], Codes(Add(Empty, Version("e1", 1) with { Title = text }))));
    }

    [Fact]
    public void Every_reason_is_told_at_once()
    {
        var outcome = Add(Empty, Review("e1", 3) with { By = Student, On = new(2027, 1, 1), State = ReviewState.Submitted, Comment = " " });

        Assert.Equal(["record.text", "record.review-state", "record.review-of-nothing", "record.role", "record.day-ahead"], Codes(outcome));
    }

    [Fact]
    public void Of_several_entries_all_are_added_or_none_in_whatever_order_they_come()
    {
        RecordEntry[] entries = [Review("e3", 2), Version("e2", 2), Version("e1", 1)];

        Assert.Equal(Recorded(AddAll(Empty, entries)).Record, Recorded(AddAll(Empty, [.. entries.Reverse()])).Record);
        Assert.Equal(["record.review-of-nothing"], Codes(AddAll(Empty, Version("e1", 1), Review("e3", 2))));
    }

    [Fact]
    public void What_is_in_order_can_be_added_one_by_one_and_stays_in_order() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var record = Empty;
            foreach (var entry in RandomRecords.Entries(seed))
            {
                record = Recorded(Add(record, entry)).Record;
            }

            return record == RandomRecords.Record(seed) && StudentRecords.Check(record).IsEmpty;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    private static RecordOutcome Add(StudentRecord record, RecordEntry entry) => StudentRecords.Add(record, entry, RandomRecords.Now);

    private static RecordOutcome AddAll(StudentRecord record, params RecordEntry[] entries) => StudentRecords.AddAll(record, entries, RandomRecords.Now);

    private static RecordOutcome.Recorded Recorded(RecordOutcome outcome) =>
        outcome is RecordOutcome.Refused refused
            ? throw new InvalidOperationException(string.Join("\n", refused.Reasons))
            : Assert.IsType<RecordOutcome.Recorded>(outcome);

    private static IEnumerable<string> Codes(RecordOutcome outcome) => Assert.IsType<RecordOutcome.Refused>(outcome).Reasons.Select(reason => reason.Code);

    private static ArtifactVersion Version(string id, int version) => new()
    {
        Id = EntryId.From(id), On = Day, By = Student, Artifact = ArtifactId.From("resume"), Kind = ArtifactKind.Resume, Version = version,
    };

    private static ArtifactReview Review(string id, int version) => new()
    {
        Id = EntryId.From(id), On = Day, By = Teacher, Artifact = ArtifactId.From("resume"), Version = version, State = ReviewState.Accepted,
    };

    private static Experience Experience(string id) => new()
    {
        Id = EntryId.From(id), On = Day, By = Teacher, Activity = ActivityId.From("site-visit-9"), Attendance = Attendance.Attended,
    };

    private static Correction Correction(string id, string corrected, Actor by) => new()
    {
        Id = EntryId.From(id), On = Day, By = by, Corrected = EntryId.From(corrected), Reason = "Entered twice",
    };
}
