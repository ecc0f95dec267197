using System.Collections.Frozen;
using Pathways.Curriculum;

namespace Pathways.Cli.Input;

/// <summary>The curriculum of a cohort folder with what students did; every command that needs some of it reads it here.</summary>
internal sealed record CurriculumFolder
{
    public const string ScopeName = "scope.json";
    public const string RecordsName = "records.jsonl";
    private const string ReadinessName = "readiness.json";

    /// <summary>The scope and sequence; null where it was not asked for, or is not there.</summary>
    public ScopeAndSequence? Scope { get; private init; }

    /// <summary>The records in the file, by student.</summary>
    public FrozenDictionary<StudentId, StudentRecord> Records { get; private init; } = FrozenDictionary<StudentId, StudentRecord>.Empty;

    /// <summary>What ready means; null where it was not asked for, or is not there.</summary>
    public ReadinessDefinition? Readiness { get; private init; }

    /// <summary>What is asked of every student's plan; null where it was not asked for, or is not there.</summary>
    public PlanTemplate? Plan { get; private init; }

    /// <summary>Of which kind each activity is.</summary>
    public FrozenDictionary<ActivityId, ActivityKind> Kinds { get; private init; } = FrozenDictionary<ActivityId, ActivityKind>.Empty;

    /// <summary>Reads files of a folder, with the errors of all of them at once.</summary>
    /// <param name="folder">The cohort folder.</param>
    /// <param name="required">What must be there.</param>
    /// <param name="ifThere">What is read where it is there.</param>
    /// <param name="scopePath">Another scope than that of the folder.</param>
    /// <param name="plan">Another plan template than that of the folder: a name or a file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Reading<CurriculumFolder> Read(
        string folder, CurriculumFiles required, CurriculumFiles ifThere = default, string? scopePath = null, string? plan = null, CancellationToken cancellationToken = default)
    {
        var errors = new List<InputError>();
        var warnings = new List<InputError>();
        var readiness = Part(CurriculumFiles.Readiness, Path.Combine(folder, ReadinessName), ReadinessFile.Read);
        var records = Part(CurriculumFiles.Records, Path.Combine(folder, RecordsName), path => RecordFile.Read(path, cancellationToken));
        var scope = Part(CurriculumFiles.Scope, scopePath ?? Path.Combine(folder, ScopeName), ScopeFile.Read);
        var template = PlanNames.Find(plan) ?? Part(CurriculumFiles.Plan, plan ?? Path.Combine(folder, PlanNames.FileName), PlanTemplateFile.Read);
        return errors.Count > 0
            ? Reading<CurriculumFolder>.Failed([.. errors])
            : Reading<CurriculumFolder>.Of(
                new()
                {
                    Scope = scope,
                    Records = records?.ToFrozenDictionary(record => record.Student) ?? FrozenDictionary<StudentId, StudentRecord>.Empty,
                    Readiness = readiness,
                    Plan = template,
                    Kinds = scope is null ? FrozenDictionary<ActivityId, ActivityKind>.Empty : ReadinessFacts.KindsOf(scope),
                },
                [.. warnings]);

        T? Part<T>(CurriculumFiles part, string path, Func<string, Reading<T>> read)
            where T : class
        {
            if (!required.HasFlag(part) && !(ifThere.HasFlag(part) && File.Exists(path)))
            {
                return null;
            }

            var reading = read(path);
            errors.AddRange(reading.Errors);
            warnings.AddRange(reading.Warnings);
            return reading.Value;
        }
    }

    /// <summary>What a student did. Who has no line in the file has done nothing yet, and hears of everything that is missing.</summary>
    public StudentRecord RecordOf(StudentId student) => Records.GetValueOrDefault(student) ?? new StudentRecord(student);

    /// <summary>What readiness depends on beside the record.</summary>
    public ReadinessFacts FactsOf(Student student) => new() { Grade = student.Grade, Kinds = Kinds };
}
