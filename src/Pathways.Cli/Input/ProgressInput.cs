using NodaTime.Extensions;
using NodaTime.Text;
using Pathways.Curriculum;
using Pathways.Interchange;

namespace Pathways.Cli.Input;

/// <summary>A cohort folder with its curriculum and records, calculated on a day.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Progress">How far every student of the roster is.</param>
/// <param name="Pool">Who is ready, against the seats that come up within a year; null where the folder does not say what ready means.</param>
/// <param name="On">The day.</param>
/// <param name="Strangers">Records of students who are not on the roster.</param>
/// <param name="Warnings">What is odd, but was understood.</param>
internal sealed record ProgressInput(
    string Folder, CohortProgress Progress, ReadyPool? Pool, LocalDate On, ImmutableArray<StudentId> Strangers, ImmutableArray<InputError> Warnings)
{
    private const string ScopeName = "scope.json";
    private const string RecordsName = "records.jsonl";
    private const string ReadinessName = "readiness.json";

    /// <summary>Reads the folder, with the errors of all its files at once.</summary>
    /// <param name="folder">The cohort folder.</param>
    /// <param name="scopePath">The scope; by default <c>scope.json</c> in the folder.</param>
    /// <param name="on">The day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputException">Something is wrong with the input.</exception>
    public static ProgressInput Read(string folder, string? scopePath, LocalDate on, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"\"{folder}\" is no folder. Expected a cohort folder with {ScopeName} and {RecordsName} beside students.csv.");
        }

        var cohort = CohortFolder.Read(folder, cancellationToken);
        var scope = ScopeFile.Read(scopePath ?? Path.Combine(folder, ScopeName));
        var records = RecordFile.Read(Path.Combine(folder, RecordsName), cancellationToken);
        var readinessPath = Path.Combine(folder, ReadinessName);
        var readiness = File.Exists(readinessPath) ? ReadinessFile.Read(readinessPath) : null;
        if (!cohort.Succeeded || !scope.Succeeded || !records.Succeeded || readiness is { Succeeded: false })
        {
            throw new InputException([.. cohort.Errors, .. scope.Errors, .. records.Errors, .. readiness?.Errors ?? []]);
        }

        var compiled = CompiledScope.Compile(scope.Value);
        var year = SchoolYear.Of(on, scope.Value.YearStarts);
        var byStudent = records.Value.ToDictionary(record => record.Student);
        var students = cohort.Value.Students.Select(student =>
        {
            var record = byStudent.GetValueOrDefault(student.Id);
            return ProgressCalculator.Of(compiled, StudentStanding.Of(student, year, record, on), record, on);
        });
        var progress = CohortProgress.Of(compiled, students);
        return new(
            folder, progress, readiness is null ? null : PoolOf(cohort.Value, scope.Value, byStudent, readiness.Value!, on), on,
            [.. byStudent.Keys.Except(progress.Students.Select(student => student.Student)).Order()],
            [.. cohort.Warnings, .. scope.Warnings, .. records.Warnings, .. readiness?.Warnings ?? []]);
    }

    private static ReadyPool PoolOf(
        Cohort cohort, ScopeAndSequence scope, Dictionary<StudentId, StudentRecord> records, ReadinessDefinition definition, LocalDate on)
    {
        var kinds = ReadinessFacts.KindsOf(scope);
        var students = cohort.Students.Select(student =>
        {
            var record = records.GetValueOrDefault(student.Id) ?? new StudentRecord(student.Id);
            return PoolStudent.Of(record, ReadinessCalculator.Evaluate(definition, record, new() { Grade = student.Grade, Kinds = kinds }, on), new());
        });
        return ReadyPool.Of(students, cohort.Opportunities, new(on, on.PlusYears(1).PlusDays(-1)));
    }

    /// <summary>A day as it was typed; today where none was.</summary>
    /// <param name="text">What was typed.</param>
    public static LocalDate Day(string? text)
    {
        if (text is null)
        {
            return SystemClock.Instance.InZone(DateTimeZoneProviders.Tzdb.GetSystemDefault()).GetCurrentDate();
        }

        return LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) && day.Year is > 1900 and < 2200
            ? day
            : throw new UsageException($"--on \"{text}\" is no day. Expected one such as 2027-03-01.");
    }
}
