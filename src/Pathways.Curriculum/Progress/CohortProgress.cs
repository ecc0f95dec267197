namespace Pathways.Curriculum;

/// <summary>How far many students are: the sum of theirs, and for every claim about "every student" who is an exception, and why.</summary>
public sealed record CohortProgress
{
    private CohortProgress(CompiledScope scope, ImmutableArray<StudentProgress> students) => (Scope, Students) = (scope, students);

    /// <summary>The scope it is measured by.</summary>
    public CompiledScope Scope { get; }

    /// <summary>The students, by identifier.</summary>
    public ImmutableArray<StudentProgress> Students { get; }

    /// <summary>How many of them have nothing at all on record (S205).</summary>
    public int WithoutRecord => Students.Count(student => !student.HasRecord);

    /// <summary>The required activities of all students.</summary>
    public ProgressCount Total => Sum(Students, student => student.Total);

    /// <summary>The cohort of some students.</summary>
    /// <param name="scope">The scope that all of them are measured by.</param>
    /// <param name="students">The students, also those without a record; in any order, each once.</param>
    /// <exception cref="ArgumentException">A student is measured by another scope, or comes twice.</exception>
    public static CohortProgress Of(CompiledScope scope, IEnumerable<StudentProgress> students)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(students);
        ImmutableArray<StudentProgress> sorted = [.. students.OrderBy(student => student.Student)];
        for (var i = 0; i < sorted.Length; i++)
        {
            if (!ReferenceEquals(sorted[i].Scope, scope))
            {
                throw new ArgumentException($"{sorted[i].Student} is measured by {sorted[i].Scope}, and not by this {scope}. Maybe it was compiled twice.", nameof(students));
            }

            if (i > 0 && sorted[i].Student == sorted[i - 1].Student)
            {
                throw new ArgumentException($"{sorted[i].Student} comes twice. Maybe two rosters overlap.", nameof(students));
            }
        }

