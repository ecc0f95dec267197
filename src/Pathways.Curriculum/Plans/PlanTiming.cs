namespace Pathways.Curriculum;

/// <summary>The days within which entries count for an element.</summary>
internal readonly record struct PlanWindow(LocalDate? From, LocalDate? To)
{
    public bool Holds(LocalDate day) => !(day < From) && !(day > To);
}

/// <summary>From the grades of an element to days, for one student.</summary>
/// <param name="Now">The days that count for the verdict of today.</param>
/// <param name="DueOn">The last day in time; null when the student's grade has no number.</param>
/// <param name="Before">The years that have gone by.</param>
/// <param name="Ahead">The years still to come, with the day each is due.</param>
internal sealed record PlanTiming(
    PlanWindow Now,
    LocalDate? DueOn,
    ImmutableArray<(GradeLevel Grade, PlanWindow Window)> Before,
    ImmutableArray<(GradeLevel Grade, LocalDate? DueOn)> Ahead)
{
    public static PlanTiming Of(PlanDue due, PlanSituation situation) => due switch
    {
        PlanDue.ByEndOf once => new(
            new(once.NotBefore is { } first ? FirstDay(first, situation) : null, null), LastDay(once.Grade, once.Term, situation), [], []),
        PlanDue.InEach each => EachYear(each, situation),
        _ => throw new InvalidOperationException($"There is no rule for {due.GetType().Name}."),
    };

    private static PlanTiming EachYear(PlanDue.InEach due, PlanSituation situation)
    {
        var grade = situation.Grade;
        var ahead = due.Grades.Where(other => other > grade).ToList();
        if (grade.Number is null)
        {
            // Without a number nothing tells which year was which: this school year counts.
            return new(new(FirstDay(SchoolYear.Of(situation.On, situation.YearStarts), situation), null), null, [], [.. ahead.Select(other => (other, (LocalDate?)null))]);
        }

        var now = due.Grades.Contains(grade) ? grade : ahead.Count > 0 ? ahead[0] : due.Grades[^1];
        return new(
            new(FirstDay(now, situation), null),
            LastDay(now, due.Term, situation),
            [.. due.Grades.Where(other => other < now).Select(other => (other, new PlanWindow(FirstDay(other, situation), LastDay(other, null, situation))))],
            [.. ahead.Where(other => other > now).Select(other => (other, LastDay(other, due.Term, situation)))]);
    }

    private static LocalDate? FirstDay(GradeLevel grade, PlanSituation situation) => YearOf(grade, situation) is { } year ? FirstDay(year, situation) : null;

    private static LocalDate FirstDay(SchoolYear year, PlanSituation situation) => situation.YearStarts.InYear(year.StartsIn);

    private static LocalDate? LastDay(GradeLevel grade, TermId? term, PlanSituation situation)
    {
        if (YearOf(grade, situation) is not { } year)
        {
            return null;
        }

        return situation.Terms.FirstOrDefault(other => other.Id == term) is { } found
            ? found.In(year, situation.YearStarts).End
            : FirstDay(year.Plus(1), situation).PlusDays(-1);
    }

    private static SchoolYear? YearOf(GradeLevel grade, PlanSituation situation) =>
        Calendar.YearOf(grade, situation.Grade, SchoolYear.Of(situation.On, situation.YearStarts));
}
