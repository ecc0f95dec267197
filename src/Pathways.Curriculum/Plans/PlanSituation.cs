namespace Pathways.Curriculum;

/// <summary>Where a student stands when their plan is judged: the grade, the day, and what the school says beside the record.</summary>
public sealed record PlanSituation
{
    /// <summary>The grade the student is in on that day.</summary>
    public required GradeLevel Grade { get; init; }

    /// <summary>The day; what happened later does not count.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The first day of school years.</summary>
    public AnnualDate YearStarts { get; init; } = SchoolYear.DefaultStart;

    /// <summary>The terms of the school year; an element due by a term that is not here is due at the end of the year.</summary>
    public ImmutableArray<Term> Terms { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What sort of thing each activity is; an experience of an activity that is not here counts for no kind.</summary>
    public IReadOnlyDictionary<ActivityId, ActivityKind> Kinds { get; init; } = ImmutableDictionary<ActivityId, ActivityKind>.Empty;

    /// <summary>The circumstances that are given for this student, in the words of <see cref="PlanElement.OnlyIf"/>; no report repeats them.</summary>
    public ImmutableHashSet<string> Circumstances { get; init; } = [];

    /// <summary>The situation of students of a curriculum. For many students, make it once and change it <c>with</c> each one's grade.</summary>
    /// <param name="scope">The curriculum: its year, its terms and the kinds of its activities.</param>
    /// <param name="grade">The grade the student is in.</param>
    /// <param name="on">The day.</param>
    public static PlanSituation In(ScopeAndSequence scope, GradeLevel grade, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new()
        {
            Grade = grade,
            On = on,
            YearStarts = scope.YearStarts,
            Terms = scope.Terms,
            Kinds = scope.Activities.DistinctBy(activity => activity.Id).ToDictionary(activity => activity.Id, activity => activity.Kind),
        };
    }

    /// <summary>The grade and the day; nothing of the circumstances.</summary>
    public override string ToString() => FormattableString.Invariant($"grade {Grade} on {On:uuuu-MM-dd}");
}