        return new(scope, sorted);
    }

    /// <summary>The required activities of one stage.</summary>
    /// <param name="stage">Which stage.</param>
    public ProgressCount Of(Stage stage) => Sum(Students, student => student.Of(stage));

    /// <summary>The required activities that are due in one grade, of all students.</summary>
    /// <param name="grade">Which grade.</param>
    public ProgressCount DueIn(GradeLevel grade) => Sum(Students, student => student.DueIn(grade));

    /// <summary>For each required activity, whether all for whom it is did it: every student, those of a program, or those with a need (S4, S10, S205).</summary>
    /// <remarks>The counts add up to <see cref="Total"/>.</remarks>
    public ImmutableArray<Coverage> Coverage() =>
    [
        .. Enumerable.Range(0, Scope.Rows.Length)
            .Where(position => Scope.Rows[position].Activity is { IsRequired: true })
            .Select(position => Curriculum.Coverage.Of(this, position)),
    ];

    /// <summary>The cohort in parts, by the order of their names; parts by <see cref="CohortDimension.Program"/> overlap.</summary>
    /// <param name="dimension">By what to part it.</param>
    public ImmutableArray<CohortSlice> By(CohortDimension dimension)
    {
        var parts = Students.SelectMany(student => Keys(student.Standing, dimension).Select(key => (Key: key, Student: student)))
            .GroupBy(pair => pair.Key, pair => pair.Student);
        return [.. parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => new CohortSlice(dimension, part.Key, new(Scope, [.. part])))];
    }

    /// <summary>In how many sectors students attended something, and who went deep before looking around (S197, S198).</summary>
    /// <param name="sectorsBeforeImmersion">How many sectors somebody should have seen before immersion.</param>
    public BreadthReport Breadth(int sectorsBeforeImmersion = 2)
    {
        var most = Students.Length == 0 ? 0 : Students.Max(student => student.SectorsExperienced);
        return new(
            [.. Enumerable.Range(0, most + 1).Select(count => Students.Count(student => student.SectorsExperienced == count))],
            [.. Scope.Scope.Sectors.Select(sector => new SectorReach(sector, Students.Count(student => student.Experienced(sector))))],
            sectorsBeforeImmersion,
            [.. Students.Where(student => student.SectorsBeforeImmersion < sectorsBeforeImmersion).Select(student => student.Student)]);
    }

    /// <summary>Whose turn it is, for all students: one line for each role, activity and kind of action, and of these one for what is late and one for what is not; earliest due first.</summary>
    public ImmutableArray<CohortAction> Actions()
    {
        var position = Scope.Scope.Activities.Select((activity, index) => (activity.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        return
        [
            .. Students.SelectMany(student => NextActions.Of(student))
                .GroupBy(action => (action.Role, action.Activity, action.Code, action.IsLate, Text: action.Code == "action.task" ? action.Sentence : ""))
                .Select(group => new CohortAction(
                    group.Key.Role, group.Key.Activity, group.Key.Code, [.. group.OrderBy(action => action.Due ?? LocalDate.MaxIsoValue).ThenBy(action => action.Student)]))
                .OrderBy(action => action.Role)
                .ThenBy(action => action.Actions[0].Due ?? LocalDate.MaxIsoValue)
                .ThenBy(action => action.Activity is { } activity ? position[activity] : -1)
                .ThenBy(action => action.Code, StringComparer.Ordinal)
                .ThenBy(action => action.Sentence, StringComparer.Ordinal),
        ];
    }

    /// <summary>How many students there are.</summary>
    public override string ToString() => FormattableString.Invariant($"progress of {Students.Length} students");

    private static ProgressCount Sum(ImmutableArray<StudentProgress> students, Func<StudentProgress, ProgressCount> count) =>
        students.Aggregate(default(ProgressCount), (sum, student) => sum + count(student));

    private static IEnumerable<string> Keys(StudentStanding standing, CohortDimension dimension) => dimension switch
    {
        CohortDimension.School => [standing.School.Value],
        CohortDimension.Grade => [standing.Grade.Code],
        CohortDimension.Sector => [standing.Sector?.Value ?? ""],
        _ => standing.Programs.IsEmpty ? [""] : standing.Programs.Distinct().Select(program => Json.EnumWords<ProgramType>.Word(program)),
    };
}

/// <summary>By what a cohort is parted.</summary>
public enum CohortDimension
{
    /// <summary>The school.</summary>
    School,

    /// <summary>The grade the students are in.</summary>
    Grade,

    /// <summary>The sector they chose; those without a choice are one part, named by the empty text.</summary>
    Sector,

    /// <summary>The kind of program; a student of several is in several parts, and those of none are one, named by the empty text.</summary>
    Program,
}

/// <summary>A part of a cohort.</summary>
/// <param name="Dimension">By what it was parted.</param>
/// <param name="Key">Which part, such as the identifier of a school or the code of a grade.</param>
/// <param name="Progress">How far its students are.</param>
public sealed record CohortSlice(CohortDimension Dimension, string Key, CohortProgress Progress);

/// <summary>How many students attended something in a sector.</summary>
/// <param name="Sector">Which sector.</param>
/// <param name="Students">How many students.</param>
public readonly record struct SectorReach(SectorId Sector, int Students);

/// <summary>In how many sectors students attended something.</summary>
/// <param name="StudentsByCount">By number of sectors, from 0: how many students attended something in so many.</param>
/// <param name="Sectors">The sectors of the scope, with how many students each reached.</param>
/// <param name="Asked">How many sectors somebody should have seen before immersion.</param>
/// <param name="DepthFirst">The students who began an immersion having seen fewer.</param>
public sealed record BreadthReport(
    ImmutableArray<int> StudentsByCount, ImmutableArray<SectorReach> Sectors, int Asked, ImmutableArray<StudentId> DepthFirst);

/// <summary>The same next action for some students.</summary>
/// <param name="Role">Who does it.</param>
/// <param name="Activity">For which activity; <see langword="null"/> for all that students do.</param>
/// <param name="Code">What kind of action, such as <c>action.review</c>.</param>
/// <param name="Actions">One for each time it is to be done, earliest due first.</param>
public sealed record CohortAction(Role Role, ActivityId? Activity, string Code, ImmutableArray<NextAction> Actions)
{
    /// <summary>How many of them are late.</summary>
    public int Late => Actions.Count(action => action.IsLate);

    /// <summary>What to do, in words that hold for all of them.</summary>
    public string Sentence => Actions.All(action => action.Sentence == Actions[0].Sentence) ? Actions[0].Sentence : Actions[0].General;

    /// <summary>The earliest day by which one is due; <see langword="null"/> when none has a day.</summary>
    public LocalDate? FirstDue => Actions.Min(action => action.Due);

    /// <summary>The latest day by which one is due; <see langword="null"/> when none has a day.</summary>
    public LocalDate? LastDue => Actions.Max(action => action.Due);
}
