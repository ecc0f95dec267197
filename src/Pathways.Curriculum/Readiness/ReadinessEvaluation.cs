using System.Diagnostics.CodeAnalysis;

namespace Pathways.Curriculum;

/// <summary>How far one student is with one definition of readiness on one day, criterion by criterion.</summary>
/// <remarks>
/// Keeps a few bytes a criterion: whether it is met, and until when. <see cref="Results"/> and <see cref="Missing"/> are told when they are
/// asked for, by reading the record again.
/// </remarks>
public sealed record ReadinessEvaluation
{
    private readonly JudgedCriteria _judged;

    /// <summary>An evaluation of results made elsewhere.</summary>
    public ReadinessEvaluation() => _judged = JudgedCriteria.Of([]);

    [SetsRequiredMembers]
    internal ReadinessEvaluation(ReadinessDefinition definition, StudentRecord record, LocalDate on, JudgedCriteria judged) =>
        (Definition, Student, On, _judged) = (definition, record.Student, on, judged);

    /// <summary>The definition.</summary>
    public required ReadinessDefinition Definition { get; init; }

    /// <summary>Who.</summary>
    public required StudentId Student { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The result of each criterion, in the order of the definition.</summary>
    public required ImmutableArray<CriterionResult> Results { get => _judged.Results; init => _judged = JudgedCriteria.Of(value); }

    /// <summary>The criteria that are not met, in the order of the definition.</summary>
    public ImmutableArray<ReadinessCriterion> Unmet => _judged.Unmet();

    /// <summary>How many criteria are not met.</summary>
    public int UnmetCount => _judged.UnmetCount;

    /// <summary>Whether every criterion is met.</summary>
    public bool IsMet => UnmetCount == 0;

    /// <summary>Everything that is missing, in the order of the criteria.</summary>
    public ImmutableArray<Refusal> Missing => IsMet ? [] : [.. Results.SelectMany(result => result.Missing)];

    /// <summary>
    /// The last day it holds if nothing is added: the earliest of what it rests on; <see langword="null"/> when nothing expires, or when it is
    /// not met.
    /// </summary>
    public LocalDate? Until => _judged.Until;

    /// <summary>Whether criteria are not met, and only because something that was there is over.</summary>
    internal bool IsLapsed => _judged.IsLapsed;

    internal int Count => _judged.Count;

    /// <summary>Whether definition, student, day and results are the same; results are the same when they were made at once.</summary>
    /// <param name="other">The other evaluation.</param>
    public bool Equals(ReadinessEvaluation? other) =>
        other is not null && Student == other.Student && On == other.On && Definition == other.Definition && _judged.Equals(other._judged);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Student, On, Definition.Id);

    /// <summary>Who, by what, when and how far; nothing of what the record says.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Student} by {Definition} on {On:uuuu-MM-dd}: {Count - UnmetCount} of {Count} criteria met");
}
