using System.Numerics;

namespace Pathways.Curriculum;

/// <summary>How far one student is with every activity of a scope on one day.</summary>
/// <remarks>
/// Keeps twelve bytes an activity. Reasons and counts are told on demand, by reading the record again: see <see cref="Describe"/>.
/// </remarks>
public sealed class StudentProgress
{
    private readonly ActivityMark[] _marks;
    private readonly Breadth _breadth;

    internal StudentProgress(
        CompiledScope scope, StudentStanding standing, StudentRecord? record, LocalDate on, ActivityMark[] marks, Breadth breadth)
    {
        (Scope, Standing, Record, On) = (scope, standing, record, on);
        (_marks, _breadth) = (marks, breadth);
    }

    /// <summary>Whose progress it is.</summary>
    public StudentId Student => Standing.Student;

    /// <summary>Where the student stands on the roster.</summary>
    public StudentStanding Standing { get; }

    /// <summary>The scope it is measured by.</summary>
    public CompiledScope Scope { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>Whether anything at all was on record by that day.</summary>
    public bool HasRecord => Record is { Standing: [var first, ..] } && (first.On <= On || Record.Standing.Any(entry => entry is Experience { Attendance: Attendance.Planned }));

    /// <summary>In how many sectors of the scope the student attended something (S197).</summary>
    public int SectorsExperienced => BitOperations.PopCount(_breadth.Sectors);

    /// <summary>
    /// In how many sectors the student had attended something before the first day of an immersion (S198); <see langword="null"/> when there
    /// was none.
    /// </summary>
    public int? SectorsBeforeImmersion => _breadth.SectorsBefore < 0 ? null : _breadth.SectorsBefore;

    /// <summary>The required activities of every stage.</summary>
    public ProgressCount Total => Count(_ => true);

    internal StudentRecord? Record { get; }

    internal ReadOnlySpan<ActivityMark> Marks => _marks;

    /// <summary>How far the student is with one activity.</summary>
    /// <param name="activity">Which activity.</param>
    /// <exception cref="KeyNotFoundException">The scope has no such activity.</exception>
    public ActivityStatus StatusOf(ActivityId activity) => _marks[Scope.Get(activity)].Status;

    /// <summary>The last day for the first thing outstanding of an activity, or the end of its window when nothing is; <see langword="null"/> when no day is known.</summary>
    /// <param name="activity">Which activity.</param>
    /// <exception cref="KeyNotFoundException">The scope has no such activity.</exception>
    public LocalDate? DueOf(ActivityId activity) => Day(_marks[Scope.Get(activity)].Due);

    /// <summary>The day with which an activity was done, or on which it was waived; <see langword="null"/> before.</summary>
    /// <param name="activity">Which activity.</param>
    /// <exception cref="KeyNotFoundException">The scope has no such activity.</exception>
    public LocalDate? CompletedOn(ActivityId activity) => Day(_marks[Scope.Get(activity)].CompletedOn);

    /// <summary>Whether an activity was done before something that must be done before it.</summary>
    /// <param name="activity">Which activity.</param>
    /// <exception cref="KeyNotFoundException">The scope has no such activity.</exception>
    public bool IsOutOfOrder(ActivityId activity) => _marks[Scope.Get(activity)].IsOutOfOrder;

    /// <summary>The required activities of one stage.</summary>
    /// <param name="stage">Which stage.</param>
    public ProgressCount Of(Stage stage) => Count(activity => activity.Stage == stage);

    /// <summary>The required activities that are due in one grade.</summary>
    /// <param name="grade">Which grade.</param>
    public ProgressCount DueIn(GradeLevel grade) => Count(activity => activity.LastGrade == grade);

    /// <summary>Everything there is to say of one activity.</summary>
    /// <param name="activity">Which activity.</param>
    /// <exception cref="KeyNotFoundException">The scope has no such activity.</exception>
    public ActivityProgress Get(ActivityId activity)
    {
        var position = Scope.Get(activity);
        return ProgressDetails.Of(this, i => i == position)[0];
    }

    /// <summary>Everything there is to say of every activity, in the order of the scope.</summary>
    public ImmutableArray<ActivityProgress> Describe() => ProgressDetails.Of(this, _ => true);

    /// <summary>The activities that the record names and the scope does not have, such as those of an earlier version; they count for nothing.</summary>
    public ImmutableArray<ActivityId> UnknownActivities()
    {
        var unknown = new SortedSet<ActivityId>();
        foreach (var entry in Record?.Standing ?? [])
        {
            var named = entry switch
            {
                Experience experience => experience.Activity,
                ArtifactVersion version => version.Activity,
                ActivityWaived waived => waived.Activity,
                _ => null,
            };
            if (named is { } activity && Scope.Find(activity) < 0)
            {
                unknown.Add(activity);
            }
        }

        return [.. unknown];
    }

    /// <summary>Who and when; nothing of what they did.</summary>
    public override string ToString() => $"progress of {Student} on {On:uuuu'-'MM'-'dd}";

    internal static LocalDate? Day(LocalDate day) => day == default || day == LocalDate.MaxIsoValue || day == LocalDate.MinIsoValue ? null : day;

    internal bool Experienced(SectorId sector) => (_breadth.Sectors & Scope.Bit(sector)) != 0;

    private ProgressCount Count(Func<Activity, bool> selects)
    {
        var count = default(ProgressCount);
        for (var i = 0; i < _marks.Length; i++)
        {
            var activity = Scope.Rows[i].Activity;
            if (activity.IsRequired && _marks[i].IsForStudent && selects(activity))
            {
                count += ProgressCount.Of(_marks[i].Status);
            }
        }

        return count;
    }
}
