using System.Buffers;
using System.Text.Json;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads and writes the records of students: one entry a line, after a first line that says the format.</summary>
/// <remarks>
/// The file is the district's own copy and holds everything, interests and free texts included; it is written for nobody else. Who may enter
/// what was decided when it was entered and is not judged again.
/// </remarks>
public static class RecordFile
{
    /// <summary>What the first line says.</summary>
    public const string Format = "pathways/record@1";

    private const string Kind = "record";
    private const int Most = 10_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, as the caller names it.</param>
    /// <param name="cancellationToken">Gives up between lines.</param>
    /// <returns>
    /// One record for each student, in the order in which students come first; or every fault with its line, column and code. What entries say
    /// of each other is judged when every line could be read.
    /// </returns>
    public static Reading<IReadOnlyList<StudentRecord>> Read(string path, CancellationToken cancellationToken = default)
    {
        var lines = new List<Line>();
        var reading = JsonRecordFile.ReadLines(path, Kind, Format, json =>
        {
            var student = json.Id<StudentId>("student");
            if (EntryReader.Read(json) is not { } entry)
            {
                return null;
            }

            lines.Add(new(student, entry, json.Place.Line, json.Place.Column));
            return entry;
        }, cancellationToken);
        if (!reading.Succeeded)
        {
            return Reading<IReadOnlyList<StudentRecord>>.Failed(reading.Errors);
        }

        var records = new List<StudentRecord>();
        var errors = new List<InputError>();
        foreach (var student in lines.GroupBy(line => line.Student))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Record(path, student.Key, [.. student], errors) is { } record)
            {
                records.Add(record);
            }
        }

        return errors.Count == 0
            ? Reading<IReadOnlyList<StudentRecord>>.Of(records, reading.Warnings)
            : Reading<IReadOnlyList<StudentRecord>>.Failed(Limited(path, errors));
    }

    /// <summary>Writes a file: beside what is there first, then in its place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="records">The records; each student once, entries in the order of days.</param>
    /// <param name="cancellationToken">Gives up between records; then nothing is left behind.</param>
    /// <exception cref="ArgumentException">A student comes twice.</exception>
    public static void Write(string path, IEnumerable<StudentRecord> records, CancellationToken cancellationToken = default) =>
        WholeFile.Write(path, stream => Write(stream, records, cancellationToken), cancellationToken);

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="records">The records; each student once, entries in the order of days.</param>
    /// <param name="cancellationToken">Gives up between records.</param>
    /// <exception cref="ArgumentException">A student comes twice.</exception>
    public static void Write(Stream stream, IEnumerable<StudentRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(records);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(buffer, StableJson.OneLine);
        var written = new HashSet<StudentId>();
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteEndObject();
        EndLine();
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!written.Add(record.Student))
            {
                throw new ArgumentException($"There are two records of {record.Student}. Maybe add the entries of one to the other.", nameof(records));
            }

            foreach (var entry in record.Entries)
            {
                EntryWriter.Write(json, record.Student, entry);
                EndLine();
            }

            stream.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        stream.Write(buffer.WrittenSpan);
        stream.Flush();

        void EndLine()
        {
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
        }
    }

    private static StudentRecord? Record(string path, StudentId student, ImmutableArray<Line> lines, List<InputError> errors)
    {
        var first = new Dictionary<EntryId, Line>();
        foreach (var line in lines.Where(line => !first.TryAdd(line.Entry.Id, line)))
        {
            errors.Add(Error(path, line, new("record.id.duplicate",
                $"{RecordRules.Name(line.Entry)}: {student} has an entry {line.Entry.Id} already, in line {first[line.Entry.Id].Number}. Maybe the files of two days were put together.")));
        }

        var known = new RecordIndex(student, first.Values.Select(line => line.Entry));
        var before = errors.Count;
        foreach (var line in first.Values)
        {
            errors.AddRange(StudentRecords.Faults(line.Entry, known, RecordRules.Structure).Select(refusal => Error(path, line, refusal)));
        }

        return before == errors.Count ? StudentRecord.From(student, first.Values.Select(line => line.Entry)) : null;
    }

    private static InputError Error(string path, Line line, Refusal refusal) =>
        new(path, line.Number, line.Column, refusal.Code, refusal.Sentence);

    private static ImmutableArray<InputError> Limited(string path, List<InputError> errors) =>
    [
        .. errors.OrderBy(error => error.Line).ThenBy(error => error.Column).Take(Most),
        .. errors.Count <= Most ? [] : new[] { new InputError(path, 0, 0, "record.errors.more", $"{errors.Count - Most} more are not listed. Maybe one cause runs through the whole file.") },
    ];

    private sealed record Line(StudentId Student, RecordEntry Entry, int Number, int Column);
}
