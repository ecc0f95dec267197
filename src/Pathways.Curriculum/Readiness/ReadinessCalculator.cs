namespace Pathways.Curriculum;

/// <summary>Judges a student's record by a definition of readiness. Pure: the same arguments give the same answer.</summary>
public static class ReadinessCalculator
{
    /// <summary>Says of every criterion whether it is met; by what, and what is missing, when it is asked for.</summary>
    /// <param name="definition">The definition; whether it applies on the day is the caller's question.</param>
    /// <param name="record">The student's record; entries after the day, and those corrected, do not count.</param>
    /// <param name="facts">What is known beside the record.</param>
    /// <param name="on">The day.</param>
    public static ReadinessEvaluation Evaluate(ReadinessDefinition definition, StudentRecord record, ReadinessFacts facts, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(facts);
        return new(definition, record, on, new(definition.Criteria, record, facts, on));
    }

    /// <summary>The definition that applies on a day: of those that have begun, the one of the latest day, and of these the highest version.</summary>
    /// <param name="versions">Versions of one definition.</param>
    /// <param name="on">The day.</param>
    /// <returns><see langword="null"/> when none has begun.</returns>
    public static ReadinessDefinition? InForce(IEnumerable<ReadinessDefinition> versions, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return versions.Where(version => version.EffectiveFrom <= on)
            .OrderByDescending(version => version.EffectiveFrom).ThenByDescending(version => version.Version).FirstOrDefault();
    }

    // The entries that count are in the order of days.
    internal static ReadOnlySpan<RecordEntry> Until(StudentRecord record, LocalDate on)
    {
        var entries = record.Standing.AsSpan();
        var end = entries.Length;
        while (end > 0 && entries[end - 1].On > on)
        {
            end--;
        }

        return entries[..end];
    }
}
