namespace Pathways.Placements;

/// <summary>Takes the name of a student out of a match run, and leaves the run whole.</summary>
/// <remarks>
/// Whoever reads the run later still sees that the seat was given, and why others have none; taken out altogether, the seat would look as if it had been kept from them. Who stands there is
/// <c>erased-1</c> and so on, a number of that run alone, so that nothing shows that two runs speak of the same student.
/// </remarks>
internal static class RunErasure
{
    /// <summary>Whether a run says anything of a student.</summary>
    public static bool Names(MatchRun run, StudentId student) => Students(run).Contains(student);

    /// <summary>The run without the name, in its next version.</summary>
    public static MatchRun Without(MatchRun run, StudentId student)
    {
        var taken = Students(run).ToHashSet();
        var number = 1;
        while (taken.Contains(Erased(number)))
        {
            number++;
        }

        return run with
        {
            Seats = Hidden(run.Seats),
            Kept = Hidden(run.Kept),
            Declined = Hidden(run.Declined),
            Unmatched = [.. run.Unmatched.Select(one => one.Student == student ? one with { Student = Erased(number) } : one)],
            Version = run.Version + 1,
        };

        ImmutableArray<MatchRunSeat> Hidden(ImmutableArray<MatchRunSeat> seats) => [.. seats.Select(seat => seat.Student == student ? seat with { Student = Erased(number) } : seat)];
    }

    private static IEnumerable<StudentId> Students(MatchRun run) =>
        run.Seats.Concat(run.Kept).Concat(run.Declined).Select(seat => seat.Student).Concat(run.Unmatched.Select(one => one.Student));

    private static StudentId Erased(int number) => StudentId.From(FormattableString.Invariant($"erased-{number}"));
}
