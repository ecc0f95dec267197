namespace Pathways.Curriculum;

/// <summary>Says who is ready, from definitions, records and grades that were gathered before.</summary>
/// <remarks>A snapshot: what changes afterwards does not change its answers. Several definitions must all be satisfied.</remarks>
public sealed class ReadinessGate : IReadinessGate
{
    private readonly ImmutableArray<ImmutableArray<ReadinessDefinition>> _definitions;
    private readonly Dictionary<StudentId, StudentRecord> _records;
    private readonly Func<StudentId, ReadinessFacts> _facts;

    /// <summary>A gate.</summary>
    /// <param name="definitions">One or more definitions; of several versions of one, that which applies on the day asked about counts.</param>
    /// <param name="records">The records, one a student.</param>
    /// <param name="facts">What is known of a student beside the record; pure. Nothing when left out.</param>
    /// <exception cref="ArgumentException">There is no definition, or a student has two records.</exception>
    public ReadinessGate(
        IEnumerable<ReadinessDefinition> definitions, IEnumerable<StudentRecord> records, Func<StudentId, ReadinessFacts>? facts = null)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(records);
        _definitions = [.. definitions.GroupBy(definition => definition.Id).Select(versions => versions.ToImmutableArray())];
        if (_definitions.IsEmpty)
        {
            throw new ArgumentException("A gate needs a definition, or everybody would be ready.", nameof(definitions));
        }

        _records = [];
        foreach (var record in records)
        {
            if (!_records.TryAdd(record.Student, record))
            {
                throw new ArgumentException($"There are two records of {record.Student}. Maybe join them.", nameof(records));
            }
        }

        _facts = facts ?? (_ => ReadinessFacts.None);
    }

    /// <inheritdoc/>
    public ReadinessVerdict Assess(StudentId student, LocalDate on)
    {
        var verdicts = _definitions.Select(versions => Assess(versions, student, on)).ToList();
        return verdicts is [var only]
            ? only
            : new(
                string.Join(", ", verdicts.Select(verdict => verdict.Definition)),
                [.. verdicts.SelectMany(verdict => verdict.Missing)],
                verdicts.TrueForAll(verdict => verdict.IsReady)
                    ? verdicts.Aggregate((LocalDate?)null, (until, verdict) => Validity.Earlier(until, verdict.Until))
                    : null);
    }

    private ReadinessVerdict Assess(ImmutableArray<ReadinessDefinition> versions, StudentId student, LocalDate on)
    {
        // Where none applies yet, the first one to come says so.
        var definition = ReadinessCalculator.InForce(versions, on) ?? versions.MinBy(version => version.EffectiveFrom)!;
        return _records.TryGetValue(student, out var record)
            ? ReadinessGrants.Verdict(ReadinessCalculator.Evaluate(definition, record, _facts(student), on), record)
            : new(definition.ToString(), [new(ReadinessCodes.StudentUnknown, $"There is no record of student {student}.")], null);
    }
}
