using System.Globalization;
using MarlboroughGenerator;
using Pathways.Curriculum;

namespace Pathways.Samples.Tests;

/// <summary>The records of the sample agree with the scope and with the cohort.</summary>
public sealed class MarlboroughRecordTests(MarlboroughRecords made) : IClassFixture<MarlboroughRecords>
{
    private static readonly string Path = System.IO.Path.Combine(SampleFolder.Marlborough, RecordMaker.FileName);

    [Fact]
    public void The_default_seed_gives_the_records_in_the_repository_and_they_are_read_without_a_fault()
    {
        using var bytes = new MemoryStream();
        RecordFile.Write(bytes, made.Records);
        Assert.True(
            bytes.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(Path)),
            "records.jsonl differs from the file in the repository. Maybe the generator was changed and not run.");

        var reading = RecordFile.Read(Path);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal(made.Records.AsEnumerable(), reading.Get());
        Assert.True(bytes.Length < 10_000_000);
    }

    [Fact]
    public void The_scope_in_the_repository_is_the_template()
    {
        using var bytes = new MemoryStream();
        ScopeFile.Write(ScopeTemplates.Marlborough, bytes);

        Assert.True(bytes.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(System.IO.Path.Combine(SampleFolder.Marlborough, RecordMaker.ScopeFileName))));
    }

    [Fact]
    public void The_readme_tells_the_numbers_of_the_records()
    {
        using var numbers = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        RecordSummary.Write(made.Records, made.Cohort, numbers);

        Assert.Contains($"```text\n{numbers}```", File.ReadAllText(System.IO.Path.Combine(SampleFolder.Marlborough, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_activity_is_in_the_scope_and_every_artifact_is_one_that_it_asks_for()
    {
        var scope = ScopeTemplates.Marlborough.Activities.ToDictionary(activity => activity.Id);
        var entries = made.Records.SelectMany(record => record.Entries).ToList();

        Assert.All(entries.Select(ActivityOf).OfType<ActivityId>().Distinct(), activity => Assert.True(scope.ContainsKey(activity), activity.Value));
        Assert.All(
            entries.OfType<ArtifactVersion>().Where(version => version.Activity is not null).Select(version => (version.Activity!.Value, version.Kind)).Distinct(),
            pair => Assert.Contains(scope[pair.Value].Evidence, evidence => evidence.Kind == pair.Kind));
    }

    [Fact]
    public void Nothing_lies_after_the_reference_day_and_nothing_before_a_grade_began()
    {
        var grades = made.Cohort.Students.ToDictionary(student => student.Id, student => student.Grade.Number!.Value);

        Assert.All(made.Records, record =>
        {
            Assert.NotEmpty(record.Entries);
            Assert.True(record.Entries[0].On >= new LocalDate(2026 + 9 - grades[record.Student], 9, 1));
            Assert.True(record.Entries[^1].On <= RecordMaker.ReferenceDay);
        });
    }

    [Fact]
    public void Choices_interests_and_qualifications_are_those_of_the_cohort() => Assert.All(made.Cohort.Students.Zip(made.Records), pair =>
    {
        var (student, record) = pair;
        var day = RecordMaker.ReferenceDay;
        var held = RecordViews.Credentials(record, day).Select(earned => earned.Credential.Value);
        var hasResume = Portfolio.All(record).Any(artifact => artifact.Accepted?.Version.Kind == ArtifactKind.Resume);

        Assert.Equal(student.Id, record.Student);
        Assert.Equal(student.SectorChoices.IsEmpty ? null : student.SectorChoices[0], SectorHistory.On(record, day));
        Assert.Equal(student.Interests, SelfPicture.Of(record, day).Interests?.Profile);
        if (student.Grade.Number >= 10)
        {
            Assert.Equal(student.Qualifications.Select(id => id.Value).Order(StringComparer.Ordinal), held.Concat(hasResume ? ["resume"] : []).Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void Everybody_might_have_entered_what_they_entered() => Assert.All(made.Records, record => Assert.IsType<RecordOutcome.Recorded>(
        StudentRecords.AddAll(new(record.Student), record.Entries, Instant.FromUtc(2026, 11, 15, 22, 0))));

    [Fact]
    public void Most_applicants_are_ready_and_there_is_a_bit_of_everything()
    {
        var applicants = made.Cohort.Preferences.Select(preference => preference.Student).ToHashSet();
        var ready = made.Records.Count(record => applicants.Contains(record.Student) && RecordSummary.IsGranted(record));
        var entries = made.Records.SelectMany(record => record.Entries).ToList();

        Assert.InRange(ready / (double)applicants.Count, 0.65, 0.95);
        Assert.Equal(Enum.GetValues<EntryKind>(), entries.Select(EntryKinds.Of).Distinct().Order());
        Assert.Contains(entries.OfType<Experience>(), experience => experience.Attendance == Attendance.Absent);
        Assert.Contains(entries.OfType<CredentialEarned>(), earned => earned.Expires < RecordMaker.ReferenceDay);
        Assert.Contains(entries.OfType<Experience>(), experience => experience.Activity.Value == "internship");
    }

    /// <summary>S3, S168: nobody of the sample was granted readiness without meeting the definition, and nobody who met it on the day of grants was passed over.</summary>
    [Fact]
    public void Grants_are_what_the_definition_says_on_their_day()
    {
        var definition = ReadinessDefinitions.MarlboroughCareer;
        var kinds = ReadinessFacts.KindsOf(ScopeTemplates.Marlborough);
        var students = made.Cohort.Students.ToDictionary(student => student.Id);

        Assert.Empty(
            from record in made.Records
            from grant in record.Standing.OfType<ReadinessGranted>()
            let grade = students[record.Student].Grade.Number!.Value - (grant.On < new LocalDate(2026, 7, 1) ? 1 : 0)
            let evaluation = ReadinessCalculator.Evaluate(definition, record, new() { Grade = GradeLevel.From(grade), Kinds = kinds }, grant.On)
            where !evaluation.IsMet
            select $"{evaluation}: {string.Join(' ', evaluation.Missing.Select(missing => missing.Sentence))}");
        var endOfGrants = new LocalDate(2026, 9, 14);
        Assert.Empty(
            from record in made.Records
            where students[record.Student].Grade.Number >= 11 && !record.Standing.OfType<ReadinessGranted>().Any(grant => grant.On.Year == 2026)
            let firstDay = ReadinessCalculator.Evaluate(definition, record, new() { Grade = students[record.Student].Grade, Kinds = kinds }, new(2026, 9, 2))
            let lastDay = ReadinessCalculator.Evaluate(definition, record, new() { Grade = students[record.Student].Grade, Kinds = kinds }, endOfGrants)
            where firstDay.IsMet && lastDay.IsMet
            select lastDay.ToString());
    }

    private static ActivityId? ActivityOf(RecordEntry entry) => entry switch
    {
        Experience x => x.Activity,
        ArtifactVersion x => x.Activity,
        ExpectationChecked x => x.Activity,
        CredentialEarned x => x.Activity,
        BarrierReported x => x.Activity,
        ActivityWaived x => x.Activity,
        _ => null,
    };
}

/// <summary>The cohort and the records of the default seed, made once.</summary>
public sealed class MarlboroughRecords
{
    public MarlboroughRecords()
    {
        var seed = Seed.From(Marlborough.DefaultSeed);
        Cohort = Marlborough.Generate(seed);
        Records = RecordMaker.Make(seed.Split("records"), Cohort);
    }

    public Cohort Cohort { get; }

    public ImmutableArray<StudentRecord> Records { get; }
}
