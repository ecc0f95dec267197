using System.Collections.Frozen;
using Pathways.Curriculum;
using Pathways.Matching.Cohorts;

namespace Pathways.Cli.Input;

/// <summary>What a cohort folder says of readiness: the definition, the records, and the curriculum if there is one.</summary>
/// <param name="Check">Who is ready, and the day that counts.</param>
/// <param name="Warnings">What is odd, but was understood.</param>
internal sealed record ReadinessInput(ReadinessCheck Check, ImmutableArray<InputError> Warnings)
{
    private const string DefinitionName = "readiness.json";
    private const string RecordsName = "records.jsonl";
    private const string ScopeName = "scope.json";

    /// <summary>Reads what is needed to say who is ready.</summary>
    /// <param name="folder">The cohort folder.</param>
    /// <param name="cohort">Its students, for their grades.</param>
    /// <param name="on">The day; today when left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputException">A file is missing or wrong; the exception carries every error of all of them.</exception>
    public static ReadinessInput Read(string folder, Cohort cohort, LocalDate? on, CancellationToken cancellationToken)
    {
        var definition = ReadinessFile.Read(Path.Combine(folder, DefinitionName));
        var records = RecordFile.Read(Path.Combine(folder, RecordsName), cancellationToken);
        var scopePath = Path.Combine(folder, ScopeName);
        var scope = File.Exists(scopePath) ? ScopeFile.Read(scopePath) : null;
        if (!definition.Succeeded || !records.Succeeded || scope is { Succeeded: false })
        {
            throw new InputException([.. definition.Errors, .. records.Errors, .. scope?.Errors ?? []]);
        }

        var kinds = scope is null ? FrozenDictionary<ActivityId, ActivityKind>.Empty : ReadinessFacts.KindsOf(scope.Get());
        var grades = cohort.Students.DistinctBy(student => student.Id)
            .ToFrozenDictionary(student => student.Id, student => new ReadinessFacts { Grade = student.Grade, Kinds = kinds });

        // Who has no line in the file has done nothing yet, and hears of every criterion.
        var known = records.Value.Select(record => record.Student).ToHashSet();
        var gate = new ReadinessGate(
            [definition.Value],
            [.. records.Value, .. grades.Keys.Where(student => !known.Contains(student)).Select(student => new StudentRecord(student))],
            student => grades.GetValueOrDefault(student) ?? ReadinessFacts.None);
        return new(
            new(gate, on ?? LocalDate.FromDateTime(DateTime.Now)),
            [.. definition.Warnings, .. records.Warnings, .. scope?.Warnings ?? []]);
    }
}
