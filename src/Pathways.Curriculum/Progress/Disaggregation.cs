namespace Pathways.Curriculum;

/// <summary>How far the groups of a district's equity policy are, without showing anybody who can be told from their small number.</summary>
/// <remarks>
/// Who belongs to which group is the host's knowledge: it is given for the question, is kept nowhere, and no other answer of this library
/// depends on it. A group of fewer students than <see cref="Smallest"/> is not shown; and since the numbers of what is hidden can be had by taking the
/// rest from the whole, further groups are hidden, the smallest
/// first, until they are two or more with as many students as that together. A group of whom all or none did something is shown, and tells of each of its students: ask for fewer groups where that matters.
/// </remarks>
public sealed record Disaggregation
{
    private Disaggregation(int smallest, ImmutableArray<GroupShare> groups) => (Smallest, Groups) = (smallest, groups);

    /// <summary>How many students a group that is shown has at least.</summary>
    public int Smallest { get; }

    /// <summary>The groups, by their names.</summary>
    public ImmutableArray<GroupShare> Groups { get; }

    /// <summary>Parts a cohort by groups.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="groups">The group of each student; a student who is missing is in the group of the empty text. For other groups, such as regions, likewise.</param>
    /// <param name="activity">The activity that is counted; all required ones where nothing is said.</param>
    /// <param name="smallest">How many students a group that is shown must have, 2 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    /// <exception cref="KeyNotFoundException">The scope has no such activity.</exception>
    public static Disaggregation Of(CohortProgress cohort, IReadOnlyDictionary<StudentId, string> groups, ActivityId? activity = null, int smallest = 10)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 2);
        var parts = cohort.Students.GroupBy(student => groups.GetValueOrDefault(student.Student, ""), StringComparer.Ordinal)
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => (Group: part.Key, Students: part.Count(), Count: part.Aggregate(default(ProgressCount), (sum, student) => sum + Count(student, activity))))
            .ToList();
        var hidden = parts.Where(part => part.Students < smallest).Select(part => part.Group).ToHashSet(StringComparer.Ordinal);
        foreach (var next in parts.Where(part => !hidden.Contains(part.Group)).OrderBy(part => part.Students).ToList())
        {
            if (hidden.Count == 0 || (hidden.Count > 1 && parts.Where(part => hidden.Contains(part.Group)).Sum(part => part.Students) >= smallest))
            {
                break;
            }

            hidden.Add(next.Group);
        }

        return new(smallest, [.. parts.Select(part => hidden.Contains(part.Group) ? new GroupShare(part.Group, null, null) : new(part.Group, part.Students, part.Count))]);
    }

    private static ProgressCount Count(StudentProgress student, ActivityId? activity)
    {
        if (activity is not { } asked)
        {
            return student.Total;
        }

        ref readonly var mark = ref student.Marks[student.Scope.Get(asked)];
        return mark.IsForStudent ? ProgressCount.Of(mark.Status) : default;
    }
}

/// <summary>How far a group is.</summary>
/// <param name="Group">Which group; the empty text for students of none.</param>
/// <param name="Students">How many students; <see langword="null"/> where that is not shown.</param>
/// <param name="Count">How far they are; <see langword="null"/> where that is not shown.</param>
public sealed record GroupShare(string Group, int? Students, ProgressCount? Count)
{
    /// <summary>Whether it is hidden so that nobody can be told.</summary>
    public bool IsHidden => Count is null;
}
