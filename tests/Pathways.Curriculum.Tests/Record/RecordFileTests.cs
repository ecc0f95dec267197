using FsCheck;
using FsCheck.Fluent;

namespace Pathways.Curriculum.Tests;

public sealed class RecordFileTests : IDisposable
{
    private const string Head = """{"format":"pathways/record@1"}""";
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).FullName;

    private string File => Path.Combine(_folder, "records.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_back_and_written_again_byte_for_byte() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            StudentRecord[] records = [.. Enumerable.Range(0, 3).Select(i => RandomRecords.Record(seed + (long)i, $"s-{i}")).Where(record => record.Version > 0)];
            RecordFile.Write(File, records);
            var bytes = System.IO.File.ReadAllBytes(File);
            var reading = RecordFile.Read(File);
            RecordFile.Write(File, reading.Get());
            return reading.Warnings.IsEmpty && reading.Get().SequenceEqual(records) && bytes.AsSpan().SequenceEqual(System.IO.File.ReadAllBytes(File));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Every_kind_of_entry_has_its_line()
    {
        var record = StudentRecord.From(StudentId.From("s-1"), RandomRecords.OfEveryKind(() => "text"));
        RecordFile.Write(File, [record]);

        Assert.Equal(record, Assert.Single(RecordFile.Read(File).Get()));
        Assert.Equal(1 + Enum.GetValues<EntryKind>().Length, System.IO.File.ReadAllLines(File).Length);
        Assert.Empty(Directory.GetFiles(_folder, "*.tmp"));
    }

    [Fact]
    public void A_line_says_whose_what_when_by_whom_and_then_what_is_in_it()
    {
        RecordFile.Write(File, [StudentRecord.From(StudentId.From("s-1"), [
            new InterestResult { Id = EntryId.From("e1"), On = new(2026, 10, 1), By = new(ActorId.From("u-1"), Role.Student), Instrument = "mini", Profile = new([12, 30, 5.5, 20, 8, 14]) }])]);

        Assert.Equal(
            Head + "\n" + """{"student":"s-1","id":"e1","kind":"interest-result","on":"2026-10-01","by":"u-1","role":"student","instrument":"mini","profile":{"R":12,"I":30,"A":5.5,"S":20,"E":8,"C":14}}""" + "\n",
            System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Entries_of_students_may_be_mixed_and_lines_empty()
    {
        Write(Head, Line("s-2", "e1"), "", Line("s-1", "e1"), Line("s-2", "e2"));

        Assert.Equal(["s-2 2", "s-1 1"], RecordFile.Read(File).Get().Select(record => $"{record.Student} {record.Version}"));
    }

    [Fact]
    public void Every_fault_of_every_line_is_told_with_its_place()
    {
        Write(
            Head,
            """{"student":"s-1","id":"e1","kind":"site-visit","on":"2026-10-01","by":"t-1","role":"teacher"}""",
            """{"student":"s-1","id":"e2","kind":"experience","on":"1.10.2026","by":"t-1","role":"boss","attendance":"attended"}""",
            """{"student":"s-1","id":"e3","on":"2026-10-01","by":"t-1","role":"teacher"}""",
            """{"student":"s-1","id":"e4","kind":"interest-result","on":"2026-10-01","by":"t-1","role":"teacher","instrument":"mini","profile":{"R":1,"I":2}}""",
            "{");

        var errors = RecordFile.Read(File).Errors;
        Assert.Equal(
            ["2:35 record.kind.unknown", "3:1 record.activity.missing", "3:53 record.on.malformed", "3:83 record.role.unknown", "4:1 record.kind.missing", "6:2 record.syntax"],
            errors.Where(error => !error.Code.StartsWith("record.profile", StringComparison.Ordinal)).Select(error => $"{error.Line}:{error.Column} {error.Code}"));
        Assert.Equal(["A", "S", "E", "C"], errors.Where(error => error.Line == 5).Select(error => error.Code.Split('.')[^2]));
        Assert.Contains("artifact-version", errors.First(error => error.Code == "record.kind.unknown").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_are_judged_among_each_other()
    {
        Write(
            Head,
            Line("s-1", "e1"),
            Line("s-1", "e1"),
            """{"student":"s-1","id":"e2","kind":"correction","on":"2026-10-01","by":"t-1","role":"teacher","corrected":"e9","reason":"x"}""",
            """{"student":"s-2","id":"e2","kind":"correction","on":"2026-10-01","by":"t-1","role":"teacher","corrected":"e1","reason":"x"}""",
            """{"student":"s-2","id":"e3","kind":"artifact-review","on":"2026-10-01","by":"t-1","role":"teacher","artifact":"a1","version":2,"state":"accepted"}""");

        Assert.Equal(
            ["3 record.id.duplicate", "4 record.correction-of-nothing", "5 record.correction-of-nothing", "6 record.review-of-nothing"],
            RecordFile.Read(File).Errors.Select(error => $"{error.Line} {error.Code}"));
    }

    [Fact]
    public void A_field_that_means_nothing_is_warned_of()
    {
        Write(Head, Line("s-1", "e1").Replace("}", ""","hour":3}""", StringComparison.Ordinal));

        Assert.Equal("record.hour.ignored", Assert.Single(RecordFile.Read(File).Warnings).Code);
    }

    [Fact]
    public void A_file_of_another_kind_or_none_is_refused()
    {
        Assert.Equal("record.file.missing", Assert.Single(RecordFile.Read(File).Errors).Code);
        Write("""{"format":"pathways/scope@1"}""");
        Assert.Equal("record.format.unknown", Assert.Single(RecordFile.Read(File).Errors).Code);
    }

    [Fact]
    public void A_student_has_one_record_and_what_was_written_stays_when_the_rest_fails()
    {
        Write(Head);

        Assert.Throws<ArgumentException>(() => RecordFile.Write(File, [RandomRecords.Record(1), RandomRecords.Record(2)]));
        Assert.Equal(Head + "\n", System.IO.File.ReadAllText(File));
        Assert.Single(Directory.GetFiles(_folder));
    }

    private static string Line(string student, string id) =>
        $$"""{"student":"{{student}}","id":"{{id}}","kind":"experience","on":"2026-10-01","by":"t-1","role":"teacher","activity":"site-visit-9","attendance":"attended"}""";

    private void Write(params string[] lines) => System.IO.File.WriteAllText(File, string.Join('\n', lines) + "\n");
}
