namespace Pathways.Curriculum;

/// <summary>Whether all did an activity who must do it, and who did not.</summary>
/// <remarks>
/// Measured against those for whom it is and whose window has opened: nobody is an exception before it could be begun. Exceptions that are
/// not late are counted with the others, as they have not done it, and told apart by <see cref="CoverageGap.IsLate"/>.
/// </remarks>
public sealed record Coverage
{
    private Coverage(Activity activity, ProgressCount count, ImmutableArray<CoverageGap> exceptions) =>
        (Activity, Count, Exceptions) = (activity, count, exceptions);

    /// <summary>The activity.</summary>
    public Activity Activity { get; }

    /// <summary>Whether every student must do it; else those of some programs, or with a need.</summary>
    public bool IsForEveryStudent => Activity is { Tier: Tier.Universal, Programs.IsEmpty: true };

    /// <summary>How many students are in which status.</summary>
    public ProgressCount Count { get; }

    /// <summary>Those for whom it has opened and who did not do it: late ones first, then by identifier.</summary>
    public ImmutableArray<CoverageGap> Exceptions { get; }

    /// <summary>The share of students who did it or need not, of those for whom it has opened, 0 to 1; <see langword="null"/> when there are none.</summary>
    public double? Share => Count.Opened == 0 ? null : (double)Count.Met / Count.Opened;

    /// <summary>The activity and the numbers.</summary>
    public override string ToString() => $"{Activity.Id}: {Count}";

    internal static Coverage Of(CohortProgress cohort, int position)
    {
        var activity = cohort.Scope.Rows[position].Activity;
        var count = default(ProgressCount);
        var exceptions = new List<CoverageGap>();
        foreach (var student in cohort.Students)
        {
            ref readonly var mark = ref student.Marks[position];
            if (!mark.IsForStudent)
            {
                continue;
            }

            count += ProgressCount.Of(mark.Status);
            if (!mark.IsMet && mark.Status != ActivityStatus.NotYetOpen)
            {
                exceptions.Add(new(student, activity.Id));
            }
        }

        return new(activity, count, [.. exceptions.OrderBy(gap => !gap.IsLate)]);
    }
}

/// <summary>A student who did not do what they must do.</summary>
/// <param name="Progress">How far the student is.</param>
/// <param name="Activity">What was not done.</param>
public readonly record struct CoverageGap(StudentProgress Progress, ActivityId Activity)
{
    /// <summary>Which student.</summary>
    public StudentId Student => Progress.Student;

    /// <summary>How far the student is with it.</summary>
    public ActivityStatus Status => Progress.StatusOf(Activity);

    /// <summary>Whether something of it was due on a day that is past.</summary>
    public bool IsLate => Status == ActivityStatus.Late;

    /// <summary>Every reason; told on demand.</summary>
    public ImmutableArray<ProgressReason> Reasons() => Progress.Get(Activity).Reasons;
}
