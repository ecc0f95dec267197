namespace Pathways.Placements;

/// <summary>Takes the name of a student out of a match run, and leaves the run whole.</summary>
/// <remarks>
/// Whoever reads the run later still sees that the seat was given, and why others have none; taken out altogether, the seat would look as if it had been kept from them. Who stands there is
/// <c>erased-1</c> and so on, a number of that run alone, so that nothing shows that two runs speak of the same student.
/// </remarks>
internal static class RunErasure
{
    private const string Word = "erased-";

    /// <summary>Whether an identifier stands for somebody who was erased, and so for nobody.</summary>
    public static bool IsHidden(StudentId student) =>
        student.Value.StartsWith(Word, StringComparison.Ordinal) && student.Value.Length > Word.Length && student.Value.AsSpan(Word.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether a run says anything of a student.</summary>
    public static bool Names(MatchRun run, StudentId student) => Students(run).Contains(student);

    /// <summary>Everybody of whom a run says anything, each once, ordinally.</summary>
    public static ImmutableArray<StudentId> All(MatchRun run) => [.. Students(run).Distinct().Order()];

    /// <summary>The run without the names, in its next version.</summary>
    public static MatchRun Without(MatchRun run, params IEnumerable<StudentId> students)
    {
        var taken = Students(run).ToHashSet();
        var number = 1;
        var hidden = new Dictionary<StudentId, StudentId>();
        foreach (var student in students.Where(taken.Contains))
        {
            while (!taken.Add(Erased(number)))
            {
                number++;
            }

            hidden.Add(student, Erased(number));
        }

        return run with
        {
            Seats = Hidden(run.Seats),
            Kept = Hidden(run.Kept),
            Declined = Hidden(run.Declined),
            Unmatched = [.. run.Unmatched.Select(one => one with { Student = Shown(one.Student) })],
            Version = run.Version + 1,
        };

        ImmutableArray<MatchRunSeat> Hidden(ImmutableArray<MatchRunSeat> seats) => [.. seats.Select(seat => seat with { Student = Shown(seat.Student) })];

        StudentId Shown(StudentId student) => hidden.GetValueOrDefault(student, student);
    }

    private static IEnumerable<StudentId> Students(MatchRun run) =>
        run.Seats.Concat(run.Kept).Concat(run.Declined).Select(seat => seat.Student).Concat(run.Unmatched.Select(one => one.Student));

    private static StudentId Erased(int number) => StudentId.From(FormattableString.Invariant($"{Word}{number}"));
}
